package mesa.train;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019) for one tensor, and a bound on every weight. */
final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final float[] mean;
  private final float[] square;
  private final float decay;
  private final float clip;
  private int steps;

  Adam(int size, double decay, double clip) {
    this.mean = new float[size];
    this.square = new float[size];
    this.decay = (float) decay;
    this.clip = (float) clip;
  }

  /** Takes a step that changes {@code weights} in place. */
  void update(float[] weights, float[] gradient, float rate) {
    steps++;
    float kept = 1 - rate * decay;
    float scale = (float) (1 / (1 - Math.pow(BETA1, steps)));
    float squareScale = (float) (1 / (1 - Math.pow(BETA2, steps)));
    for (int i = 0; i < weights.length; i++) {
      float g = gradient[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      float stepped = weights[i] * kept
          - rate * (mean[i] * scale) / ((float) Math.sqrt(square[i] * squareScale) + EPSILON);
      weights[i] = Math.min(Math.max(stepped, -clip), clip);
    }
  }
}
