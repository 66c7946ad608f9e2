package mesa.games.hex;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Position;
import mesa.testkit.EvaluatorContract;
import mesa.testkit.GameContract;
import mesa.testkit.PlayerContract;
import org.junit.jupiter.api.Nested;

/** The game on boards of several sizes, its player and its evaluator, held to the contracts. */
final class ContractsTest {
  abstract static class Rules extends GameContract {
    Rules(int size) {
      super(new Hex(size));
    }
  }

  @Nested
  final class SmallestBoard extends Rules {
    SmallestBoard() {
      super(2);
    }

    @Override
    protected List<String> positions() {
      return List.of("xo/2 x", "xo/x1 o", "ox/x1 o");
    }

    @Override
    protected List<String> malformed() {
      return List.of(
          "2/2", "2/2 w", "2 x", "2/2/2 x", "3/1 x", "1/2 x", "02/2 x", "x./2 o", "oo/2 x", "xx/xo x", "xo/xo x");
    }
  }

  @Nested
  final class BoardOfThree extends Rules {
    BoardOfThree() {
      super(3);
    }

    @Override
    protected List<String> malformed() {
      // Both joined; joined by whose turn it is; joined before the last move.
      return List.of("xxx/ooo/xxx o", "xo1/xo1/x2 x", "xxo/xxo/xxo o");
    }
  }

  @Nested
  final class BoardOfFive extends Rules {
    BoardOfFive() {
      super(5);
    }

    @Override
    protected List<String> positions() {
      return List.of("5/2o2/2x2/1x3/o4 x", "2x2/2x2/2x2/2x2/oooo1 x");
    }
  }

  @Nested
  final class UsualBoard extends Rules {
    UsualBoard() {
      super(11);
    }

    @Override
    protected int games() {
      return 2;
    }

    @Override
    protected List<String> malformed() {
      return List.of("11/11/11/11/11/11/11/11/11/11/12 x", "11/11/11/11/11/11/11/11/11/11/99999999999 x", "11/11 x");
    }
  }

  @Nested
  final class LargestBoard extends Rules {
    LargestBoard() {
      super(13);
    }

    @Override
    protected int games() {
      return 1;
    }
  }

  abstract static class RulePlayer extends PlayerContract {
    RulePlayer(int size) {
      super(new Hex(size), "rules");
    }

    @Override
    protected List<Budget> budgets() {
      return List.of(Budget.UNLIMITED, new Budget(1, 1, 1, 1, null), new Budget(1, 1, 4, 1, null));
    }
  }

  @Nested
  final class RulePlayerOnThree extends RulePlayer {
    RulePlayerOnThree() {
      super(3);
    }
  }

  @Nested
  final class RulePlayerOnEleven extends RulePlayer {
    RulePlayerOnEleven() {
      super(11);
    }
  }

  abstract static class Distance extends EvaluatorContract {
    private final Board board;

    Distance(int size) {
      super(new Hex(size), "distance");
      board = Board.of(size);
    }

    @Override
    protected List<String> mirrored(Position position) {
      return List.of(Symmetry.turned((HexPosition) position, board).text());
    }
  }

  @Nested
  final class DistanceOnTwo extends Distance {
    DistanceOnTwo() {
      super(2);
    }
  }

  @Nested
  final class DistanceOnFive extends Distance {
    DistanceOnFive() {
      super(5);
    }
  }

  @Nested
  final class DistanceOnEleven extends Distance {
    DistanceOnEleven() {
      super(11);
    }
  }

  @Nested
  final class DistanceOnThirteen extends Distance {
    DistanceOnThirteen() {
      super(13);
    }
  }
}
