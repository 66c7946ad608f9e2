package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.GameRecord;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.RecordEntry;
import mesa.core.RecordReader;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgnTest {
  private static final Pgn PGN = new Pgn(Variant.ORTHODOX);

  @Test
  void format_ofGame_writesRosterMovesAndReason() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("Black", "random");
    tags.put("White", "rules");
    tags.put("Termination", "normal");
    GameRecord game = new GameRecord(Fen.START, List.of("f2f3", "e7e5", "g2g4", "d8h4"), List.of(),
        Outcome.SECOND_WON, "checkmate", tags);
    assertThat(PGN.format(game)).isEqualTo("""
        [Event "?"]
        [Site "?"]
        [Date "????.??.??"]
        [Round "?"]
        [White "rules"]
        [Black "random"]
        [Result "0-1"]
        [Termination "normal"]

        1. f3 e5 2. g4 Qh4# {checkmate} 0-1

        """);
  }

  @Test
  void format_fromAnotherStart_writesSetUpAndBlacksNumber() {
    String start = "r3k2r/8/8/8/8/8/8/R3K2R b KQkq - 3 40";
    GameRecord game = new GameRecord(start, List.of("e8g8", "h1h7", "g8h7"),
        List.of("book", "a } b {\n c", ""), Outcome.ONGOING, "", Map.of("White", "a \"b\" \\ c"));
    assertThat(PGN.format(game)).isEqualTo("""
        [Event "?"]
        [Site "?"]
        [Date "????.??.??"]
        [Round "?"]
        [White "a \\"b\\" \\\\ c"]
        [Black "?"]
        [Result "*"]
        [SetUp "1"]
        [FEN "r3k2r/8/8/8/8/8/8/R3K2R b KQkq - 3 40"]

        40... O-O {book} 41. Rh7 {a ) b ( c} 41... Kxh7 *

        """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      M1        | checkmate     | {M1} {checkmate} 0-1
      ''        | checkmate     | {checkmate} 0-1
      checkmate | ''            | {checkmate} {} 0-1
      checkmate | checkmate     | {checkmate} {checkmate} 0-1
      M1        | ''            | {M1} 0-1
      ''        | White resigns | {} {White resigns} 0-1
      ''        | ''            | 0-1
      """)
  void format_lastCommentAndReason_areReadBackAsWhatTheyWere(String comment, String reason, String written) {
    List<String> comments = comment.isEmpty() ? List.of() : List.of("", "", "", comment);
    GameRecord game = new GameRecord(Fen.START, List.of("f2f3", "e7e5", "g2g4", "d8h4"), comments,
        Outcome.SECOND_WON, reason, Map.of());
    assertThat(PGN.format(game).stripTrailing()).endsWith("1. f3 e5 2. g4 Qh4# " + written);
    assertThat(read(PGN, PGN.format(game))).containsExactly(game);
  }

  @Test
  void read_ofWhatFormatWrote_isTheEqualGameAndTheSameText() {
    for (Variant variant : List.of(Variant.ORTHODOX, Variant.CHESS960)) {
      Pgn format = new Pgn(variant);
      List<GameRecord> games = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int seed = 0; seed < 100; seed++) {
        GameRecord game = randomGame(seed, variant);
        games.add(game);
        text.append(format.format(game));
      }
      List<GameRecord> read = read(format, text.toString());
      assertThat(read).isEqualTo(games);
      StringBuilder again = new StringBuilder();
      read.forEach(game -> again.append(format.format(game)));
      assertThat(again).hasToString(text.toString());
    }
  }

  /** What can't be written as it is becomes what is read back the same from then on. */
  @Test
  void read_ofGamesWithAnyComments_settlesAfterTheFirstTime() {
    String pieces = "a {}[]%;\"\\\n\t()$1.*½…é🙂\u2003\u00a0\u0085 checkmate [Event \"x\"] 1-0";
    Rng rng = new Rng(5);
    for (int i = 0; i < 2_000; i++) {
      List<String> comments = new ArrayList<>();
      for (int ply = 0; ply < 4; ply++) {
        comments.add(scramble(pieces, rng));
      }
      GameRecord game = new GameRecord(Fen.START, List.of("f2f3", "e7e5", "g2g4", "d8h4"), comments,
          Outcome.SECOND_WON, scramble(pieces, rng), Map.of("White", scramble(pieces, rng), "X y", scramble(pieces, rng)));
      String text = PGN.format(game);
      List<GameRecord> read = read(PGN, text);
      assertThat(read).as(text).hasSize(1);
      assertThat(PGN.format(read.getFirst())).isEqualTo(text);
      assertThat(read(PGN, PGN.format(read.getFirst()))).isEqualTo(read);
    }
  }

  private static String scramble(String pieces, Rng rng) {
    StringBuilder text = new StringBuilder();
    for (int i = rng.below(12); i > 0; i--) {
      int at = pieces.offsetByCodePoints(0, rng.below(pieces.codePointCount(0, pieces.length())));
      text.appendCodePoint(pieces.codePointAt(at));
    }
    return rng.below(4) > 0 ? text.toString() : text + (rng.below(2) == 0 ? "\n\n[Event \"x\"]" : " {1-0}\n\n1. e4");
  }

  private static List<GameRecord> read(Pgn format, String text) {
    try {
      RecordReader reader = format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      List<GameRecord> games = new ArrayList<>();
      for (RecordEntry entry = reader.next(); entry != null; entry = reader.next()) {
        assertThat(entry).as(text).isInstanceOf(RecordEntry.Whole.class);
        games.add(((RecordEntry.Whole) entry).game());
      }
      return games;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void format_ofLongGame_staysBelow80Columns() {
    assertThat(PGN.format(randomGame(5)).lines()).allMatch(line -> line.length() < 80);
  }

  @Test
  void format_commentThatWouldBeginALineWithPercent_isKeptOnItsLine() {
    String comment = "x".repeat(70) + " % " + "y".repeat(70);
    GameRecord game = new GameRecord(
        Fen.START, List.of("e2e4"), List.of(comment), Outcome.ONGOING, "", Map.of());
    assertThat(PGN.format(game).lines()).noneMatch(line -> line.startsWith("%"));
  }

  @Test
  void format_ofRandomGames_isReadByPgnExtract(@TempDir Path folder) throws IOException, InterruptedException {
    Path tool = ChessTools.find("pgn-extract");
    assumeTrue(tool != null, "pgn-extract is not on the path; it would read the games as a check");
    StringBuilder games = new StringBuilder();
    for (int seed = 0; seed < 20; seed++) {
      games.append(PGN.format(randomGame(seed)));
    }
    Path file = Files.writeString(folder.resolve("games.pgn"), games);
    Process process = new ProcessBuilder(tool.toString(), "-r", "--fixresulttags", file.toString())
        .redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("20 games").doesNotContain("Unknown", "Failed", "Inconsistent", "Missing");
  }

  private static GameRecord randomGame(long seed) {
    return randomGame(seed, Variant.ORTHODOX);
  }

  /** A random game, half of them with comments; one of Chess960 from the start position of that number. */
  private static GameRecord randomGame(long seed, Variant variant) {
    Rng rng = new Rng(seed);
    String start = variant.chess960() ? StartPosition.fen((int) seed) : Fen.START;
    ChessPosition position = Fen.parse(start, variant);
    List<String> moves = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    while (!position.outcome().isOver() && moves.size() < 300) {
      Moves legal = Moves.of(position);
      int move = legal.get(rng.below(legal.size()));
      moves.add(position.format(move));
      comments.add(seed % 2 == 0 && rng.below(4) == 0 ? "+0.31/12 0.120s, n=" + rng.below(1000) : "");
      position.make(move);
    }
    List<String> some = comments.stream().allMatch(String::isEmpty) ? List.of() : comments;
    return new GameRecord(
        start, moves, some, position.outcome(), position.ending(), Map.of("White", "a", "Black", "b"));
  }
}
