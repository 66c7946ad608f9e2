package mesa.onnx;

import mesa.core.Option;
import mesa.core.Setup;

/** Options about how a model is run, whatever its format. */
final class Running {
  static final Option<Long> BATCH = Option.integer("batch", 16L, 1, 1024,
      "most positions judged in one run, by a search that gathers them");
  static final Option<Long> REMEMBERED = Option.integer("remembered", 1024L, 0, 1 << 20,
      "answers kept, as a search asks for a position's value and later for its priors; rounded up to a power of two");

  private Running() {}

  static int batch(Setup setup) {
    return (int) (long) setup.get(BATCH);
  }

  static int remembered(Setup setup) {
    long wanted = setup.get(REMEMBERED);
    return wanted == 0 ? 0 : Math.max(1, Integer.highestOneBit((int) (2 * wanted - 1)));
  }
}
