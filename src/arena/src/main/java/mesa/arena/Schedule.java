package mesa.arena;

import java.util.List;
import mesa.core.BadInputException;

/**
 * All games of a tournament in order, worked out on demand: round by round, in each round pairing by pairing, and each
 * pairing twice with the same opening and the seats swapped, so that standings so far compare equals. Immutable.
 */
final class Schedule {
  /** Games of a pairing in a round, one for each seating. */
  static final int LEGS = 2;

  private final List<Pairing> pairings;
  private final int size;
  private final int openings;
  private final int stride;

  /**
   * Lays out a tournament.
   *
   * @param format who meets whom
   * @param players how many, at least 2
   * @param rounds pairs of games for each pairing, at least 1
   * @param openings how many there are, at least 1
   * @param policy which of them a pairing plays in a round
   */
  Schedule(Format format, int players, int rounds, int openings, OpeningPolicy policy) {
    this.pairings = format.pairings(players);
    long games = (long) rounds * pairings.size() * LEGS;
    if (games > Integer.MAX_VALUE) {
      throw new BadInputException(games + " games are too many; at most " + Integer.MAX_VALUE + " fit into one run");
    }
    this.size = (int) games;
    this.openings = openings;
    this.stride = policy == OpeningPolicy.SHARED ? 0 : Math.ceilDiv(openings, pairings.size());
  }

  /** {@return how many games there are} */
  int size() {
    return size;
  }

  /** {@return who meets whom in each round} */
  List<Pairing> pairings() {
    return pairings;
  }

  /**
   * Looks a game up.
   *
   * @param index in [0, {@link #size})
   * @return the game there
   */
  Fixture fixture(int index) {
    int leg = index % LEGS;
    int table = index / LEGS % pairings.size();
    int round = index / LEGS / pairings.size();
    Pairing pairing = pairings.get(table);
    // Who is seated first in the first leg alternates too, so a run that is broken off in mid-pair favours nobody.
    boolean asNamed = (round + table + leg) % 2 == 0;
    int opening = (int) ((round + (long) table * stride) % openings);
    return asNamed
        ? new Fixture(index, round, leg, opening, pairing.first(), pairing.second())
        : new Fixture(index, round, leg, opening, pairing.second(), pairing.first());
  }
}
