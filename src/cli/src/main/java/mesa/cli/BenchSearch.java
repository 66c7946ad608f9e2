package mesa.cli;

import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;

/**
 * One line {@code SPEC | POSITION} of a game's {@code bench.txt}.
 *
 * @param entrant has a budget that counts, and no clock
 * @param position where it searches; copied for each run
 */
record BenchSearch(Entrant entrant, Position position) {
  private static final String FILE = "bench.txt";
  private static final long SEED = 1;

  /** What one run cost. */
  record Result(long nodes, long evaluations, long nanos) {}

  /** {@return the searches that a game ships, or none} */
  static List<BenchSearch> of(Game game, Registry registry) {
    return ResourceLines.of(game, FILE).orElse(List.of()).stream().map(line -> parse(line, game, registry)).toList();
  }

  private static BenchSearch parse(String line, Game game, Registry registry) {
    int bar = line.indexOf('|');
    if (bar < 0) {
      throw new BadInputException(
          "\"" + line + "\" in " + FILE + " of " + game.name() + " has no bar; SPEC | POSITION is right");
    }
    Entrant entrant = registry.entrant(game, line.substring(0, bar).strip());
    if (entrant.budget().clock() != null) {
      throw new BadInputException(
          "\"" + line + "\" in " + FILE + " of " + game.name() + " has a clock; only counts repeat");
    }
    String position = line.substring(bar + 1).strip();
    return new BenchSearch(entrant, position.isEmpty() ? game.start() : game.parse(position));
  }

  /** Searches once, with a new player. */
  Result run(Signature signature) {
    try (Player player = entrant.newPlayer()) {
      player.newGame(SEED);
      Meter meter = entrant.budget().start(System::nanoTime);
      Decision decision = player.choose(position.copy(), meter);
      long nanos = meter.elapsedNanos();
      signature.fold(decision.move());
      signature.fold(Float.floatToIntBits(decision.value()));
      if (decision.policy() != null) {
        for (float probability : decision.policy()) {
          signature.fold(Float.floatToIntBits(probability));
        }
      }
      signature.fold(meter.nodes());
      signature.fold(meter.evaluations());
      return new Result(meter.nodes(), meter.evaluations(), nanos);
    }
  }
}
