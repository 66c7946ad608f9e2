package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rates the players of a tournament and puts them in order. Points make a number only between players who, directly or
 * round a corner, have scored against each other; the largest group of such players is rated together, relative to its
 * mean. Of the others, who have won or lost every game against the group, a bound is all that can be said.
 */
final class Ratings {
  private final List<Encounter> encounters;
  private final double[] shares;
  private final int[] groups;
  private final List<Integer> order = new ArrayList<>();
  private final Rating[] ratings;
  private final Double[] elos;
  private int mainGroup;
  private double advantage = Double.NaN;

  /**
   * Rates players.
   *
   * @param players how many there are
   * @param encounters all that have been or will be played
   */
  Ratings(int players, List<Encounter> encounters) {
    this.encounters = encounters;
    ratings = new Rating[players];
    elos = new Double[players];
    Arrays.fill(ratings, Rating.NONE);
    shares = shares();
    boolean[][] beats = scoredAgainst();
    groups = groups(beats);
    rank(beats);
    rateMain();
    for (int player = 0; player < players; player++) {
      if (groups[player] != mainGroup) {
        ratings[player] = bound(player);
      }
    }
    boolean bounded = Arrays.stream(ratings).anyMatch(rating -> rating != Rating.NONE);
    if (bounded && ratings[mainGroup] == Rating.NONE) {
      ratings[mainGroup] = new Rating(Rating.Kind.REFERENCE, 0, 0);
    }
  }

  /** {@return the players, best first} */
  List<Integer> order() {
    return List.copyOf(order);
  }

  /** {@return the rating of a player} */
  Rating of(int player) {
    return ratings[player];
  }

  /** {@return the Elo that moving first is worth, or NaN where that is not known} */
  double advantage() {
    return advantage;
  }

  private double[] shares() {
    double[] points = new double[ratings.length];
    double[] games = new double[ratings.length];
    for (Encounter encounter : encounters) {
      int[] counts = encounter.games();
      int sum = counts[0] + counts[1] + counts[2];
      points[encounter.pairing().first()] += counts[1] / 2.0 + counts[2];
      points[encounter.pairing().second()] += counts[1] / 2.0 + counts[0];
      games[encounter.pairing().first()] += sum;
      games[encounter.pairing().second()] += sum;
    }
    for (int player = 0; player < points.length; player++) {
      points[player] = games[player] == 0 ? 0 : points[player] / games[player];
    }
    return points;
  }

  /** {@return who, directly or through others, has scored against whom; everyone against itself} */
  private boolean[][] scoredAgainst() {
    int players = ratings.length;
    boolean[][] scored = new boolean[players][players];
    for (Encounter encounter : encounters) {
      int[] counts = encounter.games();
      scored[encounter.pairing().first()][encounter.pairing().second()] = counts[1] + counts[2] > 0;
      scored[encounter.pairing().second()][encounter.pairing().first()] = counts[1] + counts[0] > 0;
    }
    for (int via = 0; via < players; via++) { // Warshall
      scored[via][via] = true;
      for (int a = 0; a < players; a++) {
        for (int b = 0; b < players; b++) {
          scored[a][b] |= scored[a][via] && scored[via][b];
        }
      }
    }
    return scored;
  }

  /** {@return for each player the lowest index among those with whom it shares a number line} */
  private static int[] groups(boolean[][] beats) {
    int[] groups = new int[beats.length];
    for (int player = 0; player < groups.length; player++) {
      int other = 0;
      while (!beats[player][other] || !beats[other][player]) {
        other++;
      }
      groups[player] = other;
    }
    return groups;
  }

  /** Orders groups so that none stands below one that never scored against it, and chooses the largest one. */
  private void rank(boolean[][] beats) {
    List<Integer> left = new ArrayList<>();
    for (int player = 0; player < groups.length; player++) {
      left.add(player);
    }
    Comparator<Integer> byShare = Comparator.comparingDouble(player -> -shares[player]);
    left.sort(byShare);
    int largest = 0;
    while (!left.isEmpty()) {
      int best = left.stream()
          .filter(player -> left.stream().allMatch(other -> beats[player][other] || !beats[other][player]))
          .findFirst()
          .orElseThrow();
      List<Integer> group = left.stream().filter(player -> groups[player] == groups[best]).toList();
      order.addAll(group);
      left.removeAll(group);
      if (group.size() >= largest) { // Of equal groups the lowest: the others are then so much above it.
        largest = group.size();
        mainGroup = groups[best];
      }
    }
  }

