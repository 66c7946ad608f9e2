package mesa.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Where the program starts. The launcher {@code mesa} runs it with the right JVM flags and class path. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process: 0 done, 1 internal error, 2 bad arguments. An interrupt ends it with 130.
   *
   * @param args a subcommand and its arguments
   */
  public static void main(String[] args) {
    // A reader that has gone, as with "| head", only sets these streams' error flag: nothing is thrown.
    Console console = new Console(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        Boolean.getBoolean("mesa.terminal"));
    System.exit(Mesa.run(console, args));
  }
}
