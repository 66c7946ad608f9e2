package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mesa.core.Registry;

/** Talks to a server in this process, line by line. */
final class Conversation implements AutoCloseable {
  static final Registry REGISTRY = Registry.load();

  /** Only what hangs takes so long. */
  private static final int PATIENCE_SECONDS = 30;

  private final PipedOutputStream input = new PipedOutputStream();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> transcript = new ArrayList<>();
  private final Thread thread;

  Conversation(String game, String player) throws IOException {
    PipedInputStream in = new PipedInputStream(input, 1 << 20);
    UciServer server = new UciServer(REGISTRY, game, player, "Mesa", Duration.ZERO, new LineSink(answers));
    thread = new Thread(() -> {
      try {
        server.serve(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    thread.start();
  }

  void say(String line) throws IOException {
    transcript.add("> " + line);
    input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  /** Sends what may be no text at all. */
  void send(byte[] bytes) throws IOException {
    input.write(bytes);
    input.flush();
  }

  /** {@return the next line that the server says} */
  String hear() throws InterruptedException {
    String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(line).as("an answer after\n%s", this).isNotNull();
    transcript.add("< " + line);
    return line;
  }

  /** {@return the lines up to one that starts with a word, which comes last} */
  List<String> hearUntil(String word) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(hear());
    } while (!lines.getLast().equals(word) && !lines.getLast().startsWith(word + " "));
    return lines;
  }

  /** The next line has to fit a pattern, in which * stands for any text. */
  void expect(String pattern) throws InterruptedException {
    assertThat(hear()).as("after\n%s", this).matches(Pattern.compile(regex(pattern)));
  }

  /** Passes over lines until one fits. */
  void expectLater(String pattern) throws InterruptedException {
    while (!hear().matches(regex(pattern))) {
      // Something else, which does not matter here.
    }
  }

  private static String regex(String pattern) {
    return Pattern.quote(pattern).replace("*", "\\E.*\\Q");
  }

  /** Ends the input and waits until the server has left. {@return what it still said} */
  List<String> hangUp() throws IOException, InterruptedException {
    input.close();
    thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    assertThat(thread.isAlive()).as("server still runs after\n%s", this).isFalse();
    List<String> rest = new ArrayList<>();
    answers.drainTo(rest);
    return rest;
  }

  @Override
  public void close() throws IOException {
    try {
      hangUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return String.join("\n", transcript);
  }

  /** Cuts what is written into lines. */
  private static final class LineSink extends OutputStream {
    private final BlockingQueue<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineSink(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        lines.add(line.toString());
        line.setLength(0);
      } else {
        line.append((char) b);
      }
    }
  }
}
