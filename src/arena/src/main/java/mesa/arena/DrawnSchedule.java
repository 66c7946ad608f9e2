package mesa.arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Games whose rounds are drawn while they are played: each when all games before it are settled, from nothing but their
 * results, so that it is the same for any number of threads. Draws go into the journal; one that was made is kept when the
 * run is taken up again.
 *
 * <pre>
 * a round      a draw of some tables, the same number in each round, though the last may have fewer
 * a table      two players, who meet with so many openings one after another
 * a game       round by round, opening by opening, table by table, leg by leg
 * </pre>
 */
abstract sealed class DrawnSchedule implements Schedule permits SwissSchedule, IsoSchedule {
  private final int tables;
  private final int pairs;
  private final int legs;
  private final boolean reversed;
  private final int size;
  private final List<Draw> draws = new ArrayList<>();
  /** For each table of each draw, how often the two had met before. */
  private final List<int[]> earlier = new ArrayList<>();
  private final Map<Pairing, Integer> meetings = new HashMap<>();
  private final int[] settled;
  private Consumer<Draw> announce;
  private IntPredicate gone;
  private boolean closed;

  /**
   * Lays out the rounds.
   *
   * @param meetings how many tables there are in all rounds together
   * @param tables of each round but perhaps the last
   * @param pairs openings at a table
   * @param legs games with an opening: 2, one for each seating, or 1
   * @param reversed whether all sit the other way round
   */
  DrawnSchedule(long meetings, int tables, int pairs, int legs, boolean reversed) {
    this.tables = tables;
    this.pairs = pairs;
    this.legs = legs;
    this.reversed = reversed;
    size = Schedule.size(meetings * pairs * legs);
    settled = new int[Math.toIntExact(Math.ceilDiv(meetings, tables))];
  }

  /**
   * Draws a round.
   *
   * @param round from 0
   * @param tablesWanted at most
   * @param isGone tells which players are not to be drawn any more
   * @return who meets whom
   */
  abstract Draw draw(int round, int tablesWanted, IntPredicate isGone);

  /** Takes notice of a round that has been drawn, now or by an earlier run. */
  abstract void drawn(Draw draw);

  /** Takes the result of a game. */
  abstract void score(PlayedGame game);

  /** {@return which opening a table plays} */
  abstract int opening(int round, int table, int pair);

  /** {@return whether who is named first at the table moves first in the first leg} */
  abstract boolean begins(int table, int pair);

  @Override
  public final int size() {
    return size;
  }

  private int tablesIn(int round) {
    return Math.min(tables, size / (pairs * legs) - round * tables);
  }

  @Override
  public final synchronized boolean isKnown(int index) {
    return closed || index / (tables * pairs * legs) < draws.size();
  }

  @Override
  public final synchronized Fixture fixture(int index) throws InterruptedException {
    int round = index / (tables * pairs * legs);
    while (draws.size() <= round && !closed) {
      wait();
    }
    int place = index % (tables * pairs * legs);
    int pair = place / legs / tablesIn(round);
    int table = place / legs % tablesIn(round);
    int leg = place % legs;
    if (closed || table >= draws.get(round).tables().size()) {
      return null;
    }
    List<Integer> seats = draws.get(round).tables().get(table);
    int first = begins(table, pair) == (leg == 0) ^ reversed ? 0 : 1;
    return new Fixture(index, earlier.get(round)[table] * pairs + pair, leg, opening(round, table, pair), seats.get(first),
        seats.get(1 - first));
  }

  @Override
  public final synchronized void restore(Draw draw) {
    int[] before = new int[draw.tables().size()];
    for (int table = 0; table < before.length; table++) {
      List<Integer> seats = draw.tables().get(table);
      before[table] = meetings.merge(Pairing.of(seats.get(0), seats.get(1)), 1, Integer::sum) - 1;
    }
    drawn(draw);
    draws.add(draw);
    earlier.add(before);
    notifyAll();
  }

  @Override
  public final synchronized void begin(Consumer<Draw> announceDraw, IntPredicate isGone) {
    announce = announceDraw;
    gone = isGone;
    drawNext();
  }

  @Override
  public final synchronized void settle(int index, PlayedGame game) {
    settled[index / (tables * pairs * legs)]++;
    if (game != null) {
      score(game);
    }
    if (announce != null) {
      drawNext();
    }
  }

  private void drawNext() {
    while (!closed && draws.size() < settled.length && isSettled(draws.size() - 1)) {
      Draw draw = draw(draws.size(), tablesIn(draws.size()), gone);
      announce.accept(draw);
      restore(draw);
    }
  }

  private boolean isSettled(int round) {
    return round < 0 || settled[round] == tablesIn(round) * pairs * legs;
  }

  @Override
  public final synchronized void close() {
    closed = true;
    notifyAll();
  }
}
