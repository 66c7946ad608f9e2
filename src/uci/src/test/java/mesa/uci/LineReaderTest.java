package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<String> lines(String text) throws IOException {
    LineReader reader = reader(text);
    List<String> lines = new ArrayList<>();
    for (String line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static LineReader reader(String text) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void next_linesEndedInEveryWay_areRead() throws IOException {
    assertThat(lines("uci\nisready\r\n\n  go depth 1\t\nquit")).containsExactly("uci", "isready", "", "go depth 1", "quit");
  }

  @Test
  void next_nothing_isTheEnd() throws IOException {
    assertThat(lines("")).isEmpty();
  }

  @Test
  void next_bytesThatAreNoText_areReplaced() throws IOException {
    assertThat(lines("a\u00ffb\n")).containsExactly("a\ufffdb");
  }

  @Test
  void next_lineTooLong_isCutAndTheNextIsWhole() throws IOException {
    LineReader reader = reader("x".repeat(3 * LineReader.LONGEST + 7) + "\nuci\n");
    assertThat(reader.next()).hasSize(LineReader.LONGEST);
    assertThat(reader.wasCut()).isTrue();
    assertThat(reader.next()).isEqualTo("uci");
    assertThat(reader.wasCut()).isFalse();
  }

  @Test
  void next_lineAsLongAsMayBe_isWhole() throws IOException {
    LineReader reader = reader("x".repeat(LineReader.LONGEST) + "\n");
    assertThat(reader.next()).hasSize(LineReader.LONGEST);
    assertThat(reader.wasCut()).isFalse();
  }
}
