package mesa.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Spec;

/**
 * What a tournament tells of compute: its players, sorted by what they are apart from their budgets, and the Elo that
 * each kind gains by a doubling. Only budgets of one unit compare, so it looks at the unit that most players are limited
 * by, or at the processor time that moves have cost, by which players of all units compare. Immutable.
 */
public final class ComputeStudy {
  private static final String CPU = "cpu";
  private static final double LOG2 = Math.log(2);

  /** A limit that has no effect shows over a ladder at least so long. */
  private static final double LONG_LADDER = 2.99;

  private static final double WORTH_THE_NAME = 100;

  private final String unit;
  private final List<Ladder> ladders;
  private final List<Equality> equalities = new ArrayList<>();

  /**
   * One kind of player over its budgets.
   *
   * @param player the spec without its budget
   * @param unit what budgets count
   * @param rungs lowest budget first
   * @param perDoubling Elo gained by a doubling, with its errors
   * @param bend by how much that changes with each doubling squared, or null with fewer than three budgets
   */
  public record Ladder(String player, String unit, List<Rung> rungs, ComputeResponse.Estimate perDoubling,
      ComputeResponse.Estimate bend) {
    /**
     * {@return whether the budget seems to be ignored: no gain worth the name over a ladder from one to eight times and
     * more, and no more processor time}
     */
    public boolean isFlat() {
      double span = log2(rungs.getLast().budget() / (double) rungs.getFirst().budget());
      double gain = span * perDoubling.interval().high();
      return span >= LONG_LADDER && gain < WORTH_THE_NAME
          && rungs.getLast().cpuNanos() < 1.5 * rungs.getFirst().cpuNanos();
    }
  }

  /**
   * One budget of a kind of player.
   *
   * @param index of the player in {@link Results#players}
   * @param budget a move, in the ladder's unit; nanoseconds of time or processor time
   * @param elo its own rating, relative to the table's mean; NaN if its points make no number
   * @param residual that rating less what the line says, the means of both taken as equal; NaN likewise
   * @param cpuNanos processor time a move, on average
   */
  public record Rung(int index, long budget, double elo, double residual, double cpuNanos) {}

  /**
   * Two kinds of players at equal strength.
   *
   * @param player the one whose budget is given
   * @param opponent the one whose budget is asked for
   * @param budget of the first
   * @param ratio of the second one's budget to it
   * @param isWithin whether the second one's budget is among those played, or at most one doubling beyond
   * @param crossing the budget with which both would be equally strong; null if it has no finite interval, or is more than a
   *     doubling beyond what both have played
   */
  public record Equality(String player, String opponent, long budget, ComputeResponse.Ratio ratio, boolean isWithin,
      ComputeResponse.Ratio crossing) {}

  private record Entry(int player, String kind, long budget) {}

  private ComputeStudy(String unit, List<Ladder> ladders) {
    this.unit = unit;
    this.ladders = ladders;
  }

  /**
   * Looks for ladders.
   *
   * @param results of a tournament
   * @return what they tell, or nothing if no player has played with two budgets or the games don't tell yet
   */
  public static Optional<ComputeStudy> of(Results results) {
    return results.study();
  }

  /**
   * Looks for ladders, and takes what moves have cost in place of what they might.
   *
   * @param results of a tournament
   * @return what they tell of processor time, or nothing as for {@link #of}
   */
  public static Optional<ComputeStudy> byCpu(Results results) {
    return of(results, CPU);
  }

  static Optional<ComputeStudy> computed(Results results) {
    return BudgetUnits.most(results).flatMap(unit -> of(results, unit));
  }

