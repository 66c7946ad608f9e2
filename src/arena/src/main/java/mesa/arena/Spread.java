package mesa.arena;

import java.util.Arrays;

/**
 * How amounts are spread: counts them in steps of a thirty-second of a power of two, however many there are. A quantile is
 * the largest amount of its step, and so is there itself, but up to three per cent too high. Amounts below 64 are exact.
 * Not thread-safe.
 */
final class Spread {
  private static final int STEP_BITS = 5;
  private static final int STEPS = 1 << STEP_BITS;
  private static final int EXACT = 2 * STEPS;

  private int[] counts = {};
  private long[] largest = {};
  private long count;
  private long most;

  /** Adds an amount, at least 0. */
  void add(long amount) {
    int step = step(amount);
    if (step >= counts.length) {
      counts = Arrays.copyOf(counts, step + STEPS);
      largest = Arrays.copyOf(largest, step + STEPS);
    }
    counts[step]++;
    largest[step] = Math.max(largest[step], amount);
    count++;
    most = Math.max(most, amount);
  }

  private static int step(long amount) {
    if (amount < EXACT) {
      return (int) amount;
    }
    int shift = Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(amount);
    return shift * STEPS + (int) (amount >>> shift);
  }

  /** {@return how many amounts there are} */
  long count() {
    return count;
  }

  /** {@return the quantiles, or null if there is no amount} */
  Quantiles quantiles() {
    return count == 0 ? null : new Quantiles(at(0.5), at(0.99), most);
  }

  /** {@return an amount that at least such a share of all does not exceed} */
  private long at(double share) {
    long left = (long) Math.ceil(share * count);
    int step = 0;
    for (left -= counts[0]; left > 0; left -= counts[step]) {
      step++;
    }
    return largest[step];
  }
}
