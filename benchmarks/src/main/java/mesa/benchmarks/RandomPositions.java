package mesa.benchmarks;

import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * 256 positions from random games, taken in turn, so that neither caches nor branch predictors know the answer. They
 * are the same each time.
 */
final class RandomPositions {
  private static final int COUNT = 256;
  private static final int MOST_PLIES = 60;

  private final Position[] positions = new Position[COUNT];
  private final Moves[] moves = new Moves[COUNT];
  private int now;

  /** Plays the games. */
  RandomPositions(Game game) {
    Rng rng = new Rng(1);
    for (int i = 0; i < COUNT; i++) {
      positions[i] = play(game, rng);
      moves[i] = Moves.of(positions[i]);
    }
  }

  private static Position play(Game game, Rng rng) {
    Position position = game.start();
    for (int plies = rng.below(MOST_PLIES); plies > 0; plies--) {
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
      if (position.outcome().isOver()) {
        position.unmake();
        break;
      }
    }
    return position;
  }

  /** Goes on to the next position and returns it. */
  Position next() {
    now = (now + 1) % COUNT;
    return positions[now];
  }

  /** The legal moves in the position returned last. */
  Moves moves() {
    return moves[now];
  }
}
