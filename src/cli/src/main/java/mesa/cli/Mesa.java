package mesa.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mesa.core.Registry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code mesa} itself: the options that all subcommands share, and a welcome. */
@Command(
    name = "./mesa",
    versionProvider = Version.class,
    header = "A laboratory for board-game players.",
    description = "%nPlays games and players of all kinds against each other and measures what compute buys in strength.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TournamentCommand.class,
      MatchCommand.class,
      PlayCommand.class,
      EvaluateCommand.class,
      SuiteCommand.class,
      UciCommand.class,
      ListCommand.class,
      TrainCommand.class,
      RecordsCommand.class,
      PerftCommand.class,
      BenchCommand.class,
      JmhCommand.class,
      IsoCommand.class,
      StandingsCommand.class,
      ExportCommand.class,
      ReplayCommand.class,
      SprtCommand.class,
      ReportCommand.class,
      CompletionCommand.class,
    },
    footer = {
      "",
      "./mesa COMMAND --help explains a command.",
      "Exit codes: 0 done, 1 internal error, 2 bad arguments, 130 interrupted.",
      "The environment variable MESA_JAVA_OPTS holds more options for the JVM, such as -Xmx8g.",
    })
final class Mesa implements Callable<Integer> {
  private static final int HELP_WIDTH = 110;

  private final Console console;
  private Registry registry;

  @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, order = 100,
      description = "Show this help.")
  private boolean help;

  @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
  private boolean version;

  @Option(names = "--plugins", paramLabel = "PATH", scope = ScopeType.INHERIT, order = 101,
      description = "A jar, or a folder of jars, with more games and players; may be repeated. "
          + "The folder plugins/ is always looked at, here and beside the launcher.")
  private List<Path> plugins = List.of();

  @Option(names = "--classpath", paramLabel = "PATH", scope = ScopeType.INHERIT, order = 102,
      description = "Where to find the classes of players named class:...; as java's option of that name.")
  private String classpath = "";

  @Option(names = "--debug", scope = ScopeType.INHERIT, order = 103,
      description = "Show the stack trace of an error.")
  private boolean debug;

  Mesa(Console console) {
    this.console = console;
  }

  /**
   * Runs a command.
   *
   * @param console what it reads and writes
   * @param args a subcommand and its arguments
   * @return the exit code; whatever goes wrong is reported, not thrown
   */
  static int run(Console console, String... args) {
    Mesa mesa = new Mesa(console);
    Errors errors = new Errors(mesa);
    try {
      return mesa.commandLine(errors).execute(args);
    } catch (Throwable e) { // Errors too: a full heap or a missing class deserves its line as well.
      return errors.handle(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private CommandLine commandLine(Errors errors) {
    return new CommandLine(this)
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(HELP_WIDTH)
        .setResourceBundle(new ExampleNames(this))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  Console console() {
    return console;
  }

  boolean debug() {
    return debug;
  }

  /** {@return all that is installed, plug-ins included} */
  Registry registry() {
    if (registry == null) {
      registry = Registry.load(paths());
    }
    return registry;
  }

  private List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    Stream.of(Path.of("plugins"), Path.of(System.getProperty("mesa.home", ".")).resolve("plugins"))
        .map(path -> path.toAbsolutePath().normalize())
        .distinct()
        .filter(Files::isDirectory)
        .forEach(paths::add);
    paths.addAll(plugins);
    if (!classpath.isEmpty()) {
      Stream.of(classpath.split(Pattern.quote(File.pathSeparator))).map(Path::of).forEach(paths::add);
    }
    return paths;
  }

  @Override
  public Integer call() {
    ExampleNames names = new ExampleNames(this);
    console.out().printf("""
        Mesa is a laboratory for board-game players: rule look-ups, learned heuristics, search with
        learned evaluation and learned search play each other, and it measures what compute buys.

        Try:
          ./mesa tournament
              the demo: every game here, all kinds of players, about a minute
          ./mesa play %1$s
              play against the machine yourself
          ./mesa match %1$s %2$s %3$s
              a match of two players
          ./mesa evaluate %1$s %2$s
              what a player thinks of a position, and what that cost
          ./mesa list
              the games, players and evaluators there are, with their options

        ./mesa --help lists all commands, ./mesa COMMAND --help explains one.
        """, names.getString("example.game"), names.getString("example.player"), names.getString("example.opponent"));
    return 0;
  }
}
