package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import mesa.core.BadInputException;
import mesa.core.Game;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningsTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("lines.txt"), text).toString();
  }

  private static List<String> texts(List<Opening> openings) {
    return openings.stream().map(opening -> opening.position(PILE).text()).toList();
  }

  @Test
  void load_none_isTheStart() {
    assertThat(texts(load(PILE, "none", 5, 1))).containsExactly("21/0");
  }

  @Test
  void load_listOfTheGame_isFoundByName() {
    assertThat(texts(load(PILE, "short", 1, 1))).containsExactly("20/1", "16/0");
  }

  @Test
  void load_file_takesMovesPositionsAndComments() throws IOException {
    String file = file("# nothing here\n\ntake1 take2\n7/1  # a position\n");

    assertThat(texts(load(PILE, file, 1, 1))).containsExactly("18/0", "7/1");
  }

  @Test
  void load_illegalMove_namesFileAndLine() throws IOException {
    String file = file("take1\n\ntake1 take9\n");

    assertThatThrownBy(() -> load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lines.txt line 3: \"take9\" is not legal with 20 stones");
  }

  @Test
  void load_lineThatEndsTheGame_isRefused() throws IOException {
    String file = file("0/1\n");

    assertThatThrownBy(() -> load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 1: \"0/1\" leaves nothing to play");
  }

  @Test
  void load_emptyFile_isRefused() throws IOException {
    String file = file("# none\n");

    assertThatThrownBy(() -> load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("hold none");
  }

  @Test
  void load_unknownName_saysWhatThereIs() {
    assertThatThrownBy(() -> load(PILE, "shorts", 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"shorts\" names no openings of pile:size=21; write none, random:PLIES");
  }

  @Test
  void load_random_isDistinctAndSameForSameSeed() {
    List<Opening> openings = load(PILE, "random:4", 5, 7);

    assertThat(texts(openings)).hasSize(5).doesNotHaveDuplicates();
    assertThat(texts(load(PILE, "random:4", 5, 7))).isEqualTo(texts(openings));
    assertThat(openings).allMatch(opening -> opening.moves().length == 4);
  }

  // Two moves of one to three stones leave 15 to 19.
  @Test
  void load_moreRandomThanThereAre_findsAll() {
    assertThat(texts(load(PILE, "random:2", 50, 1)))
        .containsExactlyInAnyOrder("15/0", "16/0", "17/0", "18/0", "19/0");
  }

  @Test
  void load_randomPastTheEnd_isRefused() {
    assertThatThrownBy(() -> load(new Pile(3, false), "random:3", 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"random:3\" finds no opening");
  }

  private static List<Opening> load(Game game, String openings, int wanted, long seed) {
    return load(game, openings, wanted, seed, 1, false);
  }

  private static List<Opening> load(Game game, String openings, int wanted, long seed, int start, boolean shuffled) {
    return Openings.load(new TournamentBuilder(game, Players.of(PILE, "random", "first")).openings(openings).openingPlies(4)
        .openingStart(start).shuffleOpenings(shuffled).seed(seed).plan(), wanted);
  }

  @Test
  void load_shuffled_keepsAllAndDependsOnTheSeed() throws IOException {
    String file = file("1/0\n2/0\n3/0\n4/0\n5/0\n6/0\n7/0\n8/0\n9/0\n");
    List<String> listed = texts(load(PILE, file, 1, 1));

    List<String> one = texts(load(PILE, file, 1, 1, 1, true));
    assertThat(one).containsExactlyInAnyOrderElementsOf(listed).isNotEqualTo(listed);
    assertThat(texts(load(PILE, file, 1, 1, 1, true))).isEqualTo(one);
    assertThat(texts(load(PILE, file, 1, 2, 1, true))).isNotEqualTo(one);
  }

  @Test
  void load_fromALaterStart_goesOnFromTheBeginning() throws IOException {
    String file = file("1/0\n2/0\n3/0\n");

    assertThat(texts(load(PILE, file, 1, 1, 2, false))).containsExactly("2/0", "3/0", "1/0");
    assertThatThrownBy(() -> load(PILE, file, 1, 1, 4, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("there is no opening 4 among the 3");
  }

  @Test
  void load_packed_isUnpacked() throws IOException {
    Path file = folder.resolve("lines.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("take1\n7/1\n".getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(texts(load(PILE, file.toString(), 1, 1))).containsExactly("20/1", "7/1");
  }

  private static final Game CHESS = Players.REGISTRY.game("chess");

  private static List<String> moves(List<Opening> openings) {
    return openings.stream().map(Opening::text).toList();
  }

  // Of five games the first two share their first four plies, the third is shorter, and the last starts elsewhere.
  @Test
  void load_games_areFollowedSoFarAndEachOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("games.pgn"), """
        [Event "a"]

        1. e4 e5 2. Nf3 Nc6 3. Bb5 *

        [Event "b"]

        1. e4 e5 2. Nf3 Nc6 3. Bc4 *

        [Event "c"]

        1. d4 d5 *

        [Event "d"]

        1. d4 d5 2. c4 e6 *

        [Event "e"]
        [SetUp "1"]
        [FEN "4k3/8/8/8/8/8/4P3/4K3 w - - 0 1"]

        1. e4 Ke7 2. e5 Ke6 *
        """);

    List<Opening> openings = load(CHESS, file.toString(), 1, 1);
    assertThat(moves(openings)).containsExactly("e2e4 e7e5 g1f3 b8c6", "d2d4 d7d5 c2c4 e7e6", "e2e4 e8e7 e4e5 e7e6");
    assertThat(openings.get(2).start()).isEqualTo("4k3/8/8/8/8/8/4P3/4K3 w - - 0 1");
  }

  @Test
  void load_brokenGame_namesFileAndLine() throws IOException {
    Path file = Files.writeString(folder.resolve("games.pgn"), "[Event \"a\"]\n\n1. e4 e5 2. Ke3 *\n");

    assertThatThrownBy(() -> load(CHESS, file.toString(), 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("games.pgn line 3");
  }

  @Test
  void load_epd_takesPositionsAndTheirLinesFaults() throws IOException {
    Path file = Files.writeString(folder.resolve("some.epd"),
        "rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - id \"King's pawn\";\n4k3/8/8/8/8/8/4P3/4K3 w - -\n");

    assertThat(load(CHESS, file.toString(), 1, 1)).extracting(Opening::start).containsExactly(
        "rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1", "4k3/8/8/8/8/8/4P3/4K3 w - - 0 1");

    Files.writeString(file, "4k3/8/8/8/8/8/4P3/4K3 w - -\n4k3/9/8 w - -\n");
    assertThatThrownBy(() -> load(CHESS, file.toString(), 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("some.epd").hasMessageContaining("2");
  }

  /** {@return a record of a Polyglot book} */
  private static String bookRecord(String key, String move, int weight) {
    return key + move + String.format("%04x", weight) + "00000000";
  }

  // Keys from the description of the format: the start, after 1. e4, and after 1. e4 d5. Moves are from-to in octal.
  @Test
  void load_polyglotBook_drawsItsLines() throws IOException {
    String book = bookRecord("0756b94461c50fb0", "0724", 1) // e4e5: e4 = file 4, rank 3
        + bookRecord("463b96181691fc9c", "031c", 2) // e2e4
        + bookRecord("463b96181691fc9c", "02db", 0) // d2d4, which is never to be played
        + bookRecord("823c9b50fd114196", "0ce3", 1); // d7d5
    Path file = folder.resolve("book.bin");
    Files.write(file, HexFormat.of().parseHex(book));

    Plan plan = new TournamentBuilder(CHESS, Players.of(PILE, "random", "first")).openings(file.toString()).openingPlies(3).plan();
    assertThat(moves(Openings.load(plan, 10))).containsExactly("e2e4 d7d5 e4e5");
    assertThatThrownBy(() -> load(CHESS, file.toString(), 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("has no line of 4 plies; ask for fewer");
  }
}
