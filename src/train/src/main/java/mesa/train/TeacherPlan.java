package mesa.train;

import mesa.core.BadInputException;

/**
 * Learning from a teacher: a player of any kind judges the positions of games that it plays against itself, which begin
 * at random and are disturbed by random moves, so that mistakes and their punishment are seen too.
 *
 * @param about what it makes and how, in a line
 * @param data what the samples are; a work folder holds samples of one such description
 * @param shards how many files of samples to make, at least 1; raising it adds to what is there
 * @param valueWidth hidden units of the value for each perspective
 * @param policyWidth hidden units of the policy
 * @param learning how the net learns
 */
public record TeacherPlan(
    String about, Data data, int shards, int valueWidth, int policyWidth, Learning learning) implements Plan {
  /**
   * Checks the settings.
   *
   * @throws BadInputException if one is out of range
   */
  public TeacherPlan {
    Plans.check(shards >= 1, "shards", shards, "at least 1");
  }

  /**
   * What the samples are.
   *
   * @param teacher spec of the player; its decisions need a value. A policy counts as it is; without one the chosen
   *     move is the target
   * @param games games a shard, at least 1
   * @param openingPlies random plies that every game begins with, not learned from
   * @param randomShare share of the later plies that are random, from 0 to 1
   * @param longest plies after which a game is broken off as drawn
   * @param decidedValue a game ends as won once the teacher's value has been beyond this, above 0; 2 for never
   * @param decidedPlies for so many plies in a row, at least 1
   * @param smoothing how much of the target a chosen move gives up to all moves evenly, from 0 to 1
   */
  public record Data(
      String teacher,
      int games,
      int openingPlies,
      double randomShare,
      int longest,
      double decidedValue,
      int decidedPlies,
      double smoothing) {
    /**
     * Checks the settings.
     *
     * @throws BadInputException if one is out of range
     */
    public Data {
      Plans.check(games >= 1, "games", games, "at least 1");
      Plans.check(openingPlies >= 0, "opening-plies", openingPlies, "at least 0");
      Plans.check(randomShare >= 0 && randomShare <= 1, "random-share", randomShare, "from 0 to 1");
      Plans.check(longest >= 1, "longest", longest, "at least 1");
      Plans.check(decidedValue > 0, "decided-value", decidedValue, "above 0");
      Plans.check(decidedPlies >= 1, "decided-plies", decidedPlies, "at least 1");
      Plans.check(smoothing >= 0 && smoothing <= 1, "smoothing", smoothing, "from 0 to 1");
    }
  }
}
