package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaythroughTest {
  private static final Nim NIM = new Nim(Nim.Fault.NONE);

  @TempDir Path folder;

  @Test
  void play_ofTwoPlies_showsEachPlyAndTheOutcome() {
    List<String> lines = Playthrough.play(NIM, 3, 2);
    assertThat(lines).startsWith(
        "game     nim", "encoder  nim-13.1", "seed     3", "", "ply 0", "************", "side 0", "text     12 0");
    assertThat(lines).contains("moves    3: 1 2 3", "bits 0: 12").endsWith("outcome  ONGOING");
    assertThat(lines).filteredOn(line -> line.startsWith("plays")).hasSize(2);
  }

  @Test
  void check_ofTheSameGame_passes() throws IOException {
    Path file = folder.resolve("game.txt");
    Files.write(file, Playthrough.play(NIM, 3, 20));
    assertThatCode(() -> Playthrough.check(NIM, file, 3, 20)).doesNotThrowAnyException();
  }

  @Test
  void check_ofAChangedHash_showsTheLinesAndHowToRecord() throws IOException {
    Path file = folder.resolve("game.txt");
    List<String> lines = Playthrough.play(NIM, 3, 20);
    int hash = lines.indexOf("text     12 0") + 1;
    String now = lines.set(hash, "hash     0123456789abcdef");
    Files.write(file, lines);
    assertThatThrownBy(() -> Playthrough.check(NIM, file, 3, 20))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("game.txt is not what is played now")
        .hasMessageContaining("-Dmesa.record=true")
        .hasMessageContaining("\n-hash     0123456789abcdef\n+" + now + "\n");
  }

  @Test
  void check_withoutARecord_saysHowToRecord() {
    Path file = folder.resolve("none.txt");
    assertThatThrownBy(() -> Playthrough.check(NIM, file, 3, 20))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no ")
        .hasMessageContaining("-Dmesa.record=true");
  }
}
