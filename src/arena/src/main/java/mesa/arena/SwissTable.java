package mesa.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The table of a Swiss tournament: points, and among equals the points of one's opponents (Buchholz), then the points of
 * those whom one has beaten and half of those whom one has held (Sonneborn-Berger), each pairing's weight being its games.
 * A round without an opponent counts as won, against somebody with as many points as one has oneself (as FIDE reckons).
 * Immutable.
 */
public final class SwissTable {
  private final List<Row> rows = new ArrayList<>();

  /**
   * A player's line.
   *
   * @param rank from 1
   * @param index in {@link Results#players}
   * @param player the name that tables show
   * @param points a point for a win, half a point for a draw
   * @param buchholz points of the opponents, of each as often as games were played with it
   * @param sonnebornBerger points of opponents beaten, and half of those held to a draw
   * @param byes rounds without an opponent
   */
  public record Row(
      int rank, int index, String player, double points, double buchholz, double sonnebornBerger, int byes) {}

  /**
   * Ranks players.
   *
   * @param results of a Swiss tournament
   */
  public SwissTable(Results results) {
    int players = results.players().size();
    double bye = results.run().games();
    double[] points = new double[players];
    for (int player = 0; player < players; player++) {
      points[player] = bye * results.byes(player);
    }
    for (Encounter encounter : results.encounters()) {
      int[] games = encounter.games();
      points[encounter.pairing().first()] += games[2] + games[1] / 2.0;
      points[encounter.pairing().second()] += games[0] + games[1] / 2.0;
    }
    double[] buchholz = new double[players];
    double[] berger = new double[players];
    for (int player = 0; player < players; player++) {
      buchholz[player] = bye * results.byes(player) * points[player];
      berger[player] = buchholz[player];
    }
    for (Encounter encounter : results.encounters()) {
      int[] games = encounter.games();
      int first = encounter.pairing().first();
      int second = encounter.pairing().second();
      int played = games[0] + games[1] + games[2];
      buchholz[first] += played * points[second];
      buchholz[second] += played * points[first];
      berger[first] += (games[2] + games[1] / 2.0) * points[second];
      berger[second] += (games[0] + games[1] / 2.0) * points[first];
    }
    List<Row> unranked = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      unranked.add(new Row(0, player, results.players().get(player), points[player], buchholz[player], berger[player],
          results.byes(player)));
    }
    unranked.sort(Comparator.comparingDouble(Row::points).thenComparingDouble(Row::buchholz)
        .thenComparingDouble(Row::sonnebornBerger).reversed());
    for (Row row : unranked) {
      rows.add(new Row(rows.size() + 1, row.index(), row.player(), row.points(), row.buchholz(), row.sonnebornBerger(),
          row.byes()));
    }
  }

  /**
   * Tells whether this table can be made.
   *
   * @param results of any tournament
   * @return whether it is a Swiss one
   */
  public static boolean suits(Results results) {
    return Format.parse(results.run().format()) instanceof Format.Swiss;
  }

  /** {@return a row for each player, best first} */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** {@return the table for a terminal} */
  public String table() {
    TextTable table = new TextTable(List.of("#", "<Player", "Points", "Buchholz", "Sonneborn-Berger", "Byes"));
    for (Row row : rows) {
      table.add(List.of(Integer.toString(row.rank()), row.player(), number(row.points()), number(row.buchholz()),
          number(row.sonnebornBerger()), Integer.toString(row.byes())));
    }
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value).replaceFirst("(\\.\\d)0$", "$1");
  }
}
