package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of a tournament, best player first, and who scored what against whom. Immutable. */
public final class Standings {
  /** What the columns of {@link #table} mean, in a few lines for a terminal. */
  public static final String LEGEND = """
      Score: points a game; a win counts 1, a draw a half. Elo: strength relative to the mean of the table, or to a player
      whose number stands alone, with its 95 % interval; 100 Elo more score 64 %, 400 more 91 %. "> x" or "< x": won or lost
      (nearly) all, so there is only a bound. "± ?" and "no interval": too few independent results to say how sure that is.
      Distinct: how many of the games differ; repeats tell nothing new. Nodes, Evals, Ticks, CPU, Time, Memory: spent on a
      move; Time by the clock, Memory of Java's heap.
      """;

  private final Results results;
  private final Map<Integer, Double> anchors;
  private final Ratings ratings;
  private final List<Row> rows;
  private final List<Meeting> meetings;

  /**
   * A player's line.
   *
   * @param rank from 1
   * @param index in {@link Results#players}
   * @param player the name that tables show
   * @param spec what it is, with its options
   * @param budget what it may spend on a move, as options
   * @param wins games won
   * @param draws games drawn
   * @param losses games lost
   * @param distinctGames how many of its games differ from each other
   * @param rating in Elo
   * @param cost all its games together
   * @param nodes of a move, beyond the mean; null if the journal tells what games cost alone
   * @param nanos of a move by the clock, likewise
   * @param cpuNanos of a move on the processor, likewise; null too if moves are too quick to be measured singly
   */
  public record Row(
      int rank,
      int index,
      String player,
      String spec,
      String budget,
      int wins,
      int draws,
      int losses,
      int distinctGames,
      Rating rating,
      Cost cost,
      Quantiles nodes,
      Quantiles nanos,
      Quantiles cpuNanos) {
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

  /**
   * All games of two players, seen by the one of them that was entered first.
   *
   * @param player its index in {@link Results#players}
   * @param opponent the other's
   * @param wins games won
   * @param draws games drawn
   * @param losses games lost
   * @param distinctGames how many of the games differ
   * @param clusters what makes pairs of games count as one: {@code distinct} if the games are the same, {@code opening} if
   *     that is, {@code pair} (or {@code game}) if nothing does. Chosen by what the games show of chance in them
   * @param winsByBoth pairs in which either player won a game
   * @param pairs statistics of the games by pairs with the same opening, those whose other leg is missing left out; of
   *     single games where openings are played once
   */
  public record Meeting(
      int player,
      int opponent,
      int wins,
      int draws,
      int losses,
      int distinctGames,
      String clusters,
      int winsByBoth,
      PairStatistics pairs) {}

  Standings(Results results, Map<Integer, Double> anchors) {
    this.results = results;
    this.anchors = anchors;
    ratings = new Ratings(results.players().size(), results.encounters(), anchors);
    meetings = results.encounters().stream().map(Standings::meeting).toList();
    rows = new ArrayList<>();
    for (int player : ratings.order()) {
      rows.add(row(rows.size() + 1, player));
    }
  }

  private static Meeting meeting(Encounter encounter) {
    int[] games = encounter.games();
    Pairing pairing = encounter.pairing();
    Clusters clusters = encounter.clusters();
    return new Meeting(pairing.first(), pairing.second(), games[2], games[1], games[0], encounter.distinctGames(),
        clusters.rule().name().toLowerCase(Locale.ROOT), encounter.winsByBoth(), clusters.statistics(encounter));
  }

  private Row row(int rank, int player) {
    int wins = 0;
    int draws = 0;
    int losses = 0;
    int distinct = 0;
    for (Meeting meeting : meetings) {
      if (meeting.player() == player || meeting.opponent() == player) {
        boolean isFirst = meeting.player() == player;
        wins += isFirst ? meeting.wins() : meeting.losses();
        losses += isFirst ? meeting.losses() : meeting.wins();
        draws += meeting.draws();
        distinct += meeting.distinctGames();
      }
    }
    MoveCosts moves = results.moveCosts(player);
    Run.Participant who = results.run().players().get(player);
    return new Row(rank, player, who.label(), who.spec(), who.budget(), wins, draws, losses, distinct,
        ratings.of(player), results.cost(player), moves.nodes(), moves.nanos(), moves.cpuNanos());
  }

  /** {@return ratings that are given, by player} */
  Map<Integer, Double> anchors() {
    return anchors;
  }

  /** {@return a row for each player, best first} */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** {@return who met whom, in the order of the schedule} */
  public List<Meeting> meetings() {
    return meetings;
  }

  /** {@return the ratings of those who, directly or round a corner, have scored against each other; nothing if nobody has} */
  public Optional<BradleyTerry> fit() {
    return ratings.fit();
  }

  /**
   * Compares two players by the games of all.
   *
   * @param player index in {@link Results#players}
   * @param other the other's
   * @return how much stronger the one is, or nothing if their points make no number
   */
  public Optional<Comparison> difference(int player, int other) {
    return ratings.difference(player, other);
  }

  /** {@return the standings for a terminal, a line for each player; {@link #LEGEND} says what the columns mean} */
  public String table() {
    return new StandingsText(results, this).table();
  }

  /**
   * {@return a line for each player and in it, for each opponent, the games won-drawn-lost against that one; empty where only
   * two have met, or one has met all}
   */
  public String crossTable() {
    return new StandingsText(results, this).crossTable();
  }

  /** {@return what each player spent in all, what its moves cost beyond the mean, and how much memory it took at most} */
  public String costTable() {
    return new CostTable(this).toString();
  }

  /**
   * {@return what a reader of the table should know besides: the statistics of a match of two players, games lost by
   * faults, games not played yet; several lines, or empty}
   */
  public String remarks() {
    return new StandingsText(results, this).remarks();
  }

  /** {@return the standings as comma-separated values, the heads in the first line} */
  public String csv() {
    return csv(null);
  }

  /**
   * Writes the same with more columns.
   *
   * @param accuracy how moves compare with best play, or null for no such columns
   * @return comma-separated values, the heads in the first line
   */
  public String csv(Accuracy accuracy) {
    return StandingsCsv.of(this, accuracy);
  }
}
