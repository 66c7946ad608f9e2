package mesa.arena;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * All games of one pairing, round by round; scores are those of the player named first, doubled. A round is a pair of
 * games, one for each seating, either of which may still be missing; where openings are played once it is a single game,
 * in either seat.
 */
final class Encounter {
  /** Stands where a game has not been played. */
  static final int MISSING = -1;

  private static final int LEGS = Schedule.LEGS;

  private final Pairing pairing;
  private final int legs;
  private int rounds;
  private byte[][] scores = {new byte[4], new byte[4]};
  private long[][] hashes = {new long[4], new long[4]};
  private int[] openings = new int[4];
  /** Games lost otherwise than on the board: the round's number times two, and the seat. */
  private final BitSet faults = new BitSet();
  /** Worked out when asked for, and forgotten when another game comes. */
  private Clusters clusters;

  /** Begins without games, which will come in pairs. */
  Encounter(Pairing pairing) {
    this(pairing, LEGS);
  }

  /** Begins without games, of which a round will have so many: 2, or 1. */
  Encounter(Pairing pairing, int legs) {
    this.pairing = pairing;
    this.legs = legs;
  }

  Pairing pairing() {
    return pairing;
  }

  /**
   * Adds a game.
   *
   * @param round from 0
   * @param seat of the player named first
   * @param score of that player, doubled
   * @param hash of the game
   * @param opening that it began with
   * @param isFault whether a player lost it otherwise than on the board
   * @return false if that game was there already
   */
  boolean add(int round, int seat, int score, long hash, int opening, boolean isFault) {
    while (rounds <= round) {
      if (rounds == openings.length) {
        grow();
      }
      scores[0][rounds] = MISSING;
      scores[1][rounds++] = MISSING;
    }
    if (scores[seat][round] != MISSING) {
      return false;
    }
    scores[seat][round] = (byte) score;
    hashes[seat][round] = hash;
    openings[round] = opening;
    if (isFault) {
      faults.set(LEGS * round + seat);
    }
    clusters = null;
    return true;
  }

  private void grow() {
    int room = 2 * openings.length;
    for (int seat = 0; seat < 2; seat++) {
      scores[seat] = Arrays.copyOf(scores[seat], room);
      hashes[seat] = Arrays.copyOf(hashes[seat], room);
    }
    openings = Arrays.copyOf(openings, room);
  }

  /** Adds a game that was decided on the board, or called off. */
  boolean add(int round, int seat, int score, long hash, int opening) {
    return add(round, seat, score, hash, opening, false);
  }

  /** {@return how many games were lost otherwise than on the board} */
  int faults() {
    return faults.cardinality();
  }

  /** {@return the same games but for those lost otherwise than on the board} */
  Encounter withoutFaults() {
    Encounter sound = new Encounter(pairing, legs);
    for (int round = 0; round < rounds; round++) {
      for (int seat = 0; seat < LEGS; seat++) {
        if (scores[seat][round] != MISSING && !faults.get(LEGS * round + seat)) {
          sound.add(round, seat, scores[seat][round], hashes[seat][round], openings[round]);
        }
      }
    }
    return sound;
  }

  /** {@return one more than the last round of which a game was played} */
  int rounds() {
    return rounds;
  }

  /** {@return the doubled score of the player named first, in that seat, or {@link #MISSING}} */
  int score(int round, int seat) {
    return scores[seat][round];
  }

  /** {@return the hash of a game that was played} */
  long hash(int round, int seat) {
    return hashes[seat][round];
  }

  /** {@return the opening of a round} */
  int opening(int round) {
    return openings[round];
  }

  /** {@return how many games a round has: 2, or 1 where openings are played once} */
  int legs() {
    return legs;
  }

  /** {@return whether all games of a round were played} */
  boolean isWhole(int round) {
    return scores[0][round] != MISSING && scores[1][round] != MISSING
        || legs == 1 && (scores[0][round] != MISSING || scores[1][round] != MISSING);
  }

  /** {@return the doubled points that a whole round brought the player named first} */
  int points(int round) {
    return Math.max(0, scores[0][round]) + Math.max(0, scores[1][round]);
  }

  /** {@return how often the player named first has lost, drawn and won} */
  int[] games() {
    int[] counts = new int[3];
    for (int round = 0; round < rounds; round++) {
      for (int seat = 0; seat < 2; seat++) {
        if (scores[seat][round] != MISSING) {
          counts[scores[seat][round]]++;
        }
      }
    }
    return counts;
  }

  /** {@return how many whole rounds brought the player named first 0, ½, 1 and, where they are pairs, 1½ and 2 points} */
  int[] units() {
    int[] counts = new int[2 * legs + 1];
    for (int round = 0; round < rounds; round++) {
      if (isWhole(round)) {
        counts[points(round)]++;
      }
    }
    return counts;
  }

  /** {@return which of its rounds count as one} */
  Clusters clusters() {
    if (clusters == null) {
      clusters = new Clusters(this);
    }
    return clusters;
  }

  /** {@return how many whole pairs brought each player a win} */
  int winsByBoth() {
    int count = 0;
    for (int round = 0; round < rounds; round++) {
      count += legs == LEGS && isWhole(round) && Math.abs(scores[0][round] - scores[1][round]) == 2 ? 1 : 0;
    }
    return count;
  }

  /** Takes a game: who moved first, the other, the score of the first, and the cluster. */
  interface GameTaker {
    void take(int first, int second, double score, int cluster);
  }

  /**
   * Hands all games over.
   *
   * @param taker gets them
   * @param first what the player named first is called there
   * @param second the same for the other
   * @param base number of the first cluster
   * @return how many clusters there are
   */
  int addTo(GameTaker taker, int first, int second, int base) {
    Clusters groups = clusters();
    for (int round = 0; round < rounds; round++) {
      int cluster = base + groups.of(round);
      if (scores[0][round] != MISSING) {
        taker.take(first, second, scores[0][round] / 2.0, cluster);
      }
      if (scores[1][round] != MISSING) {
        taker.take(second, first, 1 - scores[1][round] / 2.0, cluster);
      }
    }
    return groups.count();
  }

  /** {@return how many of the games differ, seats included} */
  int distinctGames() {
    int distinct = 0;
    for (int seat = 0; seat < 2; seat++) {
      Set<Long> seen = new HashSet<>();
      for (int round = 0; round < rounds; round++) {
        if (scores[seat][round] != MISSING) {
          seen.add(hashes[seat][round]);
        }
      }
      distinct += seen.size();
    }
    return distinct;
  }
}
