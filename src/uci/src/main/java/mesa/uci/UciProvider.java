package mesa.uci;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/**
 * Any UCI engine as a player: {@code uci:cmd=stockfish,option.Hash=16,nodes=1000}. Budgets map to {@code go nodes},
 * {@code movetime}, {@code depth} and the clocks; an engine cannot count evaluations or ticks, so these are refused.
 */
public final class UciProvider implements PlayerProvider {
  private static final long USUAL_MOVE_NANOS = 100_000_000;

  private static final Option<String> COMMAND =
      Option.text("cmd", null, "a program's name or path", "the engine's program, looked up on the PATH");
  private static final Option<String> ARGUMENTS =
      Option.text("args", null, "words separated by spaces", "what the program is started with");
  private static final Option<Map<String, String>> OPTIONS =
      Option.group("option", "the engine's own options, as in option.Hash=16");

  /** Makes the provider. */
  public UciProvider() {}

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
    return List.of(COMMAND, ARGUMENTS, OPTIONS);
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
    List<String> words = new ArrayList<>(List.of(find(command, setup)));
    String arguments = setup.get(ARGUMENTS);
    if (arguments != null) {
      words.addAll(List.of(arguments.trim().split("\\s+")));
    }
    return new UciPlayer(setup.game(), words, setup.spec().below(OPTIONS));
  }

  private static String find(String command, Setup setup) {
    Path path = Path.of(command);
    if (command.contains("/")) {
      if (Files.isExecutable(path)) {
        return command;
      }
    } else {
      // Debian keeps its engines in a folder that is not on every user's PATH.
      String folders = System.getenv().getOrDefault("PATH", "") + ":/usr/games";
      for (String folder : folders.split(":")) {
        Path candidate = Path.of(folder).resolve(path);
        if (Files.isExecutable(candidate)) {
          return candidate.toString();
        }
      }
    }
    throw new BadInputException("there is no program \"" + command + "\" that can be run (in \"" + setup.spec()
        + "\"); cmd takes a path or a name on the PATH");
  }
}
