package mesa.uci;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.PlayerProvider;
import mesa.core.Programs;
import mesa.core.Setup;

/**
 * Any UCI engine as a player: {@code uci:cmd=stockfish,option.Hash=16,nodes=1000}. Budgets map to {@code go nodes},
 * {@code movetime}, {@code depth} and the clocks; an engine cannot count evaluations or ticks, so these are refused.
 */
public final class EngineProvider implements PlayerProvider {
  private static final long USUAL_MOVE_NANOS = 100_000_000;

  private static final Option<String> COMMAND =
      Option.program("cmd", "the engine's program, looked up on the PATH");
  private static final Option<String> ARGUMENTS =
      Option.text("args", null, "words separated by spaces, quoted as in a shell", "what the program is started with");
  private static final Option<String> FOLDER =
      Option.text("dir", null, "a folder", "where the program works; where Mesa does if not given");
  private static final Option<Map<String, String>> ENVIRONMENT =
      Option.group("env", "variables of its environment, as in env.OMP_NUM_THREADS=1");
  private static final Option<Map<String, String>> OPTIONS =
      Option.group("option", "the engine's own options, as in option.Hash=16");
  private static final Option<Long> START =
      Option.duration("start", 10_000_000_000L, "how long the engine may take to start");
  private static final Option<Long> PATIENCE = Option.duration(
      "patience", 60_000_000_000L, "how long it may take to get ready, and to move where no clock runs");
  private static final Option<Long> MEMORY = Option.integer("mem", null, 1, 1 << 30,
      "megabytes of memory that the engine may have, with all that it starts; looked at once a second");

  private static final Option<String> RESTART = Option.choice("restart", List.of("auto", "on", "off"),
      "whether each game has a process of its own, or, if off, none is started in place of one that has failed");
  private static final Option<Boolean> PONDER =
      Option.flag("ponder", false, "whether it thinks in its opponent's time; only by a clock or time=");

  /** Makes the provider. */
  public EngineProvider() {}

  @Override
  public String name() {
    return "uci";
  }

  @Override
  public String summary() {
    return "an engine that speaks UCI, in a process of its own";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(COMMAND, ARGUMENTS, FOLDER, ENVIRONMENT, OPTIONS, START, PATIENCE, MEMORY, RESTART, PONDER);
  }

  @Override
  public List<String> limits() {
    return List.of("nodes", "depth", "time");
  }

  @Override
  public Budget usualBudget() {
    return Budget.UNLIMITED.withClock(Clock.perMove(USUAL_MOVE_NANOS));
  }

  @Override
  public Player create(Setup setup) {
    String command = setup.get(COMMAND);
    if (command == null) {
      throw new BadInputException("uci needs cmd=PROGRAM (in \"" + setup.spec() + "\")");
    }
    List<String> words = new ArrayList<>(List.of(find(command)));
    String arguments = setup.get(ARGUMENTS);
    if (arguments != null) {
      words.addAll(Launch.words(arguments));
    }
    Path folder = setup.get(FOLDER) == null ? null : Path.of(setup.get(FOLDER));
    if (folder != null && !Files.isDirectory(folder)) {
      throw new BadInputException("there is no folder dir=" + folder + " (in \"" + setup.spec() + "\")");
    }
    Long memory = setup.get(MEMORY);
    if (memory != null && !MemoryLimit.canLook()) {
      throw new BadInputException("mem=" + memory + " can't be watched over here: this system has no /proc (in \""
          + setup.spec() + "\")");
    }
    boolean ponders = setup.get(PONDER);
    for (String counted : List.of("nodes", "depth")) {
      if (ponders && setup.spec().has(counted)) {
        throw new BadInputException("ponder=true takes a clock or time=; what is thought in the opponent's time is not bound by "
            + counted + "= (in \"" + setup.spec() + "\")");
      }
    }
    Launch launch = new Launch(words, folder, setup.spec().below(ENVIRONMENT));
    return new EnginePlayer(setup.game(), new EngineSetup(launch, setup.spec().below(OPTIONS),
        new Patience(setup.get(START), setup.get(PATIENCE)), memory == null ? 0 : memory,
        EngineSetup.Restart.valueOf(setup.get(RESTART).toUpperCase(Locale.ROOT)), ponders));
  }

  private static String find(String command) {
    Path path = Path.of(command);
    if (command.contains("/")) {
      if (Files.isExecutable(path) && !Files.isDirectory(path)) {
        return path.toAbsolutePath().toString(); // Wherever it works.
      }
    } else {
      Optional<Path> program = Programs.find(command);
      if (program.isPresent()) {
        return program.get().toString();
      }
    }
    throw new PlayerFault(PlayerFault.Kind.START,
        "there is no program \"" + command + "\" that can be run; cmd takes a path or a name on the PATH");
  }
}