  private boolean isInMainGroup(int player) {
    return groups[player] == mainGroup;
  }

  private void rateMain() {
    int[] members = order.stream().mapToInt(Integer::intValue).filter(this::isInMainGroup).toArray();
    if (members.length == 1) {
      elos[members[0]] = 0.0; // What the bounds of the others are relative to.
      return;
    }
    int[] index = new int[ratings.length];
    Arrays.fill(index, -1);
    for (int i = 0; i < members.length; i++) {
      index[members[i]] = i;
    }
    BradleyTerry.Games games = new BradleyTerry.Games(members.length);
    int clusters = 0;
    int[] ownClusters = new int[members.length];
    for (Encounter encounter : encounters) {
      int first = index[encounter.pairing().first()];
      int second = index[encounter.pairing().second()];
      if (first >= 0 && second >= 0) {
        int count = addGames(encounter, games, first, second, clusters);
        clusters += count;
        ownClusters[first] += count;
        ownClusters[second] += count;
      }
    }
    BradleyTerry fit = games.fit();
    advantage = fit.advantage();
    for (int i = 0; i < members.length; i++) {
      elos[members[i]] = fit.elo(i);
      ratings[members[i]] = rating(fit, i, ownClusters[i]);
    }
    int from = order.indexOf(members[0]);
    order.subList(from, from + members.length).sort(Comparator.comparingDouble(player -> -elos[player]));
  }

  private static int addGames(Encounter encounter, BradleyTerry.Games games, int first, int second, int base) {
    Clusters clusters = new Clusters(encounter);
    for (int round = 0; round < encounter.rounds(); round++) {
      int cluster = base + clusters.of(round);
      int asFirst = encounter.score(round, 0);
      int asSecond = encounter.score(round, 1);
      if (asFirst != Encounter.MISSING) {
        games.add(first, second, asFirst / 2.0, cluster);
      }
      if (asSecond != Encounter.MISSING) {
        games.add(second, first, 1 - asSecond / 2.0, cluster);
      }
    }
    return clusters.count();
  }

  private static Rating rating(BradleyTerry fit, int member, int ownClusters) {
    if (ownClusters < 2) {
      return new Rating(Rating.Kind.POINT, fit.elo(member), 0);
    }
    double error = Elo.student(ownClusters - 1) * fit.standardError(member);
    if (error < 0.5) {
      // All clusters agree, as when all games are drawn: what a result that never came up might still hide.
      error = Elo.of(1 - Math.pow(Elo.ALPHA, 1.0 / ownClusters) / 2);
    }
    return new Rating(Rating.Kind.INTERVAL, fit.elo(member), error);
  }

  /** Bounds a player who has won or lost all games against the main group: the strength at which that has odds alpha. */
  private Rating bound(int player) {
    int sign = 0;
    List<double[]> opponents = new ArrayList<>();
    for (Encounter encounter : encounters) {
      boolean isFirst = encounter.pairing().first() == player;
      int other = isFirst ? encounter.pairing().second() : encounter.pairing().first();
      int[] counts = encounter.games();
      if ((isFirst || encounter.pairing().second() == player) && isInMainGroup(other) && counts[0] + counts[2] > 0) {
        sign = isFirst == counts[2] > 0 ? 1 : -1;
        opponents.add(new double[] {elos[other], new Clusters(encounter).count()});
      }
    }
    if (opponents.isEmpty()) {
      return Rating.NONE;
    }
    double floor = floor(opponents, sign);
    return new Rating(sign > 0 ? Rating.Kind.ABOVE : Rating.Kind.BELOW, sign * floor, 0);
  }

  /**
   * Finds the strength at which winning everything has odds of one in twenty.
   *
   * @param opponents each with its Elo and the number of independent results against it
   * @param sign 1; or -1 for the strength, its sign changed, at which losing everything has these odds
   * @return that Elo
   */
  static double floor(List<double[]> opponents, int sign) {
    double low = -10_000;
    double high = 10_000;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double logOdds = 0;
      for (double[] opponent : opponents) {
        logOdds += opponent[1] * Math.log(Elo.score(middle - sign * opponent[0]));
      }
      if (logOdds < Math.log(Elo.ALPHA)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
