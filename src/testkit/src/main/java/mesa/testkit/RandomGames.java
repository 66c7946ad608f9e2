package mesa.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Seeded random games, at each position of which something is checked.
 *
 * @param game what is played
 * @param starts positions to start from besides the start of the game, as texts
 * @param games from each of them
 * @param plies after which a game is broken off
 * @param seed of all randomness
 */
record RandomGames(Game game, List<String> starts, int games, int plies, long seed) {

  /** What is checked at a position; it leaves the position as it found it. */
  interface Visit {
    void at(Position position, Rng rng);
  }

  /** Visits every position of every game, the last ones included, and says where it was if a check fails. */
  void visit(Visit visit) {
    for (int start = -1; start < starts.size(); start++) {
      for (int number = 0; number < games; number++) {
        play(start, number, visit);
      }
    }
  }

  /** {@return copies of at most so many positions at which the game goes on, spread evenly over all games} */
  List<Position> sample(int count) {
    Rng draw = new Rng(~seed);
    List<Position> sample = new ArrayList<>();
    int[] seen = new int[1];
    visit((position, rng) -> {
      if (position.outcome().isOver()) {
        return;
      }
      // Reservoir sampling (Vitter 1985, algorithm R): every position stays with the same probability.
      int slot = seen[0]++ < count ? sample.size() : draw.below(seen[0]);
      if (slot == sample.size()) {
        sample.add(position.copy());
      } else if (slot < count) {
        sample.set(slot, position.copy());
      }
    });
    return sample;
  }

  private void play(int start, int number, Visit visit) {
    Rng rng = new Rng(Rng.mix(seed) + Rng.mix(start) + number);
    Position position = start < 0 ? game.start() : game.parse(starts.get(start));
    String began = position.text();
    StringBuilder line = new StringBuilder();
    Supplier<String> where = () -> "in game " + number + " of seed " + seed + " of " + game.name() + " from " + began
        + (line.isEmpty() ? "" : " after" + line);
    Where.check(where, () -> {
      for (int ply = 0; ; ply++) {
        visit.at(position, rng);
        Moves moves = Moves.of(position);
        if (ply == plies || moves.isEmpty()) {
          return;
        }
        int move = moves.get(rng.below(moves.size()));
        line.append(' ').append(position.format(move));
        position.make(move);
      }
    });
  }
}
