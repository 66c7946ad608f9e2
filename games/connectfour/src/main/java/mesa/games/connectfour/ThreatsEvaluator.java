package mesa.games.connectfour;

import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Counts threats, that is free cells with which a side would make four, those most that it will come to carry out when
 * the rest of the board is full ({@link Rule} says which); and lines that are still open. A win by the next move, and a
 * loss by the one after it, are seen. {@link FirstSight} gives the priors. Holds nothing; allocates nothing.
 *
 * <p>The weights are a logistic fit to the exact results of 11,200 positions of 10 to 34 discs, from random games of
 * players that see wins and threats of the next move; in 83 % of 2,800 others its sign is that of the result.
 */
final class ThreatsEvaluator implements Evaluator {
  /** A win by the next move, and a loss by the answer to it. */
  private static final int WIN = 8_000;
  private static final int LOSS = -7_000;

  private static final int TURN = 527;
  /** The turn is worth little to a side that has to use it to keep the other from making four. */
  private static final int MUST_BLOCK = -592;
  /** A threat in a row that its side comes to fill, and in another. */
  private static final int GOOD_THREAT = 390;
  private static final int OTHER_THREAT = 214;
  /** The right kind of threat to win when the board fills up. */
  private static final int CONTROL = 337;
  /** Four cells in line that hold one disc, or two, and none of the other side. */
  private static final int ONE_IN_LINE = 59;
  private static final int TWO_IN_LINE = 173;

  ThreatsEvaluator() {}

  @Override
  public int score(Position position) {
    ConnectFourPosition p = (ConnectFourPosition) position;
    int side = p.sideToMove();
    long discs = p.discs();
    long own = p.discs(side);
    long other = p.discs(side ^ 1);
    long landings = Cells.landings(discs);
    long ownThreats = Cells.threats(own, discs);
    if ((ownThreats & landings) != 0) {
      return WIN;
    }
    long otherThreats = Cells.threats(other, discs);
    long blocks = otherThreats & landings;
    if ((blocks & blocks - 1 | blocks << 1 & otherThreats) != 0) {
      return LOSS;
    }
    int forFirst = side == 0
        ? standing(own, other, ownThreats & ~landings, otherThreats & ~landings)
        : standing(other, own, otherThreats & ~landings, ownThreats & ~landings);
    int score = TURN + (blocks != 0 ? MUST_BLOCK : 0) + (side == 0 ? forFirst : -forFirst);
    return Math.clamp(score, LOSS, -LOSS);
  }

  /** {@return what side 0 is ahead, from the discs of both and those of their threats that can't be carried out yet} */
  private static int standing(long first, long second, long firstThreats, long secondThreats) {
    // Whoever comes to fill a cell carries out the threat there, and the cells above it are never reached.
    long carriedOut = firstThreats & Cells.ODD_ROWS | secondThreats & ~Cells.ODD_ROWS;
    long reached = ~Cells.above(carriedOut);
    int firstGood = Long.bitCount(firstThreats & Cells.ODD_ROWS & reached);
    int firstOther = Long.bitCount(firstThreats & ~Cells.ODD_ROWS & reached);
    int secondGood = Long.bitCount(secondThreats & ~Cells.ODD_ROWS & reached);
    int secondOther = Long.bitCount(secondThreats & Cells.ODD_ROWS & reached);
    // An odd threat of each side cancel out; without any, the even rows are side 1's.
    int control = firstGood > secondOther ? CONTROL : firstGood == 0 && secondGood > 0 ? -CONTROL : 0;
    return control
        + GOOD_THREAT * (firstGood - secondGood)
        + OTHER_THREAT * (firstOther - secondOther)
        + openLines(first, second) - openLines(second, first);
  }

  private static int openLines(long own, long other) {
    long free = Cells.ALL & ~other;
    return openLines(own, free, 1)
        + openLines(own, free, Cells.STEP - 1)
        + openLines(own, free, Cells.STEP)
        + openLines(own, free, Cells.STEP + 1);
  }

  /** Each bit stands for the line of four that begins there: its discs are added up, a pair at a time. */
  private static int openLines(long own, long free, int shift) {
    long freePairs = free & free >>> shift;
    long open = freePairs & freePairs >>> 2 * shift;
    long single = own ^ own >>> shift;
    long couple = own & own >>> shift;
    long otherSingle = single >>> 2 * shift;
    long otherCouple = couple >>> 2 * shift;
    long one = (single ^ otherSingle) & ~(couple | otherCouple);
    long two = single & otherSingle | (couple | otherCouple) & ~(single | otherSingle);
    return ONE_IN_LINE * Long.bitCount(one & open) + TWO_IN_LINE * Long.bitCount(two & open);
  }

  @Override
  public float value(Position position) {
    return Score.toValue(score(position));
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    FirstSight.priors((ConnectFourPosition) position, moves, into);
  }
}
