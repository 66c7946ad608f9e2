package mesa.train;

import java.util.Locale;
import java.util.Map;
import mesa.core.Rng;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/** Takes a net through all its steps over a pool of samples. */
final class Fitting {
  private static final int STEPS_PER_REPORT = 50;
  private static final int MOST_VALIDATED = 20_000;
  private static final int VALIDATED_AT_ONCE = 1_000;
  private static final double LAST_RATE = 0.01;

  private Fitting() {}

  /**
   * What came out.
   *
   * @param weights the net's
   * @param training mean loss over the last tenth of the steps
   * @param validation loss on games kept back; the training loss where there are none
   */
  record Fitted(Map<NetTensor, float[]> weights, Learner.Loss training, Learner.Loss validation) {}

  static Fitted fit(
      NetShape shape, Map<NetTensor, float[]> start, Pool pool, Learning learning, long seed, Stage stage) {
    Rng rng = new Rng(seed);
    try (Learner learner = Learner.of(shape, start, learning)) {
      double value = 0;
      double policy = 0;
      int steps = learning.steps();
      int lastTenth = Math.max(1, steps / 10);
      for (int step = 0; step < steps; step++) {
        Learner.Loss loss = learner.step(pool.draw(learning.batch(), rng), rate(learning, step));
        if (step >= steps - lastTenth) {
          value += loss.value() / lastTenth;
          policy += loss.policy() / lastTenth;
        }
        if ((step + 1) % STEPS_PER_REPORT == 0 || step + 1 == steps) {
          stage.report(step + 1, steps, describe(loss));
        }
      }
      Learner.Loss training = new Learner.Loss(value, policy);
      return new Fitted(learner.weights(), training, validate(learner, pool, training));
    }
  }

  private static double rate(Learning learning, int step) {
    double falling = (1 + Math.cos(Math.PI * step / learning.steps())) / 2;
    return learning.rate() * (LAST_RATE + (1 - LAST_RATE) * falling);
  }

  /** In pieces no greater than a batch, for memory. */
  private static Learner.Loss validate(Learner learner, Pool pool, Learner.Loss otherwise) {
    Pool.Batch all = pool.validation(MOST_VALIDATED);
    if (all.size() == 0) {
      return otherwise;
    }
    double value = 0;
    double policy = 0;
    for (int from = 0; from < all.size(); from += VALIDATED_AT_ONCE) {
      Pool.Batch part = all.part(from, Math.min(from + VALIDATED_AT_ONCE, all.size()));
      Learner.Loss loss = learner.loss(part);
      value += loss.value() * part.size() / all.size();
      policy += loss.policy() * part.size() / all.size();
    }
    return new Learner.Loss(value, policy);
  }

  static String describe(Learner.Loss loss) {
    return String.format(Locale.ROOT, "value loss %.4f, policy loss %.4f", loss.value(), loss.policy());
  }

  /** Where progress goes. */
  @FunctionalInterface
  interface Stage {
    void report(long done, long total, String note);
  }
}
