package mesa.games.tictactoe;

/**
 * The ordered rules of a perfect player, after Newell and Simon, <i>Human Problem Solving</i> (1972), as set out by
 * Crowley and Siegler, <i>Flexible strategy use in young children's tic-tac-toe</i>, Cognitive Science 17 (1993). The
 * first rule that applies decides. Where it names several cells the first in reading order is taken, from the top left;
 * what the sources leave open is said at the rule.
 */
enum Rule {
  /** Complete a line. */
  WIN {
    @Override
    int cells(int own, int other) {
      return Lines.wins(own, other);
    }
  },
  /** Take the cell that completes a line of the other side. */
  BLOCK {
    @Override
    int cells(int own, int other) {
      return Lines.wins(other, own);
    }
  },
  /** Make two threats at once. */
  FORK {
    @Override
    int cells(int own, int other) {
      return Lines.forks(own, other);
    }
  },
  /**
   * Take the one cell with which the other side would fork. If there are several, make a threat whose answer is no
   * fork: on one of those cells if that can be, else anywhere; if it can't be done at all, take one of those cells.
   */
  BLOCK_FORK {
    @Override
    int cells(int own, int other) {
      int forks = Lines.forks(other, own);
      if (Integer.bitCount(forks) <= 1) {
        return forks;
      }
      int threats = safeThreats(own, other);
      int both = threats & forks;
      return both != 0 ? both : threats != 0 ? threats : forks;
    }
  },
  /** Take the centre. */
  CENTRE {
    @Override
    int cells(int own, int other) {
      return MIDDLE & ~(own | other);
    }
  },
  /** Take the corner across from one of the other side's; its first corner comes first. */
  OPPOSITE_CORNER {
    @Override
    int cells(int own, int other) {
      for (int corners = other & CORNERS; corners != 0; corners &= corners - 1) {
        int opposite = 1 << 8 - Integer.numberOfTrailingZeros(corners);
        if ((opposite & (own | other)) == 0) {
          return opposite;
        }
      }
      return 0;
    }
  },
  /** Take a corner. */
  CORNER {
    @Override
    int cells(int own, int other) {
      return CORNERS & ~(own | other);
    }
  },
  /** Take a side: any cell that is left. */
  SIDE {
    @Override
    int cells(int own, int other) {
      return Lines.ALL & ~(own | other);
    }
  };

  private static final int CORNERS = 0b101_000_101;
  private static final int MIDDLE = 0b000_010_000;

  /**
   * Asks the rule.
   *
   * @param own cells of the side to move, which no rule before this one has helped
   * @param other cells of the other side
   * @return free cells, the lowest of which the rule would have taken; 0 if it does not apply
   */
  abstract int cells(int own, int other);

  /** {@return the free cells that threaten to win, where the answer that they force is no fork} */
  private static int safeThreats(int own, int other) {
    int safe = 0;
    for (int free = Lines.ALL & ~(own | other); free != 0; free &= free - 1) {
      int cell = Integer.lowestOneBit(free);
      int answer = Lines.wins(own | cell, other);
      if (answer != 0 && (Lines.forks(other, own | cell) & answer) == 0) {
        safe |= cell;
      }
    }
    return safe;
  }
}
