package mesa.arena;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Spec;

/**
 * The choices that make a {@link Tournament}; its {@linkplain TournamentBuilder builder} explains each.
 *
 * @param game what is played
 * @param entrants who plays
 * @param format who meets whom
 * @param games of each pairing, in Swiss whenever it meets
 * @param legs games with the same opening, one for each seating: 2, or 1 for openings played once
 * @param reversed whether who is named second sits first in the first game of a pairing, and so on from there
 * @param stages how it was laid out before it was extended, the first first; empty if it never was
 * @param openings where games begin, as the user wrote it
 * @param policy which opening a pairing plays
 * @param openingPlies how far games and books are followed where they are openings
 * @param openingStart where in the list the first game begins, from 1
 * @param shuffled whether openings come in random order
 * @param repeat whether openings may be used again
 * @param timeControl of players that have none of their own, or null for budgets a move
 * @param adjudication by what rules games end early
 * @param maxPlies after so many moves by the players a game is a draw
 * @param enforcesBudgets whether a move beyond its budget loses the game
 * @param flag what a flag costs that falls while the other side can't win
 * @param patienceNanos how long a player in this process may neither answer nor spend anything
 * @param withdrawAfter games in a row lost by faults withdraw a player; 0 for never
 * @param allotment what games that are played at the same time share, and who needs what of it
 * @param stop rule that may end it early, or null
 * @param seed all randomness comes from
 * @param ledger what the journal tells of each game
 * @param calibrates whether players are calibrated before the first game
 * @param parity what the budgets of two players were made equal in, or null
 * @param wallClock dates things
 * @param nanoClock measures moves
 */
record Plan(
    Game game,
    List<Entrant> entrants,
    Format format,
    int games,
    int legs,
    boolean reversed,
    List<Stage> stages,
    String openings,
    OpeningPolicy policy,
    int openingPlies,
    int openingStart,
    boolean shuffled,
    boolean repeat,
    TimeControl timeControl,
    Adjudication adjudication,
    int maxPlies,
    boolean enforcesBudgets,
    FlagRule flag,
    long patienceNanos,
    int withdrawAfter,
    Allotment allotment,
    StoppingRule stop,
    long seed,
    Told ledger,
    boolean calibrates,
    EqualCompute.Unit parity,
    InstantSource wallClock,
    LongSupplier nanoClock) {
  /** The option of a player's spec that gives it a clock of its own. */
  private static final String CLOCK = "tc";

  /** {@return how many openings each pairing plays, in Swiss whenever it meets} */
  int rounds() {
    return games / legs;
  }

  /** {@return what the players are} */
  List<Spec> specs() {
    return entrants.stream().map(Entrant::spec).toList();
  }

  /** {@return the clock of a player, or null if each of its moves has a budget} */
  TimeControl clock(int player) {
    String own = entrants.get(player).spec().options().get(CLOCK);
    return own == null ? timeControl : TimeControl.parse(own);
  }

  /** {@return whether anybody plays by a clock} */
  boolean hasClocks() {
    return IntStream.range(0, entrants.size()).anyMatch(player -> clock(player) != null);
  }

  /** {@return what all its games are played by} */
  Terms terms() {
    return new Terms(game, adjudication, maxPlies, enforcesBudgets, ledger == Told.LINES, flag, patienceNanos, wallClock,
        nanoClock);
  }
}
