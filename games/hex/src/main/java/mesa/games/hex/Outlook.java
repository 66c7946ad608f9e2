package mesa.games.hex;

import java.util.Arrays;

/** What the {@linkplain Rule rules} ask about a position, seen by the side to move. */
final class Outlook {
  private static final int[] STEPS = Cells.STEPS;

  private final Board board;
  private final Distances distances;
  private final long[] empty = new long[Cells.WORDS];
  /** By side: its stones and both its edges. */
  private final long[][] held = new long[2][Cells.WORDS];
  private final long[] near = new long[Cells.WORDS];
  private final long[] far = new long[Cells.WORDS];
  private int own;

  Outlook(Board board) {
    this.board = board;
    distances = new Distances(board);
  }

  void turnTo(HexPosition position) {
    own = position.sideToMove();
    distances.turnTo(position, Distances.MOST_EXCESS);
    for (int word = 0; word < Cells.WORDS; word++) {
      empty[word] = board.cells[word] & ~(position.stones(0)[word] | position.stones(1)[word]);
      for (int side = 0; side < 2; side++) {
        held[side][word] = position.stones(side)[word]
            | board.edges[side][Board.NEAR][word] | board.edges[side][Board.FAR][word];
      }
    }
  }

  int own() {
    return own;
  }

  int other() {
    return own ^ 1;
  }

  long[] empty() {
    return empty;
  }

  Distances distances() {
    return distances;
  }

  /** Adds what is in both sets. */
  void add(long[] a, long[] b, long[] cells) {
    for (int word = 0; word < Cells.WORDS; word++) {
      cells[word] |= a[word] & b[word];
    }
  }

  /** Adds the cells with which a side wins on the spot. */
  void addWins(int side, long[] cells) {
    chain(Cells.next(board.edges[side][Board.NEAR], 0), side, false, near);
    chain(Cells.next(board.edges[side][Board.FAR], 0), side, false, far);
    for (int word = 0; word < Cells.WORDS; word++) {
      cells[word] |= empty[word] & neighbours(near, word) & neighbours(far, word);
    }
  }

  /** Adds the free cell of each own bridge whose other cell is taken, unless its ends are joined or bridged elsewhere. */
  void addBrokenBridges(long[] cells) {
    forEachBridge((from, to, first, second) -> {
      boolean firstFree = Cells.has(empty, first);
      boolean broken = firstFree ? holds(other(), second) : holds(other(), first) && Cells.has(empty, second);
      if (broken && !joined(from, to, true)) {
        Cells.add(cells, firstFree ? first : second);
      }
    });
  }

  /** Adds the cells of own bridges between what is not joined yet. */
  void addBridges(long[] cells) {
    forEachBridge((from, to, first, second) -> {
      if (Cells.has(empty, first) && Cells.has(empty, second) && !joined(from, to, false)) {
        Cells.add(cells, first);
        Cells.add(cells, second);
      }
    });
  }

  /** Adds the middle of the board while the side has no stone: one cell, or the two on the short diagonal. */
  void addCentre(long[] cells) {
    boolean begun = false;
    for (int word = 0; word < Cells.WORDS; word++) {
      begun |= (held[own][word] & board.cells[word]) != 0;
    }
    int low = (board.size - 1) / 2;
    int high = board.size / 2;
    for (int cell : begun ? new int[0] : new int[] {Cells.at(low, high), Cells.at(high, low)}) {
      if (Cells.has(empty, cell)) {
        Cells.add(cells, cell);
      }
    }
  }

  /** {@return the cell of a set on the shortest ways of both sides together, then the most central, then the first} */
  int best(long[] cells) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int cell = Cells.next(cells, 0); cell >= 0; cell = Cells.next(cells, cell + 1)) {
      int cost = 100 * (distances.excess(0, cell) + distances.excess(1, cell)) + fromCentre(cell);
      if (cost < least) {
        least = cost;
        best = cell;
      }
    }
    return best;
  }

  /** {@return twice the steps to the centre} */
  private int fromCentre(int cell) {
    int down = 2 * Cells.row(cell) - (board.size - 1);
    int right = 2 * Cells.column(cell) - (board.size - 1);
    return Math.max(Math.abs(down + right), Math.max(Math.abs(down), Math.abs(right)));
  }

  /** Two own stones, or a stone and a cell of an own edge, and the two cells between them. */
  private interface Bridge {
    void at(int from, int to, int first, int second);
  }

  private void forEachBridge(Bridge bridge) {
    for (int from = Cells.next(held[own], 0); from >= 0; from = Cells.next(held[own], from + 1)) {
      for (int i = 0; i < STEPS.length / 2; i++) { // The other half of the directions is seen from the other end.
        int first = from + STEPS[(i + 1) % STEPS.length];
        int second = from + STEPS[i + 2];
        int to = first + STEPS[i + 2];
        if (to >= 0 && to < Cells.COUNT && holds(own, to)) {
          bridge.at(from, to, first, second);
        }
      }
    }
  }

  private boolean holds(int side, int cell) {
    return Cells.has(held[side], cell);
  }

  /** {@return whether two own cells hang together, by steps alone or over bridges too} */
  private boolean joined(int from, int to, boolean overBridges) {
    chain(from, own, overBridges, near);
    return Cells.has(near, to);
  }

  private static long neighbours(long[] set, int word) {
    return Cells.neighbours(Cells.word(set, word - 1), set[word], Cells.word(set, word + 1));
  }

  private long acrossBridges(long[] set, int word) {
    return distances.acrossBridges(Cells.word(set, word - 1), set[word], Cells.word(set, word + 1), word);
  }

  /** Finds what a side holds that hangs together with a cell of it. */
  private void chain(int from, int side, boolean overBridges, long[] into) {
    Arrays.fill(into, 0);
    Cells.add(into, from);
    long grown;
    do {
      grown = 0;
      for (int word = 0; word < Cells.WORDS; word++) {
        long reached = neighbours(into, word) | (overBridges ? acrossBridges(into, word) : 0);
        long more = reached & held[side][word] & ~into[word];
        into[word] |= more;
        grown |= more;
      }
    } while (grown != 0);
  }
}
