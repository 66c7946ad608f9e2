package mesa.arena;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The budget at which one player is as strong as another, as a tournament of {@link Format.Iso} has found it.
 *
 * @param player whose budget is given
 * @param opponent whose budget was looked for, without it
 * @param unit what that counts
 * @param budget at equal strength, with its interval; without one if the results don't bound it
 * @param ratio of that to the first one's budget, or null if that is counted in other units or not at all
 * @param cpuRatio of the processor time for a move, the second one's at that budget over the first one's; null if the
 *     budgets played don't enclose it
 * @param perDoubling Elo that the second player gains by a doubling
 * @param isWithin whether the budget is among those that could be played
 */
public record IsoStrength(String player, String opponent, String unit, ComputeResponse.Ratio budget,
    ComputeResponse.Ratio ratio, ComputeResponse.Ratio cpuRatio, ComputeResponse.Estimate perDoubling, boolean isWithin) {
  /** Some hold at budgets where one side has won all; so little that many budgets together don't blur the slope. */
  private static final double PRIOR = 0.05;

  private static final double LOG2 = Math.log(2);

  /**
   * Works it out.
   *
   * @param results of a tournament
   * @return what it has found, or nothing if it is of another format, or its games don't tell yet
   */
  public static Optional<IsoStrength> of(Results results) {
    if (!(Format.parse(results.run().format()) instanceof Format.Iso) || results.played() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(fitted(results));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static IsoStrength fitted(Results results) {
    List<Run.Participant> players = results.run().players();
    String unit = BudgetUnits.common(players.subList(1, players.size()).stream().map(Run.Participant::budget).toList());
    BradleyTerry.Games games = new BradleyTerry.Games(players.size()).prior(PRIOR);
    ComputeResponse.Agents agents = new ComputeResponse.Agents(2);
    agents.player(0, 0);
    double[] doublings = new double[players.size()];
    for (int rung = 1; rung < players.size(); rung++) {
      doublings[rung] = Math.log(BudgetUnits.limits(players.get(rung)).get(unit)) / LOG2;
      agents.player(1, doublings[rung]);
    }
    int base = 0;
    for (Encounter encounter : results.encounters()) {
      base += encounter.addTo(games::add, encounter.pairing().first(), encounter.pairing().second(), base);
    }
    ComputeResponse fit = agents.fit(games);
    ComputeResponse.Ratio equal = fit.equalBudget(0, 1);
    Long own = BudgetUnits.limits(players.getFirst()).get(unit);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int rung = 1; rung < players.size(); rung++) {
      low = Math.min(low, doublings[rung]);
      high = Math.max(high, doublings[rung]);
    }
    return new IsoStrength(players.getFirst().label(), ComputeStudy.kind(players.get(1)), unit, equal.powerOfTwo(),
        own == null ? null : shifted(equal, Math.log(own) / LOG2).powerOfTwo(), cpuRatio(results, doublings, equal),
        fit.perDoubling(1), low <= equal.value() && equal.value() <= high);
  }

  private static ComputeResponse.Ratio shifted(ComputeResponse.Ratio ratio, double less) {
    return new ComputeResponse.Ratio(ratio.value() - less,
        ratio.interval() == null ? null : ratio.interval().plus(-less), ratio.g());
  }

  /** Reads processor time off a line through neighbours on logarithmic scales. */
  private static ComputeResponse.Ratio cpuRatio(Results results, double[] doublings, ComputeResponse.Ratio equal) {
    TreeMap<Double, Double> logNanos = new TreeMap<>();
    for (int player = 1; player < doublings.length; player++) {
      Cost cost = results.cost(player);
      if (cost.moves() > 0 && cost.cpuNanos() > 0) {
        logNanos.put(doublings[player], Math.log((double) cost.cpuNanos() / cost.moves()) / LOG2);
      }
    }
    Cost own = results.cost(0);
    if (own.cpuNanos() == 0 || !isEnclosed(logNanos, equal.value())) {
      return null;
    }
    double ownNanos = Math.log((double) own.cpuNanos() / own.moves()) / LOG2;
    Interval interval = equal.interval() == null || !isEnclosed(logNanos, equal.interval().low())
        || !isEnclosed(logNanos, equal.interval().high()) ? null
        : new Interval(at(logNanos, equal.interval().low()) - ownNanos, at(logNanos, equal.interval().high()) - ownNanos);
    return new ComputeResponse.Ratio(at(logNanos, equal.value()) - ownNanos, interval, equal.g()).powerOfTwo();
  }

  private static boolean isEnclosed(TreeMap<Double, Double> points, double x) {
    return points.floorKey(x) != null && points.ceilingKey(x) != null;
  }

  private static double at(TreeMap<Double, Double> points, double x) {
    Map.Entry<Double, Double> below = points.floorEntry(x);
    Map.Entry<Double, Double> above = points.ceilingEntry(x);
    double span = above.getKey() - below.getKey();
    return span == 0 ? below.getValue()
        : below.getValue() + (above.getValue() - below.getValue()) * (x - below.getKey()) / span;
  }

  /** {@return for a terminal, some lines} */
  public String text() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "As strong as %s is %s at %s=%s (95 %%)%s.\n", player,
        opponent, unit, number(budget, unit.equals("time") ? 1e6 : 1),
        isWithin ? "" : ", which is beyond the budgets that could be played"));
    if (ratio != null) {
      text.append(String.format(Locale.ROOT, "That is %s times as many %s", number(ratio, 1), unit));
      text.append(cpuRatio == null ? ".\n" : "; ");
    }
    if (cpuRatio != null) {
      text.append(String.format(Locale.ROOT, "%s %s times the processor time a move.\n", ratio == null ? "That is" : "in",
          number(cpuRatio, 1)));
    }
    text.append(String.format(Locale.ROOT, "A doubling is worth %s Elo to it there.\n", ComputeStudy.plusMinus(perDoubling)));
    return text.toString();
  }

  private static String number(ComputeResponse.Ratio ratio, double unit) {
    String value = digits(ratio.value() / unit);
    return ratio.interval() == null ? value + " (no finite interval)"
        : value + " [" + digits(ratio.interval().low() / unit) + ", " + digits(ratio.interval().high() / unit) + "]";
  }

  private static String digits(double value) {
    return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
  }
}
