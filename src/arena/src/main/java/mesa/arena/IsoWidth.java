package mesa.arena;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Option;
import mesa.core.Spec;

/**
 * Ends a search for equal strength as soon as the interval of the budget is narrow enough. It looks after each draw, and
 * not before enough pairs are there for their scatter to be known. Immutable.
 */
public final class IsoWidth implements StoppingRule {
  static final String NAME = "iso";

  /** With fewer clusters the interval is at times narrow by chance. */
  private static final int FEWEST_PAIRS = 40;

  private static final Option<Double> WIDTH =
      Option.number("width", null, 1, 1e9, "the upper end of the interval over the lower one");

  private final double width;

  private IsoWidth(double width) {
    this.width = width;
  }

  /**
   * Makes a rule.
   *
   * @param width the interval's upper end over its lower one at which the search ends, above 1
   * @return the rule
   * @throws BadInputException if no interval is so narrow
   */
  public static IsoWidth of(double width) {
    if (!(width > 1)) {
      throw new BadInputException("\"" + width + "\" is no width of an interval: write its upper end over its lower one, such "
          + "as 1.5");
    }
    return new IsoWidth(width);
  }

  static IsoWidth of(Spec spec) {
    if (!List.copyOf(spec.options().keySet()).equals(List.of(WIDTH.name()))) {
      throw new BadInputException("\"" + spec + "\" is no rule by which a search ends; it is written iso:width=1.5");
    }
    return of(spec.get(WIDTH));
  }

  @Override
  public Watcher watch() {
    return new Watcher() {
      private int pairs;

      @Override
      public boolean endsWith(Results prefix, PlayedPair pair) {
        return ++pairs >= FEWEST_PAIRS && pairs % IsoSchedule.TABLES == 0
            && IsoStrength.of(prefix).filter(IsoStrength::isWithin).map(found -> found.budget().interval())
                .filter(interval -> interval.high() <= width * interval.low()).isPresent();
      }
    };
  }

  /** {@return the rule of a tournament, if it is one of these} */
  static Optional<IsoWidth> of(Run run) {
    return run.stop() != null && StoppingRule.parse(run.stop()) instanceof IsoWidth rule ? Optional.of(rule) : Optional.empty();
  }

  /** {@return the interval's upper end over its lower one at which the search ends} */
  public double width() {
    return width;
  }

  @Override
  public String toString() {
    String text = String.format(Locale.ROOT, "%.9f", width);
    return NAME + ":width=" + text.replaceAll("\\.?0+$", "");
  }
}
