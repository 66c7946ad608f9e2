package mesa.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of a tournament, best player first, and who scored what against whom. Immutable. */
public final class Standings {
  private final Results results;
  private final List<Row> rows;

  /**
   * A player's line.
   *
   * @param rank from 1
   * @param index in {@link Results#players}
   * @param player the name that tables show
   * @param budget what it may spend on a move, as options
   * @param wins games won
   * @param draws games drawn
   * @param losses games lost
   * @param distinctGames how many of its games differ from each other
   * @param rating in Elo
   * @param cost all its games together
   */
  public record Row(
      int rank,
      int index,
      String player,
      String budget,
      int wins,
      int draws,
      int losses,
      int distinctGames,
      Rating rating,
      Cost cost) {
    /** {@return how many games it has played} */
    public int games() {
      return wins + draws + losses;
    }

    /** {@return a point for each win and half a point for each draw} */
    public double points() {
      return wins + draws / 2.0;
    }

    /** {@return points a game, in [0, 1]; 0 if none has been played} */
    public double score() {
      return games() == 0 ? 0 : points() / games();
    }
  }

  Standings(Results results) {
    this.results = results;
    List<Row> unranked = new ArrayList<>();
    for (int player = 0; player < results.players().size(); player++) {
      unranked.add(row(player));
    }
    unranked.sort(Comparator.comparingDouble(Row::score).reversed());
    rows = new ArrayList<>();
    for (Row row : unranked) {
      rows.add(new Row(rows.size() + 1, row.index(), row.player(), row.budget(), row.wins(), row.draws(), row.losses(),
          row.distinctGames(), row.rating(), row.cost()));
    }
  }

  private Row row(int player) {
    int[] counts = new int[3];
    int distinct = 0;
    for (Encounter encounter : results.encounters()) {
      boolean isFirst = encounter.pairing().first() == player;
      if (isFirst || encounter.pairing().second() == player) {
        int[] games = encounter.games();
        for (int score = 0; score < 3; score++) {
          counts[isFirst ? score : 2 - score] += games[score];
        }
        distinct += encounter.distinctGames();
      }
    }
    Run.Participant who = results.run().players().get(player);
    return new Row(0, player, who.label(), who.budget(), counts[2], counts[1], counts[0], distinct, Rating.NONE,
        results.cost(player));
  }

  /** {@return a row for each player, best first} */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** {@return the standings for a terminal, several lines, each ended by a newline} */
  public String table() {
    TextTable table = new TextTable(List.of("#", "<Player", "<Budget", "Games", "W", "D", "L", "Score", "Elo"));
    for (Row row : rows) {
      table.add(List.of(
          "" + row.rank(), row.player(), row.budget(), "" + row.games(), "" + row.wins(), "" + row.draws(),
          "" + row.losses(), String.format(Locale.ROOT, "%.1f%%", 100 * row.score()), row.rating().toString()));
    }
    return table.toString();
  }
}
