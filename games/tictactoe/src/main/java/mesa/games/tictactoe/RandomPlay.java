package mesa.games.tictactoe;

import java.util.Arrays;
import mesa.core.Outcome;

/** How play by random moves ends, known exactly for every position: one random number tells what a playout comes to. */
final class RandomPlay {
  /** Bits of the fractions below. */
  static final int BITS = 30;

  private static final int POSITIONS = 19_683; // 3^9

  /** By the cells of one side: the sum of the powers of three that stand for them. */
  private static final int[] POWERS = new int[Lines.ALL + 1];

  /** By position, as fractions of 2^{@value #BITS}: how often the first side wins, and how often either does. */
  private static final int[] FIRST = new int[POSITIONS];
  private static final int[] EITHER = new int[POSITIONS];

  static {
    for (int cells = 1; cells <= Lines.ALL; cells++) {
      int lowest = Integer.numberOfTrailingZeros(cells);
      POWERS[cells] = POWERS[cells & cells - 1] + Integer.parseInt("1" + "0".repeat(lowest), 3);
    }
    double[] first = new double[POSITIONS];
    double[] either = new double[POSITIONS];
    Arrays.fill(first, -1);
    fill(0, 0, 0, first, either);
  }

  private RandomPlay() {}

  /** Finds the odds of a position and of all that come of it; those of the first side are -1 where not yet known. */
  private static void fill(int mover, int other, int side, double[] first, double[] either) {
    int here = side == 0 ? index(mover, other) : index(other, mover);
    if (first[here] >= 0) {
      return;
    }
    first[here] = 0;
    if (Lines.won(other)) {
      first[here] = side; // Who has just moved has won.
      either[here] = 1;
    }
    int free = either[here] == 1 ? 0 : Lines.ALL & ~(mover | other);
    for (int left = free; left != 0; left &= left - 1) {
      int moved = mover | Integer.lowestOneBit(left);
      fill(other, moved, side ^ 1, first, either);
      int next = side == 0 ? index(moved, other) : index(other, moved);
      first[here] += first[next] / Integer.bitCount(free);
      either[here] += either[next] / Integer.bitCount(free);
    }
    FIRST[here] = (int) Math.round(first[here] * (1 << BITS));
    EITHER[here] = (int) Math.round(either[here] * (1 << BITS));
  }

  private static int index(int first, int second) {
    return POWERS[first] + 2 * POWERS[second];
  }

  /**
   * Says how a game of random moves ends.
   *
   * @param first the cells of side 0
   * @param second the cells of side 1
   * @param fraction a random number of {@value #BITS} bits
   */
  static Outcome outcome(int first, int second, int fraction) {
    int position = index(first, second);
    return fraction < FIRST[position] ? Outcome.FIRST_WON
        : fraction < EITHER[position] ? Outcome.SECOND_WON : Outcome.DRAWN;
  }
}
