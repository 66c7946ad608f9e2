package mesa.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** Samples of random games with random opinions. */
final class RandomSamples {
  private RandomSamples() {}

  /** {@return at least {@code count} samples, no position twice} */
  static Samples of(Game game, int count, long seed) {
    Rng rng = new Rng(seed);
    SampleWriter writer = new SampleWriter(game.encoder().orElseThrow());
    Set<Long> seen = new HashSet<>();
    int number = 0;
    for (int made = 0; made < count; number++) {
      Position position = game.start();
      for (int ply = 0; ply < 60 && !position.outcome().isOver(); ply++) {
        Moves legal = Moves.of(position);
        int move = legal.get(rng.below(legal.size()));
        if (seen.add(position.hash())) {
          writer.add(position, legal, move, (float) (2 * rng.unit() - 1), probabilities(legal.size(), rng));
          made++;
        }
        position.make(move);
      }
      writer.endGame(number, position.outcome());
    }
    return writer.samples();
  }

  private static float[] probabilities(int count, Rng rng) {
    float[] probabilities = new float[count];
    float sum = 0;
    for (int i = 0; i < count; i++) {
      probabilities[i] = (float) rng.unit();
      sum += probabilities[i];
    }
    for (int i = 0; i < count; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** Positions of random games, not over. */
  static List<Position> positions(Game game, int count, long seed) {
    Rng rng = new Rng(seed);
    List<Position> positions = new ArrayList<>();
    while (positions.size() < count) {
      Position position = game.start();
      RandomPlay.open(position, rng.below(60), rng);
      if (position.outcome() == Outcome.ONGOING) {
        positions.add(position);
      }
    }
    return positions;
  }
}
