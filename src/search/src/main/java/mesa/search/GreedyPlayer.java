package mesa.search;

import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Looks one move ahead: makes each, judges what comes of it and takes the best; among equals the seed decides. A move
 * that ends the game is known for what it is: a win beats every evaluation, and every evaluation a loss. Each move
 * tried spends a node, and an evaluation unless it ends the game. Where the budget runs out, the moves tried so far
 * compete.
 */
final class GreedyPlayer implements Player {
  /** Beyond any evaluation. */
  private static final float WIN = 2;

  private final Evaluator evaluator;
  private final Rng rng = new Rng(0);
  private final Moves moves = new Moves();

  GreedyPlayer(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
    evaluator.newGame(rng.next());
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    moves.clear();
    position.legalMoves(moves);
    float[] values = new float[moves.size()];
    float best = Float.NEGATIVE_INFINITY;
    int tried = 0;
    while (tried < values.length && meter.spendNode()) {
      float value = valueOf(position, moves.get(tried), meter);
      if (Float.isNaN(value)) {
        break;
      }
      values[tried++] = value;
      best = Math.max(best, value);
    }
    return tried == 0 ? Decision.of(moves.get(0)) : oneOfTheBest(values, tried, best);
  }

  /** Judges a move for the side to move, or returns NaN if the budget leaves no evaluation. */
  private float valueOf(Position position, int move, Meter meter) {
    int side = position.sideToMove();
    position.make(move);
    Outcome outcome = position.outcome();
    float value;
    if (outcome.isOver()) {
      value = WIN * outcome.valueFor(side);
    } else if (meter.spendEvaluation()) {
      value = evaluator.value(position);
      value = position.sideToMove() == side ? value : -value;
    } else {
      meter.returnNode();
      value = Float.NaN;
    }
    position.unmake();
    return value;
  }

  private Decision oneOfTheBest(float[] values, int tried, float best) {
    int equals = 0;
    int move = 0;
    for (int i = 0; i < tried; i++) {
      if (values[i] == best && rng.below(++equals) == 0) {
        move = moves.get(i);
      }
    }
    float[] policy = new float[values.length];
    for (int i = 0; i < tried; i++) {
      policy[i] = values[i] == best ? 1f / equals : 0;
    }
    return new Decision(move, Math.clamp(best, -1f, 1f), policy);
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
