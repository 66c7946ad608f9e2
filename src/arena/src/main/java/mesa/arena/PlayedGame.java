package mesa.arena;

import java.util.List;
import java.util.Map;
import mesa.core.Outcome;

/**
 * A finished game, as its line in the journal tells it.
 *
 * @param index in the schedule, from 0
 * @param id pairing, round and leg, such as {@code 3c48f3925d0e04ce/0/1}; unique in the tournament
 * @param opening index into the openings
 * @param firstSeed what the player in seat 0 took its randomness from
 * @param secondSeed the same for seat 1
 * @param first index of the player in seat 0, which moves first in the game
 * @param second index of the player in seat 1
 * @param outcome how it ended, never {@link Outcome#ONGOING}
 * @param end what ended it
 * @param culprit the seat that lost by {@code end}, or -1 if nobody did
 * @param why in a few words; of a fault, its cause
 * @param start text of the first position where that is not the game's own, else null
 * @param moves as the game writes them, with spaces between, those of the opening included
 * @param book how many of them the opening made
 * @param hash equal for games with the same first position and moves
 * @param startMillis when it began, in milliseconds since 1970
 * @param nanos how long it took
 * @param firstUse how seat 0 kept to its budget
 * @param secondUse how seat 1 did
 * @param firstCost what seat 0 spent
 * @param secondCost what seat 1 spent
 * @param shadows where rules of adjudication would have ended it, had they counted
 * @param warnings what players did that they should not have, though it cost them nothing
 * @param log each move's cost, or null where the journal keeps totals alone
 * @param names what the source of its opening calls that, as in {@link Opening#names}
 */
record PlayedGame(
    int index,
    String id,
    int opening,
    long firstSeed,
    long secondSeed,
    int first,
    int second,
    Outcome outcome,
    End end,
    int culprit,
    String why,
    String start,
    String moves,
    int book,
    long hash,
    long startMillis,
    long nanos,
    BudgetUse firstUse,
    BudgetUse secondUse,
    Cost firstCost,
    Cost secondCost,
    List<Shadow> shadows,
    List<Warned> warnings,
    MoveLog log,
    Map<String, String> names) {
  /** Takes a game whose opening has no name. */
  PlayedGame(int index, String id, int opening, long firstSeed, long secondSeed, int first, int second, Outcome outcome, End end,
      int culprit, String why, String start, String moves, int book, long hash, long startMillis, long nanos, BudgetUse firstUse,
      BudgetUse secondUse, Cost firstCost, Cost secondCost, List<Shadow> shadows, List<Warned> warnings, MoveLog log) {
    this(index, id, opening, firstSeed, secondSeed, first, second, outcome, end, culprit, why, start, moves, book, hash,
        startMillis, nanos, firstUse, secondUse, firstCost, secondCost, shadows, warnings, log, Map.of());
  }

  /** {@return how often the pairing had met before, counted in openings} */
  int round() {
    int from = id.indexOf('/') + 1;
    return Integer.parseInt(id, from, id.indexOf('/', from), 10);
  }

  /** {@return players, result and why, for people} */
  String line(String firstName, String secondName) {
    return "%s %s %s, %s".formatted(firstName, List.of("0-1", "½-½", "1-0").get(doubledScore()), secondName,
        culprit < 0 ? why : end + ": " + why);
  }

  /** {@return points of seat 0, doubled: 2 for a win, 1 for a draw, 0 for a loss} */
  int doubledScore() {
    return 1 + outcome.valueFor(0);
  }
}
