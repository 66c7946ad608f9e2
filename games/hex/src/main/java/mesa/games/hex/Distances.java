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

  private static final int DIRECTIONS = Cells.STEPS.length;
  /** A bridge crosses two neighbouring steps. */
  private static final int[] BRIDGES = new int[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      BRIDGES[i] = Cells.STEPS[i] + Cells.STEPS[(i + 1) % DIRECTIONS];
    }
  }

  private final Board board;
  private final int words;
  private final long[] empty = new long[Cells.WORDS];
  /** By direction: the empty cells, moved by a step. */
  private final long[][] besideEmpty = new long[DIRECTIONS][Cells.WORDS];
  /** By direction: the cells at the end of a bridge whose two cells between are empty. */
  private final long[][] bridged = new long[DIRECTIONS][Cells.WORDS];
  /** By side, edge and stones that it takes to have them joined to that edge, themselves included: empty cells. */
  private final long[][][][] levels;
  private final int[] lacking = new int[2];
  /** By side and excess: the cells on ways of that excess and no less. */
  private final long[][][] ways = new long[2][MOST_EXCESS + 1][Cells.WORDS];
  private final long[] reached = new long[Cells.WORDS];
  private final long[] next = new long[Cells.WORDS];

  Distances(Board board) {
    this.board = board;
    words = (board.size + 1 >> 2) + 1; // The rim below included.
    levels = new long[2][2][board.size * board.size + MOST_EXCESS + 2][Cells.WORDS];
  }

  /** Looks at a position in which neither side has won. */
  void turnTo(HexPosition position) {
    long[] first = position.stones(0);
    long[] second = position.stones(1);
    for (int word = 0; word < words; word++) {
      empty[word] = board.cells[word] & ~(first[word] | second[word]);
    }
    for (int i = 0; i < DIRECTIONS; i++) {
      for (int word = 0; word < words; word++) {
        besideEmpty[i][word] = Cells.moved(empty, word, Cells.STEPS[i]);
      }
    }
    for (int i = 0; i < DIRECTIONS; i++) {
      for (int word = 0; word < words; word++) {
        bridged[i][word] = besideEmpty[i][word] & besideEmpty[(i + 1) % DIRECTIONS][word];
      }
    }
    for (int side = 0; side < 2; side++) {
      lacking[side] = follow(position.stones(side), side, Board.NEAR);
      follow(position.stones(side), side, Board.FAR);
      for (int excess = 0; excess <= MOST_EXCESS; excess++) {
        findWays(side, excess);
      }
    }
  }

  /** Spreads from an edge, a stone further each time; returns how many it takes to the other edge. */
  private int follow(long[] own, int side, int edge) {
    System.arraycopy(board.edges[side][edge], 0, reached, 0, Cells.WORDS);
    long[] goal = board.edges[side][edge ^ 1];
    int least = board.size * board.size;
    for (int stones = 0; stones <= least + MOST_EXCESS; stones++) {
      long grown;
      do {
        expand();
        grown = 0;
        for (int word = 0; word < words; word++) {
          long more = next[word] & own[word] & ~reached[word];
          reached[word] |= more;
          grown |= more;
        }
      } while (grown != 0);
      long[] level = levels[side][edge][stones + 1];
      long arrived = 0;
      for (int word = 0; word < words; word++) {
        level[word] = next[word] & empty[word] & ~reached[word];
        arrived |= next[word] & goal[word];
        reached[word] |= level[word];
      }
      if (arrived != 0) {
        least = Math.min(least, stones);
      }
    }
    return least;
  }

  /** Finds what is a step or a bridge away from what is {@link #reached}. */
  private void expand() {
    for (int word = 0; word < words; word++) {
      next[word] = Cells.neighbours(reached, word) | acrossBridges(reached, word);
    }
  }

  /** {@return one word of the cells that are a bridge away from a set, the cells between being empty} */
  long acrossBridges(long[] set, int word) {
    long found = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      found |= Cells.moved(set, word, BRIDGES[i]) & bridged[i][word];
    }
    return found;
  }

  private void findWays(int side, int excess) {
    long[] found = ways[side][excess];
    Arrays.fill(found, 0);
    int length = lacking[side] + excess;
    for (int stones = 1; stones <= length; stones++) {
      long[] near = levels[side][Board.NEAR][stones];
      long[] far = levels[side][Board.FAR][length + 1 - stones];
      for (int word = 0; word < words; word++) {
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

  /** {@return by how much the least way through a cell exceeds the shortest; one more than the most told apart if longer} */
  int excess(int side, int cell) {
    for (int excess = 0; excess <= MOST_EXCESS; excess++) {
      if (Cells.has(ways[side][excess], cell)) {
        return excess;
      }
    }
    return MOST_EXCESS + 1;
  }
}