  private static Optional<ComputeStudy> of(Results results, String unit) {
    List<Run.Participant> players = results.run().players();
    Map<String, List<Entry>> kinds = new LinkedHashMap<>();
    for (int player = 0; player < players.size(); player++) {
      Long budget = budget(results, player, unit);
      String kind = budget == null ? players.get(player).label() : kind(players.get(player));
      kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Entry(player, kind, budget == null ? 1 : budget));
    }
    if (kinds.values().stream().noneMatch(ComputeStudy::isLadder) || results.played() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(fitted(results, unit, kinds));
    } catch (ArithmeticException e) { // Some players have no game in common yet.
      return Optional.empty();
    }
  }

  /** {@return a player's budget in a unit, or null if it has none} */
  private static Long budget(Results results, int player, String unit) {
    Map<String, Long> limits = BudgetUnits.limits(results.run().players().get(player));
    if (!unit.equals(CPU)) {
      return limits.get(unit);
    }
    Cost cost = results.cost(player);
    return limits.isEmpty() || cost.moves() == 0 ? null : Math.max(1, cost.cpuNanos() / cost.moves());
  }

  private static boolean isLadder(List<Entry> entries) {
    return entries.stream().map(Entry::budget).distinct().count() > 1;
  }

  /** {@return what a player is apart from its budget} */
  static String kind(Run.Participant player) {
    Spec spec = Spec.parse(player.spec()).with("name", null);
    for (Option<?> option : Budget.options()) {
      spec = spec.with(option.name(), null);
    }
    return spec.toString();
  }

  private static double log2(double value) {
    return Math.log(value) / LOG2;
  }

  private static ComputeStudy fitted(Results results, String unit, Map<String, List<Entry>> kinds) {
    ComputeResponse straight = response(results, kinds, false);
    ComputeResponse curved = kinds.values().stream().anyMatch(ComputeStudy::canBend) ? response(results, kinds, true) : null;
    Standings standings = results.standings();
    double[] elos = new double[results.players().size()];
    for (Standings.Row row : standings.rows()) {
      boolean isNumber = row.rating().kind() == Rating.Kind.INTERVAL || row.rating().kind() == Rating.Kind.POINT;
      elos[row.index()] = isNumber ? row.rating().elo() : Double.NaN;
    }
    List<Ladder> ladders = new ArrayList<>();
    List<Integer> agents = new ArrayList<>();
    int agent = 0;
    int number = 0;
    for (Map.Entry<String, List<Entry>> kind : kinds.entrySet()) {
      List<Entry> entries = kind.getValue();
      if (isLadder(entries)) {
        ladders.add(new Ladder(kind.getKey(), unit, rungs(results, entries, straight, number, elos),
            straight.perDoubling(agent), canBend(entries) ? curved.bend(agent) : null));
        agents.add(agent);
      }
      agent++;
      number += entries.size();
    }
    ComputeStudy study = new ComputeStudy(unit, ladders);
    for (int one = 0; one < ladders.size(); one++) {
      for (int other = one + 1; other < ladders.size(); other++) {
        study.compare(straight, agents.get(one), ladders.get(one), agents.get(other), ladders.get(other));
      }
    }
    return study;
  }

  private static boolean canBend(List<Entry> entries) {
    return entries.stream().map(Entry::budget).distinct().count() > 2;
  }

  private static ComputeResponse response(Results results, Map<String, List<Entry>> kinds, boolean curved) {
    ComputeResponse.Agents agents = new ComputeResponse.Agents(kinds.size()).curved(curved);
    int[] numbers = new int[results.players().size()];
    int agent = 0;
    for (List<Entry> entries : kinds.values()) {
      for (Entry entry : entries) {
        numbers[entry.player()] = agents.player(agent, log2(entry.budget()));
      }
      agent++;
    }
    BradleyTerry.Games games = new BradleyTerry.Games(numbers.length);
    int base = 0;
    for (Encounter encounter : results.encounters()) {
      base += encounter.addTo(
          games::add, numbers[encounter.pairing().first()], numbers[encounter.pairing().second()], base);
    }
    return agents.fit(games);
  }

  private static List<Rung> rungs(
      Results results, List<Entry> entries, ComputeResponse response, int number, double[] elos) {
    double shift = 0;
    int rated = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (!Double.isNaN(elos[entries.get(i).player()])) {
        shift += elos[entries.get(i).player()] - response.elo(number + i);
        rated++;
      }
    }
    List<Rung> rungs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Cost cost = results.cost(entry.player());
      double elo = elos[entry.player()];
      rungs.add(new Rung(entry.player(), entry.budget(), elo, elo - response.elo(number + i) - shift / rated,
          cost.moves() == 0 ? Double.NaN : (double) cost.cpuNanos() / cost.moves()));
    }
    rungs.sort(Comparator.comparingLong(Rung::budget));
    return rungs;
  }

  /** Asks in the middle of what both have played. */
  private void compare(ComputeResponse response, int agent, Ladder ladder, int other, Ladder otherLadder) {
    long low = Math.max(ladder.rungs().getFirst().budget(), otherLadder.rungs().getFirst().budget());
    long high = Math.min(ladder.rungs().getLast().budget(), otherLadder.rungs().getLast().budget());
    List<Long> budgets = ladder.rungs().stream().map(Rung::budget).filter(budget -> low <= budget && budget <= high).toList();
    if (budgets.isEmpty()) {
      return;
    }
    long budget = new ArrayList<>(new TreeSet<>(budgets)).get((new TreeSet<>(budgets).size() - 1) / 2);
    ComputeResponse.Ratio ratio = response.isoStrength(agent, other, log2(budget));
    double needed = budget * ratio.value();
    boolean isWithin = needed >= otherLadder.rungs().getFirst().budget() / 2.0
        && needed <= 2.0 * otherLadder.rungs().getLast().budget();
    ComputeResponse.Ratio crossing = response.crossing(agent, other).powerOfTwo();
    boolean isTold = crossing.interval() != null && crossing.value() >= low / 2.0 && crossing.value() <= 2.0 * high;
    equalities.add(
        new Equality(ladder.player(), otherLadder.player(), budget, ratio, isWithin, isTold ? crossing : null));
  }

  /** {@return what budgets count: {@code nodes}, {@code evals}, {@code ticks}, {@code time} or {@code cpu}} */
  public String unit() {
    return unit;
  }

  /** {@return the kinds of players with several budgets, in the order of their entry} */
  public List<Ladder> ladders() {
    return List.copyOf(ladders);
  }

  /** {@return each two of them at equal strength, where they have played with budgets of the same size} */
  public List<Equality> equalities() {
    return List.copyOf(equalities);
  }

  /** {@return the same for a terminal, a few lines} */
  public String text() {
    StringBuilder text = new StringBuilder("Elo per doubling of " + unit + " (95 %):\n");
    for (Ladder ladder : ladders) {
      text.append(String.format(Locale.ROOT, "  %s %s, from %s to %s", ladder.player(), plusMinus(ladder.perDoubling()),
          amount(ladder.rungs().getFirst().budget()), amount(ladder.rungs().getLast().budget())));
      if (ladder.bend() != null && Double.isFinite(ladder.bend().standardError())) {
        text.append(String.format(Locale.ROOT, "; bend %s, p %.3f", plusMinus(ladder.bend()), ladder.bend().chanceIfZero()));
      }
      ladder.rungs().stream().filter(rung -> !Double.isNaN(rung.residual()))
          .max(Comparator.comparingDouble(rung -> Math.abs(rung.residual())))
          .ifPresent(rung -> text.append(String.format(Locale.ROOT, "; at most %.0f Elo off the line (at %s)",
              Math.abs(rung.residual()), amount(rung.budget()))));
      text.append('\n');
    }
    for (Equality equality : equalities) {
      text.append(String.format(Locale.ROOT, "  As strong as %s at %s=%s is %s with %s times as much%s\n", equality.player(),
          unit, amount(equality.budget()), equality.opponent(), ratio(equality.ratio()),
          equality.isWithin() ? "." : ", which is beyond what it has played."));
      if (equality.crossing() != null) {
        text.append(String.format(Locale.ROOT, "  With equal budgets they are equally strong at %s=%s.\n", unit,
            ratio(equality.crossing())));
      }
    }
    return text.toString();
  }

  private String amount(long budget) {
    return unit.equals("time") ? String.format(Locale.ROOT, "%sms", budget / 1e6)
        : unit.equals(CPU) ? String.format(Locale.ROOT, "%.3gus", budget / 1e3) : "" + budget;
  }

  static String plusMinus(ComputeResponse.Estimate estimate) {
    return Double.isNaN(estimate.standardError())
        ? String.format(Locale.ROOT, "%+.0f ± ?", estimate.value())
        : String.format(Locale.ROOT, "%+.0f ± %.0f", estimate.value(), Elo.Z * estimate.standardError());
  }

  static String ratio(ComputeResponse.Ratio ratio) {
    return ratio.interval() == null
        ? String.format(Locale.ROOT, "%.3g (no finite interval)", ratio.value())
        : String.format(Locale.ROOT, "%.3g [%.3g, %.3g]", ratio.value(), ratio.interval().low(), ratio.interval().high());
  }
}
