package mesa.uci;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;

/**
 * What {@code go} asks for. Limits that it does not name are -1, what makes no sense is passed over, save in {@code perft}, and the words may
 * come in any order.
 *
 * @param nodes most nodes
 * @param depth most plies
 * @param moveMillis time for this move
 * @param millis time left on the clocks, by side
 * @param increments milliseconds added a move, by side; 0 if not named
 * @param movesToGo until more time comes; 0 if not named
 * @param mate ends once a win in so many moves is proven
 * @param perft counts sequences of so many moves
 * @param infinite thinks, and at any rate waits, until told to stop
 * @param ponder the same until {@code ponderhit}, from which on the clock runs
 * @param searchMoves the only moves to consider; empty for all
 */
record GoCommand(
    long nodes,
    long depth,
    long moveMillis,
    List<Long> millis,
    List<Long> increments,
    int movesToGo,
    int mate,
    int perft,
    boolean infinite,
    boolean ponder,
    List<String> searchMoves) {
  private static final long NOT_GIVEN = -1;
  private static final long NANOS = 1_000_000;
  /** Who is still asked with so little on the clock is forgiven that; a third of it finds a move. */
  private static final long LEAST_MILLIS = 3;
  private static final Set<String> KEYS = Set.of("searchmoves", "ponder", "wtime", "btime", "winc", "binc", "movestogo",
      "depth", "nodes", "mate", "movetime", "infinite", "perft");

  /**
   * Reads what follows {@code go}.
   *
   * @throws BadInputException if sequences of no such number of moves can be counted
   */
  static GoCommand parse(Words words) {
    long nodes = NOT_GIVEN;
    long depth = NOT_GIVEN;
    long moveMillis = NOT_GIVEN;
    long[] millis = {NOT_GIVEN, NOT_GIVEN};
    long[] increments = {0, 0};
    long movesToGo = 0;
    long mate = NOT_GIVEN;
    long perft = NOT_GIVEN;
    boolean infinite = false;
    boolean ponder = false;
    List<String> moves = new ArrayList<>();
    for (String word = words.next(); word != null; word = words.next()) {
      switch (word) {
        case "infinite" -> infinite = true;
        case "ponder" -> ponder = true;
        case "nodes" -> nodes = atLeast(1, words.number(NOT_GIVEN));
        case "depth" -> depth = atLeast(1, words.number(NOT_GIVEN));
        case "mate" -> mate = atLeast(1, words.number(NOT_GIVEN));
        case "perft" -> perft = words.amount("go perft", NOT_GIVEN);
        case "movetime" -> moveMillis = time(words);
        case "wtime" -> millis[0] = time(words);
        case "btime" -> millis[1] = time(words);
        case "winc" -> increments[0] = Math.max(0, words.number(0));
        case "binc" -> increments[1] = Math.max(0, words.number(0));
        case "movestogo" -> movesToGo = Math.clamp(words.number(0), 0, 10_000);
        case "searchmoves" -> {
          while (words.peek() != null && !KEYS.contains(words.peek())) {
            moves.add(words.next());
          }
        }
        default -> { }
      }
    }
    return new GoCommand(nodes, depth, moveMillis, List.of(millis[0], millis[1]), List.of(increments[0], increments[1]),
        (int) movesToGo, (int) Math.min(mate, 1000), (int) Math.min(perft, 1000), infinite, ponder, moves);
  }

  private static long atLeast(long least, long number) {
    return number == NOT_GIVEN ? number : Math.max(least, number);
  }

  /** Clocks may stand below zero; a word that is no number gives no clock. */
  private static long time(Words words) {
    long number = words.number(Long.MIN_VALUE);
    return number == Long.MIN_VALUE ? NOT_GIVEN : Math.clamp(number, 0, Long.MAX_VALUE / NANOS / 2);
  }

  /** {@return whether it says when to end, be it only on being told} */
  boolean hasLimit(int side) {
    return infinite || ponder || nodes > 0 || depth > 0 || mate > 0 || hasClock(side);
  }

  private boolean hasClock(int side) {
    return moveMillis >= 0 || millis.get(side) >= 0;
  }

  /**
   * Tells the time.
   *
   * @param side whose
   * @param overheadMillis kept back for what passes between here and the clock, though never more than half
   * @return what is left, or null where no clock runs
   */
  Clock clock(int side, long overheadMillis) {
    if (!hasClock(side)) {
      return null;
    }
    long left = moveMillis >= 0 && millis.get(side) >= 0
        ? Math.min(moveMillis, millis.get(side))
        : Math.max(moveMillis, millis.get(side));
    long least = moveMillis >= 0 ? 1 : LEAST_MILLIS;
    long nanos = Math.max(least, left - Math.min(overheadMillis, left / 2)) * NANOS;
    return moveMillis >= 0
        ? Clock.perMove(nanos)
        : new Clock(nanos, increments.get(side) * NANOS, movesToGo).against(standing(1 - side));
  }

  private Clock standing(int side) {
    return millis.get(side) < 0
        ? null : new Clock(millis.get(side) * NANOS, increments.get(side) * NANOS, movesToGo);
  }

  /**
   * Adds the counted limits.
   *
   * @param budget the player's own
   * @return the same with whatever is the less
   */
  Budget limit(Budget budget) {
    return new Budget(
        nodes > 0 ? Math.min(nodes, budget.nodes()) : budget.nodes(),
        budget.evaluations(),
        budget.ticks(),
        depth > 0 ? (int) Math.min(depth, budget.depth()) : budget.depth(),
        budget.clock());
  }
}
