package mesa.train;

import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/** Random moves, so that a net sees more than the best players would show it. */
final class RandomPlay {
  private RandomPlay() {}

  /** Makes random moves, and takes back the one that would end the game. */
  static void open(Position position, int plies, Rng rng) {
    Moves legal = new Moves();
    for (int i = 0; i < plies; i++) {
      legal.clear();
      position.legalMoves(legal);
      position.make(legal.get(rng.below(legal.size())));
      if (position.outcome().isOver()) {
        position.unmake();
        return;
      }
    }
  }

  /** Draws an index with odds of {@code probability^(1 / temperature)}. */
  static int draw(float[] probabilities, double temperature, Rng rng) {
    double greatest = 0;
    for (float probability : probabilities) {
      greatest = Math.max(greatest, probability);
    }
    double[] odds = new double[probabilities.length];
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      // StrictMath: the same games on every machine.
      odds[i] = StrictMath.pow(probabilities[i] / greatest, 1 / temperature);
      sum += odds[i];
    }
    double left = rng.unit() * sum;
    int last = odds.length - 1;
    for (int i = 0; i < last; i++) {
      if (left < odds[i]) {
        return i;
      }
      left -= odds[i];
    }
    return last;
  }
}
