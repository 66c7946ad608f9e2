package mesa.arena;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;

/**
 * How often players chose a move that keeps what the position is worth with best play, and how much they gave away, as a
 * solver proves it after the games. Worked out of a journal, in the order of the schedule.
 *
 * <p>A move is judged where it is known both what it is worth and what the best one is; a move without a choice is not.
 * Positions are tried from the end of a game on, until {@value #MOST_FAILURES} in a row can't be proved: earlier ones are
 * farther from the end, and count as not proved either. Intervals are by the clusters of games that ratings go by.
 */
public final class Accuracy {
  private static final int MOST_FAILURES = 2;

  private final String solver;
  private final List<Row> rows;
  private final int positions;

  /**
   * What came of one player's moves.
   *
   * @param player its name
   * @param judged moves whose worth and whose best alternative are proved
   * @param optimal share of these that keep what the position is worth, in [0, 1]; NaN without any
   * @param optimalReach half the width of its 95 % interval; NaN where there is none, as where all are optimal
   * @param regret points of the game given away by a move, on average, in [0, 1]; NaN without any
   * @param regretReach half the width of its 95 % interval; NaN where there is none
   * @param unproved moves with a choice of which not enough is proved
   * @param forced moves without a choice, which count nowhere else
   * @param clusters of games in which moves were judged
   */
  public record Row(String player, int judged, double optimal, double optimalReach, double regret, double regretReach,
      int unproved, int forced, int clusters) {}

  /** Follows the work. */
  public interface Progress {
    /**
     * Told how far it has come.
     *
     * @param games looked at
     * @param all of them
     */
    void judged(long games, long all);
  }

  /** What is counted of one player. */
  private static final class Count {
    final ClusteredMean optimal = new ClusteredMean();
    final ClusteredMean regret = new ClusteredMean();
    int unproved;
    int forced;

    Row row(String player) {
      return new Row(player, optimal.count(), optimal.mean(), optimal.reach(), regret.mean(), regret.reach(), unproved, forced,
          optimal.clusters());
    }
  }

  private Accuracy(String solver, List<Row> rows, int positions) {
    this.solver = solver;
    this.rows = rows;
    this.positions = positions;
  }

  /**
   * Judges the moves of a run.
   *
   * @param folder of the run
   * @param solver spec of a player that tells what it proves, such as {@code solver:nodes=200000}; its budget is for each
   *     position
   * @param registry knows it and the game
   * @param progress told after each game
   * @return how well the players did
   * @throws BadInputException if there is no journal, or the solver is none
   * @throws IOException if the journal can't be read
   */
  public static Accuracy of(Path folder, String solver, Registry registry, Progress progress) throws IOException {
    Results results = Results.read(folder);
    Game game = registry.game(results.game());
    Entrant entrant = ExactRule.parse("both," + solver, game, registry).solver();
    Map<Pairing, Integer> bases = new HashMap<>();
    Map<Pairing, Encounter> encounters = new HashMap<>();
    int clusters = 0;
    for (Encounter encounter : results.encounters()) {
      bases.put(encounter.pairing(), clusters);
      encounters.put(encounter.pairing(), encounter);
      clusters += encounter.clusters().count();
    }
    List<Count> counts = results.players().stream().map(player -> new Count()).toList();
    try (Judge judge = new Judge(entrant)) {
      long[] done = new long[1];
      new GameIndex(folder).forEach(played -> {
        Pairing pairing = Pairing.of(played.first(), played.second());
        int cluster = bases.get(pairing) + encounters.get(pairing).clusters().of(played.round());
        judge(played, game, judge, counts, cluster);
        progress.judged(++done[0], results.played());
      });
      List<Row> rows = new ArrayList<>();
      for (Standings.Row row : results.standings().rows()) {
        rows.add(counts.get(row.index()).row(row.player()));
      }
      return new Accuracy(entrant.spec().toString(), rows, judge.positions());
    }
  }

  private static void judge(PlayedGame played, Game game, Judge judge, List<Count> counts, int cluster) {
    if (played.moves().isEmpty()) {
      return;
    }
    Position position = played.start() == null ? game.start() : game.parse(played.start());
    String[] words = played.moves().split(" ");
    int[] moves = new int[words.length];
    for (int ply = 0; ply < words.length; ply++) {
      moves[ply] = position.parseMove(words[ply]);
      position.make(moves[ply]);
    }
    int failures = 0;
    Moves legal = new Moves();
    for (int ply = words.length - 1; ply >= played.book(); ply--) {
      position.unmake();
      legal.clear();
      position.legalMoves(legal);
      Count count = counts.get(position.sideToMove() == 0 ? played.first() : played.second());
      if (legal.size() == 1) {
        count.forced++;
      } else if (failures >= MOST_FAILURES) {
        count.unproved++;
      } else {
        byte[] worths = judge.worths(position, legal);
        int best = Judge.best(worths);
        int own = worths[indexOf(moves[ply], legal)];
        failures = best == Judge.UNKNOWN ? failures + 1 : 0;
        if (best == Judge.UNKNOWN || own == Judge.UNKNOWN) {
          count.unproved++;
        } else {
          count.optimal.add(cluster, own == best ? 1 : 0);
          count.regret.add(cluster, (best - own) / 2.0);
        }
      }
    }
  }

  private static int indexOf(int move, Moves legal) {
    for (int i = 0; i < legal.size(); i++) {
      if (legal.get(i) == move) {
        return i;
      }
    }
    throw new BadInputException("the journal has a move that is not legal");
  }

  /** {@return a row for each player, in the order of the standings} */
  public List<Row> rows() {
    return rows;
  }

  /** {@return who proved it, with its options} */
  public String solver() {
    return solver;
  }

  /** {@return the row of a player, if there is one of that name} */
  Optional<Row> row(String player) {
    return rows.stream().filter(row -> row.player().equals(player)).findFirst();
  }

  /** {@return the rows as a table for a terminal, with a line on what it is} */
  public String text() {
    TextTable table = new TextTable(List.of("<Player", "Judged", "Optimal (95 %)", "Regret a move (95 %)", "Unproved", "Forced"));
    for (Row row : rows) {
      table.add(List.of(row.player(), "" + row.judged(), with(100 * row.optimal(), 100 * row.optimalReach(), "%.1f", " %"),
          with(row.regret(), row.regretReach(), "%.4f", ""), "" + row.unproved(), "" + row.forced()));
    }
    return "Moves against best play, by " + solver + " (" + positions + " positions):\n" + table;
  }

  private static String with(double mean, double reach, String format, String unit) {
    if (Double.isNaN(mean)) {
      return "–";
    }
    String number = String.format(Locale.ROOT, format, mean);
    return number + (Double.isNaN(reach) ? "" : " ± " + String.format(Locale.ROOT, format, reach)) + unit;
  }
}
