package mesa.search;

import java.util.Arrays;

/**
 * Results of searched positions by their hash, three to a bucket: what is found anew takes the place of the shallowest,
 * those of earlier searches first. Not thread-safe.
 *
 * <pre>
 * bucket, 8 longs, as long as a line of a cache: a mark, see {@link #touch}; one that is not used; three slots
 *
 * slot, 2 longs, the key:
 *                 63 .. 16  the lower 48 bits of the hash; the bucket tells of the others
 *                 15 ..  0  static evaluation, signed, or {@link Node#NOTHING}
 *          and the entry:
 *                 63 .. 32  move
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

  private static final int BYTES_PER_BUCKET = 64;
  private static final int WORDS_PER_BUCKET = 8;
  private static final int FIRST_SLOT = 2;
  private static final int DEEPEST = 255;

  private final long[] words;
  private final int shift;
  private int age;

  /**
   * Makes an empty table.
   *
   * @param bytes what it may take; rounded down to a power of two, at least one bucket
   */
  TranspositionTable(long bytes) {
    int buckets = (int) Long.highestOneBit(Math.clamp(bytes / BYTES_PER_BUCKET, 1, 1 << 28));
    words = new long[buckets * WORDS_PER_BUCKET];
    shift = Long.numberOfLeadingZeros(buckets);
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(words, NONE);
    age = 0;
  }

  /** Begins another search: what is there stays, but gives way. */
  void startSearch() {
    age = (age + 1) & 31;
  }

  /** {@return how many in a thousand entries, of the first ones, are of the present search} */
  int filled() {
    int looked = 0;
    int mine = 0;
    for (int bucket = 0; bucket < words.length && looked < 1000; bucket += WORDS_PER_BUCKET) {
      for (int slot = bucket + FIRST_SLOT; slot < bucket + WORDS_PER_BUCKET; slot += 2) {
        long entry = entry(slot);
        mine += entry != NONE && age(entry) == age ? 1 : 0;
        looked++;
      }
    }
    return 1000 * mine / looked;
  }

  /** {@return the entry of a position, or {@link #NONE}} */
  long probe(long hash) {
    int slot = find(hash);
    return slot < 0 ? NONE : entry(slot);
  }

  /** {@return where the entry of a position is until another is stored, or -1} */
  int find(long hash) {
    int slot = slot(hash, bucket(hash));
    return slot >= 0 && entry(slot) != NONE ? slot : -1;
  }

  /** {@return the slot with a position's key, or -1; that of an empty slot is 0} */
  private int slot(long hash, int bucket) {
    int first = bucket + FIRST_SLOT;
    return isOf(hash, first) ? first : isOf(hash, first + 2) ? first + 2 : isOf(hash, first + 4) ? first + 4 : -1;
  }

  /**
   * Sends for a position's bucket ahead of need, so that memory answers while the search looks whether the game is over.
   * By writing to it, since a core waits for what it reads before it has done with what comes after, but not for what it
   * writes: 8 % faster than reading.
   */
  void touch(long hash) {
    words[bucket(hash)] = 1;
  }

  /** {@return what {@link #find} has found} */
  long entry(int slot) {
    return words[slot + 1];
  }

  /** {@return the static evaluation there, or {@link Node#NOTHING}} */
  int evaluation(int slot) {
    return (short) words[slot];
  }

  private boolean isOf(long hash, int slot) {
    return (words[slot] ^ hash << 16) >>> 16 == 0;
  }

  /** Notes a result without an evaluation. */
  void store(long hash, int move, int score, int depth, int bound, boolean complete) {
    store(hash, move, score, depth, bound, complete, Node.NOTHING);
  }

  /**
   * Notes a result.
   *
   * @param move the best, or {@link #NO_MOVE}, which keeps the one known before
   * @param evaluation of the position by itself, or {@link Node#NOTHING}
   */
  void store(long hash, int move, int score, int depth, int bound, boolean complete, int evaluation) {
    int bucket = bucket(hash);
    int slot = slot(hash, bucket);
    int best = move;
    if (slot < 0) {
      slot = leastWorth(bucket);
    } else if (move == NO_MOVE && entry(slot) != NONE) {
      best = move(entry(slot));
    }
    words[slot] = hash << 16 | evaluation & 0xffff;
    words[slot + 1] = (long) best << 32
        | (score & 0xffffL) << 16
        | (long) Math.min(depth, DEEPEST) << 8
        | age << 3
        | (complete ? 4 : 0)
        | bound;
  }

  private int leastWorth(int bucket) {
    int least = bucket + FIRST_SLOT;
    for (int slot = least + 2; slot < bucket + WORDS_PER_BUCKET; slot += 2) {
      if (worth(entry(slot)) < worth(entry(least))) {
        least = slot;
      }
    }
    return least;
  }

  private int worth(long entry) {
    return entry == NONE ? -1 : age(entry) == age ? DEEPEST + 1 + depth(entry) : depth(entry);
  }

  /** By the upper bits of the hash. */
  private int bucket(long hash) {
    return (int) (hash >>> shift >>> 1) << 3;
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
