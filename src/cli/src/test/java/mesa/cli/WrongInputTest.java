package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongInputTest {
  static Stream<Arguments> wrong() {
    return Stream.of(
        // Commands: what is quoted, what helps, the command.
        wrong("tornament", "did you mean tournament?", "tornament"),
        wrong("--plugin", "did you mean --plugins?", "--plugin", "x", "list"),
        wrong("surplus", "too many", "evaluate", "pebbles", "random", "surplus"),
        wrong("GAME", "missing", "perft"),
        wrong("Mcts", "needs the launcher", "jmh", "Mcts"),
        // Games.
        wrong("pebles", "did you mean pebbles?", "perft", "pebles", "3"),
        wrong("no-such-game", "there are", "tournament", "no-such-game", "random", "random:nodes=5"),
        wrong("pebbles:size=0", "from 1 to 99", "perft", "pebbles:size=0", "3"),
        wrong("sise", "did you mean size?", "play", "pebbles:sise=5"),
        // Players.
        wrong("mtcs", "did you mean mcts?", "evaluate", "pebbles", "mtcs"),
        wrong("mcts:node=5", "did you mean nodes?", "match", "pebbles", "random", "mcts:node=5"),
        wrong("mcts:nodes=few", "whole number", "play", "pebbles", "mcts:nodes=few"),
        wrong("rolout", "did you mean rollout?", "evaluate", "pebbles", "mcts:eval=rolout"),
        wrong("random:nodes=5", "time, tc, name", "evaluate", "pebbles", "random:nodes=5"),
        wrong("policy:evals=1", "temperature and time, tc, name", "evaluate", "tictactoe", "policy:evals=1"),
        wrong("class:no.Such", "--classpath", "evaluate", "pebbles", "class:no.Such"),
        wrong("random", "name=", "match", "pebbles", "random", "random"),
        wrong("at least two", "1", "tournament", "pebbles", "random"),
        // Suites.
        wrong("bratko-copec", "did you mean bratko-kopec?", "suite", "bratko-copec", "random"),
        wrong("no-such-file.epd", "neither a file", "suite", "no-such-file.epd", "random"),
        wrong("PLAYER", "missing", "suite", "endgames"),
        wrong("pom.xml", "chess (.epd)", "suite", "pom.xml", "random"),
        wrong("pebbles", "no format for suites", "suite", "endgames", "random", "--game", "pebbles"),
        wrong("mtcs", "did you mean mcts?", "suite", "endgames", "mtcs"),
        wrong("Morfy", "did you mean Morphy?", "suite", "endgames", "random", "--only", "Morfy"),
        // Recipes.
        wrong("tictactoo", "did you mean tictactoe?", "train", "tictactoo"),
        wrong("net.bin", ".safetensors", "train", "tictactoe", "--out", "net.bin"),
        wrong("a,b", "comma", "train", "tictactoe", "--work", "a,b"),
        // Options.
        wrong("--gmes", "did you mean --games?", "tournament", "pebbles", "random", "mcts", "--gmes", "4"),
        wrong("many", "whole number", "match", "pebbles", "random", "mcts", "--games", "many"),
        wrong("3 games", "even", "match", "pebbles", "random", "mcts", "--games", "3"),
        wrong("1 games", "--no-swap", "match", "pebbles", "random", "mcts", "--games", "1"),
        wrong("0", "from 1", "perft", "pebbles", "3", "--jobs", "0"),
        wrong("-1", "from 0", "perft", "pebbles", "-1"),
        wrong("deep", "whole number", "perft", "pebbles", "deep"),
        wrong("pyramid", "round-robin", "tournament", "pebbles", "random", "mcts", "--format", "pyramid"),
        wrong("swis", "did you mean swiss?", "tournament", "pebbles", "random", "mcts", "--format", "swis"),
        wrong("1..8", "nodes=100..1600x2", "tournament", "pebbles", "random", "mcts:nodes=1..8"),
        wrong("never", "3,600", "match", "pebbles", "random", "mcts", "--resign", "never"),
        wrong("34", "34,8,20", "match", "pebbles", "random", "mcts", "--draw", "34"),
        wrong("34,8,20,reset=always", "reset=never", "match", "pebbles", "random", "mcts", "--draw", "34,8,20,reset=always"),
        wrong("gpus=1", "gpu=1,mem=16", "match", "pebbles", "random", "mcts", "--resources", "gpus=1"),
        wrong("nobody", "does not play", "match", "pebbles", "random", "mcts", "--resources", "gpu=1", "--needs", "nobody=gpu"),
        wrong("mcts needs gpu=2", "--resources", "match", "pebbles", "random", "mcts", "--resources", "gpu=1", "--needs",
            "mcts=gpu:2"),
        wrong("gpu", "PLAYER=AMOUNTS", "match", "pebbles", "random", "mcts", "--needs", "gpu"),
        wrong("random=cpu:2", "said before", "match", "pebbles", "random", "mcts", "--needs", "random=cpu", "--needs", "random=cpu:2"),
        wrong("rules", "names no player", "match", "pebbles", "random", "mcts", "--needs", "rules"),
        wrong("2", "the openings are none", "match", "pebbles", "random", "mcts", "--openings", "none", "--opening-start", "2"),
        wrong("half", "loss, or fide", "match", "pebbles", "random", "mcts", "--flag", "half"),
        wrong("-1", "from 0", "match", "pebbles", "random", "mcts", "--withdraw", "-1"),
        wrong("all", "win, draw or both", "match", "pebbles", "random", "mcts", "--exact", "all"),
        wrong("backwards", "sequential or random", "match", "pebbles", "random", "mcts", "--opening-order", "backwards"),
        wrong("each", "game, move or lines", "match", "pebbles", "random", "mcts", "--ledger", "each"),
        wrong("8minutes", "8+0.08", "match", "pebbles", "random:tc=8minutes", "mcts"),
        wrong("8minutes", "8+0.08", "match", "pebbles", "random", "mcts", "--tc", "8minutes"),
        wrong("third", "first, second", "play", "pebbles", "--side", "third"),
        wrong("gammes", "did you mean games?", "list", "gammes"),
        wrong("one", "whole number", "evaluate", "pebbles", "random", "--seed", "one"),
        wrong("cpuu", "did you mean cpu?", "match", "pebbles", "random", "mcts:nodes=5", "--equal", "cpuu"),
        wrong("watt", "there are nodes", "match", "pebbles", "random", "mcts", "--parity", "watt"),
        wrong("random", "no budget that can be changed", "match", "pebbles", "mcts", "random", "--equal", "cpu"),
        wrong("not 3", "two players", "tournament", "pebbles", "random", "mcts", "solver", "--parity", "cpu"),
        wrong("soon", "60s", "match", "pebbles", "random", "mcts", "--patience", "soon"),
        wrong("0s", "60s", "match", "pebbles", "random", "mcts", "--patience", "0s"),
        wrong("wide", "not a number", "iso", "pebbles", "random", "mcts:nodes=4..64x2", "--width", "wide"),
        wrong("0.5", "such as 1.5", "iso", "pebbles", "random", "mcts:nodes=4..64x2", "--width", "0.5"),
        wrong("iso:width=2", "search for equal strength", "match", "pebbles", "random", "mcts", "--width", "2"),
        wrong("--sprt", "", "iso", "pebbles", "random", "mcts:nodes=4..64x2", "--width", "2", "--sprt", "elo0=0,elo1=5"),
        wrong("elo0=0,elo1=5", "leave one out", "match", "pebbles", "random", "mcts", "--width", "2", "--sprt",
            "elo0=0,elo1=5"),
        wrong("elo0=5", "lacks a bound", "match", "pebbles", "random", "mcts", "--sprt", "elo0=5"),
        wrong("--exit-verdict", "--sprt", "match", "pebbles", "random", "mcts", "--exit-verdict"),
        wrong("not 3", "match", "match", "pebbles", "random", "mcts:nodes=2..4x2"),
        wrong("1,2,3", "five numbers", "sprt", "elo0=0,elo1=5", "--pairs", "1,2,3"),
        wrong("1,2,3,4,-5", "below 0", "sprt", "elo0=0,elo1=5", "--pairs", "1,2,3,4,-5"),
        wrong("1,2", "three numbers", "sprt", "elo0=0,elo1=5,units=games", "--wdl", "1,2"),
        wrong("nobody", "does not play", "match", "pebbles", "random", "mcts", "--anchor", "nobody=5"),
        wrong("random", "PLAYER=ELO", "match", "pebbles", "random", "mcts", "--anchor", "random"),
        wrong("seeds=5", "2 players", "tournament", "pebbles", "random", "mcts", "--format", "gauntlet:seeds=5"),
        // Positions and moves.
        wrong("lots", "pebbles left", "perft", "pebbles", "3", "--position", "lots"),
        wrong("5 third", "side to move", "evaluate", "pebbles", "random", "--position", "5 third"),
        wrong("", "pebbles left", "play", "pebbles", "random", "--position", ""),
        wrong("0 first", "over", "evaluate", "pebbles", "random", "--position", "0 first"),
        wrong("7", "not legal", "evaluate", "pebbles", "random", "--moves", "1 7"),
        wrong("2", "after the end", "perft", "pebbles", "3", "--position", "1 first", "--moves", "1 2"),
        wrong("8/8/8/8", "8", "perft", "chess", "2", "--position", "8/8/8/8 w - - 0 1"),
        // Files.
        wrong("no-such.pgn", "no file", "records", "no-such.pgn"),
        wrong("pom.xml", ".pgn", "records", "pom.xml"),
        wrong("pebbles", "no format", "records", "pom.xml", "--game", "pebbles"),
        wrong("src", "folder", "records", "pom.xml", "--game", "chess", "--out", "src"),
        wrong("no/such", "its folder does not exist", "records", "pom.xml", "--game", "chess", "--out", "no/such"),
        wrong("no-such.json", "./mesa jmh Tradeoff", "report", "no-such.json"),
        wrong("pom.xml", "not JSON", "report", "pom.xml"),
        wrong("src", "no results of JMH", "report", "src"),
        wrong("no-such-file.txt", "openings", "match", "pebbles", "random", "mcts", "--openings", "no-such-file.txt"),
        wrong("no-such.yaml", "no file", "tournament", "--config", "no-such.yaml"),
        wrong("no-such-run", "no journal", "standings", "no-such-run"),
        wrong("no-such-run", "", "tournament", "--resume", "no-such-run"),
        wrong("--games", "leave --games out", "tournament", "--resume", "no-such-run", "--games", "100"),
        wrong("--format", "leave --format out", "tournament", "--resume", "no-such-run", "--format", "match"),
        wrong("--seed", "leave --seed out", "tournament", "--resume", "no-such-run", "--extend", "--seed", "4"),
        wrong("--extend", "--resume DIR", "tournament", "pebbles", "random", "mcts", "--extend"),
        wrong("--salvage", "--resume DIR", "tournament", "pebbles", "random", "mcts", "--salvage"),
        wrong("random", "--resume DIR --extend", "tournament", "pebbles", "random", "mcts", "--add", "random"),
        wrong("no-such-run", "no journal", "tournament", "--resume", "no-such-run", "--extend", "--games", "4"),
        wrong("no-such-run", "no journal", "tournament", "--resume", "no-such-run", "--salvage"),
        wrong("no-such.jar", "does not exist", "list", "--plugins", "no-such.jar"),
        wrong("no-such-folder", "does not exist", "list", "--classpath", "no-such-folder"),
        wrong("pom.xml", "folder", "match", "pebbles", "random", "mcts", "--out", "pom.xml"));
  }

  private static Arguments wrong(String quoted, String helps, String... args) {
    return Arguments.of(List.of(args), quoted, helps);
  }

  @ParameterizedTest
  @MethodSource
  void wrong(List<String> args, String quoted, String helps) {
    Ran ran = Ran.mesa(args.toArray(String[]::new));

    assertThat(ran.err()).as("%s", args).startsWith("mesa: ").contains(quoted).containsIgnoringCase(helps);
    assertThat(ran.err().lines()).as("%s", args).hasSize(1);
    assertThat(ran.out()).as("%s", args).isEmpty();
    assertThat(ran.code()).as("%s", args).isEqualTo(2);
  }
}
