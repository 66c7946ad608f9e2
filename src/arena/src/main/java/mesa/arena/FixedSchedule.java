package mesa.arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mesa.core.BadInputException;

/**
 * The same pairings round by round, worked out on demand: in each round pairing by pairing, and each pairing once for
 * each leg, with the same opening and the seats swapped, so that standings so far compare equals. Immutable.
 *
 * <p>Where a tournament was extended, what it had before comes first, and then the rest round by round: of pairings that
 * are new all rounds, of others those that they lack.
 */
final class FixedSchedule implements Schedule {
  private final List<Stretch> stretches = new ArrayList<>();
  private final int size;
  private final int legs;
  private final int parityAsNamed;
  private final int openings;
  private final int stride;

  /**
   * A layout: who meets whom in each round, and how many rounds there are, at least 1.
   *
   * @param pairings each once
   * @param rounds of each
   */
  record Layout(List<Pairing> pairings, int rounds) {}

  /** A pairing, and its number in the first layout that had it, from which its seats and openings follow. */
  private record Table(Pairing pairing, int number) {}

  /** Rounds in a row with the same tables; the first game and the first round are numbered in the whole tournament. */
  private record Stretch(int firstGame, int firstRound, List<Table> tables) {}

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
    this(List.of(new Layout(pairings, rounds)), legs, reversed, openings, policy);
  }

  /**
   * Lays out a tournament that may have been extended.
   *
   * @param layouts that it had one after another, at least one
   * @param legs as above
   * @param reversed as above
   * @param openings as above
   * @param policy as above
   * @throws BadInputException if a layout lacks a pairing or a round that the one before it had, or there are too many games
   */
  FixedSchedule(List<Layout> layouts, int legs, boolean reversed, int openings, OpeningPolicy policy) {
    this.legs = legs;
    this.parityAsNamed = reversed ? 1 : 0;
    this.openings = openings;
    this.stride = policy.stride(openings, layouts.getLast().pairings().size());
    Map<Pairing, Integer> numbers = new HashMap<>();
    Map<Pairing, Integer> played = new HashMap<>();
    long games = 0;
    for (Layout layout : layouts) {
      requireGoesOn(layout, played);
      List<Table> tables = new ArrayList<>();
      for (Pairing pairing : layout.pairings()) {
        numbers.putIfAbsent(pairing, tables.size());
        tables.add(new Table(pairing, numbers.get(pairing)));
      }
      TreeSet<Integer> starts = new TreeSet<>();
      tables.forEach(table -> starts.add(played.getOrDefault(table.pairing(), 0)));
      for (int start : starts.headSet(layout.rounds())) {
        List<Table> missing =
            tables.stream().filter(table -> played.getOrDefault(table.pairing(), 0) <= start).toList();
        stretches.add(new Stretch(Schedule.size(games), start, missing));
        Integer next = starts.higher(start);
        int end = next == null ? layout.rounds() : Math.min(next, layout.rounds());
        games += (long) (end - start) * missing.size() * legs;
      }
      layout.pairings().forEach(pairing -> played.put(pairing, layout.rounds()));
    }
    size = Schedule.size(games);
  }

  private static void requireGoesOn(Layout layout, Map<Pairing, Integer> played) {
    if (!layout.pairings().containsAll(played.keySet())) {
      throw new BadInputException("among these players some would no longer meet who have met before; a run can be extended "
          + "only where all its pairings stay");
    }
    if (played.values().stream().anyMatch(rounds -> rounds > layout.rounds())) {
      throw new BadInputException("a run can't be extended to fewer games");
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Fixture fixture(int index) {
    int last = stretches.size() - 1;
    while (stretches.get(last).firstGame() > index) {
      last--;
    }
    Stretch stretch = stretches.get(last);
    int place = index - stretch.firstGame();
    int leg = place % legs;
    Table table = stretch.tables().get(place / legs % stretch.tables().size());
    int round = stretch.firstRound() + place / legs / stretch.tables().size();
    Pairing pairing = table.pairing();
    // Who is seated first in the first leg alternates too, so a run that is broken off in mid-pair favours nobody.
    boolean asNamed = (round + table.number() + leg) % 2 == parityAsNamed;
    int opening = (int) ((round + (long) table.number() * stride) % openings);
    return asNamed
        ? new Fixture(index, round, leg, opening, pairing.first(), pairing.second())
        : new Fixture(index, round, leg, opening, pairing.second(), pairing.first());
  }
}
