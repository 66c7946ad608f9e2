package mesa.uci;

import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Meter;
import mesa.core.PlayerFault;
import mesa.core.Position;
import mesa.core.Warning;

/**
 * Has an engine think in its opponent's time about the position that it expects, and counts what that costs. The engine that
 * serves is another one after a failure; what has been counted stays.
 */
final class Pondering {
  private final PositionCommand positions;
  private Engine engine;
  /** The position on which it ponders, as a command; null while it does not. */
  private String expected;
  private long cpuBefore;
  private long spentNanos;

  /**
   * Begins without.
   *
   * @param positions writes those commands
   */
  Pondering(PositionCommand positions) {
    this.positions = positions;
  }

  /**
   * Begins to ponder, where there is a move to expect, a clock alone to think by, and something to answer. At the last move
   * of a clock's period it is not known here what the clock will say, and so there is no pondering.
   *
   * @param thinker the engine
   * @param position where it has moved; taken back and forth
   * @param move its move
   * @param reply as the engine expects it, as text; empty for none
   * @param meter of its move, which is over; warned of a reply that is not legal
   */
  void begin(Engine thinker, Position position, int move, String reply, Meter meter) {
    Clock clock = meter.budget().clock();
    if (reply.isEmpty() || !isOnClockAlone(meter) || !clock.isPerMove() && clock.movesToGo() == 1) {
      return;
    }
    int side = position.sideToMove();
    String next = null;
    position.make(move);
    if (!position.outcome().isOver() && position.sideToMove() != side) {
      next = after(reply, side, position, meter);
    }
    position.unmake();
    if (next != null) {
      engine = thinker;
      cpuBefore = thinker.cpuNanos();
      expected = next;
      try {
        thinker.ponder(next, GoText.ponder(clock.isPerMove() ? clock : following(clock, meter.elapsedNanos()), side));
      } catch (PlayerFault e) {
        settle(); // Its move stands; that it has ended is told when it has to move again.
      }
    }
  }

  private static boolean isOnClockAlone(Meter meter) {
    Clock clock = meter.budget().clock();
    return clock != null && meter.budget().equals(Budget.UNLIMITED.withClock(clock));
  }

  /** {@return the position after a reply as a command, or null if it asks nothing of a side} */
  private String after(String reply, int side, Position position, Meter meter) {
    int move;
    try {
      move = position.parseMove(reply);
    } catch (BadInputException e) {
      meter.warn(new Warning("ponder", "\"" + reply + "\", which it expects, is no legal move in " + position.text()));
      return null;
    }
    position.make(move);
    String command = position.outcome().isOver() || position.sideToMove() != side ? null : positions.of(position);
    position.unmake();
    return command;
  }

  /** The clock at the next move, as far as it is known: the opponent's still runs. */
  private static Clock following(Clock clock, long spent) {
    long left = Math.max(0, clock.remainingNanos() - spent) + clock.incrementNanos();
    return new Clock(left, clock.incrementNanos(), Math.max(0, clock.movesToGo() - 1)).against(clock.opponent());
  }

  /**
   * Tells what position is there, upon which the engine either thinks on about it or stops.
   *
   * @param position as a command
   * @param meter of the move; warned of an engine that has answered already
   * @return whether it thinks on, and waits to be told of the hit; false too if it did not ponder at all
   * @throws PlayerFault if it has failed meanwhile, or does not stop
   */
  boolean hits(String position, Meter meter) {
    if (expected == null) {
      return false;
    }
    boolean thinks = engine.isPondering();
    boolean hit = thinks && position.equals(expected) && isOnClockAlone(meter);
    if (!thinks) {
      meter.warn(new Warning("dropped", "bestmove came while it had to ponder"));
    } else if (!hit) {
      engine.stopPondering();
    }
    settle();
    return hit;
  }

  /**
   * Ends it, if it goes on: nobody waits for its answer.
   *
   * @throws PlayerFault if the engine has failed meanwhile, or does not stop
   */
  void end() {
    if (expected != null && engine.isPondering()) {
      engine.stopPondering();
    }
    settle();
  }

  /** Takes down what it has cost, before the engine does something else or ends. */
  void settle() {
    spentNanos = spentNanos();
    expected = null;
  }

  /** {@return nanoseconds of processor time spent on it so far} */
  long spentNanos() {
    return expected == null ? spentNanos : spentNanos + engine.cpuNanos() - cpuBefore;
  }
}
