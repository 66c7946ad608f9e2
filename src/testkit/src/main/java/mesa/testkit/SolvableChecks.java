package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Solvable;

/** What {@link GameContract} asks of positions that are {@link Solvable}: that they tell solvers nothing but the truth. */
final class SolvableChecks {
  /** Positions that end within so many plies are solved by trying everything. */
  private static final int FEW_PLIES = 8;

  /** What is known of a key: plies left, and the result, as far as it has been worked out. */
  private record Known(int pliesLeft, Integer result, String text) {}

  private final Map<Long, Known> keys = new HashMap<>();

  /** Tries the game's claims at a position; leaves it as it was. */
  void check(Position position) {
    if (position.outcome().isOver()) {
      return;
    }
    Solvable solvable = (Solvable) position;
    int left = solvable.pliesLeft();
    assertThat(left).as("plies left").isBetween(1, Solvable.MOST_PLIES);
    for (int move : Moves.of(position).toArray()) {
      checkMove(position, move, left);
    }
    boolean wins = winsAtOnce(position);
    assertThat(solvable.canWin()).as("a move wins at once").isEqualTo(wins);
    if (!wins) {
      checkSoundMoves(position, solvable);
    }
    checkResult(position, solvable, wins, left);
  }

  private static void checkMove(Position position, int move, int left) {
    String text = position.format(move);
    int side = position.sideToMove();
    position.make(move);
    Outcome outcome = position.outcome();
    if (!outcome.isOver()) {
      assertThat(position.sideToMove()).as("side to move after %s", text).isEqualTo(1 - side);
      assertThat(((Solvable) position).pliesLeft()).as("plies left after %s", text).isEqualTo(left - 1);
    } else {
      boolean isDraw = outcome == Outcome.DRAWN;
      assertThat(isDraw || outcome == Outcome.wonBy(side)).as("%s wins or draws: %s", text, outcome).isTrue();
      assertThat(!isDraw || left == 1).as("%s draws with %d plies left", text, left).isTrue();
    }
    position.unmake();
  }

  private static void checkSoundMoves(Position position, Solvable solvable) {
    Moves sound = new Moves();
    sound.add(-7);
    solvable.soundMoves(sound);
    assertThat(sound.get(0)).as("what the list held").isEqualTo(-7);
    List<Integer> expected = new ArrayList<>(List.of(-7));
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      if (position.outcome().isOver() || !winsAtOnce(position)) {
        expected.add(move);
      }
      position.unmake();
    }
    assertThat(sound.toArray()).as("moves that do not lose at once")
        .containsExactlyInAnyOrder(expected.stream().mapToInt(move -> move).toArray());
  }

  private void checkResult(Position position, Solvable solvable, boolean wins, int left) {
    Integer result = left <= FEW_PLIES ? Integer.valueOf(solve(position)) : null;
    if (result != null && !wins) {
      assertThat(result).as("result, beside what is told at sight").isLessThanOrEqualTo(solvable.atBest());
    }
    Known known = new Known(left, result, position.text());
    Known before = keys.merge(solvable.solverKey(), known, (one, other) -> one.result != null ? one : other);
    assertThat(before.pliesLeft).as("plies left, beside those of %s, whose key is the same", before.text).isEqualTo(left);
    if (result != null) {
      assertThat(before.result).as("result, beside that of %s, whose key is the same", before.text).isEqualTo(result);
    }
  }

  private static boolean winsAtOnce(Position position) {
    int side = position.sideToMove();
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      boolean won = position.outcome() == Outcome.wonBy(side);
      position.unmake();
      if (won) {
        return true;
      }
    }
    return false;
  }

  /** {@return the result for the side to move, by trying everything} */
  private static int solve(Position position) {
    int side = position.sideToMove();
    int best = -1;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      Outcome outcome = position.outcome();
      int value = outcome.isOver() ? outcome.valueFor(side) : -solve(position);
      position.unmake();
      best = Math.max(best, value);
      if (best == 1) {
        break;
      }
    }
    return best;
  }

  /** {@return whether a game offers anything to check} */
  static boolean apply(Game game) {
    return game.start() instanceof Solvable;
  }
}
