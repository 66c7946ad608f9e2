package mesa.arena;

import java.util.stream.IntStream;
import mesa.core.Rng;

/** Draws lots (Fisher and Yates), the same way on every JDK. */
final class Lots {
  private Lots() {}

  /** {@return the numbers from 0 up to a size, in random order} */
  static int[] draw(int size, Rng rng) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = rng.below(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
