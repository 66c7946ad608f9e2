package mesa.arena;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mesa.core.Entrant;
import mesa.core.Player;

/** The players that one thread keeps from game to game; each is made when it is first needed. Not thread-safe. */
final class Squad {
  /** How long a player may take to go home. */
  private static final long PATIENCE_SECONDS = 5;

  private final List<Entrant> entrants;
  private final Player[] players;

  /**
   * Begins without any.
   *
   * @param entrants who may be needed
   */
  Squad(List<Entrant> entrants) {
    this.entrants = entrants;
    players = new Player[entrants.size()];
  }

  /**
   * Asks for a player.
   *
   * @param index among the entrants
   * @return the same as before, if there is one
   * @throws mesa.core.BadInputException if it can't be made
   * @throws mesa.core.PlayerFault if it does not start
   */
  Player player(int index) {
    if (players[index] == null) {
      players[index] = entrants.get(index).newPlayer();
    }
    return players[index];
  }

  /**
   * Sends a player home if it is there. It is not waited for longer than some seconds.
   *
   * @param index among the entrants
   */
  void dismiss(int index) {
    Player player = players[index];
    players[index] = null;
    if (player != null) {
      Thread leaving = new Thread(() -> close(player), "mesa-leaving");
      leaving.setDaemon(true);
      leaving.start();
      try {
        leaving.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void close(Player player) {
    try {
      player.close();
    } catch (RuntimeException | Error e) {
      // It has played its games; what it can't tidy up spoils none of them.
    }
  }

  /** Sends all home. */
  void dismissAll() {
    for (int player = 0; player < players.length; player++) {
      dismiss(player);
    }
  }

  /**
   * Goes to another thread.
   *
   * @param index of the one player that stays behind, since its thread does
   * @return all others, who are no longer here
   */
  Squad without(int index) {
    Squad others = new Squad(entrants);
    for (int player = 0; player < players.length; player++) {
      if (player != index) {
        others.players[player] = players[player];
        players[player] = null;
      }
    }
    return others;
  }
}
