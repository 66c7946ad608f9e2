package mesa.arena;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Spec;

/**
 * The choices that make a {@link Tournament}; its {@linkplain Tournament.Builder builder} explains each.
 *
 * @param game what is played
 * @param entrants who plays
 * @param format who meets whom
 * @param games of each pairing, in Swiss whenever it meets
 * @param legs games with the same opening, one for each seating: 2, or 1 for openings played once
 * @param openings where games begin, as the user wrote it
 * @param policy which opening a pairing plays
 * @param shuffled whether openings come in random order
 * @param repeat whether openings may be used again
 * @param timeControl or null for budgets a move
 * @param maxPlies after so many moves by the players a game is a draw
 * @param enforcesBudgets whether a move beyond its budget loses the game
 * @param stop rule that may end it early, or null
 * @param seed all randomness comes from
 * @param movesLedger whether the journal tells each move's cost
 * @param wallClock dates things
 * @param nanoClock measures moves
 */
record Plan(
    Game game,
    List<Entrant> entrants,
    Format format,
    int games,
    int legs,
    String openings,
    OpeningPolicy policy,
    boolean shuffled,
    boolean repeat,
    TimeControl timeControl,
    int maxPlies,
    boolean enforcesBudgets,
    StoppingRule stop,
    long seed,
    boolean movesLedger,
    InstantSource wallClock,
    LongSupplier nanoClock) {
  /** {@return how many openings each pairing plays, in Swiss whenever it meets} */
  int rounds() {
    return games / legs;
  }

  /** {@return what the players are} */
  List<Spec> specs() {
    return entrants.stream().map(Entrant::spec).toList();
  }

  /** {@return a new referee for this tournament} */
  Referee referee() {
    return new Referee(game, timeControl, maxPlies, enforcesBudgets, wallClock, nanoClock);
  }
}
