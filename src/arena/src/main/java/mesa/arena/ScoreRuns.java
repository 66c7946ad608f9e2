package mesa.arena;

import mesa.core.Score;

/** How long in a row the players of a game have thought that it is lost, won or equal. Not thread-safe. */
final class ScoreRuns {
  private final int resignScore;
  private final int drawScore;
  private final int[] losing = new int[2];
  private final int[] winning = new int[2];
  private int level;

  /**
   * Begins with no move.
   *
   * @param resignScore from which on a game is lost or won
   * @param drawScore up to which it is equal
   */
  ScoreRuns(int resignScore, int drawScore) {
    this.resignScore = resignScore;
    this.drawScore = drawScore;
  }

  /** Begins a new game. */
  void clear() {
    for (int seat = 0; seat < 2; seat++) {
      losing[seat] = 0;
      winning[seat] = 0;
    }
    level = 0;
  }

  /** Begins a new row of level moves. */
  void resetLevel() {
    level = 0;
  }

  /** Notes what a player thought when it moved, or {@link MoveLog#NO_SCORE}. */
  void add(int seat, int score) {
    boolean known = score != MoveLog.NO_SCORE;
    losing[seat] = known && score <= -resignScore ? losing[seat] + 1 : 0;
    winning[seat] = known && score >= resignScore ? winning[seat] + 1 : 0;
    level = known && Math.abs(score) <= drawScore && Math.abs(score) < Score.MAX ? level + 1 : 0;
  }

  /** {@return moves of a player in a row at which it thought that it loses} */
  int losing(int seat) {
    return losing[seat];
  }

  /** {@return moves of a player in a row at which it thought that it wins} */
  int winning(int seat) {
    return winning[seat];
  }

  /** {@return moves of both players in a row at which neither thought so} */
  int level() {
    return level;
  }
}
