package mesa.search;

/**
 * The numbers by which {@link Negamax} prunes and reduces, in plies and in points of {@link mesa.core.Score}. They start
 * from what engines publish; the README beside says what each technique is worth with them.
 */
final class Margins {
  /** Depths that fit the table of reductions. */
  private static final int DEEPEST = 63;

  /** Plies off, by depth and number of the move: 0.77 + ln(depth) ln(number) / 2.3. */
  private static final byte[] REDUCTIONS = new byte[(DEEPEST + 1) * (DEEPEST + 1)];

  static {
    for (int depth = 1; depth <= DEEPEST; depth++) {
      for (int number = 1; number <= DEEPEST; number++) {
        REDUCTIONS[depth << 6 | number] =
            (byte) (0.77 + StrictMath.log(depth) * StrictMath.log(number) / 2.3);
      }
    }
  }

  // Reverse futility.
  static final int MOST_DEPTH_TO_STAND = 7;

  // Null move.
  static final int LEAST_DEPTH_TO_PASS = 3;

  // Internal iterative reduction.
  static final int LEAST_DEPTH_WITHOUT_MOVE = 4;

  // Late move reduction.
  static final int LEAST_DEPTH_TO_REDUCE = 3;
  static final int MOVES_NOT_REDUCED = 3;
  private static final int HISTORY_PER_PLY = 16_384;

  // Pruning of moves near the horizon.
  static final int MOST_DEPTH_FOR_FEW_MOVES = 8;
  static final int MOST_DEPTH_FOR_FUTILITY = 6;
  static final int MOST_DEPTH_FOR_EXCHANGE = 7;

  private Margins() {}

  /** {@return how far the evaluation has to be above beta to be trusted} */
  static int standing(int depth, boolean improves) {
    return improves ? 100 * depth - 60 : 100 * depth;
  }

  /** {@return how much less deep a pass is searched than the node, itself included} */
  static int pass(int depth, int aboveBeta) {
    return 4 + depth / 3 + Math.min(3, aboveBeta / 200);
  }

  /** {@return how many moves are tried before quiet ones are left out} */
  static int fewMoves(int depth, boolean improves) {
    int all = 3 + depth * depth;
    return improves ? all : all / 2;
  }

  /** {@return how much a quiet move can be hoped to gain on the evaluation} */
  static int futility(int depth) {
    return 150 + 100 * depth;
  }

  /** {@return how much a move may lose by exchange and still be tried} */
  static int loss(int depth, boolean isQuiet) {
    return (isQuiet ? 60 : 90) * depth;
  }

  /**
   * {@return plies by which a move is searched less deeply, before what is known of it is counted}
   *
   * @param number of the move, from 1
   */
  static int reduction(int depth, int number) {
    return REDUCTIONS[Math.min(depth, DEEPEST) << 6 | Math.min(number, DEEPEST)];
  }

  /** {@return plies by which a move with a history is searched more deeply} */
  static int trust(int history) {
    return history / HISTORY_PER_PLY;
  }
}
