package mesa.games.chess;

import static mesa.games.chess.Games.after;
import static mesa.games.chess.Games.fen;
import static mesa.games.chess.Games.movesOf;
import static mesa.games.chess.Games.play;
import static mesa.games.chess.Games.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import mesa.core.Moves;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChessRulesTest {
  private static final String KNIGHTS_OUT_AND_BACK = "Nf3 Nf6 Ng1 Ng8 ";

  @Test
  void outcome_foolsMate_isBlacksWin() {
    ChessPosition position = after("f3 e5 g4 Qh4#");
    assertThat(position.outcome()).isEqualTo(Outcome.SECOND_WON);
    assertThat(position.ending()).isEqualTo("checkmate");
    assertThat(movesOf(position)).isEmpty();
  }

  @Test
  void outcome_scholarsMate_isWhitesWin() {
    assertThat(after("e4 e5 Bc4 Nc6 Qh5 Nf6 Qxf7#").outcome()).isEqualTo(Outcome.FIRST_WON);
  }

  @Test
  void outcome_shortestStalemate_isADraw() {
    // Sam Loyd, 1866.
    ChessPosition position = after("e3 a5 Qh5 Ra6 Qxa5 h5 h4 Rah6 Qxc7 f6 Qxd7 Kf7 Qxb7 Qd3 Qxb8 Qh7 Qxc8 Kg6 Qe6");
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(position.ending()).isEqualTo("stalemate");
  }

  @Test
  void outcome_thirdOccurrence_isADraw() {
    ChessPosition position = after(KNIGHTS_OUT_AND_BACK + KNIGHTS_OUT_AND_BACK);
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(position.ending()).isEqualTo("threefold repetition");
    assertThat(movesOf(position)).isEmpty();
  }

  @Test
  void outcome_secondOccurrence_isOngoing() {
    assertThat(after(KNIGHTS_OUT_AND_BACK + "Nf3 Nf6 Ng1").outcome()).isEqualTo(Outcome.ONGOING);
  }

  @Test
  void outcome_occurrenceWithOtherCastlingRights_isNotARepetition() {
    // The start has rights that are lost once a rook has moved: the third look-alike is only the second occurrence.
    ChessPosition position = fen("4k3/p7/8/8/8/8/P7/4K2R w K - 0 1");
    play(position, "Rh2 Kd8 Rh1 Ke8 Rh2 Kd8 Rh1 Ke8");
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    play(position, "Rh2");
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
  }

  @Test
  void outcome_repetitionTakenBack_isOngoingAgain() {
    ChessPosition position = after(KNIGHTS_OUT_AND_BACK + KNIGHTS_OUT_AND_BACK);
    position.unmake();
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    assertThat(movesOf(position)).contains("f6g8");
  }

  @Test
  void outcome_hundredthHalfmove_isADraw() {
    ChessPosition position = fen("4k3/8/8/8/8/8/8/R3K3 w - - 99 80");
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    play(position, "Ra2");
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(position.ending()).isEqualTo("fifty-move rule");
    assertThat(movesOf(position)).isEmpty();
  }

  @Test
  void outcome_mateOnTheHundredthHalfmove_isAWin() {
    ChessPosition position = play(fen("4k3/8/4K3/8/8/8/8/R7 w - - 99 80"), "Ra8");
    assertThat(position.outcome()).isEqualTo(Outcome.FIRST_WON);
    assertThat(position.ending()).isEqualTo("checkmate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a2a3", "a1b1"})
  void halfmoves_afterPawnMoveOrCapture_startAfresh(String move) {
    ChessPosition position = play(fen("4k3/8/8/8/8/8/P7/Rn2K3 w - - 42 80"), move);
    assertThat(position.halfmoves).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/8/8/8/8/4K3 w - - 0 1      | true  | kings alone
      4k3/8/8/8/8/8/8/3NK3 w - - 0 1     | true  | a knight
      4k3/8/8/8/8/8/8/2B1K3 b - - 0 1    | true  | a bishop
      4kb2/8/8/8/8/8/8/2B1K3 w - - 0 1   | true  | f8 and c1 are both dark
      2b1k3/8/8/8/8/8/8/2B1K3 w - - 0 1  | false | c8 is light, c1 is dark
      4k3/8/8/8/8/4B3/8/2B1K3 w - - 0 1  | true  | two bishops, both on dark squares
      4k3/8/8/8/8/8/8/1NN1K3 w - - 0 1   | false | a helped mate is possible
      4kn2/8/8/8/8/8/8/3NK3 w - - 0 1    | false | a helped mate is possible
      4k3/8/8/8/8/8/4P3/4K3 w - - 0 1    | false | a pawn
      4k3/8/8/8/8/8/8/R3K3 w - - 0 1     | false | a rook
      """)
  void outcome_withFewPieces_isADrawIfNobodyCanMate(String text, boolean drawn, String why) {
    ChessPosition position = fen(text);
    assertThat(position.outcome()).as(why).isEqualTo(drawn ? Outcome.DRAWN : Outcome.ONGOING);
    assertThat(position.ending()).as(why).isEqualTo(drawn ? "insufficient material" : "");
  }

  @Test
  void legalMoves_enPassantWouldOpenTheRank_isLeftOut() {
    ChessPosition position = play(fen("8/8/8/8/k3p2R/8/3P4/4K3 w - - 0 1"), "d4");
    // Both pawns would leave the fourth rank, and the rook on h4 would see the king on a4.
    assertThat(movesOf(position)).doesNotContain("e4d3");
  }

  @Test
  void legalMoves_enPassantOfTheCheckingPawn_isListed() {
    ChessPosition position = play(fen("8/8/8/2k5/4p3/8/3P4/4K3 w - - 0 1"), "d4+");
    assertThat(movesOf(position)).contains("e4d3");
  }

  @Test
  void legalMoves_castlingThroughCheck_isLeftOut() {
    assertThat(movesOf(fen("4k3/8/8/8/8/5r2/8/R3K2R w KQ - 0 1"))).contains("e1c1").doesNotContain("e1g1");
  }

  @Test
  void legalMoves_castlingWithAttackedRookPath_isListed() {
    // The king passes over c1 and d1 only; b1 may be attacked.
    assertThat(movesOf(fen("1r2k3/8/8/8/8/8/8/R3K2R w KQ - 0 1"))).contains("e1c1");
  }

  @Test
  void legalMoves_inDoubleCheck_areTheKingsAlone() {
    // The queen could take neither checker without leaving the king to the other.
    assertThat(movesOf(fen("4r1k1/8/8/8/7b/8/3P4/Q3K2R w K - 0 1"))).containsExactlyInAnyOrder("e1d1", "e1f1");
  }

  @Test
  void castling_afterRookIsCaptured_isGone() {
    ChessPosition position = play(fen("r3k2r/8/8/8/8/8/6b1/R3K2R b KQkq - 0 1"), "Bxh1");
    assertThat(position.text()).isEqualTo("r3k2r/8/8/8/8/8/8/R3K2b w Qkq - 0 2");
  }

  @Test
  void hash_byTransposition_isTheSame() {
    assertThat(after("Nf3 Nf6 Nc3 Nc6").hash()).isEqualTo(after("Nc3 Nc6 Nf3 Nf6").hash());
  }

  @Test
  void hash_afterPawnThatNobodyCanCapture_ignoresEnPassant() {
    assertThat(after("e4 e6 d4").hash()).isEqualTo(after("d4 e6 e4").hash());
  }

  @Test
  void hash_withCaptureEnPassant_differs() {
    String placement = "4k3/8/8/8/3Pp3/8/8/4K3 b - ";
    assertThat(fen(placement + "d3 0 1").hash()).isNotEqualTo(fen(placement + "- 0 1").hash());
  }

  @Test
  void noisyMoves_ofAnyPosition_areTheLegalCapturesAndQueenPromotions() {
    ChessPosition position = fen("r3k2r/pPppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PP1BBPPP/R3K2R w KQkq - 0 1");
    Moves noisy = new Moves();
    position.noisyMoves(noisy);
    assertThat(Games.texts(position, noisy)).isEqualTo(Set.of(
        "b7a8q", "b7b8q", "d5e6", "e2a6", "e5d7", "e5f7", "e5g6", "f3f6", "f3h3", "g2h3"));
  }

  @Test
  void noisyMoves_inCheck_answerIt() {
    ChessPosition position = fen("4k3/8/8/8/4r3/3p4/2P5/3BK3 w - - 0 1");
    Moves noisy = new Moves();
    position.noisyMoves(noisy);
    assertThat(Games.texts(position, noisy)).isEmpty();
    assertThat(position.inCheck()).isTrue();
  }

  @Test
  void makeNull_inCheck_isRefused() {
    assertThat(fen("4k3/8/8/8/4r3/8/8/R3K3 w - - 0 1").makeNull()).isFalse();
  }

  @Test
  void makeNull_withPawnsAlone_isRefused() {
    assertThat(fen("4k3/8/8/8/8/8/PPP5/4K3 w - - 0 1").makeNull()).isFalse();
  }

  @Test
  void makeNull_withOneMinorPiece_isRefused() {
    // Black would be in zugzwang, and mated in two, after Ra6.
    assertThat(fen("kbK5/pp6/RP6/8/8/8/8/8 b - - 0 1").makeNull()).isFalse();
    assertThat(fen("kbK5/pp6/RP6/8/8/8/8/7n b - - 0 1").makeNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "true,  kbK5/pp6/RP6/8/8/8/8/8 b - - 0 1", // after Morphy's Ra6: own men all around, all three squares covered
    "true,  7k/p7/5N1K/8/8/8/6R1/8 b - - 0 1", // three empty squares, all covered
    "false, 7k/p7/8/8/8/7K/6R1/8 b - - 0 1", // one is free
    "false, 5rkn/5ppp/8/8/8/B7/8/6K1 b - - 0 1", // own men all around, but one square covered alone
    "false, rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1",
  })
  void isHemmedIn_kingWithoutASquare_isWhereThreeAreCovered(boolean expected, String text) {
    assertThat(fen(text).isHemmedIn()).as(text).isEqualTo(expected);
  }

  @Test
  void makeNull_takenBack_restoresEverything() {
    ChessPosition position = after("e4 a6 e5 d5");
    String text = position.text();
    long hash = position.hash();
    assertThat(position.makeNull()).isTrue();
    assertThat(position.sideToMove()).isEqualTo(Piece.BLACK);
    assertThat(position.hash()).isEqualTo(Fen.parse(position.text()).hash()).isNotEqualTo(hash);
    position.unmake();
    assertThat(position.text()).isEqualTo(text);
    assertThat(position.hash()).isEqualTo(hash);
    assertThat(movesOf(position)).contains("e5d6");
  }

  @Test
  void diagram_ofTheStart_showsTheBoard() {
    assertThat(start().diagram()).isEqualTo("""
        8 r n b q k b n r
        7 p p p p p p p p
        6 . . . . . . . .
        5 . . . . . . . .
        4 . . . . . . . .
        3 . . . . . . . .
        2 P P P P P P P P
        1 R N B Q K B N R
          a b c d e f g h""");
  }
}
