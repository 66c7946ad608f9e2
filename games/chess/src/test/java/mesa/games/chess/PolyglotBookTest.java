package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolyglotBookTest {
  /** The published key of the start position. */
  private static final String START = "463b96181691fc9c";

  @TempDir
  private Path folder;

  private static PolyglotBook book(String hex) {
    return PolyglotBook.of(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }

  /** {@return the moves with a weight, by text} */
  private static Map<String, Integer> moves(PolyglotBook book, ChessPosition position) {
    Moves legal = Moves.of(position);
    int[] weights = book.weights(position, legal);
    Map<String, Integer> moves = new TreeMap<>();
    for (int i = 0; i < legal.size(); i++) {
      if (weights[i] > 0) {
        moves.put(position.format(legal.get(i)), weights[i]);
      }
    }
    return moves;
  }

  private static String record(long key, String move, String weight) {
    return HexFormat.of().toHexDigits(key) + move + weight + "00000000";
  }

  @Test
  void weights_ofRecordsByHand_areTheirs() {
    // e2e4: from 12, to 28; d2d4: from 11, to 27; 12 << 6 | 28 = 0x031c, 11 << 6 | 27 = 0x02db.
    PolyglotBook book = book("0000000000000001 0fff 0001 00000000"
        + START + "031c 0003 00000000" + START + "02db ffff 00000007" + "ffffffffffffffff 031c 0001 00000000");
    assertThat(book.size()).isEqualTo(4);
    assertThat(moves(book, Games.start())).isEqualTo(Map.of("e2e4", 3, "d2d4", 65_535));
    assertThat(moves(book, Games.after("e2e4"))).isEmpty();
  }

  @Test
  void weights_ofIllegalAndIdleRecords_areLeftOut() {
    // e2e5, a move from a1 to a1, one with a bit too many, promotion to a king, and e2e4 with no weight.
    PolyglotBook book = book(START + "0324 0001 00000000" + START + "0000 0001 00000000"
        + START + "831c 0001 00000000" + START + "531c 0001 00000000" + START + "031c 0000 00000000");
    assertThat(moves(book, Games.start())).isEmpty();
  }

  @Test
  void weights_sameMoveTwice_areAdded() {
    assertThat(moves(book(START + "031c 0002 00000000" + START + "031c 0003 00000000"), Games.start()))
        .isEqualTo(Map.of("e2e4", 5));
  }

  /** Castling is written with the rook's square, promotions with 1 to 4. */
  @ParameterizedTest
  @CsvSource({
      "r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1, 0107, e1g1",
      "r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1, 0100, e1c1",
      "r3k2r/8/8/8/8/8/8/R3K2R b KQkq - 0 1, 0f3f, e8g8",
      "r3k2r/8/8/8/8/8/8/R3K2R b KQkq - 0 1, 0f38, e8c8",
      "8/P6k/8/8/8/8/8/K7 w - - 0 1, 1c38, a7a8n",
      "8/P6k/8/8/8/8/8/K7 w - - 0 1, 2c38, a7a8b",
      "8/P6k/8/8/8/8/8/K7 w - - 0 1, 3c38, a7a8r",
      "8/P6k/8/8/8/8/8/K7 w - - 0 1, 4c38, a7a8q"})
  void weights_ofCastlingAndPromotion_areFound(String fen, String coded, String move) {
    ChessPosition position = Games.fen(fen);
    PolyglotBook book = book(record(PolyglotKey.of(position), coded, "0001"));
    assertThat(moves(book, position)).isEqualTo(Map.of(move, 1));
  }

  /** A rook on its square is no castling, whatever the record looks like. */
  @Test
  void weights_ofKingToRookWithoutTheRight_areLeftOut() {
    ChessPosition position = Games.fen("r3k2r/8/8/8/8/8/8/R3K2R w kq - 0 1");
    assertThat(moves(book(record(PolyglotKey.of(position), "0107", "0001")), position)).isEmpty();
  }

  @Test
  void weights_alongRandomGames_areThoseWritten() throws IOException {
    BookWriter writer = new BookWriter();
    Map<String, Map<String, Integer>> expected = new HashMap<>();
    for (int seed = 0; seed < 60; seed++) {
      Rng rng = new Rng(seed);
      ChessPosition position = Games.start();
      for (int ply = 0; ply < 30 && !position.outcome().isOver(); ply++) {
        Moves legal = Moves.of(position);
        int move = legal.get(rng.below(Math.min(4, legal.size())));
        int weight = 1 + rng.below(100);
        writer.add(position, move, weight);
        expected.computeIfAbsent(withoutCounters(position), text -> new TreeMap<>())
            .merge(position.format(move), weight, Integer::sum);
        position.make(move);
      }
    }
    Path file = Files.write(folder.resolve("random.bin"), writer.bytes());
    PolyglotBook book = PolyglotBook.open(file);
    assertThat(expected).hasSizeGreaterThan(1000);
    expected.forEach((text, moves) -> assertThat(moves(book, Games.fen(text + " 0 1"))).as(text).isEqualTo(moves));
    ChessPosition elsewhere = Games.fen("8/8/8/4k3/8/8/4P3/4K3 w - - 0 1");
    assertThat(moves(book, elsewhere)).isEmpty();
  }

  private static String withoutCounters(ChessPosition position) {
    return String.join(" ", Arrays.copyOf(position.text().split(" "), 4));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "15", "17", "40"})
  void open_notWholeRecords_isRefused(int bytes) throws IOException {
    Path file = Files.write(folder.resolve("short.bin"), new byte[bytes]);
    assertThatThrownBy(() -> PolyglotBook.open(file)).isInstanceOf(BadInputException.class)
        .hasMessage("book \"" + file + "\" has " + bytes
            + " bytes; a Polyglot book is made of records of 16, at least one");
  }

  @Test
  void open_whatIsNoFile_isRefused() {
    for (Path path : new Path[] {folder, folder.resolve("none.bin")}) {
      assertThatThrownBy(() -> PolyglotBook.open(path)).isInstanceOf(BadInputException.class)
          .hasMessageContaining("\"" + path + "\" is no file");
    }
  }

  @Test
  void of_unsortedRecords_isRefused() {
    assertThatThrownBy(() -> book("8000000000000000 031c 0001 00000000" + START + "031c 0001 00000000"))
        .isInstanceOf(BadInputException.class).hasMessageContaining("not sorted by key at byte 16");
  }

  @Test
  void of_randomBytes_isABookOrIsRefused() {
    for (int seed = 0; seed < 3000; seed++) {
      Rng rng = new Rng(seed);
      byte[] bytes = new byte[rng.below(rng.below(2) == 0 ? 5 * 16 : 100)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) rng.next();
      }
      try {
        moves(PolyglotBook.of(bytes), Games.start());
      } catch (BadInputException e) {
        assertThat(e).as("seed %d", seed).hasMessageStartingWith("the book ");
      }
    }
  }

  /** A book of one position only is looked at to an end, and soon. */
  @Test
  void weights_endlessRecordsOfAPosition_endAtAThousand() {
    assertThat(moves(book((START + "031c 0001 00000000").repeat(5000)), Games.start())).isEqualTo(Map.of("e2e4", 1024));
  }

  /** Polyglot makes a book of three games by itself; this reads it. */
  @Test
  void open_bookMadeByPolyglot_hasItsMoves() throws IOException, InterruptedException {
    Path polyglot = ChessTools.find("polyglot");
    assumeTrue(polyglot != null, "polyglot is not on the path; it would make a book to read");
    Path pgn = folder.resolve("games.pgn");
    Files.writeString(pgn, """
        [Result "1-0"]

        1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. O-O 1-0

        [Result "1-0"]

        1. e4 e5 2. Nf3 Nc6 3. Bb5 Nf6 4. O-O 1-0

        [Result "1/2-1/2"]

        1. d4 d5 1/2-1/2

        """);
    Path file = folder.resolve("made.bin");
    Process process = new ProcessBuilder(polyglot.toString(), "make-book", "-pgn", pgn.toString(),
        "-bin", file.toString(), "-min-game", "1").directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    PolyglotBook book = PolyglotBook.open(file);

    // Two points for a win of the side that made the move, one for a draw.
    assertThat(moves(book, Games.start())).isEqualTo(Map.of("e2e4", 4, "d2d4", 1));
    assertThat(moves(book, Games.after("e4 e5 Nf3 Nc6 Bb5 a6"))).isEqualTo(Map.of("e1g1", 2));
  }
}
