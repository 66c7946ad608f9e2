package mesa.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mesa.arena.EqualCompute;
import mesa.arena.Format;
import mesa.arena.Tournament;
import mesa.core.Game;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code mesa match}: a tournament of two players. */
@Command(
    name = "match",
    header = "Play a match of two players.",
    description = "%nEach opening is played twice, once from either side. An interrupted match goes on with "
        + "./mesa tournament --resume DIR.",
    footer = {
      "",
      TournamentRunner.EXIT_CODES + TournamentRunner.VERDICT_CODES,
      "",
      "Examples:",
      "  ./mesa match ${bundle:example.game} ${bundle:example.player} ${bundle:example.opponent}",
      "  ./mesa match ${bundle:example.game} ${bundle:example.player} random --games 100 --seed 7 --json",
      "  ./mesa match ${bundle:example.game} mcts:eval=rollout,nodes=400 alphabeta:eval=uniform,nodes=400 --equal cpu",
      "  ./mesa match ${bundle:example.game} mcts:eval=rollout,nodes=50 mcts:eval=uniform,nodes=50 --games 10000 --sprt elo0=0,elo1=10",
    })
final class MatchCommand implements Callable<Integer> {
  @ParentCommand
  private Mesa mesa;

  @Mixin
  private TwoPlayers players;

  @Option(names = "--equal", paramLabel = "UNIT", converter = UnitName.class,
      description = "Change B's nodes=, evals= or ticks= until it spends as much on a move as A: cpu (processor time), evals, "
          + "nodes, ticks or wall (time by the clock). Trial games find out; what is played has a counted budget. Tells as --parity "
          + "does how far they came to be equal.")
  private EqualCompute.Unit equal;

  @Mixin
  private TestableOptions options;

  @Override
  public Integer call() {
    Game game = mesa.registry().game(players.game());
    String opponent = equal == null ? players.second()
        : options.equalised(game, players.first(), players.second(), equal, mesa.registry());
    Tournament tournament =
        options.tournament(game, List.of(players.first(), opponent), new Format.Match(), mesa.registry());
    TournamentRunner runner = new TournamentRunner(options, mesa.console());
    int code = runner.play(tournament, options.out().orElseGet(() -> TournamentRunner.usualFolder(tournament)));
    return code == 0 ? runner.finish() : code;
  }
}
