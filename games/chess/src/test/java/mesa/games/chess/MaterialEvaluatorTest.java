package mesa.games.chess;

import static mesa.games.chess.Games.fen;
import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Moves;
import mesa.core.Rng;
import mesa.core.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialEvaluatorTest {
  private final MaterialEvaluator evaluator = new MaterialEvaluator();

  @Test
  void score_ofTheStart_isTheTurnAlone() {
    assertThat(evaluator.score(Games.start())).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/8/8/8/8/Q3K3 w - - 0 1                | 4k3/8/8/8/8/8/8/R3K3 w - - 0 1                | queen over rook
      4k3/p7/8/8/8/8/8/R3K3 w - - 0 1               | 4k3/p7/8/8/8/8/8/B3K3 w - - 0 1               | rook over bishop
      4k3/p7/8/8/8/8/8/2B1KB2 w - - 0 1             | 4k3/p7/8/8/8/8/8/2B1KN2 w - - 0 1             | the bishop pair
      rnbq1rk1/8/8/8/8/8/8/RNBQ1RK1 w - - 0 1       | rnbq1rk1/8/8/8/8/8/8/RNBQKR2 w - - 0 1        | a castled king
      8/8/4k3/8/8/4K3/4P3/8 w - - 0 1               | 8/8/4k3/8/8/8/4P3/K7 w - - 0 1                | a central king
      4k3/4P3/8/8/8/8/8/4K3 b - - 0 1               | 4k3/8/8/8/8/8/4P3/4K3 b - - 0 1               | an advanced pawn
      """)
  void score_ofBetterPosition_isGreaterForItsSide(String better, String worse, String why) {
    assertThat(forWhite(better)).as(why).isGreaterThan(forWhite(worse));
  }

  private int forWhite(String text) {
    ChessPosition position = fen(text);
    return position.side == Piece.WHITE ? evaluator.score(position) : -evaluator.score(position);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4k3/8/8/3q4/4P3/8/8/4K3 w - - 0 1                           | e4d5  | a queen can be taken
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                             | b7b8q | a pawn promotes
      """)
  void priors_whereOneMoveWinsMuch_favourIt(String text, String move, String why) {
    ChessPosition position = fen(text);
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    evaluator.priors(position, moves, priors);
    int best = 0;
    for (int i = 1; i < priors.length; i++) {
      best = priors[i] > priors[best] ? i : best;
    }
    assertThat(position.format(moves.get(best))).as(why).isEqualTo(move);
  }

  @Test
  void priors_ofMoveThatLosesTheQueen_areSmall() {
    ChessPosition position = fen("rnbqkbnr/ppp1pppp/8/3p4/8/4P3/PPPP1PPP/RNBQKBNR w KQkq - 0 2");
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    evaluator.priors(position, moves, priors);
    int blunder = moves.indexOf(position.parseMove("Qg4")); // The bishop on c8 takes it.
    assertThat(priors[blunder]).isLessThan(0.1f / moves.size());
  }

  /** The sum of pieces on their squares is kept up to date by moves; in a position read from text it is counted anew. */
  @Test
  void score_afterMovesAndTakeBacks_isThatOfThePositionReadAnew() {
    Rng rng = new Rng(6);
    ChessPosition position = Games.start();
    for (int ply = 0; ply < 5_000; ply++) {
      Moves moves = Moves.of(position);
      if (moves.isEmpty()) {
        position = Games.start();
        continue;
      }
      if (rng.below(3) == 0 && position.movesMade() > 0) {
        position.unmake();
      } else {
        position.make(moves.get(rng.below(moves.size())));
      }
      assertThat(evaluator.score(position)).as(position.text()).isEqualTo(evaluator.score(fen(position.text())));
    }
  }

  @Test
  void score_moreMaterialThanAGameNeeds_staysOnTheScale() {
    ChessPosition position = fen("QQQQQQQQ/QRRBBNN1/8/8/8/8/8/k1K5 b - - 0 1");
    assertThat(evaluator.score(position)).isEqualTo(-Score.MAX);
  }
}
