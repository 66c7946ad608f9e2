package mesa.games.connectfour;

import mesa.core.Moves;

/**
 * How likely each move is to be best at first sight: a softmax over what its disc does at once. Where someone can make
 * four, only that counts.
 *
 * <p>The weights are a fit to the exact results of all moves of 530 positions in which nobody could make four and not
 * all moves were as good; in 83 % of 133 others the likeliest move keeps the exact result.
 */
final class FirstSight {
  /** Points that make a move e times as likely. */
  private static final float TEMPERATURE = 100;

  /** No more than so many points either way are given: one move is at most 160,000 times as likely as another. */
  private static final int LIMIT = 600;

  /** A move's weight by its points, from the least on; strict, so that priors agree across machines. */
  private static final float[] WEIGHTS = new float[2 * LIMIT + 1];

  static {
    for (int i = 0; i < WEIGHTS.length; i++) {
      WEIGHTS[i] = (float) StrictMath.exp((i - LIMIT) / TEMPERATURE);
    }
  }

  /** For each of the possible fours that go through the cell. */
  private static final int LINE = 22;
  /** For a new threat that has to be answered, and for keeping the other side from one. */
  private static final int FORCE = 300;
  private static final int FORESTALL = 170;
  /** For a new threat that waits, in a row that its side comes to fill and in another. */
  private static final int GOOD_THREAT = 210;
  private static final int OTHER_THREAT = 40;
  /** For keeping the other side from one. */
  private static final int GOOD_DENIAL = 180;
  private static final int OTHER_DENIAL = 90;
  /** For opening the cell of an own threat to the other side. */
  private static final int WASTE = -130;

  private FirstSight() {}

  /**
   * Fills in probabilities.
   *
   * @param position not over
   * @param moves its legal moves, all or some, at least one
   * @param into receives a probability for each of {@code moves}
   */
  static void priors(ConnectFourPosition position, Moves moves, float[] into) {
    int side = position.sideToMove();
    long discs = position.discs();
    long own = position.discs(side);
    long landings = Cells.landings(discs);
    long ownThreats = Cells.threats(own, discs);
    long otherThreats = Cells.threats(own ^ discs, discs);
    long urgent = landings & ((landings & ownThreats) != 0 ? ownThreats : otherThreats);
    long ownRows = side == 0 ? Cells.ODD_ROWS : ~Cells.ODD_ROWS;
    float sum = 0;
    for (int i = 0; i < moves.size(); i++) {
      long cell = landings & Cells.column(moves.get(i));
      int points;
      if (urgent != 0) {
        points = (cell & urgent) != 0 ? LIMIT : -LIMIT;
      } else if ((cell << 1 & otherThreats) != 0) {
        points = -LIMIT;
      } else {
        points = points(cell, own, discs, ownThreats, otherThreats, ownRows);
      }
      into[i] = WEIGHTS[LIMIT + Math.clamp(points, -LIMIT, LIMIT)];
      sum += into[i];
    }
    for (int i = 0; i < moves.size(); i++) {
      into[i] /= sum;
    }
  }

  private static int points(long cell, long own, long discs, long ownThreats, long otherThreats, long ownRows) {
    long discsThen = discs | cell;
    long landings = Cells.landings(discsThen);
    long ownThen = Cells.threats(own | cell, discsThen);
    long made = ownThen & ~ownThreats;
    long denied = Cells.threats(own ^ discsThen, discsThen) & ~otherThreats;
    long forcing = made & landings;
    if ((forcing & forcing - 1 | forcing << 1 & ownThen) != 0) {
      return LIMIT;
    }
    long madeToWait = made & ~landings;
    long deniedToWait = denied & ~landings;
    return LINE * Cells.lines(cell)
        + (forcing != 0 ? FORCE : 0)
        + ((denied & landings) != 0 ? FORESTALL : 0)
        + GOOD_THREAT * Long.bitCount(madeToWait & ownRows)
        + OTHER_THREAT * Long.bitCount(madeToWait & ~ownRows)
        + GOOD_DENIAL * Long.bitCount(deniedToWait & ~ownRows)
        + OTHER_DENIAL * Long.bitCount(deniedToWait & ownRows)
        + ((cell << 1 & ownThreats) != 0 ? WASTE : 0);
  }
}
