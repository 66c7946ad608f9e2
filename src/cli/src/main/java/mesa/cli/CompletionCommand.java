package mesa.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mesa completion}: what a shell needs to complete Mesa's commands. */
@Command(
    name = "completion",
    header = "Print a script that lets bash or zsh complete commands and options.",
    footer = {
      "",
      "Example:",
      "  source <(./mesa completion)",
    })
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand
  private Mesa mesa;

  @Spec
  private CommandSpec command;

  @Override
  public Integer call() {
    mesa.console().out().print(AutoComplete.bash("mesa", command.root().commandLine()));
    return 0;
  }
}
