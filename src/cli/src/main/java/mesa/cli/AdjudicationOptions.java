package mesa.cli;

import mesa.arena.Adjudication;
import mesa.arena.DrawRule;
import mesa.arena.ExactRule;
import mesa.arena.ResignRule;
import mesa.core.Game;
import mesa.core.Registry;
import picocli.CommandLine.Option;

/** What ends games early. */
final class AdjudicationOptions {
  private static final int USUAL_MOVES = 500;

  @Option(names = "--resign", paramLabel = "MOVES,SCORE[,two]",
      description = "Call a game lost for who thinks so, by SCORE or more at MOVES of its own in a row; two: if the other "
          + "agrees. Usual: 3,600.")
  private String resign;

  @Option(names = "--draw", paramLabel = "NUMBER,MOVES,SCORE[,reset=never]",
      description = "Call a game drawn from move NUMBER on, after MOVES of either player within SCORE of equal. Usual: 34,8,20. "
          + "A move that brings progress, as a capture does, begins a new row; reset=never: it does not.")
  private String draw;

  @Option(names = "--exact", paramLabel = "RESULT[,SOLVER]",
      description = "Call a game once its result is proved: win, draw or both; by solver unless another is named, as in "
          + "both,solver:nodes=20000. Favours who could not have won it.")
  private String exact;

  @Option(names = "--shadow", description = "Play on, and only note in the journal where these rules would have ended a game.")
  private boolean shadow;

  @Option(names = "--max-moves", paramLabel = "N", converter = Count.class,
      description = "Call a game drawn after N moves of each player; default: " + USUAL_MOVES + ".")
  private Integer maxMoves;

  /** {@return after how many moves a game is a draw} */
  int maxPlies() {
    return 2 * (maxMoves == null ? USUAL_MOVES : maxMoves);
  }

  /** {@return the rules by which games end early} */
  Adjudication of(Game game, Registry registry) {
    return new Adjudication(
        resign == null ? null : ResignRule.parse(resign),
        draw == null ? null : DrawRule.parse(draw),
        exact == null ? null : ExactRule.parse(exact, game, registry),
        shadow);
  }
}
