package mesa.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three digits and a unit. */
final class Quantity {
  private static final String[] TIME = {"ns", "µs", "ms", "s"};
  private static final String[] MEMORY = {"B", "kB", "MB", "GB"};
  private static final int DIGITS = 3;
  private static final double STEP = 1000;

  private Quantity() {}

  /** {@return such as {@code 4.55 µs}} */
  static String time(double nanos) {
    return of(nanos, TIME);
  }

  /** {@return such as {@code 1.2 kB}; a dash if it is not known} */
  static String memory(double bytes) {
    // A thread's counter moves in steps, so what allocates nothing shows a small fraction of a byte.
    return Double.isNaN(bytes) ? "–" : of(bytes < 1 ? 0 : bytes < STEP ? Math.rint(bytes) : bytes, MEMORY);
  }

  /** {@return such as {@code 91.3 %}} */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String of(double value, String[] units) {
    int unit = 0;
    BigDecimal scaled = round(value);
    while (scaled.doubleValue() >= STEP && unit < units.length - 1) {
      unit++;
      scaled = round(value / Math.pow(STEP, unit));
    }
    return scaled.toPlainString() + " " + units[unit];
  }

  private static BigDecimal round(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS));
  }
}
