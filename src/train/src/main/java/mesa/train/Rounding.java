package mesa.train;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.net.Net;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/**
 * What the value loses when a net's weights are rounded to integers: how far it is from the value by the weights as
 * they were learned, in points of 1/800, which in chess are centipawns where neither side is ahead.
 *
 * @param positions how many were asked about
 * @param mean over all of them
 * @param largest of all
 */
record Rounding(int positions, double mean, double largest) {
  /** How many positions to ask about. */
  static final int POSITIONS = 10_000;

  private static final double POINTS = 800;
  private static final double MOST = 5;

  static Rounding of(NetShape shape, Map<NetTensor, float[]> learned, Net net, Pool.Batch batch) {
    Map<NetTensor, float[]> rounded = new TreeMap<>();
    for (NetTensor tensor : NetTensor.values()) {
      rounded.put(tensor, net.copy(tensor));
    }
    SparseGradient before = new SparseGradient(shape, learned);
    SparseGradient after = new SparseGradient(shape, rounded);
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < batch.size(); i++) {
      float value = before.value(batch.block(i), batch.sample(i));
      double error = POINTS * Math.abs(value - after.value(batch.block(i), batch.sample(i)));
      sum += error;
      largest = Math.max(largest, error);
    }
    return new Rounding(batch.size(), sum / batch.size(), largest);
  }

  /**
   * Refuses a net that has lost much.
   *
   * @throws BadInputException if the mean is above 5 points
   */
  void check() {
    if (!(mean <= MOST)) {
      throw new BadInputException("rounded to 16 bits, the net's value is off by " + this
          + ", where at most 5 on average is expected; learn with a smaller clip");
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f points of 1/800 on average, %.2f at most, in %d positions", mean, largest, positions);
  }
}
