package mesa.search;

import java.util.Arrays;

/** One thread's own account of some children of a node, while it plays from them and nobody else does. */
final class Siblings {
  private int size;
  private int[] visits = new int[64];
  private long[] sum = new long[64];
  private float[] bonus = new float[64];

  /** Starts with none. */
  void clear() {
    size = 0;
  }

  /**
   * Adds one.
   *
   * @param visitsOf so far
   * @param sumOf of its results, in the tree's units
   * @param bonusOf what exploration adds to its mean, times 1 + its visits
   */
  void add(int visitsOf, long sumOf, float bonusOf) {
    if (size == visits.length) {
      visits = Arrays.copyOf(visits, 2 * size);
      sum = Arrays.copyOf(sum, 2 * size);
      bonus = Arrays.copyOf(bonus, 2 * size);
    }
    visits[size] = visitsOf;
    sum[size] = sumOf;
    bonus[size] = bonusOf;
    size++;
  }

  /** {@return the one to play from, by what is known now} */
  int leader() {
    int leader = 0;
    float most = score(0);
    for (int i = 1; i < size; i++) {
      float score = score(i);
      if (score > most) {
        most = score;
        leader = i;
      }
    }
    return leader;
  }

  /** {@return what a visit is worth; one that has none comes first} */
  float score(int i) {
    return visits[i] == 0 ? Float.POSITIVE_INFINITY : Tree.mean(sum[i], visits[i]) + bonus[i] / (1 + visits[i]);
  }

  int visits(int i) {
    return visits[i];
  }

  long sum(int i) {
    return sum[i];
  }

  /** Counts a visit. */
  void visit(int i, long newSum) {
    visits[i]++;
    sum[i] = newSum;
  }
}
