package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mesa.core.Rng;

/**
 * A Swiss tournament: a round is drawn when all games before it are settled, and depends on nothing but their results and
 * the seed, so that it is the same for any number of threads. Draws go into the journal; one that was made is kept when the
 * run is taken up again.
 */
final class SwissSchedule implements Schedule {
  private final int tables;
  private final int pairs;
  private final int legs;
  private final int size;
  private final int openings;
  private final int stride;
  private final List<SwissPlayer> players;
  private final List<Draw> draws = new ArrayList<>();
  /** For each table of each draw, how often the two had met before. */
  private final List<int[]> earlier = new ArrayList<>();
  private final int[] settled;
  private Consumer<Draw> announce;
  private IntPredicate gone;
  private boolean closed;

  /**
   * Lays out a tournament.
   *
   * @param format how many rounds
   * @param players how many, at least 2
   * @param pairs of games that two players have when they meet (single games if there is one leg), at least 1
   * @param legs 2, one for each seating, or 1
   * @param openings how many there are, at least 1
   * @param policy which of them a table plays
   * @param seed of the lots
   */
  SwissSchedule(Format.Swiss format, int players, int pairs, int legs, int openings, OpeningPolicy policy, long seed) {
    this.tables = players / 2;
    this.pairs = pairs;
    this.legs = legs;
    this.openings = openings;
    this.stride = policy.stride(openings, tables);
    int rounds = format.rounds(players);
    this.size = Schedule.size((long) rounds * tables * pairs * legs);
    this.settled = new int[rounds];
    int[] lots =
        format.seeded() ? IntStream.range(0, players).toArray() : Lots.draw(players, new Rng(Rng.mix(seed)));
    this.players = IntStream.range(0, players).mapToObj(i -> new SwissPlayer(i, lots[i], players)).toList();
  }

  @Override
  public int size() {
    return size;
  }

  private int gamesInRound() {
    return tables * pairs * legs;
  }

  @Override
  public synchronized Fixture fixture(int index) throws InterruptedException {
    int round = index / gamesInRound();
    while (draws.size() <= round && !closed) {
      wait();
    }
    int place = index % gamesInRound();
    int pair = place / legs / tables;
    int table = place / legs % tables;
    int leg = place % legs;
    if (closed || table >= draws.get(round).tables().size()) {
      return null;
    }
    List<Integer> seats = draws.get(round).tables().get(table);
    boolean asDrawn = (pair + leg) % 2 == 0;
    int opening = (int) ((round * (long) pairs + pair + (long) table * stride) % openings);
    return new Fixture(index, earlier.get(round)[table] * pairs + pair, leg, opening, seats.get(asDrawn ? 0 : 1),
        seats.get(asDrawn ? 1 : 0));
  }

  @Override
  public synchronized void restore(Draw draw) {
    int[] before = new int[draw.tables().size()];
    for (int table = 0; table < before.length; table++) {
      SwissPlayer first = players.get(draw.tables().get(table).get(0));
      SwissPlayer second = players.get(draw.tables().get(table).get(1));
      before[table] = first.meetings(second);
      SwissPlayer.meet(first, second);
    }
    if (draw.bye() != null) {
      players.get(draw.bye()).rest(2 * pairs * legs);
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
    settled[index / gamesInRound()]++;
    if (game != null) {
      players.get(game.first()).score(game.doubledScore());
      players.get(game.second()).score(2 - game.doubledScore());
    }
    if (announce != null) {
      drawNext();
    }
  }

  private void drawNext() {
    while (!closed && draws.size() < settled.length
        && (draws.isEmpty() || settled[draws.size() - 1] == gamesInRound())) {
      List<SwissPlayer> present = players.stream().filter(player -> !gone.test(player.index())).toList();
      Draw draw = present.isEmpty()
          ? Draw.of(draws.size(), List.of(), null)
          : new SwissDraw(present).draw(draws.size());
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
