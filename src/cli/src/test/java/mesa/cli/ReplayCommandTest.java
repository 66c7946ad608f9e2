package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void play() {
    Ran.mesa("match", "pebbles", "random", "mcts:eval=rollout,nodes=8", "--games", "6", "--openings", "none", "--out",
        folder.toString(), "--quiet");
  }

  @Test
  void replay_countedBudgets_findsAllGamesTheSame() {
    Ran ran = Ran.mesa("replay", folder.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualToIgnoringNewLines("6 games played again, 0 different");
  }

  @Test
  void replay_someGames_tellsOfEach() {
    assertThat(Ran.mesa("replay", folder.toString(), "1", "4").out()).contains("game 1, mcts:eval=rollout,nodes=8 against random: "
        + "the same ", "game 4, random against mcts:eval=rollout,nodes=8: the same ", "2 games played again, 0 different");
  }

  @Test
  void replay_aGameThatIsNotThere_isRefused() {
    Ran ran = Ran.mesa("replay", folder.toString(), "6");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("holds no game 6");
  }

  @Test
  void replay_noNumber_isRefused() {
    Ran ran = Ran.mesa("replay", folder.toString(), "x");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("\"x\" is no game's number");
  }

  // The seed of game 0 is changed, and the line's checksum with it.
  @Test
  void replay_otherSeeds_findsWhatDiffers() throws IOException {
    Path journal = folder.resolve("games.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    lines.replaceAll(line -> line.startsWith("{\"t\":\"game\"")
        ? sealed(line.replaceFirst("\"seed\":\\[\"[0-9a-f]{16}\",\"[0-9a-f]{16}\"", "\"seed\":[\"0000000000000007\",\"0000000000000008\""))
        : line);
    Files.write(journal, lines);
    Ran ran = Ran.mesa("replay", folder.toString());

    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("different after ", "  then ", "  now  ");
  }

  private static String sealed(String line) {
    String body = line.substring(0, line.lastIndexOf(",\"crc\""));
    CRC32C crc = new CRC32C();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return body + ",\"crc\":\"%08x\"}".formatted(crc.getValue());
  }
}
