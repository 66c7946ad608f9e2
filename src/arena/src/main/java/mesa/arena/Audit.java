package mesa.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mesa.core.Spec;

/**
 * Whether players kept to their budgets, by how much they did not, and what looks odd about their bills. Only counts
 * beyond a limit are violations; the rest may have a good reason, and a person should look at it.
 */
public final class Audit {
  private static final double IDLE_SHARE = 0.1;
  private static final int FEWEST_MOVES = 20;
  /** Of fewer, one interruption by the system may make a difference. */
  private static final int FEWEST_TIMED_MOVES = 300;
  private static final double THREADS_TOLERANCE = 1.05;
  private static final double AWAY_SHARE = 0.01;
  private static final double MISCOUNT_FACTOR = 2;
  /** Moves below this are mostly overhead, and their cost a node says little. */
  private static final long MEASURABLE_NANOS = 1_000_000;

  private final List<Finding> findings = new ArrayList<>();
  private final Results results;

  /**
   * Something about a player.
   *
   * @param player index in {@link Results#players}
   * @param check what was looked at: {@code nodes}, {@code evals}, {@code ticks}, {@code time}, {@code depth}, {@code idle}, {@code threads},
   *     {@code away}, {@code miscount}, {@code price} or {@code flat}
   * @param isViolation whether a counted limit was passed
   * @param text what was found, as the rest of a sentence that starts with the player's name
   */
  public record Finding(int player, String check, boolean isViolation, String text) {}

  private Audit(Results results) {
    this.results = results;
  }

  /**
   * Looks at all players.
   *
   * @param results of a tournament
   * @return what was found
   */
  public static Audit of(Results results) {
    Audit audit = new Audit(results);
    for (int player = 0; player < results.players().size(); player++) {
      audit.limits(player);
      audit.odds(player);
    }
    audit.miscounts();
    audit.prices();
    ComputeStudy.of(results).ifPresent(audit::flatLadders);
    return audit;
  }

  /** {@return what was found, by player} */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** {@return whether a player has passed a counted limit} */
  public boolean hasViolations() {
    return findings.stream().anyMatch(Finding::isViolation);
  }

  private void limits(int player) {
    BudgetUse use = results.use(player);
    Map<String, Long> limits = BudgetUnits.limits(results.run().players().get(player));
    over(player, "nodes", use.nodes(), limits);
    over(player, "evals", use.evaluations(), limits);
    over(player, "ticks", use.ticks(), limits);
    BudgetUse.Excess late = use.nanos();
    if (late.moves() > 0) {
      findings.add(new Finding(player, "time", false, String.format(Locale.ROOT,
          "took longer than its time= for %d of %d moves, at worst by %.1f ms, by %.1f ms on average.",
          late.moves(), results.cost(player).moves(), late.worst() / 1e6, late.total() / 1e6 / late.moves())));
    }
    BudgetUse.Excess deeper = use.depth();
    if (deeper.moves() > 0) {
      findings.add(new Finding(player, "depth", false, String.format(Locale.ROOT,
          "says that it searched deeper than its depth= for %d of %d moves, at most by %d plies.",
          deeper.moves(), results.cost(player).moves(), deeper.worst())));
    }
  }

  private void over(int player, String unit, BudgetUse.Excess excess, Map<String, Long> limits) {
    if (excess.moves() > 0) {
      Long limit = limits.get(unit);
      findings.add(new Finding(player, unit, true, String.format(Locale.ROOT,
          "spent more than its %s%s on %d of %d moves, at worst %,d more%s, %,d in all.", unit,
          limit == null ? "" : "=" + limit, excess.moves(), results.cost(player).moves(), excess.worst(),
          limit == null ? "" : String.format(Locale.ROOT, " (%.0f %%)", 100.0 * excess.worst() / limit), excess.total())));
    }
  }

