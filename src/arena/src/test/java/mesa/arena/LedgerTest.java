package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long MILLISECOND = 1_000_000;

  private final Ledger ledger = new Ledger(OwnThreads.ofCaller());
  private final Entrant entrant = Players.of(new Pile(9, false), "first", "random").getFirst();
  private final Thinker player = new Thinker();

  /** A player of which 5 ms are thought elsewhere in each of its moves, and 7 ms between them. */
  private static final class Thinker implements Player {
    private long elsewhere;
    private long pondered;
    private long peak;

    @Override
    public long peakBytesElsewhere() {
      return peak;
    }

    @Override
    public long ponderNanosElsewhere() {
      return pondered;
    }

    @Override
    public Decision choose(Position position, Meter meter) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public long cpuNanosElsewhere() {
      return elsewhere;
    }
  }

  private void move(long nanos) {
    ledger.before();
    byte[] garbage = new byte[10_000];
    player.elsewhere += 5 * MILLISECOND;
    ledger.after(Budget.UNLIMITED.start(() -> 0), nanos + garbage[0]);
    player.elsewhere += 7 * MILLISECOND;
  }

  @Test
  void close_quickMoves_areChargedByTheProcessorsShare() {
    ledger.open(entrant, player, 0);
    ledger.begin();
    ledger.before();
    ledger.after(Budget.UNLIMITED.start(() -> 0), 40_000);

    assertThat(ledger.close(0.25).cpuNanos()).isEqualTo(10_000);
  }

  @Test
  void close_workElsewhere_isChargedFromTheFirstMoveOn() {
    player.elsewhere = 3_000 * MILLISECOND; // Getting ready is no part of the game.
    ledger.open(entrant, player, 0);
    ledger.begin();
    move(20 * MILLISECOND);
    move(20 * MILLISECOND);

    assertThat(ledger.close(0).cpuNanos()).isBetween(24 * MILLISECOND, 110 * MILLISECOND);
  }

  @Test
  void use_workBetweenMoves_isKnownOnceAllMovesOfAGameAreMeasured() {
    for (int game = 0; game < 2; game++) {
      ledger.open(entrant, player, 0);
      ledger.begin();
      move(20 * MILLISECOND);
      move(20 * MILLISECOND);
      ledger.close(1);
      assertThat(ledger.use().awayNanos()).as("game " + game).isEqualTo(game == 0 ? 0 : 14 * MILLISECOND);
    }
  }

  // In a move of a millisecond all processors together think no longer than that.
  @Test
  void use_workBetweenQuickMoves_isKnownAsFarAsItExceedsThem() {
    ledger.open(entrant, player, 0);
    ledger.begin();
    player.elsewhere += 500 * MILLISECOND;
    ledger.before();
    ledger.after(Budget.UNLIMITED.start(() -> 0), MILLISECOND);
    ledger.close(1);

    assertThat(ledger.use().awayNanos())
        .isEqualTo((500 - Runtime.getRuntime().availableProcessors()) * MILLISECOND);
  }

  @Test
  void close_playerPonders_isChargedForThatApart() {
    for (int game = 0; game < 2; game++) {
      ledger.open(entrant, player, 0);
      ledger.begin();
      move(20 * MILLISECOND);
      player.pondered += 7 * MILLISECOND;
      move(20 * MILLISECOND);
      player.pondered += 7 * MILLISECOND;
      assertThat(ledger.ponderNanos()).as("before the last move of game " + game).isEqualTo(7 * MILLISECOND);
      Cost cost = ledger.close(0);
      assertThat(cost.ponderNanos()).as("game " + game).isEqualTo(14 * MILLISECOND);
      assertThat(cost.cpuNanos()).as("game " + game).isBetween(10 * MILLISECOND, 16 * MILLISECOND);
      assertThat(ledger.use().awayNanos()).as("game " + game).isZero();
    }
  }

  @Test
  void close_anyMoves_countsWhatTheyAllocate() {
    ledger.open(entrant, player, 0);
    ledger.begin();
    List.of(1, 2, 3).forEach(number -> move(1));

    assertThat(ledger.close(1).bytes()).isBetween(30_000L, 200_000L);
  }

  @Test
  void close_anyMoves_knowsTheMostThatOneTook() {
    ledger.open(entrant, player, 1_000_000);
    ledger.beforeReady();
    ledger.afterReady();
    ledger.begin();
    List.of(1, 2, 3).forEach(number -> move(1));

    assertThat(ledger.close(1).peakBytes()).isBetween(1_010_000L, 1_025_000L);
  }

  @Test
  void close_processOfItsOwn_hasTheMemoryOfThat() {
    player.peak = 77;
    ledger.open(entrant, player, 1_000_000);
    move(1);

    assertThat(ledger.close(1).peakBytes()).isEqualTo(77);
  }

  @Test
  void at_longWait_leavesASmallShare() {
    ProcessorShare share = new ProcessorShare();
    share.start(0);
    assertThat(share.at(1)).isOne();
    assertThat(share.at(3_600_000_000_000L)).as("of an hour").isLessThan(0.1);
  }
}
