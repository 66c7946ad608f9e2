package mesa.games.tictactoe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;

/** Every reachable position of a small game by its text, with its value for the mover, by plain negamax. */
final class Solution {
  private final Map<String, Position> positions = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();

  private Solution() {}

  static Solution ofTicTacToe() {
    return of(TicTacToe.GAME);
  }

  private static Solution of(Game game) {
    Solution solution = new Solution();
    solution.solve(game.start());
    return solution;
  }

  private int solve(Position position) {
    Integer known = values.get(position.text());
    if (known != null) {
      return known;
    }
    int best = position.outcome().isOver() ? position.outcome().valueFor(position.sideToMove()) : -1;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      best = Math.max(best, -solve(position));
      position.unmake();
    }
    positions.put(position.text(), position.copy());
    values.put(position.text(), best);
    return best;
  }

  /** {@return every position, over or not} */
  Collection<Position> positions() {
    return positions.values();
  }

  /** {@return the positions at which the game goes on} */
  List<Position> decisions() {
    return positions.values().stream().filter(position -> !position.outcome().isOver()).toList();
  }

  /** {@return the value for the side to move: 1, 0 or -1} */
  int value(Position position) {
    return values.get(position.text());
  }

  /** {@return the moves that keep the value} */
  List<Integer> bestMoves(Position position) {
    List<Integer> best = new ArrayList<>();
    for (int move : Moves.of(position).toArray()) {
      Position next = position.copy();
      next.make(move);
      if (-value(next) == value(position)) {
        best.add(move);
      }
    }
    return best;
  }
}
