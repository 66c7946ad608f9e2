package mesa.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import mesa.arena.Format;
import mesa.arena.Tournament;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mesa tournament}: players of one game against each other; without arguments the demo of every game. */
@Command(
    name = "tournament",
    header = "Play a tournament; without arguments the demo: every game here, about a minute.",
    description = "%nEach pairing plays each opening twice, once from either side. The journal games.jsonl in the run's "
        + "folder holds every game; an interrupted run goes on with --resume.",
    footer = {
      "",
      TournamentRunner.EXIT_CODES + TournamentRunner.VERDICT_CODES,
      "",
      "Examples:",
      "  ./mesa tournament",
      "  ./mesa tournament ${bundle:example.game} ${bundle:example.opponent} ${bundle:example.player} --games 20",
      "  ./mesa tournament ${bundle:example.game} ${bundle:example.player} ${bundle:example.opponent} random --format gauntlet --out runs/mine",
      "  ./mesa tournament --config runs/mine/run.json",
    })
final class TournamentCommand implements Callable<Integer> {
  /** Options that go with {@code --resume}: all others would change what is played. */
  private static final Set<String> RESUMABLE = Set.of("--resume", "--despite-changes", "--salvage", "--extend", "--jobs", "--resources", "--needs", "--quiet", "--each-game", "--report", "--transcripts",
      "--json", "--anchor", "--strict", "--exit-verdict", "--plugins", "--classpath", "--debug");

  /** Options that go with {@code --extend} too: by what a run can be extended. */
  private static final Set<String> EXTENDING = Set.of("--games", "--add", "--format");

  @Spec
  private CommandSpec spec;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", arity = "0..1", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "PLAYER",
      description = "At least two players; ./mesa list players shows them. Default: those of the game's demo.")
  private List<String> players = List.of();

  @Option(names = "--format", paramLabel = "FORMAT",
      description = "round-robin (all against all, the default); gauntlet[:seeds=1] (the first against the others); "
          + "ladder[:reach=2] (neighbours, as where each spends twice what the last did); grid[:reach=2] (a ladder for each "
          + "kind of player, and kinds against each other at equal budgets); swiss[:rounds=N,seeded=true]; match.")
  private String format;

  @Option(names = "--config", paramLabel = "FILE",
      description = "A YAML file that says what the arguments say: game, players (a list), and any option by its name "
          + "without dashes; or the run.json of a run that is to be repeated. Arguments override it.")
  private Path config;

  @Option(names = "--resume", paramLabel = "DIR", description = "Go on with the interrupted run in this folder.")
  private Path resume;

  @Option(names = "--despite-changes",
      description = "With --resume: go on though Mesa or a player's net or program is another than when the run began.")
  private boolean despiteChanges;

  @Option(names = "--extend",
      description = "With --resume: play more than the run was laid out for, finished or not: --games N a pairing in all, --add "
          + "PLAYER, or --format, as for more rounds in Swiss. Games that were played keep their numbers and seeds.")
  private boolean extend;

  @Option(names = "--add", paramLabel = "PLAYER", description = "With --extend: a player who joins; may be repeated.")
  private List<String> added = List.of();

  @Option(names = "--salvage",
      description = "With --resume: where the journal is damaged, set the damaged lines aside in games.damaged.jsonl, and play "
          + "their games again.")
  private boolean salvage;

  @Mixin
  private TestableOptions options;

  @Override
  public Integer call() throws IOException {
    if (config != null) {
      List<String> arguments = new ConfigFile(config).arguments(spec.commandLine().getParseResult(), game, players);
      return spec.root().commandLine().execute(arguments.toArray(String[]::new));
    }
    requireResumed("--extend", extend);
    requireResumed("--salvage", salvage);
    if (!extend && !added.isEmpty()) {
      throw new BadInputException("--add \"" + added.getFirst() + "\" goes with --resume DIR --extend; in a new run name all "
          + "players");
    }
    TournamentRunner runner = new TournamentRunner(options, mesa.console());
    int code = resume == null ? play(runner) : resume(runner);
    return code == 0 ? runner.finish() : code;
  }

  private void requireResumed(String option, boolean given) {
    if (given && resume == null) {
      throw new BadInputException(option + " is about a run that there is already; name its folder by --resume DIR");
    }
  }

  private int resume(TournamentRunner runner) throws IOException {
    if (game != null) {
      throw new BadInputException("--resume takes everything from \"" + resume + "\"; leave \"" + game + "\" out");
    }
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!RESUMABLE.contains(option.longestName()) && !(extend && EXTENDING.contains(option.longestName()))) {
        throw new BadInputException(
            "--resume takes everything from \"" + resume + "\"; leave " + option.longestName() + " out"
                + (EXTENDING.contains(option.longestName()) ? ", or play more than there was by --extend" : ""));
      }
    }
    Optional<String> salvaged = salvage ? Tournament.salvage(resume) : Optional.empty();
    salvaged.ifPresent(what -> mesa.console().err().println("mesa: " + what));
    Tournament tournament = extend
        ? Tournament.extend(resume, mesa.registry(), options.extension(added, format), despiteChanges)
        : Tournament.read(resume, mesa.registry(), despiteChanges);
    salvaged.ifPresent(tournament::remark);
    return runner.resume(tournament, resume);
  }

  private int play(TournamentRunner runner) {
    Format who = format == null ? Format.ROUND_ROBIN : Format.parse(format);
    if (!players.isEmpty()) {
      Tournament tournament = options.tournament(mesa.registry().game(game), players, who, mesa.registry());
      return runner.play(tournament, options.out().orElseGet(() -> TournamentRunner.usualFolder(tournament)));
    }
    for (Map.Entry<Tournament, Path> each : demos(who).entrySet()) {
      int code = runner.play(each.getKey(), each.getValue());
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  /** All are laid out before the first is played, so that a mistake shows at once. */
  private Map<Tournament, Path> demos(Format who) {
    List<String> names = game != null
        ? List.of(game)
        : mesa.registry().games().stream().map(GameProvider::name).sorted().toList();
    Map<Tournament, Path> demos = new LinkedHashMap<>();
    for (String name : names) {
      Game rules = mesa.registry().game(name);
      Optional<Demo> demo = Demo.of(rules);
      if (demo.isPresent()) {
        Tournament tournament = options.tournament(rules, demo.get(), who, mesa.registry());
        demos.put(tournament, options.out().map(out -> game == null ? out.resolve(name) : out)
            .orElseGet(() -> TournamentRunner.usualFolder(tournament)));
      } else if (game != null) {
        throw new BadInputException("\"" + game + "\" ships no demo; name at least two players: ./mesa tournament "
            + game + " PLAYER PLAYER");
      }
    }
    if (demos.isEmpty()) {
      throw new BadInputException(
          "no game here ships a demo; name a game and players: ./mesa tournament GAME PLAYER PLAYER");
    }
    return demos;
  }
}
