package mesa.core;

/**
 * SplitMix64 (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014): fast, 8 bytes
 * of state, the same numbers on every JDK. All of Mesa's randomness comes from here. Not thread-safe.
 */
public final class Rng {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * Starts a sequence.
   *
   * @param seed any number; equal seeds give equal sequences
   */
  public Rng(long seed) {
    state = seed;
  }

  /**
   * Starts the sequence afresh.
   *
   * @param seed any number
   */
  public void reseed(long seed) {
    state = seed;
  }

  /** {@return 64 random bits} */
  public long next() {
    return mix(state += GAMMA);
  }

  /**
   * Scrambles a number one to one, so that neighbours become unrelated: for hash keys and for seeds derived from seeds.
   *
   * @param z any number
   * @return 64 well-mixed bits
   */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Draws an integer without a division (Lemire 2019, without its rejection step: off by less than bound / 2^32).
   *
   * @param bound at least 1
   * @return in [0, bound)
   */
  public int below(int bound) {
    return (int) ((next() >>> 32) * bound >>> 32);
  }

  /** {@return a number in [0, 1), one of 2^53 evenly spaced ones} */
  public double unit() {
    return (next() >>> 11) * 0x1p-53;
  }
}
