package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.GameRecord;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgnTest {
  @Test
  void format_ofGame_writesRosterMovesAndReason() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("Black", "random");
    tags.put("White", "rules");
    tags.put("Termination", "normal");
    GameRecord game = new GameRecord(Fen.START, List.of("f2f3", "e7e5", "g2g4", "d8h4"), List.of(),
        Outcome.SECOND_WON, "checkmate", tags);
    assertThat(Pgn.FORMAT.format(game)).isEqualTo("""
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
    assertThat(Pgn.FORMAT.format(game)).isEqualTo("""
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

  @Test
  void format_ofLongGame_staysBelow80Columns() {
    assertThat(Pgn.FORMAT.format(randomGame(5)).lines()).allMatch(line -> line.length() < 80);
  }

  @Test
  void format_commentThatWouldBeginALineWithPercent_isKeptOnItsLine() {
    String comment = "x".repeat(70) + " % " + "y".repeat(70);
    GameRecord game = new GameRecord(
        Fen.START, List.of("e2e4"), List.of(comment), Outcome.ONGOING, "", Map.of());
    assertThat(Pgn.FORMAT.format(game).lines()).noneMatch(line -> line.startsWith("%"));
  }

  @Test
  void format_ofRandomGames_isReadByPgnExtract(@TempDir Path folder) throws IOException, InterruptedException {
    Path tool = ChessTools.find("pgn-extract");
    assumeTrue(tool != null, "pgn-extract is not on the path; it would read the games as a check");
    StringBuilder games = new StringBuilder();
    for (int seed = 0; seed < 20; seed++) {
      games.append(Pgn.FORMAT.format(randomGame(seed)));
    }
    Path file = Files.writeString(folder.resolve("games.pgn"), games);
    Process process = new ProcessBuilder(tool.toString(), "-r", "--fixresulttags", file.toString())
        .redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("20 games").doesNotContain("Unknown", "Failed", "Inconsistent", "Missing");
  }

  private static GameRecord randomGame(long seed) {
    Rng rng = new Rng(seed);
    ChessPosition position = Games.start();
    List<String> moves = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    while (!position.outcome().isOver() && moves.size() < 300) {
      Moves legal = Moves.of(position);
      int move = legal.get(rng.below(legal.size()));
      moves.add(position.format(move));
      comments.add(rng.below(4) == 0 ? "+0.31/12 0.120s, n=" + rng.below(1000) : "");
      position.make(move);
    }
    return new GameRecord(
        Fen.START, moves, comments, position.outcome(), position.ending(), Map.of("White", "a", "Black", "b"));
  }
}
