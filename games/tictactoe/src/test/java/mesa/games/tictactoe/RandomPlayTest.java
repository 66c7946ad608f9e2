package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mesa.core.Moves;
import mesa.core.Outcome;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RandomPlayTest {
  /** In the order in which fractions stand for them. */
  private static final List<Outcome> OUTCOMES = List.of(Outcome.FIRST_WON, Outcome.SECOND_WON, Outcome.DRAWN);

  private static final Offset<Double> EXACT = within(1e-8);

  /** {@return how large a share of all fractions stands for an outcome} */
  private static double odds(TicTacToePosition position, Outcome outcome) {
    int place = OUTCOMES.indexOf(outcome);
    return (double) (begin(position, place + 1) - begin(position, place)) / (1 << RandomPlay.BITS);
  }

  /** {@return the least fraction that stands for an outcome of this place in the order or a later one} */
  private static int begin(TicTacToePosition position, int place) {
    int low = 0;
    int high = 1 << RandomPlay.BITS;
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (OUTCOMES.indexOf(RandomPlay.outcome(position.cells(0), position.cells(1), middle)) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** 737/1260, 121/420 and 8/63: the sum over all games of the odds of their moves, by a program of its own. */
  @Test
  void outcome_ofTheStart_hasTheKnownOdds() {
    TicTacToePosition start = new TicTacToePosition(0, 0, 0);
    assertThat(odds(start, Outcome.FIRST_WON)).isCloseTo(737 / 1260.0, EXACT);
    assertThat(odds(start, Outcome.SECOND_WON)).isCloseTo(121 / 420.0, EXACT);
    assertThat(odds(start, Outcome.DRAWN)).isCloseTo(8 / 63.0, EXACT);
  }

  @Test
  void outcome_ofEveryPosition_hasTheMeanOddsOfWhatMovesLeadTo() {
    check(new TicTacToePosition(0, 0, 0));
  }

  private static void check(TicTacToePosition position) {
    Outcome over = position.outcome();
    Moves moves = Moves.of(position);
    for (Outcome outcome : OUTCOMES) {
      if (over.isOver()) {
        assertThat(odds(position, outcome)).as("%s in %s", outcome, position).isEqualTo(over == outcome ? 1 : 0);
        continue;
      }
      double expected = 0;
      for (int move : moves.toArray()) {
        position.make(move);
        expected += odds(position, outcome) / moves.size();
        position.unmake();
      }
      assertThat(odds(position, outcome)).as("%s from %s", outcome, position).isCloseTo(expected, EXACT);
    }
    int last = position.movesMade() == 0 ? -1 : position.moveMade(position.movesMade() - 1);
    for (int move : moves.toArray()) {
      if (move > last || position.movesMade() < 2) { // Most positions once, in one order of their moves.
        position.make(move);
        check(position);
        position.unmake();
      }
    }
  }
}
