package mesa.games.connectfour;

/**
 * The ordered rules of a fair player without search: what every book tells beginners, and the control of zugzwang of
 * Allis, <i>A Knowledge-based Approach of Connect-Four</i> (1988): where the board fills up column by column, side 0
 * comes to fill the odd rows and side 1 the even ones, so that only threats there are worth making. The first rule that
 * names a cell decides; of several the one with the most lines through it is taken, the first of equals in the order of
 * legal moves.
 */
enum Rule {
  /** Make four. */
  WIN {
    @Override
    long cells(Glance glance) {
      return glance.landings & glance.ownThreats;
    }
  },
  /** Take a cell with which the other side would make four. */
  BLOCK {
    @Override
    long cells(Glance glance) {
      return glance.landings & glance.otherThreats;
    }
  },
  /** Threaten twice at once, without opening a cell to the other side. */
  FORK {
    @Override
    long cells(Glance glance) {
      return glance.sound & Glance.forks(glance.own, glance.other);
    }
  },
  /** Where the other side could do so, keep it from it. */
  STOP_FORK {
    @Override
    long cells(Glance glance) {
      if (Glance.forks(glance.other, glance.own) == 0) {
        return 0;
      }
      long stops = 0;
      for (long left = glance.sound; left != 0; left &= left - 1) {
        long cell = Long.lowestOneBit(left);
        if (Glance.forks(glance.other, glance.own | cell) == 0) {
          stops |= cell;
        }
      }
      return stops;
    }
  },
  /** Make a threat in a row that one will come to fill. */
  THREATEN {
    @Override
    long cells(Glance glance) {
      return glance.sound & Glance.makersOf(glance.ownRows, glance.own, glance.other);
    }
  },
  /** Take a cell with which the other side would make such a threat. */
  FORESTALL {
    @Override
    long cells(Glance glance) {
      return glance.sound & Glance.makersOf(~glance.ownRows, glance.other, glance.own);
    }
  },
  /** Don't let the other side take away a threat. */
  KEEP {
    @Override
    long cells(Glance glance) {
      return glance.sound & ~(glance.ownThreats >>> 1);
    }
  },
  /** Don't let the other side make four. */
  SURVIVE {
    @Override
    long cells(Glance glance) {
      return glance.sound;
    }
  },
  /** Play anywhere, when all is lost. */
  ANY {
    @Override
    long cells(Glance glance) {
      return glance.landings;
    }
  };

  /**
   * Asks the rule.
   *
   * @param glance at a position in which no rule before this one names a cell
   * @return cells to play on, any of which is right by this rule; none if it does not apply
   */
  abstract long cells(Glance glance);
}
