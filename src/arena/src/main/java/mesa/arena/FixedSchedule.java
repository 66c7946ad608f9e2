package mesa.arena;

import java.util.List;

/**
 * The same pairings round by round, worked out on demand: in each round pairing by pairing, and each pairing once for
 * each leg, with the same opening and the seats swapped, so that standings so far compare equals. Immutable.
 */
final class FixedSchedule implements Schedule {
  private final List<Pairing> pairings;
  private final int size;
  private final int legs;
  private final int parityAsNamed;
  private final int openings;
  private final int stride;

  /**
   * Lays out a tournament.
   *
   * @param pairings who meets whom in each round
   * @param rounds of each pairing, at least 1
   * @param legs games of a pairing in a round: 2, one for each seating, or 1, with seatings in turn
   * @param reversed whether all sit the other way round
   * @param openings how many there are, at least 1
   * @param policy which of them a pairing plays in a round
   */
  FixedSchedule(List<Pairing> pairings, int rounds, int legs, boolean reversed, int openings, OpeningPolicy policy) {
    this.pairings = pairings;
    this.size = Schedule.size((long) rounds * pairings.size() * legs);
    this.legs = legs;
    this.parityAsNamed = reversed ? 1 : 0;
    this.openings = openings;
    this.stride = policy.stride(openings, pairings.size());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Fixture fixture(int index) {
    int leg = index % legs;
    int table = index / legs % pairings.size();
    int round = index / legs / pairings.size();
    Pairing pairing = pairings.get(table);
    // Who is seated first in the first leg alternates too, so a run that is broken off in mid-pair favours nobody.
    boolean asNamed = (round + table + leg) % 2 == parityAsNamed;
    int opening = (int) ((round + (long) table * stride) % openings);
    return asNamed
        ? new Fixture(index, round, leg, opening, pairing.first(), pairing.second())
        : new Fixture(index, round, leg, opening, pairing.second(), pairing.first());
  }
}
