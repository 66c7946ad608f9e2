package mesa.arena;

import mesa.core.Budget;
import mesa.core.Claim;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * One side of the table: who sits there in this game, the clock before it, and what is charged to it. Asks the player, and
 * keeps its answer until the next; whatever a player throws is such an answer. Serves one game after another.
 */
final class Place {
  private final Ledger ledger;
  private Entrant entrant;
  private Player player;
  private boolean supervised;
  /** Runs while the player thinks, or null if each move has a budget of its own. */
  private GameClock clock;

  // The last answer.
  private Decision decision;
  private Throwable thrown;
  private long nanos;
  private long cpuNanos;

  /**
   * Sets a place up.
   *
   * @param threads that players start
   */
  Place(OwnThreads threads) {
    ledger = new Ledger(threads);
  }

  /** Begins a game. */
  void sit(Seat seat) {
    entrant = seat.entrant();
    player = seat.player();
    clock = seat.control() == null ? null : new GameClock(seat.control());
    supervised = player.isSupervised();
    thrown = null;
    ledger.open(entrant, player, seat.bytes());
  }

  Ledger ledger() {
    return ledger;
  }

  /** {@return the player's clock, or null if each of its moves has a budget of its own} */
  GameClock clock() {
    return clock;
  }

  /** {@return whether the player's flag is down for good} */
  boolean hasFallen() {
    return clock != null && clock.hasFallen();
  }

  /** {@return nanoseconds since the player's flag fell, 0 if it did not or there is none} */
  long lateNanos() {
    return clock == null ? 0 : clock.lateNanos();
  }

  /** {@return what the player may spend on its next move} */
  Budget budget(Place opponent) {
    return clock == null ? entrant.budget() : entrant.budget(clock.shown(opponent.clock));
  }

  /** {@return how long anything but a move may take, such as getting ready} */
  long mostNanosOffTheClock() {
    return supervised ? Call.UNWATCHED : Call.WHILE_BUSY;
  }

  /** {@return how long an answer may take before there will be none} */
  long mostNanos(Budget budget, long patienceNanos) {
    if (supervised) {
      return Call.UNWATCHED;
    }
    if (budget.clock() == null) {
      return Call.WHILE_BUSY;
    }
    // Under a game clock the game is lost by then; a time for each move may be overrun.
    return budget.clock().remainingNanos()
        + (clock == null ? patienceNanos : clock.marginNanos() + Watchdog.graceNanos(patienceNanos));
  }

  /** Has the player get ready; it may have {@link #thrown} something. */
  void getReady(long seed) {
    thrown = null;
    ledger.beforeReady();
    try {
      player.newGame(seed);
    } catch (Throwable whatever) { // Whatever a player throws, errors too, is its own loss.
      thrown = whatever;
    }
    ledger.afterReady();
  }

  /** {@return what the player says of its last search, with what it expects; it may be asked for that} */
  Claim expected(Claim said, Position copy, boolean notesLines) {
    return Expectation.of(said, player, decision, copy, notesLines);
  }

  /** Ends a game. Whoever thinks elsewhere is to stop that: the processor is somebody else's now. */
  void endGame() {
    if (supervised) {
      try {
        player.endGame();
      } catch (RuntimeException | Error e) {
        // The game has its result, whatever a player does after it.
      }
    }
  }

  /** Has the player choose; nothing is charged yet, for the game may no longer be the caller's when it answers. */
  void choose(Position copy, Meter meter) {
    decision = null;
    thrown = null;
    ledger.before();
    try {
      decision = player.choose(copy, meter);
    } catch (Throwable whatever) { // As above.
      thrown = whatever;
    }
  }

  /** Charges the answer. */
  void charge(Meter meter) {
    nanos = meter.elapsedNanos();
    cpuNanos = ledger.after(meter, nanos);
    if (clock != null) {
      clock.spend(nanos);
    }
  }

  /** {@return the last answer, or null} */
  Decision decision() {
    return decision;
  }

  /** {@return what was thrown in its place, or null} */
  Throwable thrown() {
    return thrown;
  }

  /** {@return whether there was no memory for it} */
  boolean ranOutOfMemory() {
    return thrown instanceof OutOfMemoryError;
  }

  /** {@return how long it took by the clock} */
  long nanos() {
    return nanos;
  }

  /** {@return the processor time that it took, or {@link Ledger#UNKNOWN}} */
  long cpuNanos() {
    return cpuNanos;
  }
}
