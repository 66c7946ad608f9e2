package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  private List<String> said() {
    return transcript.lines().stream().map(line -> line.substring(Math.min(12, line.length()))).toList();
  }

  @Test
  void lines_ofBothSides_stayInOrderWithWhoSaidThem() {
    transcript.add('>', "uci");
    transcript.add('<', "uciok");
    transcript.add('!', "no book");
    assertThat(said()).containsExactly("> uci", "< uciok", "! no book");
    assertThat(transcript.lines()).allMatch(line -> line.matches(" *\\d+\\.\\d{3} [<>!] .*"));
  }

  @Test
  void add_moreThanAThousandLines_keepsTheLastAndTellsOfTheOthers() {
    for (int i = 0; i < 1234; i++) {
      transcript.add('<', "info depth " + i);
    }
    List<String> lines = transcript.lines();
    assertThat(lines).hasSize(1001);
    assertThat(lines.getFirst()).isEqualTo("234 earlier lines were not kept");
    assertThat(lines.getLast()).endsWith("info depth 1233");
  }

  @Test
  void lines_veryLongOnes_areCut() {
    transcript.add('<', "x".repeat(100_000));
    assertThat(transcript.lines().getFirst()).hasSizeLessThan(2100).endsWith("...");
  }

  /** How the engine was started belongs to the first game's story. */
  @Test
  void beginGame_firstAndLater_forgetsEarlierGamesAlone() {
    transcript.add('>', "uci");
    transcript.beginGame();
    transcript.add('>', "go nodes 1");
    assertThat(said()).containsExactly("> uci", "> go nodes 1");
    transcript.beginGame();
    transcript.add('>', "go nodes 2");
    assertThat(said()).containsExactly("> go nodes 2");
  }
}
