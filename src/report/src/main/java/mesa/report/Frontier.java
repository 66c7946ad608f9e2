package mesa.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The trials than which none is both at least as quick and at least as strong: what is worth its time (V. Pareto). */
final class Frontier {
  private Frontier() {}

  /**
   * Picks them out.
   *
   * @param trials of one game
   * @return those on the frontier, quickest and weakest first; of equals all
   */
  static List<Trial> of(List<Trial> trials) {
    List<Trial> quickestFirst = trials.stream()
        .sorted(Comparator.comparingDouble(Trial::nanos).thenComparing(Trial::share, Comparator.reverseOrder())).toList();
    List<Trial> frontier = new ArrayList<>();
    for (Trial trial : quickestFirst) {
      Trial best = frontier.isEmpty() ? null : frontier.getLast();
      if (best == null || trial.share() > best.share()
          || trial.share() == best.share() && trial.nanos() == best.nanos()) {
        frontier.add(trial);
      }
    }
    return frontier;
  }
}
