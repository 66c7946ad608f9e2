package mesa.search;

import java.util.Arrays;
import mesa.core.Rng;

/**
 * Bounds of exact scores by key, two to a bucket: the first keeps what took the most work, the second whatever came
 * last. Never confuses two keys: the number of the bucket and the tag together hold all 64 bits of the mixed key. Not
 * thread-safe.
 *
 * <pre>
 * entry, a long:  63 .. 16  tag, the low bits of the mixed key; its high bits are the number of the bucket
 *                 15 ..  8  score, signed
 *                  7 ..  2  work: the binary logarithm of the nodes searched
 *                  1 ..  0  1 if the true score is this or more, 2 if it is this or less
 * </pre>
 */
final class BoundTable {
  /** What {@link #probe} answers where there is nothing. */
  static final long NONE = 0;

  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int BYTES_PER_ENTRY = 8;
  private static final int TAG_BITS = 48;
  private static final int BUCKET_BITS = 64 - TAG_BITS;

  private final long[] entries;
  private final int shift;

  /**
   * Makes an empty table.
   *
   * @param bytes what it may take, rounded down to a power of two; at least 1 MB is taken
   */
  BoundTable(long bytes) {
    long most = Long.highestOneBit(Math.clamp(bytes / BYTES_PER_ENTRY, 2L << BUCKET_BITS, 1 << 30));
    entries = new long[(int) most];
    shift = 64 - (Long.numberOfTrailingZeros(most) - 1);
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(entries, NONE);
  }

  /** {@return the key as the other methods want it: the mixing is one to one} */
  static long mix(long key) {
    return Rng.mix(key);
  }

  /** {@return the entry of a mixed key, or {@link #NONE}} */
  long probe(long mixed) {
    int bucket = (int) (mixed >>> shift) << 1;
    long tag = mixed << BUCKET_BITS;
    long first = entries[bucket];
    if ((first ^ tag) >>> BUCKET_BITS == 0) {
      return first; // An empty one has the tag 0, and then there is nothing to find.
    }
    long second = entries[bucket + 1];
    return (second ^ tag) >>> BUCKET_BITS == 0 ? second : NONE;
  }

  /**
   * Notes a bound.
   *
   * @param score in [-127, 127]
   * @param isLower whether the true score is this or more, rather than this or less
   * @param nodes what it took to find, at least 1
   */
  void store(long mixed, int score, boolean isLower, long nodes) {
    int work = Long.SIZE - 1 - Long.numberOfLeadingZeros(nodes);
    long entry = mixed << BUCKET_BITS | (score & 0xff) << 8 | work << 2 | (isLower ? LOWER : UPPER);
    int bucket = (int) (mixed >>> shift) << 1;
    long first = entries[bucket];
    if ((first ^ entry) >>> BUCKET_BITS == 0) {
      entries[bucket] = entry;
    } else if (work(first) <= work) {
      entries[bucket + 1] = first;
      entries[bucket] = entry;
    } else {
      entries[bucket + 1] = entry;
    }
  }

  static int score(long entry) {
    return (byte) (entry >> 8);
  }

  private static int work(long entry) {
    return (int) entry >> 2 & 0x3f;
  }

  /** {@return whether an entry tells that the true score is above alpha, or that it is not} */
  static boolean settles(long entry, int alpha) {
    return (entry & (score(entry) > alpha ? LOWER : UPPER)) != 0;
  }
}
