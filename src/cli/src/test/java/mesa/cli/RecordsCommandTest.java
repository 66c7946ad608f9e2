package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On chess, the one game here whose people have a format. */
class RecordsCommandTest {
  private static final String MATE = "[White \"a\"]\n\n1. f3 e5 2. g4 Qh4# 0-1\n\n";
  private static final String BROKEN = "[White \"b\"]\n\n1. e4 e5\n2. Ke3 0-1\n\n";

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String packed(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes());
    }
    return file.toString();
  }

  @Test
  void records_ofWholeGames_areCounted() throws IOException {
    Ran ran = Ran.mesa("records", file("a.pgn", MATE + MATE + "1. d4 1/2-1/2 1. c4 *"));

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).containsSubsequence(
        "first side   0", "second side  2", "drawn                   1", "unfinished              1", "10, 2.5 a game");
    assertThat(ran.lastLine()).isEqualTo("games 4 broken 0");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void records_withABrokenGame_sayWhereAndReadOn() throws IOException {
    String file = file("a.pgn", MATE + BROKEN + MATE);
    Ran ran = Ran.mesa("records", file);

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).startsWith(file + ":8: \"Ke3\" is not legal in ").hasLineCount(1);
    assertThat(ran.lastLine()).isEqualTo("games 2 broken 1");
  }

  @Test
  void records_withManyBrokenGames_showTheFirstUnlessAllAreWanted() throws IOException {
    String file = file("a.pgn", BROKEN.repeat(23));

    assertThat(Ran.mesa("records", file).err()).hasLineCount(21).endsWith("and 3 more; --all shows them\n");
    assertThat(Ran.mesa("records", file, "--all").err()).hasLineCount(23);
  }

  @Test
  void records_ofSeveralFilesPackedOrNot_areAddedUp() throws IOException {
    Ran ran = Ran.mesa("records", file("a.pgn", MATE), packed("b.pgn.gz", MATE + MATE), packed("c", MATE), "--game", "chess");

    assertThat(ran.lastLine()).as(ran.err()).isEqualTo("games 4 broken 0");
  }

  @Test
  void records_fromAPipe_areReadToTheEnd() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.pgn");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process source = new ProcessBuilder("cp", file("a.pgn", MATE + MATE), pipe.toString()).start();
    try {
      Ran ran = Ran.mesa("records", pipe.toString());
      assertThat(ran.lastLine()).as(ran.err()).isEqualTo("games 2 broken 0");
    } finally {
      source.destroy();
    }
  }

  @Test
  void records_ofAFolder_sayThatItIsOne() {
    Ran ran = Ran.mesa("records", folder.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("mesa: \"" + folder + "\" is a folder; a file of games is wanted\n");
  }

  @Test
  void records_ofAPackedFileCutShort_sayThatItIsNotWhole() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(packed("a.pgn.gz", MATE)));
    Path file = Files.write(folder.resolve("cut.pgn.gz"), Arrays.copyOf(bytes, bytes.length - 12));
    Ran ran = Ran.mesa("records", file.toString(), "--out", folder.resolve("out.pgn").toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("mesa: ").contains("cut.pgn.gz", "not whole");
    assertThat(folder.resolve("out.pgn")).doesNotExist();
  }

  @Test
  void records_writtenAgain_areTheSame() throws IOException {
    Path first = folder.resolve("first.pgn");
    assertThat(Ran.mesa("records", file("a.pgn", MATE + BROKEN + MATE), "--out", first.toString()).code()).isEqualTo(3);
    assertThat(Files.readString(first)).startsWith("[Event \"?\"]\n").contains("1. f3 e5 2. g4 Qh4# 0-1\n");
    Ran ran = Ran.mesa("records", first.toString(), "--out", first + ".again");

    assertThat(ran.lastLine()).isEqualTo("games 2 broken 0");
    assertThat(Path.of(first + ".again")).hasSameTextualContentAs(first);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void records_ontoTheFileThatIsRead_replaceIt() throws IOException {
    String file = file("a.pgn", BROKEN + MATE);
    Ran.mesa("records", file, "--out", file);

    assertThat(Ran.mesa("records", file).lastLine()).isEqualTo("games 1 broken 0");
  }

  @Test
  void records_toStandardOutput_countOnStandardError() throws IOException {
    Ran ran = Ran.mesa("records", file("a.pgn", MATE), "--out", "-");

    assertThat(ran.out()).startsWith("[Event \"?\"]").endsWith(" 0-1\n\n");
    assertThat(ran.err()).endsWith("games 1 broken 0\n");
  }

  @Test
  void records_asJson_holdTheSameCounts() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Ran.mesa("records", file("a.pgn", MATE + BROKEN), "--json").out());

    assertThat(json.get("games").asLong()).isEqualTo(1);
    assertThat(json.get("broken").asLong()).isEqualTo(1);
    assertThat(json.get("secondWon").asLong()).isEqualTo(1);
    assertThat(json.get("moves").asLong()).isEqualTo(4);
  }

  @Test
  void records_ofAGameOfChess960_wantItsName() throws IOException {
    String game = "[Variant \"Chess960\"]\n[FEN \"1r2k1r1/pppppppp/8/8/8/8/PPPPPPPP/1R2K1R1 w KQkq - 0 1\"]\n\n1. O-O *\n";
    String file = file("a.pgn", game);

    assertThat(Ran.mesa("records", file).err()).contains(":1: variant \"Chess960\"", "chess960");
    assertThat(Ran.mesa("records", file, "--game", "chess960").lastLine()).isEqualTo("games 1 broken 0");
  }
}