  private void odds(int player) {
    BudgetUse use = results.use(player);
    Cost cost = results.cost(player);
    long free = cost.moves() - use.forced();
    if (free >= FEWEST_MOVES && use.idle() > IDLE_SHARE * free) {
      findings.add(new Finding(player, "idle", false, String.format(Locale.ROOT,
          "used less than half of its budget on %d of %d moves that left a choice.", use.idle(), free)));
    }
    int threads = threads(player);
    if (cost.nanos() > FEWEST_MOVES * MEASURABLE_NANOS && cost.cpuNanos() > THREADS_TOLERANCE * threads * cost.nanos()) {
      findings.add(new Finding(player, "threads", false, String.format(Locale.ROOT,
          "spent %.1f s of processor time in %.1f s by the clock: more threads are at work than %d.",
          cost.cpuNanos() / 1e9, cost.nanos() / 1e9, threads)));
    }
    // Who says that it ponders has that in a column of its own; what is left is what the system's ticks can't tell apart.
    if (cost.ponderNanos() == 0 && use.awayNanos() > Math.max(AWAY_SHARE * cost.cpuNanos(), FEWEST_MOVES * MEASURABLE_NANOS)) {
      findings.add(new Finding(player, "away", false, String.format(Locale.ROOT,
          "spent %.1f s of processor time, %.0f %% of all, while it was not to move.", use.awayNanos() / 1e9,
          100.0 * use.awayNanos() / cost.cpuNanos())));
    }
  }

  /** {@return how many threads a player is told to use: 1 unless its spec says otherwise} */
  private int threads(int player) {
    Spec spec = Spec.parse(results.run().players().get(player).spec());
    return spec.options().entrySet().stream()
        .filter(option -> option.getKey().toLowerCase(Locale.ROOT).matches("(option\\.)?threads"))
        .filter(option -> option.getValue().matches("\\d{1,4}"))
        .mapToInt(option -> Integer.parseInt(option.getValue()))
        .findFirst().orElse(1);
  }

  /** Players that differ in their budgets alone should pay about the same for a node. */
  private void miscounts() {
    Map<String, List<Integer>> kinds = new LinkedHashMap<>();
    for (int player = 0; player < results.players().size(); player++) {
      if (isMeasurable(results.cost(player))) {
        kinds.computeIfAbsent(ComputeStudy.kind(results.run().players().get(player)), any -> new ArrayList<>()).add(player);
      }
    }
    kinds.values().stream().filter(players -> players.size() > 2).forEach(players -> {
      double[] prices = players.stream().mapToDouble(this::nanosPerNode).sorted().toArray();
      double median = prices[prices.length / 2];
      for (int player : players) {
        double factor = nanosPerNode(player) / median;
        if (factor > MISCOUNT_FACTOR || factor < 1 / MISCOUNT_FACTOR) {
          findings.add(new Finding(player, "miscount", false, String.format(Locale.ROOT,
              "pays %.2g times as much for a node as the same player with other budgets: %.0f ns of processor time.",
              factor, nanosPerNode(player))));
        }
      }
    });
  }

  /**
   * A node should cost in games what it did when the player was calibrated. Only that it costs more is told: what runs in Java
   * is not yet as quick then as it becomes.
   */
  private void prices() {
    List<Run.Price> calibration = results.run().calibration();
    for (int player = 0; calibration != null && player < calibration.size(); player++) {
      Run.Price price = calibration.get(player);
      if (price != null && price.n() != null && isMeasurable(results.cost(player))) {
        double factor = nanosPerNode(player) / price.n();
        if (factor > MISCOUNT_FACTOR) {
          findings.add(new Finding(player, "price", false, String.format(Locale.ROOT,
              "pays %.2g times as much for a node as when it was calibrated: %.0f ns of processor time.", factor,
              nanosPerNode(player))));
        }
      }
    }
  }

  private static boolean isMeasurable(Cost cost) {
    return cost.moves() >= FEWEST_TIMED_MOVES && cost.nodes() > 0 && cost.cpuNanos() > MEASURABLE_NANOS * cost.moves();
  }

  private double nanosPerNode(int player) {
    return (double) results.cost(player).cpuNanos() / results.cost(player).nodes();
  }

  private void flatLadders(ComputeStudy study) {
    study.ladders().stream().filter(ComputeStudy.Ladder::isFlat).forEach(ladder -> findings.add(new Finding(
        ladder.rungs().getLast().index(), "flat", false,
        "is no stronger and no slower than with an eighth of its budget; the limit is probably ignored.")));
  }

  /** {@return the findings for a terminal, a line each; empty if there are none} */
  public String text() {
    return text(findings);
  }

  /** {@return the same without idleness, which is the habit of many a good player} */
  String textWithoutIdleness() {
    return text(findings.stream().filter(finding -> !finding.check().equals("idle")).toList());
  }

  private String text(List<Finding> some) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : some) {
      text.append(finding.isViolation() ? "Audit: " : "Note: ").append(results.players().get(finding.player())).append(' ')
          .append(finding.text()).append('\n');
    }
    return text.toString();
  }
}
