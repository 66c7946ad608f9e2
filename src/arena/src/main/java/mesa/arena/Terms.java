package mesa.arena;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import mesa.core.Game;

/**
 * What all games of a tournament are played by.
 *
 * @param game what is played
 * @param adjudication by what rules games end early
 * @param maxPlies after so many moves by the players a game is called a draw
 * @param enforcesBudgets whether a move beyond its budget loses the game
 * @param notesLines whether main lines are noted
 * @param flag what a flag costs that falls while the other side can't win
 * @param patienceNanos how long a player in this process may go on without a sign
 * @param wallClock dates games
 * @param nanoClock measures moves
 */
record Terms(
    Game game,
    Adjudication adjudication,
    int maxPlies,
    boolean enforcesBudgets,
    boolean notesLines,
    FlagRule flag,
    long patienceNanos,
    InstantSource wallClock,
    LongSupplier nanoClock) {}
