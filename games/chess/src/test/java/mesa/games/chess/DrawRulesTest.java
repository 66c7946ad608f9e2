package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Game;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws by repetition and by moves without progress, in games played out under both ways to count. */
class DrawRulesTest {
  private static final String KNIGHTS_OUT_AND_BACK = "Nf3 Nf6 Ng1 Ng8 ";

  private static Game chess(String draws) {
    return Chess.orthodox(Spec.parse("chess:draws=" + draws));
  }

  private static void play(Position position, String moves) {
    for (String move : moves.strip().split(" ")) {
      position.make(position.parseMove(move));
    }
  }

  @ParameterizedTest
  @CsvSource({"claimed, 2, threefold repetition", "forced, 4, fivefold repetition"})
  void outcome_startComesBack_isADrawAtTheLastReturnAndNotBefore(String draws, int returns, String ending) {
    Position position = chess(draws).start();
    play(position, KNIGHTS_OUT_AND_BACK.repeat(returns - 1) + "Nf3 Nf6 Ng1");
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    play(position, "Ng8");
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(position.ending()).isEqualTo(ending);
  }

  /** After 1. e4 a capture en passant is never possible here, so the position after it is the one that comes back. */
  @Test
  void outcome_repetitionOfAPositionAfterADoubleStep_countsIt() {
    Position position = Chess.GAME.start();
    play(position, "e4 Nf6 Nf3 Ng8 Ng1 Nf6 Nf3 Ng8 Ng1");
    assertThat(position.ending()).isEqualTo("threefold repetition");
  }

  /** The first time black may capture en passant, so it is another position (FIDE 9.2.3.1); after Nf6 that is gone. */
  @Test
  void outcome_firstOccurrenceWithCaptureEnPassant_doesNotCount() {
    Position position = Chess.GAME.parse("4k1n1/8/8/8/4p3/8/3P4/4K1N1 w - - 0 1");
    play(position, "d4 Nf6 Nf3 Ng8 Ng1 Nf6 Nf3 Ng8 Ng1");
    assertThat(position.outcome()).isEqualTo(Outcome.ONGOING);
    play(position, "Nf6");
    assertThat(position.ending()).isEqualTo("threefold repetition");
  }

  /** While the kings walk apart no position comes three times; the rook moves once in a round of theirs. */
  @ParameterizedTest
  @CsvSource({"claimed, 99, fifty-move rule", "forced, 149, seventy-five-move rule"})
  void outcome_rookMovesAloneForLong_isADrawByCount(String draws, int halfmovesBefore, String ending) {
    Position position = chess(draws).parse("8/8/8/3k4/8/8/8/R3K3 w - - 0 1");
    while (position.movesMade() < halfmovesBefore) {
      wander(position);
      assertThat(position.outcome()).as("after %d halfmoves", position.movesMade()).isEqualTo(Outcome.ONGOING);
    }
    wander(position);
    assertThat(position.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(position.ending()).isEqualTo(ending);
  }

  /** White's rook walks through ranks 1 to 3 file by file, with a cycle of its own length; black's king to and fro. */
  private static void wander(Position position) {
    int round = position.movesMade() / 2;
    if (position.sideToMove() == 1) {
      play(position, round % 2 == 0 ? "Kd6" : "Kd5");
      return;
    }
    // a1 a2 a3 b3 b2 b1 c1 c2 c3: nine squares there and back, 16 moves, and the king steps aside between rounds.
    String[] squares = {"a1", "a2", "a3", "b3", "b2", "b1", "c1", "c2", "c3"};
    int lap = round / 17;
    int step = round % 17;
    if (step == 16) {
      play(position, lap % 2 == 0 ? "Kf1" : "Kg1");
      return;
    }
    int at = step < 8 ? step + 1 : 15 - step;
    play(position, "R" + squares[at]);
  }

  @ParameterizedTest
  @CsvSource({"claimed, 99", "forced, 149"})
  void outcome_mateWithTheLastHalfmove_isAWin(String draws, int halfmoves) {
    Position position = chess(draws).parse("6k1/5ppp/8/8/8/8/8/R3K3 w - - " + halfmoves + " 100");
    play(position, "Ra8#");
    assertThat(position.ending()).isEqualTo("checkmate");
  }

  @Test
  void parse_clockPastTheLimit_isOver() {
    String text = "8/8/8/3k4/8/8/8/R3K3 w - - 120 90";
    assertThat(chess("claimed").parse(text).ending()).isEqualTo("fifty-move rule");
    assertThat(chess("forced").parse(text).outcome()).isEqualTo(Outcome.ONGOING);
  }

  @Test
  void name_ofForcedDraws_isFedBack() {
    assertThat(chess("forced").name()).isEqualTo("chess:draws=forced");
    assertThat(chess("claimed").name()).isEqualTo("chess");
    assertThat(chess("forced")).isEqualTo(chess("forced")).isNotEqualTo(Chess.GAME);
  }
}
