package mesa.search;

import java.util.Arrays;
import mesa.core.Tactical;

/**
 * How often moves have refuted and how often they have not, over the whole game: numbers that each lesson moves towards
 * an end of their range, the less the nearer they are to it. Quiet moves are counted by side and code, and by kind after
 * the kinds of the last two moves; noisy ones by kind and what they win.
 */
final class Histories {
  /** Each number is within plus or minus this. */
  static final int MOST = 1 << 14;

  private static final int MOST_BONUS = 1200;
  private static final int CODE_BITS = 12;
  private static final int GAINS = 16;
  private static final int POINTS_PER_GAIN = 100;

  private final boolean byCode;
  private final boolean byContinuation;
  private final boolean byCapture;
  private final short[] codes = new short[2 << CODE_BITS];
  private final short[] continuations;
  private final short[] captures = new short[Tactical.KINDS * GAINS];

  Histories(Techniques techniques) {
    byCode = techniques.use(Technique.HISTORY);
    byContinuation = techniques.use(Technique.CONTINUATION);
    byCapture = techniques.use(Technique.CAPTURES);
    continuations = new short[byContinuation ? Tactical.KINDS * Tactical.KINDS : 0];
  }

  void clear() {
    Arrays.fill(codes, (short) 0);
    Arrays.fill(continuations, (short) 0);
    Arrays.fill(captures, (short) 0);
  }

  /** {@return a lesson's weight, for {@link #learnQuiet} and {@link #learnNoisy}} */
  static int bonus(int depth) {
    return Math.min(16 * depth * depth, MOST_BONUS);
  }

  /**
   * Looks a quiet move up.
   *
   * @param last the kind of the move before it, and {@code lastButOne} of the one before that
   * @return within plus or minus three times {@link #MOST}
   */
  int ofQuiet(int side, int move, int kind, int last, int lastButOne) {
    int sum = byCode ? codes[code(side, move)] : 0;
    return byContinuation
        ? sum + continuations[last * Tactical.KINDS + kind] + continuations[lastButOne * Tactical.KINDS + kind]
        : sum;
  }

  void learnQuiet(int side, int move, int kind, int last, int lastButOne, int bonus) {
    if (byCode) {
      learn(codes, code(side, move), bonus);
    }
    if (byContinuation) {
      learn(continuations, last * Tactical.KINDS + kind, bonus);
      learn(continuations, lastButOne * Tactical.KINDS + kind, bonus);
    }
  }

  /** {@return within plus or minus {@link #MOST}} */
  int ofNoisy(int kind, int gain) {
    return byCapture ? captures[capture(kind, gain)] : 0;
  }

  void learnNoisy(int kind, int gain, int bonus) {
    if (byCapture) {
      learn(captures, capture(kind, gain), bonus);
    }
  }

  private static void learn(short[] numbers, int index, int bonus) {
    int now = numbers[index];
    numbers[index] = (short) (now + bonus - now * Math.abs(bonus) / MOST);
  }

  private static int capture(int kind, int gain) {
    return kind * GAINS + Math.min(gain / POINTS_PER_GAIN, GAINS - 1);
  }

  /** By the low bits of the move's code, the others folded in; two moves may share a place. */
  private static int code(int side, int move) {
    return side << CODE_BITS | (move ^ move >>> CODE_BITS ^ move >>> 2 * CODE_BITS) & (1 << CODE_BITS) - 1;
  }
}
