package mesa.uci;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a server says: whole lines, each sent at once. Any thread may speak. */
final class Output {
  private final OutputStream out;

  Output(OutputStream out) {
    this.out = out;
  }

  /**
   * Says a line.
   *
   * @param line without its end
   * @throws UncheckedIOException if nobody listens any more
   */
  synchronized void say(String line) {
    try {
      out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says something to people, on one line whatever it holds. */
  void tell(String text) {
    say("info string " + text.replaceAll("\\s*\\R\\s*", " "));
  }
}
