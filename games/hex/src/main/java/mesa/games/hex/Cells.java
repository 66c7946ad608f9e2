package mesa.games.hex;

/**
 * Cells, and sets of them as 256 bits in four longs. A board has a rim of one cell all around, so that every step from a
 * cell of the board to a neighbour is the addition of a constant:
 * <pre>
 * cell = 16 * row + column      rows 1 .. size from the top, columns 0 .. size - 1 from the left
 *
 *         -16  -15              rows 0 and size + 1 are the rim above and below, column size is that on the right;
 *       -1  .  +1               column 15 is the one on the left, one row lower
 *        +15  +16
 * </pre>
 */
final class Cells {
  /** The longest side for which there is room for the rim, left and right apart from each other. */
  static final int LONGEST = 13;

  /** Cells, the rim and some that are never used included. */
  static final int COUNT = 256;

  /** Longs in a set. */
  static final int WORDS = COUNT / 64;

  /** Steps to the neighbours, around the cell; each is a neighbour of the next. */
  static final int[] STEPS = {-16, -15, 1, 16, 15, -1};

  private Cells() {}

  static int at(int row, int column) {
    return 16 * (row + 1) + column;
  }

  /** {@return the row, from 0 at the top} */
  static int row(int cell) {
    return (cell >> 4) - 1;
  }

  /** {@return the column, from 0 at the left} */
  static int column(int cell) {
    return cell & 15;
  }

  static boolean has(long[] set, int cell) {
    return (set[cell >> 6] >>> cell & 1) != 0;
  }

  static void add(long[] set, int cell) {
    set[cell >> 6] |= 1L << cell;
  }

  static void toggle(long[] set, int cell) {
    set[cell >> 6] ^= 1L << cell;
  }

  static int count(long[] set) {
    return Long.bitCount(set[0]) + Long.bitCount(set[1]) + Long.bitCount(set[2]) + Long.bitCount(set[3]);
  }

  static boolean isEmpty(long[] set) {
    return (set[0] | set[1] | set[2] | set[3]) == 0;
  }

  /** {@return the first cell of a set from {@code from} on, or -1} */
  static int next(long[] set, int from) {
    int word = from >> 6;
    if (word >= WORDS) {
      return -1;
    }
    long rest = set[word] & -1L << from;
    while (rest == 0) {
      if (++word == WORDS) {
        return -1;
      }
      rest = set[word];
    }
    return 64 * word + Long.numberOfTrailingZeros(rest);
  }

  /** {@return the word of a set moved on by 1 to 63 cells, from the word itself and the one before} */
  static long forward(long before, long here, int by) {
    return here << by | before >>> 64 - by;
  }

  /** {@return the word of a set moved back by 1 to 63 cells, from the word itself and the one after} */
  static long back(long here, long after, int by) {
    return here >>> by | after << 64 - by;
  }

  /** {@return one word of the cells that have a neighbour in a set, from that word of the set and those around} */
  static long neighbours(long before, long here, long after) {
    return forward(before, here, 1) | forward(before, here, 15) | forward(before, here, 16)
        | back(here, after, 1) | back(here, after, 15) | back(here, after, 16);
  }

  /** {@return the word of a set before or after all its words: empty} */
  static long word(long[] set, int word) {
    return word < 0 || word >= WORDS ? 0 : set[word];
  }
}
