package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveTableTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new BufferedReader(new StringReader("")), new PrintWriter(new StringWriter()), new PrintWriter(err), true);

  @Test
  void show_tooSoon_asksForNothing() {
    try (LiveTable live = new LiveTable(console)) {
      live.show(1, 10, () -> {
        throw new AssertionError("asked for at once");
      });
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void close_afterATable_takesAllItsLinesAway() throws InterruptedException {
    try (LiveTable live = new LiveTable(console)) {
      Thread.sleep(600);
      live.show(5, 10, () -> "one\ntwo\n");
    }
    assertThat(err.toString()).contains("5 of 10 games", "one", "two").endsWith("\033[4A\r\033[J");
  }
}
