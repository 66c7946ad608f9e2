package mesa.onnx;

/**
 * Reads outputs as lc0 does, to the digits that it prints. It takes exponentials and logarithms by parabolas between
 * the powers of two, 0.3 % off at most: the priors are a softmax by these, and win and loss pass through a logarithm and
 * back where it allows for contempt, of which it has none by default. Without a word of what a value should be, this
 * changes priors by up to 0.1 % and values by up to 0.003.
 *
 * <p>The parabolas are those of lc0's <a
 * href="https://github.com/LeelaChessZero/lc0/blob/master/src/utils/fastmath.h">fastmath.h</a>.
 *
 * @param kind of the value
 * @param actions how many logits the policy has
 */
record Lc0Heads(ValueKind kind, int actions) implements Heads {
  private static final double LN_2 = 0.6931471805599453;
  private static final double EXP_SLOPE = 0.6602339;
  private static final double LOG_SLOPE = 1.342671;

  /** Closer to certainty than this, lc0 leaves probabilities alone. */
  private static final float CERTAIN = 1e-4f;

  @Override
  public int valueNumbers() {
    return kind.outputs();
  }

  @Override
  public float value(float[] numbers) {
    if (kind != ValueKind.WDL || isNearlyCertain(numbers)) {
      return kind.value(numbers);
    }
    return (float) (thereAndBack(numbers[0]) - thereAndBack(numbers[2]));
  }

  private static boolean isNearlyCertain(float[] probabilities) {
    for (float probability : probabilities) {
      if (probability < CERTAIN || probability > 1 - CERTAIN) {
        return true;
      }
    }
    return false;
  }

  /** The logistic function of a probability's log-odds, which would be the same again if it were exact. */
  private static double thereAndBack(double probability) {
    return 1 / (1 + exp(log(1 / probability - 1)));
  }

  @Override
  public float weight(float number, float greatest) {
    return (float) exp(number - greatest);
  }

  static double exp(double x) {
    double power = x / LN_2;
    double whole = Math.floor(power);
    double rest = power - whole;
    return Math.scalb(1 + rest * (EXP_SLOPE + (1 - EXP_SLOPE) * rest), (int) whole);
  }

  static double log(double x) {
    int whole = Math.getExponent(x);
    double rest = Math.scalb(x, -whole) - 1;
    return LN_2 * (whole + rest * (LOG_SLOPE + (1 - LOG_SLOPE) * rest));
  }
}
