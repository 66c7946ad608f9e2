package mesa.search;

import java.util.Arrays;

/**
 * Results of searched positions by their hash, two to a bucket: the first keeps the deepest of the present search, the
 * second whatever came last. Not thread-safe.
 *
 * <pre>
 * entry, a long:  63 .. 32  move
 *                 31 .. 16  score, signed; see {@link Wins#toTable}
 *                 15 ..  8  depth in plies, at most 255
 *                  7 ..  3  age, the number of the search, modulo 32
 *                        2  complete: the game ends on every line below, so that any depth would find the same
 *                  1 ..  0  bound, never 0
 * </pre>
 */
final class TranspositionTable {
  /** What {@link #probe} answers where there is nothing. */
  static final long NONE = 0;
  /** Stands for no move known. */
  static final int NO_MOVE = Integer.MIN_VALUE;

  static final int LOWER = 1;
  static final int UPPER = 2;
  static final int EXACT = LOWER | UPPER;

  private static final int BYTES_PER_ENTRY = 16;
  private static final int DEEPEST = 255;

  private final long[] keys;
  private final long[] entries;
  private int age;

  /**
   * Makes an empty table.
   *
   * @param bytes what it may take; rounded down to a power of two, at least two entries
   */
  TranspositionTable(long bytes) {
    int size = (int) Long.highestOneBit(Math.clamp(bytes / BYTES_PER_ENTRY, 2, 1 << 30));
    keys = new long[size];
    entries = new long[size];
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(entries, NONE);
    age = 0;
  }

  /** Begins another search: what is there stays, but gives way. */
  void startSearch() {
    age = (age + 1) & 31;
  }

  /** {@return the entry of a position, or {@link #NONE}} */
  long probe(long key) {
    int bucket = bucket(key);
    if (keys[bucket] == key) {
      return entries[bucket];
    }
    return keys[bucket + 1] == key ? entries[bucket + 1] : NONE;
  }

  /**
   * Notes a result.
   *
   * @param move the best, or {@link #NO_MOVE}, which keeps the one known before
   */
  void store(long key, int move, int score, int depth, int bound, boolean complete) {
    long old = probe(key);
    int best = move == NO_MOVE && old != NONE ? move(old) : move;
    long entry = (long) best << 32
        | (score & 0xffffL) << 16
        | (long) Math.min(depth, DEEPEST) << 8
        | age << 3
        | (complete ? 4 : 0)
        | bound;
    int bucket = bucket(key);
    boolean givesWay = keys[bucket] == key || age(entries[bucket]) != age || depth(entries[bucket]) <= depth;
    int slot = givesWay ? bucket : bucket + 1;
    if (givesWay && keys[bucket] != key) {
      keys[bucket + 1] = keys[bucket];
      entries[bucket + 1] = entries[bucket];
    }
    keys[slot] = key;
    entries[slot] = entry;
  }

  private int bucket(long key) {
    return (int) key & (keys.length - 2);
  }

  static int move(long entry) {
    return (int) (entry >> 32);
  }

  static int score(long entry) {
    return (short) (entry >> 16);
  }

  static int depth(long entry) {
    return (int) (entry >> 8) & 0xff;
  }

  private static int age(long entry) {
    return (int) (entry >> 3) & 31;
  }

  static boolean isComplete(long entry) {
    return (entry & 4) != 0;
  }

  static int bound(long entry) {
    return (int) entry & EXACT;
  }

  /** {@return whether an entry's score, counted as in the window, settles a search of that window} */
  static boolean cuts(int bound, int score, int alpha, int beta) {
    return bound == EXACT || bound == LOWER && score >= beta || bound == UPPER && score <= alpha;
  }
}
