package mesa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.PlayerFault;
import mesa.core.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and an exit code: 2 for the user's input, 1 for ours. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int INTERNAL = 1;
  private static final int BAD_INPUT = 2;

  private final Mesa mesa;

  Errors(Mesa mesa) {
    this.mesa = mesa;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    return report(BAD_INPUT, describe(e, command) + help, e);
  }

  private static String describe(ParameterException e, CommandLine command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return lowerFirst(e.getMessage()).replaceFirst("is not an? (int|long)$", "is not a whole number")
          .replaceFirst("is not a double$", "is not a number");
    }
    String typed = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      List<String> options = command.getCommandSpec().optionsMap().keySet().stream().toList();
      return "there is no option \"" + typed + "\"" + Suggestion.of(typed, options);
    }
    List<String> commands = command.getSubcommands().keySet().stream().toList();
    return commands.isEmpty()
        ? "\"" + typed + "\" is one argument too many"
        : "there is no command \"" + typed + "\"" + Suggestion.of(typed, commands);
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return handle(e);
  }

  /** Reports what a command threw, and says how the process is to exit. */
  int handle(Throwable e) {
    if (e instanceof BadInputException || e instanceof PlayerFault) {
      return report(BAD_INPUT, e.getMessage(), e);
    }
    boolean storage = e instanceof IOException || e instanceof UncheckedIOException;
    String kind = storage ? "can't read or write: " : "internal error: ";
    return report(INTERNAL, kind + e + (mesa.debug() ? "" : "; --debug shows where"), e);
  }

  private int report(int code, String message, Throwable e) {
    mesa.console().out().flush();
    mesa.console().err().println("mesa: " + message.replaceAll("\\s*\\R\\s*", " "));
    if (mesa.debug()) {
      e.printStackTrace(mesa.console().err());
    }
    mesa.console().err().flush();
    return code;
  }
}
