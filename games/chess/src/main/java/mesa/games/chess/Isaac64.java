package mesa.games.chess;

import java.util.Arrays;

/**
 * The random number generator ISAAC-64 (R. J. Jenkins, <i>ISAAC</i>, Fast Software Encryption 1996, LNCS 1039), seeded
 * with nothing but zeros.
 */
final class Isaac64 {
  private static final int SIZE = 256;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c13L;

  private final long[] memory = new long[SIZE];
  private final long[] results = new long[SIZE];
  private int left;
  private long a;
  private long b;
  private long counter;

  Isaac64() {
    long[] words = new long[8];
    Arrays.fill(words, GOLDEN_RATIO);
    for (int i = 0; i < 4; i++) {
      mix(words);
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < SIZE; i += 8) {
        for (int j = 0; j < 8; j++) {
          words[j] += memory[i + j]; // The zeros of the seed in the first pass.
        }
        mix(words);
        System.arraycopy(words, 0, memory, i, 8);
      }
    }
  }

  private static void mix(long[] w) {
    w[0] -= w[4];
    w[5] ^= w[7] >>> 9;
    w[7] += w[0];
    w[1] -= w[5];
    w[6] ^= w[0] << 9;
    w[0] += w[1];
    w[2] -= w[6];
    w[7] ^= w[1] >>> 23;
    w[1] += w[2];
    w[3] -= w[7];
    w[0] ^= w[2] << 15;
    w[2] += w[3];
    w[4] -= w[0];
    w[1] ^= w[3] >>> 14;
    w[3] += w[4];
    w[5] -= w[1];
    w[2] ^= w[4] << 20;
    w[4] += w[5];
    w[6] -= w[2];
    w[3] ^= w[5] >>> 17;
    w[5] += w[6];
    w[7] -= w[3];
    w[4] ^= w[6] << 14;
    w[6] += w[7];
  }

  /** The next number; each batch of 256 is handed out from its end. */
  long next() {
    if (left == 0) {
      refill();
      left = SIZE;
    }
    return results[--left];
  }

  private void refill() {
    b += ++counter;
    for (int i = 0; i < SIZE; i++) {
      long x = memory[i];
      long mixed = switch (i & 3) {
        case 0 -> ~(a ^ a << 21);
        case 1 -> a ^ a >>> 5;
        case 2 -> a ^ a << 12;
        default -> a ^ a >>> 33;
      };
      a = mixed + memory[i + SIZE / 2 & SIZE - 1];
      long y = memory[(int) (x >>> 3) & SIZE - 1] + a + b;
      memory[i] = y;
      b = memory[(int) (y >>> 11) & SIZE - 1] + x;
      results[i] = b;
    }
  }
}
