package mesa.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plot of one game.
 *
 * @param game its heading
 * @param lines one a kind of player, in the order of the trials
 * @param frontier the trials on the Pareto frontier, quickest first
 */
record Figure(String game, List<Line> lines, List<Trial> frontier) {
  /**
   * A ladder of budgets, or a player without one.
   *
   * @param kind the spec without its budget
   * @param style which colour and symbol it is drawn in; the same in all figures of a page
   * @param trials in the order in which they were measured, which is that of the budgets: where noise has it that a larger
   *     one took less time, the line shows it
   */
  record Line(String kind, int style, List<Trial> trials) {}

  /** {@return a figure for each game, in the order of the trials} */
  static List<Figure> of(List<Trial> trials) {
    Map<String, List<Trial>> games = new LinkedHashMap<>();
    trials.forEach(trial -> games.computeIfAbsent(trial.game(), any -> new ArrayList<>()).add(trial));
    Map<String, Integer> styles = new LinkedHashMap<>();
    List<Figure> figures = new ArrayList<>();
    games.forEach((game, asked) -> figures.add(new Figure(game, lines(asked, styles), Frontier.of(asked))));
    return figures;
  }

  /** Kinds met before keep their style; others get the first that no kind in this figure has. */
  private static List<Line> lines(List<Trial> trials, Map<String, Integer> styles) {
    Map<String, List<Trial>> kinds = new LinkedHashMap<>();
    trials.forEach(trial -> kinds.computeIfAbsent(trial.kind(), any -> new ArrayList<>()).add(trial));
    List<Line> lines = new ArrayList<>();
    kinds.forEach((kind, ladder) -> {
      int style = styles.getOrDefault(kind, 0);
      while (!styles.containsKey(kind) && isTaken(style, kinds, styles)) {
        style++;
      }
      styles.put(kind, style);
      lines.add(new Line(kind, style, ladder));
    });
    return lines;
  }

  private static boolean isTaken(int style, Map<String, ?> kinds, Map<String, Integer> styles) {
    return kinds.keySet().stream().anyMatch(kind -> styles.getOrDefault(kind, -1) == style);
  }
}
