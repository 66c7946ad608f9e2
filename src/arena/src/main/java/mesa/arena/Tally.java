package mesa.arena;

/**
 * Keeps the results of a run while it is played: those of all games for whoever follows it, and, where a
 * {@link StoppingRule} may end it, those that count in the end. Used by one thread at a time.
 */
final class Tally {
  private final Results all;
  private final Prefix prefix;

  /**
   * Begins with no game.
   *
   * @param run what is played
   * @param rule that may end it, or null
   */
  Tally(Run run, StoppingRule rule) {
    all = new Results(run);
    prefix = rule == null ? null : new Prefix(rule, run);
  }

  /** Takes a game, in any order. */
  void add(PlayedGame game) {
    all.add(game);
    if (prefix != null) {
      prefix.add(game);
    }
  }

  /** Takes a draw of who meets whom. */
  void draw(Draw draw) {
    all.draw(draw);
    if (prefix != null) {
      prefix.results().draw(draw);
    }
  }

  /** {@return whether the rule has ended the tournament} */
  boolean isDecided() {
    return prefix != null && prefix.isDecided();
  }

  /** {@return how many games count, from the first in the schedule on; asked only of a tournament that is decided} */
  int games() {
    return prefix.games();
  }

  /** {@return all games up to now} */
  Results soFar() {
    return all;
  }

  /** {@return the games that count: all, or those up to the decision} */
  Results results() {
    if (!isDecided()) {
      return all;
    }
    prefix.results().decide();
    return prefix.results();
  }
}
