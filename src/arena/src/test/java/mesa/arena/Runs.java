package mesa.arena;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** First lines of journals, for tests of what comes behind them. */
final class Runs {
  private Runs() {}

  /** {@return a round robin of players by their specs, which are their names too} */
  static Run of(int games, String... specs) {
    return of(games, Arrays.stream(specs)
        .map(spec -> new Run.Participant(spec, spec, spec.contains("nodes") ? "nodes=64" : "unlimited", "", Map.of()))
        .toList());
  }

  /** {@return a round robin of players} */
  static Run of(int games, List<Run.Participant> players) {
    return of(games, "round-robin", players);
  }

  /** {@return a round robin of two players with the same budget} */
  static Run ofTwo(String budget) {
    return of(2, List.of(new Run.Participant("one", "one", budget, "", Map.of()),
        new Run.Participant("two", "two", budget, "", Map.of())));
  }

  /** {@return a tournament of any format} */
  static Run of(int games, String format, List<Run.Participant> players) {
    return of(games, format, players, null);
  }

  /** {@return two games of two players that were to spend the same} */
  static Run ofEqual(String unit, String one, String other) {
    return of(2, "round-robin", of(2, one, other).players(), unit);
  }

  private static Run of(int games, String format, List<Run.Participant> players, String parity) {
    return new Run("run", 1, "pile", players, format, games, 2, null, null,
        new Run.Book("none", "", 1, "shared", 8, false, 1, false), null, null, 1000, null, null, null, 1, "", "", "", "move", null, null, null, null, parity, 1, null, "", "", null,
        1, null);
  }
}
