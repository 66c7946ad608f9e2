package mesa.uci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * What an engine says of its main line, in the form in which searches tell theirs. It is all on the engine's word, mates
 * included, as long as its line does not contradict them.
 */
final class EngineAnalysis {
  private EngineAnalysis() {}

  /**
   * Reads it.
   *
   * @param info what the engine has said last
   * @param move its answer
   * @param position where it was asked; moves are made on it and taken back
   * @return one line, which begins with the answer; nothing if the engine has told neither line nor score nor depth
   */
  static Optional<Analysis> of(EngineInfo info, int move, Position position) {
    if (info.mainLine().isEmpty() && Float.isNaN(info.value()) && info.claim().depth() < 0) {
      return Optional.empty();
    }
    int side = position.sideToMove();
    List<Integer> moves = play(info.mainLine(), position);
    Outcome end = position.outcome();
    moves.forEach(any -> position.unmake());
    boolean isOfAnswer = !moves.isEmpty() && moves.getFirst() == move;
    int plies = isOfAnswer && fits(info.distance(), moves.size(), end, side) ? Math.abs(info.distance()) : 0;
    Outcome proven = plies == 0 ? Outcome.ONGOING : Outcome.wonBy(info.distance() > 0 ? side : 1 - side);
    Analysis.Line line = new Analysis.Line(isOfAnswer ? moves : List.of(move),
        plies == 0 ? info.value() : proven.valueFor(side), -1, Float.NaN, Math.max(0, info.claim().depth()), proven, plies);
    return Optional.of(new Analysis(List.of(line), info.claim().deepest(), 0));
  }

  /** Makes the moves of a line as far as they can be played; {@return these} */
  private static List<Integer> play(String line, Position position) {
    List<Integer> moves = new ArrayList<>();
    Words words = new Words(line);
    try {
      for (String word = words.next(); word != null && !position.outcome().isOver(); word = words.next()) {
        int move = position.parseMove(word);
        position.make(move);
        moves.add(move);
      }
    } catch (BadInputException e) {
      return moves; // ClaimCheck has warned of it.
    }
    return moves;
  }

  /** {@return whether a line of so many plies, cut short or not, may come to that mate} */
  private static boolean fits(int distance, int plies, Outcome end, int side) {
    int toMate = Math.abs(distance);
    return end.isOver() ? plies == toMate && end.valueFor(side) == Integer.signum(distance) : plies < toMate;
  }
}
