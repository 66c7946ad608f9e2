package mesa.train;

import mesa.core.BadInputException;

/**
 * Learning from nothing but self-play. Generation after generation, a player guided by the last net plays itself, and a
 * fresh start from that net's weights learns from the games of the last few generations. The first net is random.
 *
 * @param about what it makes and how, in a line
 * @param player spec of a player whose evaluator is its option {@code eval}, which must be left out: the net takes its
 *     place. Its decisions need a value and a policy, and its budget must count nodes or evaluations, not time
 * @param generations how many, at least 1
 * @param games games a generation, at least 1
 * @param window how many of the last generations' games are learned from, at least 1
 * @param openingPlies the most random plies that a game begins with; each number from 0 is as likely
 * @param temperaturePlies plies after these whose move is drawn with odds of policy^(1/temperature)
 * @param temperature above 0
 * @param longest plies after which a game is broken off as drawn
 * @param valueWidth hidden units of the value for each perspective
 * @param policyWidth hidden units of the policy
 * @param learning how each generation learns
 */
public record SelfPlayPlan(
    String about,
    String player,
    int generations,
    int games,
    int window,
    int openingPlies,
    int temperaturePlies,
    double temperature,
    int longest,
    int valueWidth,
    int policyWidth,
    Learning learning)
    implements Plan {
  /**
   * Checks the settings.
   *
   * @throws BadInputException if one is out of range
   */
  public SelfPlayPlan {
    Plans.check(generations >= 1, "generations", generations, "at least 1");
    Plans.check(games >= 1, "games", games, "at least 1");
    Plans.check(window >= 1, "window", window, "at least 1");
    Plans.check(openingPlies >= 0, "opening-plies", openingPlies, "at least 0");
    Plans.check(temperaturePlies >= 0, "temperature-plies", temperaturePlies, "at least 0");
    Plans.check(temperature > 0, "temperature", temperature, "above 0");
    Plans.check(longest >= 1, "longest", longest, "at least 1");
  }
}
