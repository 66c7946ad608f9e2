package mesa.games.chess;

import java.util.List;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Plays from an opening book as long as that has a move, and as another player where it has none. A look-up costs a
 * tick. The decision's policy is each move's share of the weights, whichever way one of them is picked.
 */
final class BookPlayer implements Player {
  private final PolyglotBook book;
  private final boolean heaviest;
  private final long plies;
  private final Player then;
  private final Rng rng = new Rng(0);
  private final Moves moves = new Moves();

  /**
   * Makes the player.
   *
   * @param heaviest whether the heaviest move is played, and not one drawn by weight
   * @param plies of a game that the book is asked for
   * @param then who plays where the book has nothing; closed by this player
   */
  BookPlayer(PolyglotBook book, boolean heaviest, long plies, Player then) {
    this.book = book;
    this.heaviest = heaviest;
    this.plies = plies;
    this.then = then;
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
    then.newGame(seed);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    if (position.movesMade() < plies && meter.spendTick()) {
      moves.clear();
      position.legalMoves(moves);
      int[] weights = book.weights((ChessPosition) position, moves);
      long sum = 0;
      for (int weight : weights) {
        sum += weight;
      }
      if (sum > 0) {
        return decide(weights, sum);
      }
    }
    return then.choose(position, meter);
  }

  private Decision decide(int[] weights, long sum) {
    float[] policy = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      policy[i] = (float) weights[i] / sum;
    }
    int choice = heaviest ? heaviest(weights) : drawn(weights, (long) (rng.unit() * sum));
    return new Decision(moves.get(choice), Float.NaN, policy);
  }

  /** The first of the heaviest. */
  private static int heaviest(int[] weights) {
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[best]) {
        best = i;
      }
    }
    return best;
  }

  /** The one in whose stretch of the sum of weights a point lies. */
  private static int drawn(int[] weights, long point) {
    int choice = 0;
    for (long left = point - weights[0]; left >= 0; left -= weights[choice]) {
      choice++;
    }
    return choice;
  }

  @Override
  public long cpuNanosElsewhere() {
    return then.cpuNanosElsewhere();
  }

  @Override
  public long ponderNanosElsewhere() {
    return then.ponderNanosElsewhere();
  }

  @Override
  public long peakBytesElsewhere() {
    return then.peakBytesElsewhere();
  }

  @Override
  public void endGame() {
    then.endGame();
  }

  @Override
  public boolean isSupervised() {
    return then.isSupervised();
  }

  @Override
  public List<String> transcript() {
    return then.transcript();
  }

  @Override
  public void close() {
    then.close();
  }
}
