package mesa.arena;

import java.util.Map;
import java.util.TreeMap;

/** How often rules of adjudication would have ended a game, and how often otherwise than it ended. Not thread-safe. */
final class ShadowCount {
  private final Map<String, int[]> counts = new TreeMap<>();

  /** Counts what the rules would have done with a game. */
  void add(PlayedGame game) {
    for (Shadow shadow : game.shadows()) {
      int[] ofRule = counts.computeIfAbsent(shadow.rule(), any -> new int[2]);
      ofRule[0]++;
      ofRule[1] += shadow.outcome() == game.outcome() ? 0 : 1;
    }
  }

  /** {@return a line for each rule that would have ended a game; empty if none would} */
  String text() {
    StringBuilder text = new StringBuilder();
    counts.forEach((rule, of) -> text.append("Note: the rule ").append(rule).append(" would have ended ")
        .append(of[0]).append(of[0] == 1 ? " game, " : " games, ").append(of[1]).append(" of them otherwise than ")
        .append("they ended.\n"));
    return text.toString();
  }
}
