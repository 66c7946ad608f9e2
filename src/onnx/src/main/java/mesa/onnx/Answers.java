package mesa.onnx;

import java.util.Arrays;
import java.util.Locale;
import mesa.core.BadInputException;

/**
 * Remembers what a net has answered, by what it was shown: a search asks for a leaf's value first and for its priors on
 * the next visit, and meets positions again. Each sight has one place, where the last one stays.
 */
final class Answers {
  static final int NONE = -1;

  private static final long MOST_BYTES = 1L << 30;

  private final long[] keys;
  private final float[] values;
  private final float[] policies;
  private final int actions;

  /**
   * Makes room.
   *
   * @param room how many answers, 0 or a power of two
   * @param actions how many numbers a policy has
   * @throws BadInputException if that is more than a gibibyte
   */
  Answers(int room, int actions) {
    long bytesEach = Long.BYTES + Float.BYTES + (long) Float.BYTES * actions;
    if (room * bytesEach > MOST_BYTES) {
      throw new BadInputException(String.format(Locale.ROOT,
          "remembered=%d answers of %d moves take %.1f GiB; at most %d fit into the one that they may", room, actions,
          room * bytesEach / (double) MOST_BYTES, Long.highestOneBit(MOST_BYTES / bytesEach)));
    }
    keys = new long[room];
    values = new float[room];
    policies = new float[room * actions];
    this.actions = actions;
    clear();
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(values, Float.NaN);
  }

  /** {@return a number that tells what a net is shown from all else} */
  static long key(long before, float[] sight, int size) {
    // Four chains, since one would wait for each product; multipliers as in the finishers of hash functions.
    long a = before;
    long b = 1;
    long c = 2;
    long d = 3;
    int i = 0;
    for (; i + 4 <= size; i += 4) {
      a = (a ^ Float.floatToRawIntBits(sight[i])) * 0x9E3779B97F4A7C15L;
      b = (b ^ Float.floatToRawIntBits(sight[i + 1])) * 0xC2B2AE3D27D4EB4FL;
      c = (c ^ Float.floatToRawIntBits(sight[i + 2])) * 0x165667B19E3779F9L;
      d = (d ^ Float.floatToRawIntBits(sight[i + 3])) * 0x27D4EB2F165667C5L;
    }
    for (; i < size; i++) {
      a = (a ^ Float.floatToRawIntBits(sight[i])) * 0x9E3779B97F4A7C15L;
    }
    return mixed(mixed(mixed(mixed(a) ^ b) ^ c) ^ d);
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
    return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
  }

  /** {@return where the answer to a sight is, or NONE} */
  int find(long key) {
    int place = place(key);
    return keys.length != 0 && keys[place] == key && !Float.isNaN(values[place]) ? place : NONE;
  }

  private int place(long key) {
    return (int) (key >>> 32) & keys.length - 1;
  }

  float value(int place) {
    return values[place];
  }

  /** {@return the policies, of which that at a place begins at {@link #from}} */
  float[] policies() {
    return policies;
  }

  int from(int place) {
    return place * actions;
  }

  void remember(long key, float value, float[] policy) {
    if (keys.length != 0) {
      int place = place(key);
      keys[place] = key;
      values[place] = value;
      System.arraycopy(policy, 0, policies, from(place), actions);
    }
  }
}
