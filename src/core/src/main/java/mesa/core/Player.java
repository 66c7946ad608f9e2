package mesa.core;

import java.util.List;
import java.util.Optional;

/**
 * Chooses moves. Serves one game at a time, on one thread. The smallest player is a class with {@link #choose} and a
 * public constructor without arguments; {@code class:com.acme.MyPlayer} plays it unregistered.
 */
public interface Player extends AutoCloseable {
  /**
   * Starts a game: forgets the last one, and takes any randomness from this seed from now on, so that equal seeds,
   * opponents' moves and counted budgets give equal games. A player without memory or randomness need not override it.
   *
   * @param seed any number
   */
  default void newGame(long seed) {}

  /**
   * Chooses a move.
   *
   * @param position the player's own copy, to make moves on and take them back: it is handed back as it was given. A
   *     tournament takes one that is not for a fault, for whoever leaves moves behind may think that it is elsewhere. The game
   *     is not over
   * @param meter what may be spent on this move; every unit of work is spent on it. A player that searches tells it
   *     which move it {@linkplain Meter#favour favours}, so that time to solution can be measured
   * @return a decision whose move is legal
   */
  Decision choose(Position position, Meter meter);

  /**
   * Chooses one of some moves, as who analyses a position may ask for. A player that can't leave moves out need not
   * override it.
   *
   * @param position as for {@link #choose}
   * @param among legal moves, at least one; no other is considered here, though they may be further on
   * @param meter as for {@link #choose}
   * @return a decision whose policy, if any, is over {@code among}, in its order; or nothing, with nothing spent, from a
   *     player that always considers all moves
   */
  default Optional<Decision> chooseAmong(Position position, Moves among, Meter meter) {
    return Optional.empty();
  }

  /**
   * Tells what the last choice rests on. It may be asked once after {@link #choose}, before the next call.
   *
   * @return the search's lines, or nothing from a player that does not search or did not have to
   */
  default Optional<Analysis> analysis() {
    return Optional.empty();
  }

  /**
   * Tells what is thought for this player elsewhere than in the thread that calls it: by threads of its own, or in a
   * process of its own. May be asked before and after each move and each game, and costs up to some 50 us where there is
   * such a thing.
   *
   * <p>A tournament also sees threads that a player starts in Java by itself, unless they end soon or are shared with others,
   * such as those of the common pool; it takes the larger of the two figures.
   *
   * @return nanoseconds of processor time since the player was made, never running backwards; 0 if there is no elsewhere or
   *     the system does not tell
   */
  default long cpuNanosElsewhere() {
    return 0;
  }

  /**
   * Tells how much of {@link #cpuNanosElsewhere} was thought in the opponent's time, by a player that ponders and says so; up
   * to the present moment, if it does so now. It is no part of what its moves cost.
   *
   * @return nanoseconds of processor time since the player was made, never running backwards; by default 0
   */
  default long ponderNanosElsewhere() {
    return 0;
  }

  /**
   * Tells the player that its game is over, so that it can end whatever still goes on for it elsewhere. Asked only of one
   * that {@linkplain #isSupervised sees to it itself} that this ends; what goes wrong with it costs no game. Before the next
   * game {@link #newGame} is called all the same.
   */
  default void endGame() {}

  /**
   * Tells how much memory a process of this player's own has had. May be asked after each game.
   *
   * @return the most bytes that were in the machine's main memory at once since the player was made; 0 if there is no such
   *     process or the system does not tell
   */
  default long peakBytesElsewhere() {
    return 0;
  }

  /**
   * Tells whether the player itself sees to it that its methods end: one that asks something outside, and has its own
   * limits for how long it waits. Nobody else watches it then, or puts another in its place when it has failed: it is as good
   * as new after the next {@link #newGame}, or fails in that again.
   *
   * @return by default false: a tournament that gets no answer, and sees nothing spent, ends the game without the player
   */
  default boolean isSupervised() {
    return false;
  }

  /**
   * Tells what has been said between the player and something outside since the game began, for whoever looks for the reason
   * of a failure. May be asked by any thread, after {@link #close} too.
   *
   * @return the last lines of it, oldest first; by default none
   */
  default List<String> transcript() {
    return List.of();
  }

  /** Gives back what the player holds (processes, native memory); by default nothing. */
  @Override
  default void close() {}
}
