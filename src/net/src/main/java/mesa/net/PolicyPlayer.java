package mesa.net;

import java.util.Arrays;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Plays by an evaluator's priors alone, one evaluation a move and no search: the likeliest move, the first of equals,
 * or at a temperature above 0 a random one with odds of prior^(1/temperature).
 */
final class PolicyPlayer implements Player {
  private final Evaluator evaluator;
  private final double temperature;
  private final Moves moves = new Moves();
  private final Rng rng = new Rng(0);

  PolicyPlayer(Evaluator evaluator, double temperature) {
    this.evaluator = evaluator;
    this.temperature = temperature;
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
    if (!meter.spendEvaluation()) {
      return Decision.of(moves.get(0)); // No time even to look.
    }
    float[] priors = new float[moves.size()];
    float value = evaluator.evaluate(position, moves, priors);
    return new Decision(moves.get(pick(priors)), value, priors);
  }

  private int pick(float[] priors) {
    int likeliest = 0;
    for (int i = 1; i < priors.length; i++) {
      if (priors[i] > priors[likeliest]) {
        likeliest = i;
      }
    }
    if (temperature == 0) {
      return likeliest;
    }
    double[] odds = new double[priors.length];
    for (int i = 0; i < odds.length; i++) {
      // Relative to the likeliest, so that a low temperature can't round all of them to 0.
      odds[i] = StrictMath.pow(priors[i] / priors[likeliest], 1 / temperature);
    }
    double left = rng.unit() * Arrays.stream(odds).sum();
    int i = 0;
    while (i < odds.length - 1 && left >= odds[i]) {
      left -= odds[i++];
    }
    return i;
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
