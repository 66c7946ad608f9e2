package mesa.arena;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Analysis;
import mesa.core.Entrant;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Tells what moves are worth with best play, as far as a solver proves it within its budget for each position; what it
 * can't prove stays unknown. Each position is solved once. What it finds may depend on what it was asked before, so equal
 * questions in the same order get equal answers.
 */
final class Judge implements AutoCloseable {
  /** Stands for the worth of a move, or of the best one, that could not be proved. */
  static final int UNKNOWN = 2;

  private final Entrant solver;
  private final Player player;
  private final Map<Long, byte[]> known = new HashMap<>();

  Judge(Entrant solver) {
    this.solver = solver;
    player = solver.newPlayer();
    player.newGame(0);
  }

  /** {@return how many positions have been solved, or tried} */
  int positions() {
    return known.size();
  }

  /**
   * Judges the moves of a position.
   *
   * @param position not over; left as it was
   * @param legal its moves
   * @return what each of them brings the side to move, in their order: 1 a win, 0 a draw, -1 a loss, or {@link #UNKNOWN}
   */
  byte[] worths(Position position, Moves legal) {
    byte[] worths = known.get(position.hash());
    if (worths == null) {
      worths = solved(position, legal);
      known.put(position.hash(), worths);
    }
    return worths;
  }

  private byte[] solved(Position position, Moves legal) {
    player.choose(position.copy(), solver.budget().start(System::nanoTime));
    List<Analysis.Line> lines = player.analysis().map(Analysis::lines).orElse(List.of());
    byte[] worths = new byte[legal.size()];
    Arrays.fill(worths, (byte) UNKNOWN);
    for (int i = 0; i < worths.length; i++) {
      for (Analysis.Line line : lines) {
        if (line.moves().getFirst() == legal.get(i) && line.proven() != Outcome.ONGOING) {
          worths[i] = (byte) line.proven().valueFor(position.sideToMove());
        }
      }
    }
    return worths;
  }

  /** {@return what the best of some moves is worth: a win if one wins; else known only if all are} */
  static int best(byte[] worths) {
    int best = -1;
    boolean isKnown = true;
    for (byte worth : worths) {
      isKnown &= worth != UNKNOWN;
      best = worth == UNKNOWN ? best : Math.max(best, worth);
    }
    return isKnown || best == 1 ? best : UNKNOWN;
  }

  @Override
  public void close() {
    player.close();
  }
}
