package mesa.net;

/** The kernels as plain loops, for machines and virtual machines on which the Vector API is missing or slow. */
final class ScalarKernels extends Kernels {
  @Override
  void hidden(float[] bias, float[] rows, int[] features, int count, float[] hidden, int at) {
    int width = bias.length;
    System.arraycopy(bias, 0, hidden, at, width);
    for (int i = 0; i < count; i++) {
      int from = features[i] * width;
      for (int j = 0; j < width; j++) {
        hidden[at + j] += rows[from + j];
      }
    }
    for (int j = at; j < at + width; j++) {
      float clamped = Math.min(Math.max(hidden[j], 0), 1);
      hidden[j] = clamped * clamped;
    }
  }

  @Override
  float dot(float[] hidden, float[] rows) {
    return tree(
        twoLanes(hidden, rows, 0), twoLanes(hidden, rows, 1), twoLanes(hidden, rows, 2), twoLanes(hidden, rows, 3),
        twoLanes(hidden, rows, 4), twoLanes(hidden, rows, 5), twoLanes(hidden, rows, 6), twoLanes(hidden, rows, 7));
  }

  /** What one lane of two accumulators comes to. */
  private static float twoLanes(float[] hidden, float[] rows, int lane) {
    float a = 0;
    float b = 0;
    for (int i = lane; i < hidden.length; i += 2 * LANES) {
      a += hidden[i] * rows[i];
      b += hidden[i + LANES] * rows[i + LANES];
    }
    return a + b;
  }

  @Override
  void logits(float[] hidden, float[] rows, float[] bias, int[] slots, int count, float[] logits) {
    for (int i = 0; i < count; i++) {
      int from = slots[i] * hidden.length;
      logits[i] = bias[slots[i]] + tree(
          lane(hidden, rows, from, 0), lane(hidden, rows, from, 1), lane(hidden, rows, from, 2),
          lane(hidden, rows, from, 3), lane(hidden, rows, from, 4), lane(hidden, rows, from, 5),
          lane(hidden, rows, from, 6), lane(hidden, rows, from, 7));
    }
  }

  private static float lane(float[] hidden, float[] rows, int from, int lane) {
    float sum = 0;
    for (int i = lane; i < hidden.length; i += LANES) {
      sum += hidden[i] * rows[from + i];
    }
    return sum;
  }

  /** Adds eight lanes as halving a register three times does. */
  private static float tree(float a, float b, float c, float d, float e, float f, float g, float h) {
    return ((a + e) + (c + g)) + ((b + f) + (d + h));
  }

  @Override
  void softmax(float[] logits, int count) {
    int padded = padded(count);
    float greatest = greatest(logits, count);
    for (int i = 0; i < padded; i++) {
      logits[i] = exp(logits[i] - greatest);
    }
    float sum = tree(
        strided(logits, padded, 0), strided(logits, padded, 1), strided(logits, padded, 2), strided(logits, padded, 3),
        strided(logits, padded, 4), strided(logits, padded, 5), strided(logits, padded, 6), strided(logits, padded, 7));
    for (int i = 0; i < padded; i++) {
      logits[i] /= sum;
    }
  }

  private static float strided(float[] numbers, int length, int lane) {
    float sum = 0;
    for (int i = lane; i < length; i += LANES) {
      sum += numbers[i];
    }
    return sum;
  }
}
