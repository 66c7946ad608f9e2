package mesa.arena;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rounds of an encounter count as one. Between players without chance the same opening gives the same games over
 * and over, and copies prove nothing; so rounds are grouped by the most cautious rule that the games themselves ask for.
 * Where openings are played once a round is a single game.
 */
final class Clusters {
  /** This share of repeated games came out the same: the players are taken to leave nothing to chance. */
  private static final double SAME_OF_DETERMINISTIC = 0.9;

  /** By what rounds are grouped. */
  enum Rule {
    /** Rounds with the same games form one cluster. */
    DISTINCT,
    /** Rounds with the same opening form one cluster. */
    OPENING,
    /** Each round is a cluster of its own: with seeds of their own, equal games are true draws of chance. */
    PAIR,
    /** The same where a round is a single game. */
    GAME
  }

  private final Rule rule;
  private final int[] ofRound;
  private final int count;

  /**
   * Groups the rounds of an encounter.
   *
   * @param encounter its games so far
   */
  Clusters(Encounter encounter) {
    rule = rule(encounter);
    ofRound = new int[encounter.rounds()];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int round = 0; round < ofRound.length; round++) {
      ofRound[round] = numbers.merge(key(encounter, round), numbers.size(), (old, next) -> old);
    }
    count = numbers.size();
  }

  private Object key(Encounter encounter, int round) {
    return switch (rule) {
      case DISTINCT -> new Games(hash(encounter, round, 0), hash(encounter, round, 1));
      case OPENING -> encounter.opening(round);
      case PAIR, GAME -> round;
    };
  }

  /** The games of a round, by their hashes; null where one has not been played. */
  private record Games(Long asFirst, Long asSecond) {}

  private static Long hash(Encounter encounter, int round, int seat) {
    return encounter.score(round, seat) == Encounter.MISSING ? null : (Long) encounter.hash(round, seat);
  }

  private static Rule rule(Encounter encounter) {
    Set<Integer> openings = new HashSet<>();
    int repeats = 0;
    int same = 0;
    for (int seat = 0; seat < 2; seat++) {
      Map<Integer, Long> firstGame = new HashMap<>();
      for (int round = 0; round < encounter.rounds(); round++) {
        Long hash = hash(encounter, round, seat);
        Long earlier = hash == null ? null : firstGame.putIfAbsent(encounter.opening(round), hash);
        if (earlier != null) {
          repeats++;
          same += earlier.equals(hash) ? 1 : 0;
        }
      }
      openings.addAll(firstGame.keySet());
    }
    if (isDeterministic(repeats, same)) {
      return Rule.DISTINCT;
    }
    if (openings.size() > 1) {
      return Rule.OPENING;
    }
    return encounter.legs() == 1 ? Rule.GAME : Rule.PAIR;
  }

  /** {@return whether players leave nothing to chance, by how many of the repeated openings gave the same game} */
  static boolean isDeterministic(int repeats, int same) {
    return repeats > 0 && same >= SAME_OF_DETERMINISTIC * repeats;
  }

  /** {@return by what rounds are grouped} */
  Rule rule() {
    return rule;
  }

  /** {@return which cluster a round is in, from 0} */
  int of(int round) {
    return ofRound[round];
  }

  /** {@return how many clusters there are} */
  int count() {
    return count;
  }

  /**
   * Computes the statistics of an encounter's whole rounds, from the view of the player named first.
   *
   * @param encounter the one that these clusters are of
   * @return its statistics
   */
  PairStatistics statistics(Encounter encounter) {
    int[] sizes = new int[count];
    double[] scores = new double[count];
    for (int round = 0; round < encounter.rounds(); round++) {
      if (encounter.isWhole(round)) {
        sizes[of(round)]++;
        scores[of(round)] += encounter.points(round) / (2.0 * encounter.legs());
      }
    }
    return new PairStatistics(encounter.units(), sizes, scores);
  }
}
