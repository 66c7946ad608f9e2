package mesa.core;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/**
 * Counts the sequences of exactly so many legal moves, the usual proof that rules are right and the usual measure of
 * their speed. A game that is over has no further sequences, so a count may fall with the depth. The last ply is
 * counted without being played.
 */
public final class Perft {
  /** So few plies take a moment to count. */
  private static final int MOMENT = 4;

  private final Position position;
  private final BooleanSupplier goesOn;
  private final Moves[] moves;

  private Perft(Position position, int depth, BooleanSupplier goesOn) {
    this.position = position;
    this.goesOn = goesOn;
    moves = new Moves[depth + 1];
    for (int i = 0; i <= depth; i++) {
      moves[i] = new Moves();
    }
  }

  /**
   * Counts.
   *
   * @param position where the sequences begin; left as it was
   * @param depth moves in each, at least 0
   * @return how many there are; 1, the empty one, for depth 0
   */
  public static long count(Position position, int depth) {
    return count(position, depth, () -> true);
  }

  /**
   * Counts as long as somebody wants to know.
   *
   * @param position where the sequences begin; left as it was
   * @param depth moves in each, at least 0
   * @param goesOn asked every few milliseconds; once it says no, the count ends
   * @return how many there are, or fewer if it was ended
   */
  public static long count(Position position, int depth, BooleanSupplier goesOn) {
    return new Perft(position, depth, goesOn).count(depth);
  }

  /**
   * Counts for each first move, to find by comparison where two sets of rules part.
   *
   * @param position where the sequences begin; left as it was
   * @param depth moves in each, at least 1
   * @return how many begin with each legal move, in the position's order
   */
  public static SequencedMap<Integer, Long> divide(Position position, int depth) {
    Perft perft = new Perft(position, depth - 1, () -> true);
    SequencedMap<Integer, Long> counts = new LinkedHashMap<>();
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      counts.put(move, perft.count(depth - 1));
      position.unmake();
    }
    return counts;
  }

  private long count(int depth) {
    if (depth == 0) {
      return 1;
    }
    Moves here = moves[depth];
    here.clear();
    position.legalMoves(here);
    if (depth == 1) {
      return here.size();
    }
    if (depth > MOMENT && !goesOn.getAsBoolean()) {
      return 0;
    }
    long sum = 0;
    for (int i = 0; i < here.size(); i++) {
      position.make(here.get(i));
      sum += count(depth - 1);
      position.unmake();
    }
    return sum;
  }
}
