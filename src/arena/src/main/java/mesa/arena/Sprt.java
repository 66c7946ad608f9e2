package mesa.arena;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mesa.core.BadInputException;
import mesa.core.Option;
import mesa.core.Spec;

/**
 * A sequential probability ratio test (Wald 1945) of a match: whether the player named first is {@code elo0} or {@code
 * elo1} above the other, decided as soon as the results say so with small enough a risk of either error. Games are looked
 * at in whole pairs. Immutable.
 *
 * <p>Its text form is {@code elo0=0,elo1=5}, with {@code alpha}, {@code beta}, {@code model} and {@code units} where they
 * are not the usual ones.
 */
public final class Sprt implements StoppingRule {
  static final String NAME = "sprt";
  private static final double FAR = 1000;
  private static final Option<Double> ELO0 = Option.number("elo0", null, -FAR, FAR, "what the first hypothesis says");
  private static final Option<Double> ELO1 = Option.number("elo1", null, -FAR, FAR, "what the second hypothesis says");
  private static final Option<Double> ALPHA = Option.number("alpha", 0.05, 0, 1, "risk of the second where the first holds");
  private static final Option<Double> BETA = Option.number("beta", 0.05, 0, 1, "risk of the first where the second holds");
  private static final Option<String> MODEL = Option.choice("model", SprtModel.words(), "what the bounds are measured in");
  private static final Option<String> UNITS = Option.choice("units", List.of("pairs", "games"), "what results are counted by");
  private static final List<Option<?>> OPTIONS = List.of(ELO0, ELO1, ALPHA, BETA, MODEL, UNITS);

  private final Spec spec;
  private final double elo0;
  private final double elo1;
  private final double alpha;
  private final double beta;
  private final SprtModel model;
  private final boolean pairs;

  private Sprt(Spec spec) {
    this.spec = spec;
    elo0 = spec.get(ELO0);
    elo1 = spec.get(ELO1);
    alpha = spec.get(ALPHA);
    beta = spec.get(BETA);
    model = SprtModel.parse(spec.get(MODEL));
    pairs = spec.has(UNITS.name()) ? spec.get(UNITS).equals("pairs") : model.knowsPairs();
  }

  /**
   * Reads a test.
   *
   * @param text such as {@code elo0=0,elo1=5,alpha=0.05,beta=0.05,model=normalized,units=pairs}; all but the first two
   *     may be left out and stand here as they usually are
   * @return the test
   * @throws BadInputException if something is unknown or missing, or the numbers don't make a test
   */
  public static Sprt of(String text) {
    return of(Spec.parse(NAME + ":" + text));
  }

  static Sprt of(Spec spec) {
    String text = spec.toString().substring(NAME.length() + 1);
    Set<String> unknown = new TreeSet<>(spec.options().keySet());
    OPTIONS.forEach(option -> unknown.remove(option.name()));
    if (!unknown.isEmpty()) {
      throw new BadInputException("\"" + unknown.iterator().next() + "\" is no option of a test (in \"" + text
          + "\"); it has " + String.join(", ", OPTIONS.stream().map(Option::name).toList()));
    }
    if (!spec.has(ELO0.name()) || !spec.has(ELO1.name())) {
      throw new BadInputException("\"" + text + "\" lacks a bound; a test is written elo0=0,elo1=5");
    }
    Sprt sprt = new Sprt(spec);
    if (!(sprt.elo0 < sprt.elo1)) {
      throw new BadInputException("\"" + text + "\" tests nothing: elo0 has to be below elo1");
    }
    if (!(sprt.alpha > 0 && sprt.beta > 0 && sprt.alpha + sprt.beta < 1)) {
      throw new BadInputException("\"" + text + "\" has no bounds: alpha and beta are above 0, together below 1");
    }
    if (sprt.pairs && !sprt.model.knowsPairs()) {
      throw new BadInputException("\"" + text + "\" can't be: " + sprt.model + " knows games, not pairs");
    }
    return sprt;
  }

  /** What a test says by now. */
  public enum Verdict {
    /** The first hypothesis is accepted. */
    H0,
    /** The second hypothesis is accepted. */
    H1,
    /** Neither yet. */
    UNDECIDED;

    /** {@return the word in reports} */
    @Override
    public String toString() {
      return this == UNDECIDED ? "undecided" : name();
    }
  }

  /** {@return the log likelihood ratio at which the first hypothesis is accepted} */
  public double lowerBound() {
    return Math.log(beta / (1 - alpha));
  }

  /** {@return the log likelihood ratio at which the second hypothesis is accepted} */
  public double upperBound() {
    return Math.log((1 - beta) / alpha);
  }

  /** {@return whether pairs of games are counted by their points, or else games} */
  public boolean countsPairs() {
    return pairs;
  }

  /**
   * Weighs the hypotheses.
   *
   * @param counts of pairs worth 0, ½, 1, 1½, 2 points, or of games lost, drawn, won
   * @return the log likelihood ratio: positive if the second hypothesis is likelier; 0 without games
   * @throws IllegalArgumentException if these are not the counts that the test takes
   */
  public double logRatio(int... counts) {
    if (counts.length != (pairs ? 5 : 3)) {
      throw new IllegalArgumentException(counts.length + " counts; " + (pairs ? 5 : 3) + " are wanted");
    }
    for (int count : counts) {
      if (count > 0) {
        return model.logRatio(counts, elo0, elo1);
      }
    }
    return 0;
  }

  /**
   * Judges.
   *
   * @param logRatio log likelihood ratio
   * @return what is accepted
   */
  public Verdict verdict(double logRatio) {
    return logRatio >= upperBound() ? Verdict.H1 : logRatio <= lowerBound() ? Verdict.H0 : Verdict.UNDECIDED;
  }

  /**
   * Estimates how long the test takes (Wald's approximation, which leaves out that the last game oversteps a bound): for
   * bounds in normalized Elo.
   *
   * @param elo the true difference, normalized
   * @return games, on average
   */
  public double expectedGames(double elo) {
    // The log ratio drifts by width * (elo - midpoint) a game, with the variance width^2.
    double width = (elo1 - elo0) / Elo.PER_SIGMA;
    double drift = width * (elo - (elo0 + elo1) / 2) / Elo.PER_SIGMA;
    double low = lowerBound();
    double high = upperBound();
    double exponent = -2 * drift / (width * width);
    if (Math.abs(exponent) * (high - low) < 1e-6) {
      return -low * high / (width * width);
    }
    double chanceOfHigh = exponent * low > 700 // Beyond what a double holds
        ? 1 : -Math.expm1(exponent * low) / (Math.exp(exponent * high) - Math.exp(exponent * low));
    return (chanceOfHigh * high + (1 - chanceOfHigh) * low) / drift;
  }

  /** {@return the model} */
  public SprtModel model() {
    return model;
  }

  /** {@return what the first hypothesis says} */
  public double elo0() {
    return elo0;
  }

  /** {@return what the second hypothesis says} */
  public double elo1() {
    return elo1;
  }

  @Override
  public Watcher watch() {
    SprtRun run = new SprtRun(this);
    return (prefix, pair) -> {
      run.add(pair);
      return run.isOver();
    };
  }

  /** {@return as {@link StoppingRule#parse} reads it} */
  @Override
  public String toString() {
    return spec.toString();
  }

  /** {@return for people, such as {@code SPRT elo0=0, elo1=5 (normalized, pairs)}} */
  public String title() {
    return "SPRT elo0=%s, elo1=%s (%s, %s)".formatted(number(elo0), number(elo1), model, pairs ? "pairs" : "games");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
