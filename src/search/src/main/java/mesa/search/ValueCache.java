package mesa.search;

import java.util.Arrays;

/**
 * Values of positions by their hash, the last one to come always staying. For evaluators that answer the same whenever
 * asked, and that cost more than a look-up. Not thread-safe.
 */
final class ValueCache {
  private static final int BYTES_PER_VALUE = 12;

  private final long[] keys;
  private final float[] values;

  /**
   * Makes an empty cache.
   *
   * @param bytes what it may take; rounded down to a power of two of values
   */
  ValueCache(long bytes) {
    int size = (int) Long.highestOneBit(Math.clamp(bytes / BYTES_PER_VALUE, 1, 1 << 30));
    keys = new long[size];
    values = new float[size];
    clear();
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(values, Float.NaN);
  }

  /** {@return the value of a position, or NaN} */
  float get(long hash) {
    int slot = (int) hash & keys.length - 1;
    return keys[slot] == hash ? values[slot] : Float.NaN;
  }

  void put(long hash, float value) {
    int slot = (int) hash & keys.length - 1;
    keys[slot] = hash;
    values[slot] = value;
  }
}
