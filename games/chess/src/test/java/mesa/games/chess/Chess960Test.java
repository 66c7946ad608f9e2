package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.Outcome;
import mesa.core.Perft;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Chess960Test {
  private static ChessPosition fen(String fen) {
    return Fen.parse(fen, Variant.CHESS960);
  }

  /** Numbers as in R. Scharnagl's table. */
  @ParameterizedTest
  @CsvSource({"0, BBQNNRKR", "1, BQNBNRKR", "518, RNBQKBNR", "534, RNBKQBNR", "959, RKRNNQBB"})
  void start_ofNumber_isScharnagls(int number, String pieces) {
    assertThat(StartPosition.pieces(number)).isEqualTo(pieces);
  }

  @Test
  void starts_areAllDifferentAndKeepTheRules() {
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < StartPosition.COUNT; number++) {
      String pieces = StartPosition.pieces(number);
      assertThat(seen.add(pieces)).as("number %d, %s", number, pieces).isTrue();
      assertThat(pieces).matches("[^R]*R[^K]*K[^R]*R[^R]*")
          .matches("(..)*B.*").matches("(..)*.B.*") // A bishop on an even file and one on an odd.
          .matches(text -> text.chars().sorted().mapToObj(Character::toString).toList()
              .equals(List.of("B", "B", "K", "N", "N", "Q", "R", "R")));
    }
  }

  /** Counts of Stockfish 15.1 ({@code UCI_Chess960}); the first two also in the published table of 960 positions. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bqnb1rkr/pp3ppp/3ppn2/2p5/5P2/P2P4/NPP1P1PP/BQ1BNRKR w HFhf - 2 9     | 4 | 326672
      2nnrbkr/p1qppppp/8/1ppb4/6PP/3PP3/PPP2P2/BQNNRBKR w HEhe - 1 9        | 4 | 667366
      b1q1rrkb/pppppppp/3nn3/8/P7/1PPP4/4PPPP/BQNNRKRB w GE - 1 9           | 4 | 273318
      qbbnnrkr/2pp2pp/p7/1p2pp2/8/P3PP2/1PPP1KPP/QBBNNR1R w hf - 0 9        | 4 | 382958
      r1k1r2q/p1ppp1pp/8/8/8/8/P1PPP1PP/R1K1R2Q w KQkq - 0 1                | 4 | 285754
      1rqbkrbn/1ppppp1p/1n6/p1N3p1/8/2P4P/PP1PPPP1/1RQBKRBN w FBfb - 0 9    | 4 | 287739
      """)
  void perft_fromOtherStarts_countsPublished(String fen, int depth, long leaves) {
    assertThat(Perft.count(fen(fen), depth)).isEqualTo(leaves);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/8/8/8/8/1R2K1R1 w GB - 0 1    | e1g1 | O-O   | 4k3/8/8/8/8/8/8/1R3RK1 b - - 1 1
      4k3/8/8/8/8/8/8/1R2K1R1 w GB - 0 1    | e1b1 | O-O-O | 4k3/8/8/8/8/8/8/2KR2R1 b - - 1 1
      4k3/8/8/8/8/8/8/5KR1 w G - 0 1        | f1g1 | O-O   | 4k3/8/8/8/8/8/8/5RK1 b - - 1 1
      4k3/8/8/8/8/8/8/6KR w H - 0 1         | g1h1 | O-O   | 4k3/8/8/8/8/8/8/5RK1 b - - 1 1
      4k3/8/8/8/8/8/8/RK6 w A - 0 1         | b1a1 | O-O-O | 4k3/8/8/8/8/8/8/2KR4 b - - 1 1
      rk2r3/8/8/8/8/8/3K4/8 b ea - 0 1      | b8e8 | O-O   | r4rk1/8/8/8/8/8/3K4/8 w - - 1 2
      """)
  void make_castling_putsKingAndRookOnTheirSquaresAndBack(String before, String uci, String san, String after) {
    ChessPosition position = fen(before);
    String text = position.text();
    int move = position.parseMove(san);
    assertThat(position.format(move)).isEqualTo(uci);
    assertThat(position.parseMove(uci)).isEqualTo(move);
    position.make(move);
    assertThat(position.text()).isEqualTo(after);
    assertThat(position.hash()).isEqualTo(fen(after).hash());
    position.unmake();
    assertThat(position.text()).isEqualTo(text);
  }

  /** The rook on b1 keeps the line of a1's rook closed until it leaves for d1. */
  @Test
  void legalMoves_castlingWouldOpenALine_isLeftOut() {
    assertThat(Games.movesOf(fen("4k3/8/8/8/8/8/8/rRK5 w B - 0 1"))).doesNotContain("c1b1");
    assertThat(Games.movesOf(fen("4k3/8/8/8/8/8/8/1RK5 w B - 0 1"))).contains("c1b1");
  }

  /** Bishop a6 and the pawns attack f1, f2 and g2, and h2 is blocked; castling leaves the king on g1. */
  @Test
  void outcome_castlingIsTheOnlyMove_isOngoing() {
    ChessPosition position = fen("k7/8/b7/8/8/4p2p/7P/6KR w H - 0 1");
    assertThat(Games.movesOf(position)).containsExactly("g1h1");
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    assertThat(fen("k7/8/b7/8/8/4p2p/7P/6KR w - - 0 1").outcome()).isEqualTo(Outcome.DRAWN);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w HAha - 0 1  | KQkq
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQha - 0 1  | KQkq
      4k3/8/8/8/8/8/8/RR2K1RR w GB - 0 1                        | GB
      4k3/8/8/8/8/8/8/RR2K1RR w KQ - 0 1                        | KQ
      4k3/8/8/8/8/8/8/RR2K1RR w HA - 0 1                        | KQ
      rr2k1rr/8/8/8/8/8/8/4K3 b gq - 0 1                        | gq
      """)
  void text_ofRights_isXFen(String fen, String rights) {
    ChessPosition position = fen(fen);
    assertThat(position.text().split(" ")[2]).isEqualTo(rights);
    assertThat(fen(position.text()).text()).isEqualTo(position.text());
  }

  @Test
  void parse_rightsByFileInOrthodoxChess_areRead() {
    assertThat(Fen.parse("r3k2r/8/8/8/8/8/8/R3K2R w HAha - 0 1").text())
        .isEqualTo("r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/8/8/8/8/4KR2 w F - 0 1   | "F" of a king or rooks that stand elsewhere than at the start; that is Chess960
      4k3/8/8/8/8/8/8/5K1R w H - 0 1   | "H" of a king or rooks that stand elsewhere than at the start; that is Chess960
      4k3/8/8/8/8/8/8/5K1R w K - 0 1   | has castling right K, but no white king on e1
      """)
  void parse_otherSquaresInOrthodoxChess_isRefused(String fen, String complaint) {
    assertThatThrownBy(() -> Fen.parse(fen)).isInstanceOf(BadInputException.class).hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/8/8/8/8/4K3 w K - 0 1       | has castling right K, but no white rook on h1
      4k3/8/8/8/8/8/8/4K3 w B - 0 1       | has castling right B, but no white rook on b1
      4k3/8/8/8/8/8/4K3/7R w H - 0 1      | has castling right H, but no white king on e1
      4k3/8/8/8/8/8/8/4K2R w KH - 0 1     | has castling rights "KH"; some of KQkq, each once (or files, as in HAha)
      4k3/8/8/8/8/8/8/4KR1R w FH - 0 1    | has castling rights "FH"; some of KQkq, each once
      4k3/8/8/8/8/8/8/4K3 w X - 0 1       | has castling rights "X"; some of KQkq
      """)
  void parse_impossibleRights_saysWhatIsWrong(String fen, String complaint) {
    assertThatThrownBy(() -> fen(fen)).isInstanceOf(BadInputException.class).hasMessageContaining(complaint);
  }

  @Test
  void name_fedBack_isTheSameGame() {
    for (String text : List.of("chess960", "chess960:start=5", "chess960:start=5,draws=forced")) {
      Chess game = Chess.chess960(Spec.parse(text));
      assertThat(game.name()).isEqualTo(text);
    }
  }

  /** All 960 starts ship as openings. */
  @Test
  void openings_starts_areThe960InOrder() throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        Chess.CHESS960.resource("openings/starts.txt").orElseThrow().openStream(), StandardCharsets.UTF_8))) {
      List<String> starts = lines.lines().filter(line -> !line.startsWith("#")).toList();
      assertThat(starts).hasSize(StartPosition.COUNT);
      for (int number = 0; number < StartPosition.COUNT; number++) {
        assertThat(starts.get(number)).isEqualTo(StartPosition.fen(number));
        assertThat(fen(starts.get(number)).text()).isEqualTo(starts.get(number));
      }
    }
  }
}
