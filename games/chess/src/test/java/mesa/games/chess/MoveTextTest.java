package mesa.games.chess;

import static mesa.games.chess.Games.fen;
import static mesa.games.chess.Games.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTextTest {
  private static final String CASTLING = "r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | e2e4  | e4
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | g1f3  | Nf3
      rnbqkbnr/ppp1pppp/8/3p4/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 2 | e4d5  | exd5
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | e1g1  | O-O
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | e1c1  | O-O-O
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | h1h8  | Rxh8+
      5k2/8/8/8/8/8/8/4K2R w K - 0 1                               | e1g1  | O-O+
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b7b8q | b8=Q+
      2r1k3/1P6/8/8/8/8/8/4K3 w - - 0 1                            | b7c8n | bxc8=N
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | e5d6  | exd6
      4k3/8/8/8/8/8/8/N3K1N1 w - - 0 1                             | g1f3  | Nf3
      4k3/8/8/8/8/5N2/8/1N2K3 w - - 0 1                            | b1d2  | Nbd2
      4k3/8/8/N7/8/8/8/N3K3 w - - 0 1                              | a1b3  | N1b3
      4k3/8/8/1N6/8/1N6/8/1N2K2N w - - 0 1                         | b1d2  | N1d2
      4k3/8/8/8/8/1Q6/8/1Q1QK3 w - - 0 1                           | b1c2  | Qb1c2
      4k3/8/8/8/1b6/2N5/8/4K1N1 w - - 0 1                          | g1e2  | Ne2
      6k1/5ppp/8/8/8/8/8/R3K3 w - - 0 1                            | a1a8  | Ra8#
      """)
  void san_ofMove_isStandardAndReadBack(String position, String uci, String san) {
    ChessPosition p = fen(position);
    assertThat(San.write(p, p.parseMove(uci))).isEqualTo(san);
    assertThat(p.format(p.parseMove(san))).isEqualTo(uci);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | 0-0      | e1g1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | o-o-o    | e1c1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | 0-0-0!?  | e1c1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | E1G1     | e1g1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | Rh8      | h1h8
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | Ng1-f3   | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | Ng1f3    | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | Ngf3     | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | e2-e4    | e2e4
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | ' e4 '   | e2e4
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b8Q      | b7b8q
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b8(R)+   | b7b8r
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b7b8=N   | b7b8n
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | B7B8Q    | b7b8q
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | exd6e.p. | e5d6
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | ed6      | e5d6
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | exd      | e5d6
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | ed       | e5d6
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                            | e5:d6    | e5d6
      2r1k3/1P6/8/8/8/8/8/4K3 w - - 0 1                            | bxc=N    | b7c8n
      2r1k3/1P6/8/8/8/8/8/4K3 w - - 0 1                            | b7xc8=♕+ | b7c8q
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b8/Q     | b7b8q
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                              | b8b      | b7b8b
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | OO       | e1g1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | O–O–O    | e1c1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | e1h1     | e1g1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | Ke1-c1   | e1c1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | e1f1     | e1f1
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | R×h8+    | h1h8
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | nf3      | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | ♘f3      | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | ♟e4      | e2e4
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | e2–e4    | e2e4
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | Nf3±     | g1f3
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1     | Nf3=     | g1f3
      """)
  void parseMove_inManyHands_isUnderstood(String position, String text, String uci) {
    ChessPosition p = fen(position);
    assertThat(p.format(p.parseMove(text))).isEqualTo(uci);
  }

  @Test
  void parseMove_ofIllegalUci_listsMovesOfThatPiece() {
    assertRefused(start(), "e2e5", "\"e2e5\" is not legal in " + Fen.START + "; from e2: e2e3 e2e4");
  }

  @Test
  void parseMove_fromAnEmptySquare_saysThatNothingMovesThere() {
    assertRefused(start(), "e4e5", "\"e4e5\" is not legal in " + Fen.START + "; from e4: no move");
  }

  @Test
  void parseMove_ofPromotionWithoutPiece_listsThePromotions() {
    String position = "4k3/1P6/8/8/8/8/8/4K3 w - - 0 1";
    assertRefused(fen(position), "b7b8",
        "\"b7b8\" is ambiguous in " + position + "; it may be b8=Q+ b8=N b8=R+ b8=B");
    assertRefused(fen(position), "b8",
        "\"b8\" is ambiguous in " + position + "; it may be b8=Q+ b8=N b8=R+ b8=B");
  }

  @Test
  void parseMove_ofIllegalSan_listsMovesOfThatKindOfPiece() {
    assertRefused(start(), "Ne5", "\"Ne5\" is not legal in " + Fen.START + "; knight moves: Na3 Nc3 Nf3 Nh3");
  }

  @Test
  void parseMove_ofCaptureWhereNothingStands_isRefused() {
    assertRefused(start(), "Nxf3", "\"Nxf3\" is not legal in " + Fen.START + "; knight moves: Na3 Nc3 Nf3 Nh3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rnbqkbnr/ppp1pppp/8/3p4/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 2 | d5  | pawn moves: a3 b3 c3 d3 f3 g3 h3 e5 a4 b4 c4 d4 f4 g4 h4 exd5
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | Kg1 | king moves: Kd1 Kf1 Kd2 Ke2 Kf2
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | 0-0-0-0 | no move
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                         | 00  | no move
      8/8/1p1p4/2P5/8/1P6/2p5/4k1K1 w - - 0 1                      | cx  | no move
      8/8/1p1p4/2P5/8/1P6/2p5/4k1K1 w - - 0 1                      | cxe | no move
      """)
  void parseMove_thatSaysTooLittle_isRefused(String position, String text, String message) {
    assertThatThrownBy(() -> fen(position).parseMove(text)).isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parseMove_ofCaptureByFilesThatTwoCanMake_listsThem() {
    String position = "4k3/8/3p4/2P1p3/3p4/2P5/8/4K3 w - - 0 1";
    assertRefused(fen(position), "cxd", "\"cxd\" is ambiguous in " + position + "; it may be cxd4 cxd6");
  }

  @Test
  void parseMove_ofUnderspecifiedMove_listsWhatItMayBe() {
    String position = "4k3/8/8/8/8/5N2/8/1N2K3 w - - 0 1";
    assertRefused(fen(position), "Nd2", "\"Nd2\" is ambiguous in " + position + "; it may be Nbd2 Nfd2");
  }

  @Test
  void parseMove_ofForbiddenCastling_saysWhichIsAllowed() {
    String position = "r3k2r/8/8/8/8/8/8/R3K2R w Q - 0 1";
    assertRefused(fen(position), "O-O", "\"O-O\" is not legal in " + position + "; castling here: O-O-O");
  }

  @Test
  void parseMove_ofNonsense_saysHowMovesAreWritten() {
    assertRefused(start(), "castle", "\"castle\" is no move; write e2e4, or e7e8q to promote, or Nf3");
  }

  @Test
  void parseMove_inAFinishedGame_saysHowItEnded() {
    String mated = "rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3";
    assertRefused(fen(mated), "e2e4", "\"e2e4\" is not legal in " + mated + "; the game is over: checkmate");
  }

  @Test
  void format_ofCastling_isTheKingsMove() {
    assertThat(Games.movesOf(fen(CASTLING))).contains("e1g1", "e1c1").doesNotContain("e1h1", "e1a1");
  }

  private static void assertRefused(ChessPosition position, String text, String message) {
    assertThatThrownBy(() -> position.parseMove(text)).isInstanceOf(BadInputException.class).hasMessage(message);
  }

  /** In small letters b1c3 is a move of the knight on b1; with a capital it is a bishop's, told apart by its rank. */
  @Test
  void parse_bishopToldApartByItsRank_isNoSquare() {
    ChessPosition position = fen("8/k7/8/4B3/8/8/8/1N2B2K w - - 0 1");
    assertThat(position.format(position.parseMove("B1c3"))).isEqualTo("e1c3");
    assertThat(position.format(position.parseMove("b1c3"))).isEqualTo("b1c3");
    assertThat(position.format(position.parseMove("E1F2"))).isEqualTo("e1f2");
  }
}
