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
  private final OwnThreads threads;
  private final Player[] players;
  private final long[] bytes;

  /**
   * Begins without any.
   *
   * @param entrants who may be needed
   * @param threads that they start
   */
  Squad(List<Entrant> entrants, OwnThreads threads) {
    this.entrants = entrants;
    this.threads = threads;
    players = new Player[entrants.size()];
    bytes = new long[entrants.size()];
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
      long before = ThreadUsage.bytes();
      players[index] = entrants.get(index).newPlayer();
      bytes[index] = ThreadUsage.bytes() - before;
      threads.look(players[index]);
    }
    return players[index];
  }

  /** {@return how much of Java's heap making a player took} */
  long bytes(int index) {
    return bytes[index];
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
      threads.look(null);
      try {
        leaving.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      threads.forget(player);
    }
  }

  /**
   * Has another made in the place of a player that has failed, unless it {@linkplain Player#isSupervised sees to that itself}.
   *
   * @param index among the entrants
   */
  void replace(int index) {
    if (players[index] != null && !players[index].isSupervised()) {
      dismiss(index);
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
    Squad others = new Squad(entrants, threads);
    for (int player = 0; player < players.length; player++) {
      if (player != index) {
        others.players[player] = players[player];
        others.bytes[player] = bytes[player];
        players[player] = null;
      }
    }
    return others;
  }
}
