package mesa.search;

import java.util.Arrays;

/**
 * Results of searched positions by their hash, three to a bucket: what is found anew takes the place of what was known
 * of the position, though that were deeper, or else of the shallowest, those of earlier searches first. Not thread-safe.
 *
 * <p>It begins small, and grows within what it may take once it loses what it should keep: most searches need no more
 * than fits a core's own cache, and a look-up in a table scattered over megabytes takes as long as making a move.
 *
 * <pre>
 * bucket, 8 longs, as long as a line of a cache: a mark, see {@link #touch}; the upper 16 bits of the slots' hashes, the
 *          first slot's lowest, for {@link #grow} alone; three slots
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
  private static final int UPPER_BITS = 1;
  private static final int FIRST_SLOT = 2;
  private static final int DEEPEST = 255;

  /** Buckets at first, if there is room: a quarter of a megabyte. */
  private static final int FIRST_BUCKETS = 1 << 12;
  /** Up to so many buckets, two megabytes, it doubles; then it takes all its room at once, since to move more would hold a search up. */
  private static final int MOST_MOVED = 1 << 15;
  /** It grows once it has lost an entry of this search or the last for so many buckets. */
  private static final int BUCKETS_PER_LOSS = 2;

  /** Room for all the buckets that there may be; those in use come first, the others are empty. */
  private final long[] words;
  private final long[] moving = new long[WORDS_PER_BUCKET];
  private int buckets;
  private int shift;
  private int losses;
  private int age;

  /**
   * Makes an empty table.
   *
   * @param bytes what it may take; rounded down to a power of two, at least one bucket
   */
  TranspositionTable(long bytes) {
    int most = (int) Long.highestOneBit(Math.clamp(bytes / BYTES_PER_BUCKET, 1, 1 << 27));
    words = new long[most * WORDS_PER_BUCKET];
    use(Math.min(most, FIRST_BUCKETS));
  }

  private void use(int some) {
    buckets = some;
    shift = Long.numberOfLeadingZeros(some);
    losses = 0;
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(words, 0, buckets * WORDS_PER_BUCKET, NONE);
    use(Math.min(buckets, FIRST_BUCKETS));
    age = 0;
  }

  /** Begins another search: what is there stays, but gives way. */
  void startSearch() {
    age = (age + 1) & 31;
  }

  /** {@return how many in a thousand entries that there may be are of the present search, by a look at the first ones} */
  int filled() {
    int looked = 0;
    int mine = 0;
    for (int bucket = 0; bucket < buckets * WORDS_PER_BUCKET && looked < 1000; bucket += WORDS_PER_BUCKET) {
      for (int slot = bucket + FIRST_SLOT; slot < bucket + WORDS_PER_BUCKET; slot += 2) {
        long entry = entry(slot);
        mine += entry != NONE && age(entry) == age ? 1 : 0;
        looked++;
      }
    }
    return (int) (1000L * mine * buckets * WORDS_PER_BUCKET / looked / words.length);
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
      if (losses * BUCKETS_PER_LOSS > buckets && words.length > buckets * WORDS_PER_BUCKET) {
        grow();
        bucket = bucket(hash);
      }
      slot = leastWorth(bucket);
      losses += isWorthKeeping(entry(slot)) ? 1 : 0;
      noteUpperBits(bucket, slot, hash);
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

  private void noteUpperBits(int bucket, int slot, long hash) {
    int place = upperPlace(bucket, slot);
    words[bucket + UPPER_BITS] = words[bucket + UPPER_BITS] & ~(0xffffL << place) | hash >>> 48 << place;
  }

  private static int upperPlace(int bucket, int slot) {
    return (slot - bucket - FIRST_SLOT) * 8;
  }

  private boolean isWorthKeeping(long entry) {
    return entry != NONE && (age - age(entry) & 31) <= 1;
  }

  /** Spreads each bucket over as many as there will be for one, from the last on, whose new places are all beyond. */
  private void grow() {
    int before = buckets * WORDS_PER_BUCKET;
    int all = words.length / WORDS_PER_BUCKET;
    use(buckets < MOST_MOVED ? Math.min(2 * buckets, all) : all);
    for (int bucket = before - WORDS_PER_BUCKET; bucket >= 0; bucket -= WORDS_PER_BUCKET) {
      System.arraycopy(words, bucket, moving, 0, WORDS_PER_BUCKET);
      Arrays.fill(words, bucket, bucket + WORDS_PER_BUCKET, NONE);
      for (int from = FIRST_SLOT; from < WORDS_PER_BUCKET; from += 2) {
        if (moving[from + 1] != NONE) {
          long hash = moving[UPPER_BITS] >>> upperPlace(0, from) << 48 | moving[from] >>> 16;
          int to = bucket(hash);
          int slot = leastWorth(to);
          words[slot] = moving[from];
          words[slot + 1] = moving[from + 1];
          noteUpperBits(to, slot, hash);
        }
      }
    }
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
