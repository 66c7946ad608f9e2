package mesa.arena;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mesa.core.BadInputException;

/** What budgets are counted in, read off those that a run's first line tells. */
final class BudgetUnits {
  /** Units of which twice as many are twice the compute; depth is none. */
  private static final List<String> UNITS = List.of("nodes", "evals", "ticks", "time");

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private BudgetUnits() {}

  /**
   * {@return the unit in which all budgets differ}
   *
   * @throws BadInputException if there is none
   */
  static String common(List<String> budgets) {
    return UNITS.stream()
        .filter(unit -> budgets.stream().allMatch(budget -> limits(budget).containsKey(unit)))
        .filter(unit -> budgets.stream().map(budget -> limits(budget).get(unit)).distinct().count() == budgets.size())
        .findFirst()
        .orElseThrow(() -> new BadInputException("the budgets " + String.join("; ", budgets)
            + " are no ladder; write one range of nodes, evals, ticks or time, such as nodes=16..4096x2"));
  }

  /** {@return a player's limits by unit; time in nanoseconds} */
  static Map<String, Long> limits(Run.Participant player) {
    return limits(player.budget());
  }

  /** {@return limits by unit, read from what {@link mesa.core.Budget#toString} writes} */
  static Map<String, Long> limits(String budget) {
    Map<String, Long> limits = new LinkedHashMap<>();
    for (String part : budget.split(",")) {
      String[] halves = part.split("=", 2);
      if (halves.length == 2 && UNITS.contains(halves[0])) {
        limits.put(halves[0], halves[0].equals("time")
            ? (long) (NANOS_PER_MILLISECOND * Double.parseDouble(halves[1].replace("ms", "")))
            : Long.parseLong(halves[1]));
      }
    }
    return limits;
  }

  /** {@return the unit that limits most players, if any is limited} */
  static Optional<String> most(Results results) {
    int[] counts = new int[UNITS.size()];
    for (Run.Participant player : results.run().players()) {
      limits(player).keySet().forEach(unit -> counts[UNITS.indexOf(unit)]++);
    }
    int most = Arrays.stream(counts).max().orElse(0);
    return UNITS.stream().filter(unit -> most > 0 && counts[UNITS.indexOf(unit)] == most).findFirst();
  }
}
