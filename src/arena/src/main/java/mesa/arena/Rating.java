package mesa.arena;

import java.util.Locale;

/**
 * A player's strength in Elo, relative to the others of its tournament, with what is known about its error.
 *
 * @param kind what the number means
 * @param elo the estimate or the bound; 0 if there is none
 * @param interval where the strength lies with 95 % confidence, or null if the kind has none; of a bound it has one end
 */
public record Rating(Kind kind, double elo, Interval interval) {
  /** What a rating's number means. */
  public enum Kind {
    /** An estimate with an interval. */
    INTERVAL,
    /** An estimate; there are too few different games to say how far off it may be. */
    POINT,
    /** All or nearly all won: the strength is above the number, with 95 % confidence. */
    ABOVE,
    /** All or nearly all lost: the strength is below the number, with 95 % confidence. */
    BELOW,
    /** A player whose rating is given: an anchor, or the one that the bounds of all others are relative to. */
    REFERENCE,
    /** Nothing can be said. */
    NONE
  }

  /** How many times as long as the other one side of an interval may be to be told by half of both. */
  private static final double MOST_UNEVEN = 1.5;

  /** There is none. */
  static final Rating NONE = new Rating(Kind.NONE, 0, null);

  static Rating reference(double elo) {
    return new Rating(Kind.REFERENCE, elo, null);
  }

  static Rating point(double elo) {
    return new Rating(Kind.POINT, elo, null);
  }

  /** {@return an estimate with an interval, or a bound where that has one end only} */
  static Rating of(double elo, Interval interval) {
    if (Double.isInfinite(interval.low()) && Double.isInfinite(interval.high())) {
      return NONE;
    }
    if (Double.isInfinite(interval.high())) {
      return new Rating(Kind.ABOVE, interval.low(), interval);
    }
    return Double.isInfinite(interval.low())
        ? new Rating(Kind.BELOW, interval.high(), interval)
        : new Rating(Kind.INTERVAL, elo, interval);
  }

  /** {@return half the width of the interval; 0 unless the kind is {@link Kind#INTERVAL}} */
  public double error() {
    return kind == Kind.INTERVAL ? (interval.high() - interval.low()) / 2 : 0;
  }

  /** {@return for a table, such as {@code +41 ± 31}, {@code +120 [+41, +362]}, {@code > +183} or {@code –}} */
  @Override
  public String toString() {
    return switch (kind) {
      case INTERVAL -> number(elo) + (isLopsided()
          ? " [" + number(interval.low()) + ", " + number(interval.high()) + "]" : " ± " + magnitude(error()));
      case REFERENCE -> number(elo);
      case POINT -> number(elo) + " ± ?";
      case ABOVE -> "> " + number(elo);
      case BELOW -> "< " + number(elo);
      case NONE -> "–";
    };
  }

  /** {@return whether one side of the interval is so much longer that half of both would mislead} */
  private boolean isLopsided() {
    double below = elo - interval.low();
    double above = interval.high() - elo;
    return Math.max(below, above) > MOST_UNEVEN * Math.min(below, above);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%+.0f", value);
    return text.equals("-0") || text.equals("+0") ? "0" : text;
  }

  /** At least ±1: a smaller error would only claim more than rounding leaves. */
  private static String magnitude(double value) {
    return String.format(Locale.ROOT, "%.0f", Math.max(1, Math.ceil(value)));
  }
}
