package mesa.games.hex;

import java.util.Arrays;

/**
 * How many stones each side lacks to join its edges, where a bridge counts as joined already: two own stones, or a stone
 * and an edge, with two empty cells between them, of which the other side can take but one. Also which cells lie on the
 * shortest ways, and on ways that are little longer. Bridges that share an empty cell are taken to hold all the same, so
 * a side that lacks nothing has nearly won, but not quite.
 *
 * <p>Works on whole sets of cells at a time; allocates nothing. Holds for the position that it was {@link #turnTo} last.
 */
final class Distances {
  /** Ways that take so many stones more than the shortest are told apart; longer ones are not followed. */
  static final int MOST_EXCESS = 2;

  private static final int UNKNOWN = Cells.COUNT;

  private final Board board;
  private final long[] empty = new long[Cells.WORDS];
  /** By word: the ends of bridges whose two cells between are empty, in the six directions of {@link #acrossBridges}. */
  private final long[] bridged = new long[6 * Cells.WORDS];
  /** By side and edge: the cells that are a step or a bridge away from it. */
  private final long[][][] doorsteps = new long[2][2][Cells.WORDS];
  /** By side, edge and stones that it takes to have them joined to that edge, themselves included: empty cells. */
  private final long[][][][] levels;
  private final int[] lacking = new int[2];
  /** By side and excess: the cells on ways of that excess and no less. */
  private final long[][][] ways = new long[2][MOST_EXCESS + 1][Cells.WORDS];
  private final long[] reached = new long[Cells.WORDS];
  private final long[] next = new long[Cells.WORDS];

  Distances(Board board) {
    this.board = board;
    levels = new long[2][2][board.size * board.size + MOST_EXCESS + 2][Cells.WORDS];
  }

  /**
   * Looks at a position in which neither side has won.
   *
   * @param excess up to which {@link #ways} are wanted, from 0 to {@link #MOST_EXCESS}
   */
  void turnTo(HexPosition position, int excess) {
    long[] first = position.stones(0);
    long[] second = position.stones(1);
    for (int word = 0; word < Cells.WORDS; word++) {
      empty[word] = board.cells[word] & ~(first[word] | second[word]);
    }
    for (int word = 0; word < Cells.WORDS; word++) {
      findBridges(word);
    }
    for (int side = 0; side < 2; side++) {
      long[] own = position.stones(side);
      findDoorstep(board.edges[side][Board.NEAR], doorsteps[side][Board.NEAR]);
      findDoorstep(board.edges[side][Board.FAR], doorsteps[side][Board.FAR]);
      lacking[side] = follow(own, side, Board.NEAR, UNKNOWN, excess);
      follow(own, side, Board.FAR, lacking[side], excess);
      for (int more = 0; more <= MOST_EXCESS; more++) {
        findWays(side, more, more <= excess);
      }
    }
  }

  private void findBridges(int word) {
    long before = Cells.word(empty, word - 1);
    long here = empty[word];
    long after = Cells.word(empty, word + 1);
    long below = Cells.forward(before, here, 16);
    long belowLeft = Cells.forward(before, here, 15);
    long right = Cells.forward(before, here, 1);
    long above = Cells.back(here, after, 16);
    long aboveRight = Cells.back(here, after, 15);
    long left = Cells.back(here, after, 1);
    bridged[6 * word] = below & belowLeft;
    bridged[6 * word + 1] = below & right;
    bridged[6 * word + 2] = left & belowLeft;
    bridged[6 * word + 3] = above & aboveRight;
    bridged[6 * word + 4] = above & left;
    bridged[6 * word + 5] = right & aboveRight;
  }

  /** Finds the cells that are a step or a bridge away from an edge. */
  private void findDoorstep(long[] edge, long[] into) {
    for (int word = 0; word < board.words; word++) {
      long before = Cells.word(edge, word - 1);
      long after = Cells.word(edge, word + 1);
      into[word] = around(before, edge[word], after, word);
    }
  }

