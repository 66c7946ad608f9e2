package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * One player against another at budgets that are chosen as results come in, to find the one at which both are equally
 * strong. A handful of pairs is drawn at a time, when all games before are settled, and depends on nothing but their
 * results, so that it is the same for any number of threads. Draws go into the journal.
 */
final class IsoSchedule implements Schedule {
  /** Pairs in a draw: few, to learn from each other soon; enough to keep some processors busy. */
  static final int TABLES = 8;

  private static final double LOG2 = Math.log(2);

  private final int pairs;
  private final int legs;
  private final int openings;
  private final StrengthSearch search;
  private final int[] meetings;
  private final List<Draw> draws = new ArrayList<>();
  /** For each table of each draw, how often the two had met before. */
  private final List<int[]> earlier = new ArrayList<>();
  private final int[] settled;
  private Consumer<Draw> announce;
  private IntPredicate gone;
  private boolean closed;

  /**
   * Lays out a search.
   *
   * @param budgets of the second player and those after it, which are one player with several budgets
   * @param pairs of games in all (single games if there is one leg), at least 1
   * @param legs 2, one for each seating, or 1
   * @param openings how many there are, at least 1
   */
  IsoSchedule(List<Long> budgets, int pairs, int legs, int openings) {
    this.pairs = pairs;
    this.legs = legs;
    this.openings = openings;
    search = new StrengthSearch(budgets.stream().mapToDouble(budget -> Math.log(budget) / LOG2).toArray());
    meetings = new int[budgets.size()];
    settled = new int[Math.ceilDiv(pairs, TABLES)];
  }

  @Override
  public int size() {
    return Schedule.size((long) pairs * legs);
  }

  private int tablesOf(int round) {
    return Math.min(TABLES, pairs - round * TABLES);
  }

  @Override
  public synchronized Fixture fixture(int index) throws InterruptedException {
    int pair = index / legs;
    int round = pair / TABLES;
    while (draws.size() <= round && !closed) {
      wait();
    }
    int table = pair % TABLES;
    if (closed || table >= draws.get(round).tables().size()) {
      return null;
    }
    int rung = draws.get(round).tables().get(table).get(1);
    boolean firstBegins = (pair + index % legs) % 2 == 0;
    return new Fixture(index, earlier.get(round)[table], index % legs, pair % openings, firstBegins ? 0 : rung,
        firstBegins ? rung : 0);
  }

  @Override
  public synchronized void restore(Draw draw) {
    int[] before = new int[draw.tables().size()];
    for (int table = 0; table < before.length; table++) {
      before[table] = meetings[draw.tables().get(table).get(1) - 1]++;
    }
    draws.add(draw);
    earlier.add(before);
    notifyAll();
  }

  @Override
  public synchronized void begin(Consumer<Draw> announceDraw, IntPredicate isGone) {
    announce = announceDraw;
    gone = isGone;
    drawNext();
  }

  @Override
  public synchronized void settle(int index, PlayedGame game) {
    settled[index / legs / TABLES]++;
    if (game != null) {
      boolean isSecondFirst = game.first() != 0;
      int rung = (isSecondFirst ? game.first() : game.second()) - 1;
      search.add(rung, isSecondFirst ? game.doubledScore() : 2 - game.doubledScore());
    }
    if (announce != null) {
      drawNext();
    }
  }

  private void drawNext() {
    while (!closed && draws.size() < settled.length
        && (draws.isEmpty() || settled[draws.size() - 1] == tablesOf(draws.size() - 1) * legs)) {
      List<List<Integer>> tables = new ArrayList<>();
      for (int rung : search.next(tablesOf(draws.size()))) {
        if (!gone.test(0) && !gone.test(rung + 1)) {
          tables.add(List.of(0, rung + 1));
        }
      }
      Draw draw = Draw.of(draws.size(), tables, null);
      announce.accept(draw);
      restore(draw);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
