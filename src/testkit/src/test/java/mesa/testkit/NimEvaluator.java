package mesa.testkit;

import java.util.Arrays;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;

/** Knows that multiples of four are lost for the mover, and has no favourite move. The faulty ones extend it. */
public class NimEvaluator implements Evaluator {
  /** For the registry. */
  public NimEvaluator() {}

  @Override
  public float value(Position position) {
    return stones(position) % 4 == 0 ? -0.9f : 0.9f;
  }

  /** The text would do, but not without allocating. */
  private static int stones(Position position) {
    int stones = 0;
    while (!position.outcome().isOver()) {
      position.make(1);
      stones++;
    }
    for (int i = 0; i < stones; i++) {
      position.unmake();
    }
    return stones;
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    Arrays.fill(into, 0, moves.size(), 1f / moves.size());
  }

  /** Is surer than anyone can be. */
  public static final class Boasts extends NimEvaluator {
    /** For the registry. */
    public Boasts() {}

    @Override
    public float value(Position position) {
      return 2 * super.value(position);
    }
  }

  /** Fills all the room it is given. */
  public static final class WritesTooFar extends NimEvaluator {
    /** For the registry. */
    public WritesTooFar() {}

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 1f / moves.size());
    }
  }

  /** Takes any list for that of all legal moves. */
  public static final class ForgetsSubsets extends NimEvaluator {
    /** For the registry. */
    public ForgetsSubsets() {}

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 0, moves.size(), 1f / Moves.of(position).size());
    }
  }

  /** Prefers whatever comes first. */
  public static final class LikesTheFirst extends NimEvaluator {
    /** For the registry. */
    public LikesTheFirst() {}

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 0, moves.size(), 0);
      into[0] = 1;
    }
  }

  /** Says one thing alone and another together. */
  public static final class Contradicts extends NimEvaluator {
    /** For the registry. */
    public Contradicts() {}

    @Override
    public float evaluate(Position position, Moves moves, float[] priors) {
      return -super.evaluate(position, moves, priors);
    }
  }

  /** Scores in a unit of its own. */
  public static final class ScoresPercent extends NimEvaluator {
    /** For the registry. */
    public ScoresPercent() {}

    @Override
    public int score(Position position) {
      return Math.round(100 * value(position));
    }
  }

  /** Looks ahead and does not come back. */
  public static final class LeavesAMove extends NimEvaluator {
    /** For the registry. */
    public LeavesAMove() {}

    @Override
    public float value(Position position) {
      position.make(1);
      return 0;
    }
  }

  /** Favours the side that moved first. */
  public static final class TakesSides extends NimEvaluator {
    /** For the registry. */
    public TakesSides() {}

    @Override
    public float value(Position position) {
      return position.sideToMove() == 0 ? 0.5f : -0.5f;
    }
  }

  /** Counts its calls and lets them matter. */
  public static final class Drifts extends NimEvaluator {
    private int calls;

    /** For the registry. */
    public Drifts() {}

    @Override
    public float value(Position position) {
      return ++calls * 1e-6f;
    }
  }

  /** Makes a new list each time. */
  public static final class Litters extends NimEvaluator {
    /** For the registry. */
    public Litters() {}

    @Override
    public float value(Position position) {
      return Moves.of(position).size() > 1 ? 0.5f : 0;
    }
  }
}
