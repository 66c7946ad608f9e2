package mesa.arena;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * One player against another at budgets that are chosen as results come in, to find the one at which both are equally
 * strong. A handful of pairs is drawn at a time.
 */
final class IsoSchedule extends DrawnSchedule {
  /** Pairs in a draw: few, to learn from each other soon; enough to keep some processors busy. */
  static final int TABLES = 8;

  private static final double LOG2 = Math.log(2);

  private final int openings;
  private final StrengthSearch search;

  /**
   * Lays out a search.
   *
   * @param budgets of the second player and those after it, which are one player with several budgets
   * @param pairs of games in all (single games if there is one leg), at least 1
   * @param legs 2, one for each seating, or 1
   * @param reversed whether all sit the other way round
   * @param openings how many there are, at least 1
   */
  IsoSchedule(List<Long> budgets, int pairs, int legs, boolean reversed, int openings) {
    super(pairs, TABLES, 1, legs, reversed);
    this.openings = openings;
    search = new StrengthSearch(budgets.stream().mapToDouble(budget -> Math.log(budget) / LOG2).toArray());
  }

  @Override
  Draw draw(int round, int tablesWanted, IntPredicate isGone) {
    return Draw.of(round, search.next(tablesWanted).stream()
        .filter(rung -> !isGone.test(0) && !isGone.test(rung + 1))
        .map(rung -> List.of(0, rung + 1))
        .toList(), null);
  }

  @Override
  void drawn(Draw draw) {}

  @Override
  void score(PlayedGame game) {
    boolean isSecondFirst = game.first() != 0;
    int rung = (isSecondFirst ? game.first() : game.second()) - 1;
    search.add(rung, isSecondFirst ? game.doubledScore() : 2 - game.doubledScore());
  }

  @Override
  int opening(int round, int table, int pair) {
    return (round * TABLES + table) % openings;
  }

  @Override
  boolean begins(int table, int pair) {
    return table % 2 == 0;
  }
}
