package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Rates the players of a tournament and puts them in order. Points make a number only between players who, directly or
 * round a corner, have scored against each other; the largest group of such players is rated together, relative to its
 * mean or as anchors say. Of the others, who have won or lost every game against the group, a bound is all that can be
 * said, relative to the group without them.
 *
 * <p>Between two players the rating is the Elo of their score by pairs, with the interval that {@link PairStatistics} gives;
 * half of it is on either side of 0. Where that is a bound, as of nearly all won, the weaker one is at 0.
 */
final class Ratings {
  private final List<Encounter> encounters;
  private final Map<Integer, Double> anchors;
  private final double[] shares;
  private final int[] groups;
  private final List<Integer> order = new ArrayList<>();
  private final Rating[] ratings;
  private final Double[] elos;
  private int mainGroup;
  private BradleyTerry fit;
  private int[] indexInFit = {};
  private int[] ownClusters = {};

  /**
   * Rates players.
   *
   * @param players how many there are
   * @param encounters all that have been or will be played
   * @param anchors ratings that are given, by player; without any the mean of the main group is 0
   */
  Ratings(int players, List<Encounter> encounters, Map<Integer, Double> anchors) {
    this.encounters = encounters;
    this.anchors = anchors;
    ratings = new Rating[players];
    elos = new Double[players];
    Arrays.fill(ratings, Rating.NONE);
    shares = shares();
    boolean[][] beats = scoredAgainst();
    groups = groups(beats);
    rank(beats);
    anchors.keySet().stream().min(Comparator.naturalOrder()).ifPresent(anchor -> mainGroup = groups[anchor]);
    rateMain();
    rateMatch();
    for (int player = 0; player < players; player++) {
      if (groups[player] != mainGroup) {
        ratings[player] = anchors.containsKey(player) ? Rating.reference(anchors.get(player)) : bound(player);
      }
    }
    boolean bounded = Arrays.stream(ratings).anyMatch(rating -> rating != Rating.NONE);
    if (bounded && ratings[mainGroup] == Rating.NONE) {
      ratings[mainGroup] = Rating.reference(elos[mainGroup]);
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

  /** {@return the fit of the main group, or nothing if it has but one player} */
  Optional<BradleyTerry> fit() {
    return Optional.ofNullable(fit);
  }

  /** {@return a player's index in the fit, or -1} */
  private int indexInFit(int player) {
    return player < indexInFit.length ? indexInFit[player] : -1;
  }

  /** {@return how much stronger one player is than another, or nothing if their points make no number} */
  Optional<Comparison> difference(int player, int other) {
    int one = indexInFit(player);
    int two = indexInFit(other);
    if (one < 0 || two < 0 || one == two) {
      return Optional.empty();
    }
    BradleyTerry.Difference difference = fit.difference(one, two);
    return Optional.of(new Comparison(difference.elo(), allPairsAgree() ? Double.NaN : difference.standardError(),
        Math.min(ownClusters[one], ownClusters[two])));
  }

  /** Between two players only: what scatters then is what moving first is worth, which tells nothing of the difference. */
  private boolean allPairsAgree() {
    return ratings.length == 2 && !encounters.getFirst().clusters().statistics(encounters.getFirst()).scatters();
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
      elos[members[0]] = anchors.getOrDefault(members[0], 0.0); // What the bounds of the others are relative to.
      return;
    }
    int[] index = new int[ratings.length];
    Arrays.fill(index, -1);
    indexInFit = index;
    for (int i = 0; i < members.length; i++) {
      index[members[i]] = i;
    }
    BradleyTerry.Games games = new BradleyTerry.Games(members.length);
    int clusters = 0;
    ownClusters = new int[members.length];
    for (Encounter encounter : encounters) {
      int first = index[encounter.pairing().first()];
      int second = index[encounter.pairing().second()];
      if (first >= 0 && second >= 0) {
        int count = encounter.addTo(games::add, first, second, clusters);
        clusters += count;
        ownClusters[first] += count;
        ownClusters[second] += count;
      }
    }
    anchors.forEach((player, elo) -> {
      if (index[player] >= 0) {
        games.anchor(index[player], elo);
      }
    });
    fit = games.fit();
    for (int i = 0; i < members.length; i++) {
      elos[members[i]] = fit.elo(i);
    }
    for (int i = 0; i < members.length; i++) {
      ratings[members[i]] = anchors.containsKey(members[i])
          ? Rating.reference(fit.elo(i)) : rating(i);
    }
    int from = order.indexOf(members[0]);
    order.subList(from, from + members.length).sort(Comparator.comparingDouble(player -> -elos[player]));
  }

  private Rating rating(int member) {
    int own = ownClusters[member];
    if (own < 2) {
      return Rating.point(fit.elo(member));
    }
    double error = Elo.student(own - 1) * fit.standardError(member);
    if (error < 0.5) {
      // All clusters agree, as when all games are drawn: what a result that never came up might still hide.
      error = Elo.hidden(own);
    }
    return Rating.of(fit.elo(member), new Interval(fit.elo(member) - error, fit.elo(member) + error));
  }

  /** Between two players their score says all: the table shows what the paragraph about the match does. */
  private void rateMatch() {
    if (ratings.length != 2 || encounters.size() != 1) {
      return;
    }
    PairStatistics pairs = encounters.getFirst().clusters().statistics(encounters.getFirst());
    if (pairs.units() == 0 || pairs.score() <= 0 || pairs.score() >= 1) {
      return;
    }
    int first = encounters.getFirst().pairing().first();
    int second = 1 - first;
    double elo = pairs.elo();
    Optional<Interval> interval = pairs.interval();
    boolean isBounded = interval.isEmpty() || !Double.isInfinite(interval.get().high() - interval.get().low());
    if (anchors.size() == 2) {
      return;
    }
    if (anchors.isEmpty() && isBounded) {
      ratings[first] = interval.map(all -> Rating.of(elo / 2, all.halved())).orElse(Rating.point(elo / 2));
      ratings[second] = interval.map(all -> Rating.of(-elo / 2, all.negated().halved())).orElse(Rating.point(-elo / 2));
      elos[first] = elo / 2;
      elos[second] = -elo / 2;
      return;
    }
    boolean isFirstFixed = anchors.isEmpty() ? elo < 0 : anchors.containsKey(first); // Else the weaker one
    int fixed = isFirstFixed ? first : second;
    double at = anchors.getOrDefault(fixed, 0.0);
    double difference = isFirstFixed ? -elo : elo;
    elos[fixed] = at;
    elos[1 - fixed] = at + difference;
    ratings[fixed] = Rating.reference(at);
    ratings[1 - fixed] = interval.map(all -> isFirstFixed ? all.negated() : all)
        .map(all -> Rating.of(at + difference, all.plus(at))).orElse(Rating.point(at + difference));
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
        opponents.add(new double[] {elos[other], encounter.clusters().count()});
      }
    }
    if (opponents.isEmpty()) {
      return Rating.NONE;
    }
    double floor = floor(opponents, sign, Elo.ALPHA);
    return Rating.of(floor, sign > 0
        ? new Interval(floor, Double.POSITIVE_INFINITY) : new Interval(Double.NEGATIVE_INFINITY, -floor));
  }

  /**
   * Finds the strength at which winning everything has a given chance.
   *
   * @param opponents each with its Elo and the number of independent results against it
   * @param sign 1; or -1 for the strength, its sign changed, at which losing everything has that chance
   * @param chance above 0, below 1
   * @return that Elo
   */
  static double floor(List<double[]> opponents, int sign, double chance) {
    return solve(strength -> opponents.stream()
        .mapToDouble(opponent -> opponent[1] * Math.log(Elo.score(strength - sign * opponent[0]))).sum()
        - Math.log(chance));
  }

  /** {@return where a function of strength, which rises, is 0} */
  private static double solve(DoubleUnaryOperator rising) {
    double low = -10_000;
    double high = 10_000;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
