package mesa.net;

/** The kernels as plain loops, for machines and virtual machines on which the Vector API is missing or slow. */
final class ScalarKernels extends Kernels {
  @Override
  void refresh(long[] view, short[] bias, short[] sums, int to, short[] rows, int width) {
    System.arraycopy(bias, 0, sums, to, width);
    for (int word = 0; word < view.length; word++) {
      for (long rest = view[word]; rest != 0; rest &= rest - 1) {
        int row = (word << 6 | Long.numberOfTrailingZeros(rest)) * width;
        for (int j = 0; j < width; j++) {
          sums[to + j] += rows[row + j];
        }
      }
    }
  }

  @Override
  void update(short[] sums, int from, int to, short[] rows, int width, int[] added, int[] removed, int changes) {
    System.arraycopy(sums, from, sums, to, width);
    for (int i = 0; i < changes; i++) {
      int in = added[i] * width;
      int out = removed[i] * width;
      for (int j = 0; j < width; j++) {
        sums[to + j] += (short) (rows[in + j] - rows[out + j]);
      }
    }
  }

  @Override
  int dot(short[] sums, int mover, int other, short one, short[] weights, int at, int width) {
    int sum = 0;
    for (int j = 0; j < width; j++) {
      sum += square(sums[mover + j], one) * weights[at + j];
    }
    for (int j = 0; j < width; j++) {
      sum += square(sums[other + j], one) * weights[at + width + j];
    }
    return sum;
  }

  @Override
  void squares(short[] sums, int from, short one, char[] squares) {
    for (int j = 0; j < squares.length; j++) {
      squares[j] = (char) square(sums[from + j], one);
    }
  }

  private static int square(int sum, int one) {
    int clamped = Math.min(Math.max(sum, 0), one);
    return clamped * clamped;
  }

  @Override
  void logits(char[] squares, short[] rows, int[] bias, float unit, int[] slots, int count, float[] logits) {
    int width = squares.length;
    for (int i = 0; i < count; i++) {
      int row = slots[i] * width;
      int sum = bias[slots[i]];
      for (int j = 0; j < width; j++) {
        sum += squares[j] * rows[row + j];
      }
      logits[i] = sum * unit;
    }
  }

  @Override
  void exponentials(float[] numbers, int count, float greatest) {
    for (int i = 0; i < count; i++) {
      numbers[i] = exp(numbers[i] - greatest);
    }
  }
}
