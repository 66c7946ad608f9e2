package mesa.arena;

import java.util.Locale;

/**
 * Where a value lies with 95 % confidence.
 *
 * @param low may be negative infinity
 * @param high may be positive infinity
 */
public record Interval(double low, double high) {
  /** {@return the same, so much higher} */
  Interval plus(double shift) {
    return new Interval(low + shift, high + shift);
  }

  /** {@return the same of the value with its sign changed} */
  Interval negated() {
    return new Interval(-high, -low);
  }

  /** {@return the same of half the value} */
  Interval halved() {
    return new Interval(low / 2, high / 2);
  }

  /** {@return for a report: {@code [+28.1, +83.8]}, {@code > +182.7}, {@code < -182.7} or {@code –}} */
  @Override
  public String toString() {
    boolean hasLow = Double.isFinite(low);
    boolean hasHigh = Double.isFinite(high);
    if (hasLow && hasHigh) {
      return "[" + text(low) + ", " + text(high) + "]";
    }
    return hasLow ? "> " + text(low) : hasHigh ? "< " + text(high) : "–";
  }

  private static String text(double value) {
    String text = String.format(Locale.ROOT, "%+.1f", value);
    return text.equals("+0.0") || text.equals("-0.0") ? "0" : text;
  }
}
