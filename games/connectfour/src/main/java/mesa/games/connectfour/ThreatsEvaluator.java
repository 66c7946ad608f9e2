package mesa.games.connectfour;

import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Counts threats, that is free cells with which a side would make four, those most that it will come to carry out when
 * the rest of the board is full ({@link Rule} says which); and the lines that the discs have part in. A win or loss by
 * the next two moves is seen. As priors it takes a softmax over what each move does at first sight. Holds nothing;
 * allocates nothing.
 */
final class ThreatsEvaluator implements Evaluator {
  /** A win by the next move, and a loss by the answer to it. */
  private static final int WIN = 4_000;
  private static final int LOSS = -3_600;

  /** The right to move. */
  private static final int TURN = 15;
  /** A threat in a row that its side comes to fill, and in another. */
  private static final int GOOD_THREAT = 150;
  private static final int OTHER_THREAT = 60;
  /** Each possible four that a disc has part in. */
  private static final int LINE = 6;

  /** Points at first sight that make a move e times as likely. */
  private static final float PRIOR_TEMPERATURE = 100;
  private static final int PRIOR_LIMIT = 600;
  /** A move's weight by its gain at first sight, from the least on; strict, so that priors agree across machines. */
  private static final float[] WEIGHTS = new float[2 * PRIOR_LIMIT + 1];

  static {
    for (int i = 0; i < WEIGHTS.length; i++) {
      WEIGHTS[i] = (float) StrictMath.exp((i - PRIOR_LIMIT) / PRIOR_TEMPERATURE);
    }
  }

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
    long ownRows = side == 0 ? Cells.ODD_ROWS : ~Cells.ODD_ROWS;
    return TURN
        + threats(ownThreats, ownRows) - threats(otherThreats, ~ownRows)
        + LINE * (lines(own) - lines(other));
  }

  private static int threats(long threats, long rows) {
    return GOOD_THREAT * Long.bitCount(threats & rows) + OTHER_THREAT * Long.bitCount(threats & ~rows);
  }

  private static int lines(long discs) {
    int lines = 0;
    for (long left = discs; left != 0; left &= left - 1) {
      lines += Cells.lines(left & -left);
    }
    return lines;
  }

  @Override
  public float value(Position position) {
    return Score.toValue(score(position));
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    ConnectFourPosition p = (ConnectFourPosition) position;
    int side = p.sideToMove();
    long discs = p.discs();
    long own = p.discs(side);
    long ownRows = side == 0 ? Cells.ODD_ROWS : ~Cells.ODD_ROWS;
    long landings = Cells.landings(discs);
    long ownThreats = Cells.threats(own, discs);
    long otherThreats = Cells.threats(own ^ discs, discs);
    float sum = 0;
    for (int i = 0; i < moves.size(); i++) {
      long cell = landings & Cells.column(moves.get(i));
      int gain = LINE * Cells.lines(cell);
      if ((cell & ownThreats) != 0) {
        gain += PRIOR_LIMIT;
      } else if ((cell & otherThreats) != 0) {
        gain += PRIOR_LIMIT / 2;
      } else if ((cell << 1 & otherThreats) != 0) {
        gain -= PRIOR_LIMIT / 2;
      } else if ((cell << 1 & ownThreats) != 0) {
        gain -= GOOD_THREAT;
      }
      gain += threats(Cells.threats(own | cell, discs | cell) & ~ownThreats, ownRows) / 2;
      into[i] = WEIGHTS[PRIOR_LIMIT + Math.clamp(gain, -PRIOR_LIMIT, PRIOR_LIMIT)];
      sum += into[i];
    }
    for (int i = 0; i < moves.size(); i++) {
      into[i] /= sum;
    }
  }
}
