package mesa.arena;

import mesa.core.Entrant;
import mesa.core.Player;

/**
 * Who sits where: a player and the entrant it was made from.
 *
 * @param entrant sets its budget
 * @param player its own thread's
 * @param control of its game clock, or null for budgets a move
 * @param bytes that making the player took of Java's heap
 */
record Seat(Entrant entrant, Player player, TimeControl control, long bytes) {
  /** Takes a player of which nobody asks how much memory making it took. */
  Seat(Entrant entrant, Player player, TimeControl control) {
    this(entrant, player, control, 0);
  }
}
