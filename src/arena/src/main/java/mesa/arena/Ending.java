package mesa.arena;

import mesa.core.Outcome;
import mesa.core.PlayerFault;

/**
 * How a game ended.
 *
 * @param outcome never {@link Outcome#ONGOING}
 * @param end what ended it
 * @param culprit the seat that lost by {@code end}, or -1 if nobody did
 * @param why in a few words; of a fault, its cause
 */
record Ending(Outcome outcome, End end, int culprit, String why) {
  /** Longer messages of exceptions are cut. */
  private static final int LONGEST_WHY = 300;

  /** {@return an end by the rules of the game} */
  static Ending normal(Outcome outcome, String why) {
    return new Ending(outcome, End.NORMAL, -1, why);
  }

  /** {@return an end that the referee calls} */
  static Ending called(Outcome outcome, String why) {
    return new Ending(outcome, End.ADJUDICATED, -1, why);
  }

  /** {@return a loss by something else than what happened on the board} */
  static Ending lost(int seat, End how, String why) {
    return new Ending(Outcome.wonBy(1 - seat), how, seat, why);
  }

  /** {@return what it costs a player to have thrown something} */
  static Ending thrown(int seat, Throwable thrown) {
    return thrown instanceof PlayerFault fault
        ? lost(seat, End.of(fault.kind()), shortened(fault.getMessage()))
        : lost(seat, End.CRASH, shortened(thrown.toString().lines().findFirst().orElse(thrown.getClass().getName())));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_WHY ? text : text.substring(0, LONGEST_WHY);
  }
}
