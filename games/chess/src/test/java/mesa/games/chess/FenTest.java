package mesa.games.chess;

import static mesa.games.chess.Games.after;
import static mesa.games.chess.Games.fen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1",
    "r3k2r/8/8/8/8/8/8/R3K2R b Kq - 13 57",
    "rnbqkbnr/ppp1p1pp/8/3pPp2/8/8/PPPP1PPP/RNBQKBNR w KQkq f6 0 3",
    "8/8/8/8/8/4k3/8/4K3 w - - 99 200",
  })
  void parse_ofCanonicalText_writesItBack(String text) {
    assertThat(fen(text).text()).isEqualTo(text);
  }

  @Test
  void parse_withoutCounters_startsThemAfresh() {
    assertThat(fen("4k3/8/8/8/8/8/8/4K2R w K -").text()).isEqualTo("4k3/8/8/8/8/8/8/4K2R w K - 0 1");
  }

  @Test
  void parse_moveNumber0_isThe1stMove() {
    assertThat(fen("4k3/8/8/8/8/8/8/4K2R b K - 0 0").text()).isEqualTo("4k3/8/8/8/8/8/8/4K2R b K - 0 1");
  }

  @Test
  void parse_withMoreSpaceAndOtherOrder_isForgiving() {
    assertThat(fen("  r3k2r/8/8/8/8/8/8/R3K2R  w  qkQK\t-  0 1 ").text())
        .isEqualTo("r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1");
  }

  @Test
  void text_whereNoPawnCanCaptureEnPassant_omitsTheSquare() {
    assertThat(after("e2e4").text()).isEqualTo("rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1");
  }

  @Test
  void text_wherePinForbidsEnPassant_omitsTheSquare() {
    // Both pawns would leave the fourth rank, and the rook on h4 would see the king on a4.
    assertThat(fen("8/8/8/8/k2Pp2R/8/8/4K3 b - d3 0 1").text()).isEqualTo("8/8/8/8/k2Pp2R/8/8/4K3 b - - 0 1");
  }

  @Test
  void text_afterMoves_countsThem() {
    assertThat(after("e4 e5 Nf3 Nc6 Bb5").text())
        .isEqualTo("r1bqkbnr/pppp1ppp/2n5/1B2p3/4P3/5N2/PPPP1PPP/RNBQK2R b KQkq - 3 3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR                 | has 1 field; six are wanted
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0      | has 5 fields; six are wanted
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1 x  | has 7 fields; six are wanted
      rnbqkbnr/pppppppp/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1      | has 7 ranks in "rnbqkbnr/
      rnbqkbnr/pppppppp/8/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1  | has 9 ranks
      rnbqkbnr/pppppppp/8/8/5p3/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1  | has 9 squares in rank 4, "5p3"; eight
      rnbqkbnr/ppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | has 7 squares in rank 7, "ppppppp"; eight
      rnbqkbnr/pppppppp/8//8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | has 0 squares in rank 5, ""; eight
      rnbqkbnr/pppppppp/44/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1   | has two digits side by side in rank 6, "44"
      rnbqkbnr/pppppppp/9/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1    | has '9' in rank 6, "9"; pieces are PNBRQK
      rnbqxbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1    | has 'x' in rank 8, "rnbqxbnr"; pieces are PNBRQK
      rnbq1bnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQ - 0 1      | has 0 kings for black; each side has one
      4k3/8/8/8/8/8/8/K3K3 w - - 0 1                              | has 2 kings for white; each side has one
      4k3/8/8/8/8/8/8/P3K3 w - - 0 1                              | has a pawn on a1; pawns stand on ranks 2 to 7
      4k2p/8/8/8/8/8/8/4K3 w - - 0 1                              | has a pawn on h8; pawns stand on ranks 2 to 7
      4k3/8/8/8/8/P7/PPPPPPPP/4K3 w - - 0 1                       | has 9 pawns for white; eight are the most
      qqqqk3/qqqqq3/qqq5/8/8/8/PPPPPPPP/4K3 w - - 0 1             | for black: 0 pawns, and at least 11 promoted
      4k3/8/8/8/8/8/PPPPPPPP/QQ2K3 w - - 0 1                      | for white: 8 pawns, and at least 1 promoted
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR W KQkq - 0 1    | has side to move "W"; w or b is wanted
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQxq - 0 1    | has castling rights "KQxq"; some of KQkq
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KK - 0 1      | has castling rights "KK"; some of KQkq, each once
      4k3/8/8/8/8/8/8/4K3 w K - 0 1                               | has castling right K, but no white rook on h1
      r4k1r/8/8/8/8/8/8/4K3 w q - 0 1                             | has castling right q, but no black king on e8
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq e9 0 1   | has en passant square "e9"; a square
      4k3/8/8/8/4P3/8/8/4K3 w - e3 0 1                            | "e3" with white to move; it must be on rank 6
      4k3/8/8/8/4P3/8/8/4K3 b - d3 0 1                            | "d3", but no white pawn on d4
      4k3/8/8/8/4P3/4N3/8/4K3 b - e3 0 1                          | "e3", but e3, where the white pawn came along,
      4k3/8/8/8/4P3/8/4N3/4K3 b - e3 0 1                          | "e3", but e2, where the white pawn came along,
      4k3/8/8/8/4P3/8/8/4K3 b - e3 5 1                            | has halfmove clock "5" and en passant square "e3"
      4k3/8/8/8/8/8/8/4K2R w K - x 1                              | has halfmove clock "x"; a whole number from 0 to 9999
      4k3/8/8/8/8/8/8/4K2R w K - -1 1                             | has halfmove clock "-1"; a whole number
      4k3/8/8/8/8/8/8/4K2R w K - 0 -1                             | has move number "-1"; a whole number from 0 to 9999
      4k3/8/8/8/8/8/8/4K2R w K - 0 99999                          | has move number "99999"; a whole number
      4k3/8/8/8/8/8/8/4R1K1 w - - 0 1                             | has white to move and black's king on e8 in check
      8/8/8/4k3/4K3/8/8/8 b - - 0 1                               | has black to move and white's king on e4 in check
      """)
  void parse_ofMalformedText_saysWhatIsWrong(String text, String complaint) {
    assertThatThrownBy(() -> Fen.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("FEN \"" + text + "\" ")
        .hasMessageContaining(complaint);
  }

  @Test
  void text_afterTheLastMoveNumber_canStillBeRead() {
    ChessPosition position = fen("k7/8/8/8/8/8/8/K6R b - - 0 9999");
    position.make(position.parseMove("a8b8"));
    position.make(position.parseMove("h1h2"));
    assertThat(fen(position.text()).text()).isEqualTo(position.text());
  }
}
