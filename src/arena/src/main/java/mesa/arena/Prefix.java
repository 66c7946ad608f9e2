package mesa.arena;

import java.util.HashMap;
import java.util.Map;

/**
 * The games of a tournament in the order of its schedule, as far as none is missing: what a {@link StoppingRule} sees.
 * Games that end before their turn wait here; as many as are played at the same time, no more. Not thread-safe.
 */
final class Prefix {
  private final StoppingRule.Watcher watcher;
  private final Results results;
  private final Map<Integer, PlayedGame> waiting = new HashMap<>();
  private int next;
  private boolean decided;

  /**
   * Begins with no game at all.
   *
   * @param rule that may end the tournament
   * @param run what is played
   */
  Prefix(StoppingRule rule, Run run) {
    watcher = rule.watch();
    results = new Results(run);
  }

  /**
   * Takes a game, in any order.
   *
   * @param game of this run
   * @return whether the tournament is decided by now
   */
  boolean add(PlayedGame game) {
    if (!decided) {
      waiting.put(game.index(), game);
      int pair = next / Schedule.LEGS * Schedule.LEGS;
      while (!decided && waiting.containsKey(pair) && waiting.containsKey(pair + 1)) {
        PlayedGame one = waiting.remove(pair);
        PlayedGame other = waiting.remove(pair + 1);
        results.add(one);
        results.add(other);
        next = pair + Schedule.LEGS;
        decided = watcher.endsWith(results, PlayedPair.of(one, other));
        pair = next;
      }
    }
    return decided;
  }

  /** {@return whether the rule has ended the tournament} */
  boolean isDecided() {
    return decided;
  }

  /** {@return how many games of the schedule count} */
  int games() {
    return next;
  }

  /** {@return what these games came to} */
  Results results() {
    return results;
  }
}
