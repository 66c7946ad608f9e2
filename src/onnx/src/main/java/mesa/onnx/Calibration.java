package mesa.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Sees which numbers occur in a net, in the positions of some games that it plays with itself, by its own priors and, in
 * every other game, at random. The games are the same each time.
 */
final class Calibration {
  private static final int GAMES = 6;
  private static final int MOST_PLIES = 80;

  private Calibration() {}

  /**
   * Plays and watches.
   *
   * @param game what to play
   * @param evaluator the net, which remembers nothing
   * @param watched its further outputs, after value and policy
   * @return the range of each
   */
  static List<Rounding.Range> ranges(Game game, DenseEvaluator evaluator, List<Session.Port> watched) {
    List<Rounding.Range> ranges = new ArrayList<>(Collections.nCopies(watched.size(), Rounding.Range.NOTHING));
    List<float[]> numbers = watched.stream().map(port -> new float[port.size()]).toList();
    Rng rng = new Rng(0);
    for (int number = 0; number < GAMES; number++) {
      Position position = game.start();
      for (int ply = 0; ply < MOST_PLIES && !position.outcome().isOver(); ply++) {
        Moves moves = Moves.of(position);
        float[] priors = new float[moves.size()];
        evaluator.priors(position, moves, priors);
        for (int i = 0; i < ranges.size(); i++) {
          evaluator.peek(DenseEvaluator.POLICY + 1 + i, numbers.get(i));
          ranges.set(i, ranges.get(i).with(numbers.get(i)));
        }
        position.make(moves.get(number % 2 == 0 ? draw(priors, rng) : rng.below(moves.size())));
      }
    }
    return ranges;
  }

  private static int draw(float[] priors, Rng rng) {
    double left = rng.unit();
    int drawn = 0;
    while (drawn < priors.length - 1 && left >= priors[drawn]) {
      left -= priors[drawn++];
    }
    return drawn;
  }
}