  /**
   * Spreads from an edge, a stone further each time.
   *
   * @param known how many stones it takes to the other edge, or {@link #UNKNOWN}
   * @return how many it takes
   */
  private int follow(long[] own, int side, int edge, int known, int excess) {
    long[] start = doorsteps[side][edge];
    long[] goal = doorsteps[side][edge ^ 1];
    Arrays.fill(reached, 0);
    System.arraycopy(start, 0, next, 0, Cells.WORDS);
    int least = known;
    for (int stones = 0; stones < least + excess; stones++) {
      while (enter(own)) {
        expand(start);
      }
      if (least == UNKNOWN && hasArrived(goal)) {
        least = stones;
      }
      long[] level = levels[side][edge][stones + 1];
      for (int word = 0; word < Cells.WORDS; word++) {
        level[word] = next[word] & empty[word] & ~reached[word];
        reached[word] |= level[word];
      }
      expand(start);
    }
    return least;
  }

  private boolean hasArrived(long[] goal) {
    return (reached[0] & goal[0] | reached[1] & goal[1] | reached[2] & goal[2] | reached[3] & goal[3]) != 0;
  }

  /** Reaches the own stones among what is next; returns whether there were any. */
  private boolean enter(long[] own) {
    long entered = 0;
    for (int word = 0; word < Cells.WORDS; word++) {
      long more = next[word] & own[word] & ~reached[word];
      reached[word] |= more;
      entered |= more;
    }
    return entered != 0;
  }

  /** Finds what is a step or a bridge away from what is reached, or from the edge. */
  private void expand(long[] start) {
    // Written out: a loop over the words takes twice as long.
    long a = reached[0];
    long b = reached[1];
    long c = reached[2];
    next[0] = start[0] | around(0, a, b, 0);
    next[1] = start[1] | around(a, b, c, 1);
    if (board.words > 3) {
      long d = reached[3];
      next[2] = start[2] | around(b, c, d, 2);
      next[3] = start[3] | around(c, d, 0, 3);
    } else {
      next[2] = start[2] | around(b, c, 0, 2);
    }
  }

  private long around(long before, long here, long after, int word) {
    return Cells.neighbours(before, here, after) | acrossBridges(before, here, after, word);
  }

  /**
   * {@return one word of the cells that are a bridge away from a set, the cells between being empty, from that word of
   * the set and those around}
   */
  long acrossBridges(long before, long here, long after, int word) {
    return Cells.forward(before, here, 31) & bridged[6 * word]
        | Cells.forward(before, here, 17) & bridged[6 * word + 1]
        | Cells.forward(before, here, 14) & bridged[6 * word + 2]
        | Cells.back(here, after, 31) & bridged[6 * word + 3]
        | Cells.back(here, after, 17) & bridged[6 * word + 4]
        | Cells.back(here, after, 14) & bridged[6 * word + 5];
  }

  private void findWays(int side, int excess, boolean wanted) {
    long[] found = ways[side][excess];
    Arrays.fill(found, 0);
    int length = lacking[side] + excess;
    for (int stones = 1; stones <= length && wanted; stones++) {
      long[] near = levels[side][Board.NEAR][stones];
      long[] far = levels[side][Board.FAR][length + 1 - stones];
      for (int word = 0; word < Cells.WORDS; word++) {
        found[word] |= near[word] & far[word];
      }
    }
  }

  /** {@return how many stones a side lacks, at least 0} */
  int lacking(int side) {
    return lacking[side];
  }

  /**
   * {@return the cells that are a stone of some way that takes {@code excess} stones more than the shortest, but of none
   * that takes less; not to be changed}
   *
   * @param excess from 0 to {@link #MOST_EXCESS}
   */
  long[] ways(int side, int excess) {
    return ways[side][excess];
  }

  /** {@return by how much the least way through a cell exceeds the shortest; {@link #MOST_EXCESS} + 1 for all more} */
  int excess(int side, int cell) {
    for (int excess = 0; excess <= MOST_EXCESS; excess++) {
      if (Cells.has(ways[side][excess], cell)) {
        return excess;
      }
    }
    return MOST_EXCESS + 1;
  }
}
