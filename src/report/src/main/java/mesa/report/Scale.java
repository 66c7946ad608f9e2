package mesa.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis with round numbers at its ends and ticks between them.
 *
 * @param low value at the first pixel
 * @param high value at the last pixel
 * @param step between ticks
 * @param from first pixel
 * @param to last pixel; may be below the first
 */
record Scale(double low, double high, double step, double from, double to) {
  /** {@return an axis over some values, with about so many ticks} */
  static Scale over(double least, double most, int ticks, double from, double to) {
    double span = most > least ? most - least : 1;
    double rough = span / ticks;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
    double low = Math.floor(least / step) * step;
    double high = Math.ceil(most / step) * step;
    return new Scale(low, high > low ? high : low + step, step, from, to);
  }

  double pixel(double value) {
    return from + (to - from) * (value - low) / (high - low);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }
}
