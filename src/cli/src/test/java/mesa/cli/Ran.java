package mesa.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** A command that has been run inside the test, and what it said. */
record Ran(int code, String out, String err) {
  /** Runs a command with nothing typed. */
  static Ran mesa(String... args) {
    return typing("", args);
  }

  /** Runs a command while a user types, and then ends the input. */
  static Ran typing(String input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(
        new BufferedReader(new StringReader(input)), new PrintWriter(out), new PrintWriter(err), false);
    int code = Mesa.run(console, args);
    return new Ran(code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
  }

  /** {@return the last line of the results} */
  String lastLine() {
    return out.lines().reduce("", (before, line) -> line);
  }
}
