package mesa.search;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Budget;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** What the tests of this module share: clockless meters, plain minimax, and evaluators that can be checked by hand. */
final class Search {
  private Search() {}

  static Meter nodes(long nodes) {
    return Budget.ofNodes(nodes).start(() -> 0);
  }

  static Meter unlimited() {
    return Budget.UNLIMITED.start(() -> 0);
  }

  static Mcts mcts(Evaluator evaluator) {
    return mcts(evaluator, new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), 64 << 20);
  }

  /** One that starts each search afresh. */
  static Mcts mcts(Evaluator evaluator, Puct puct, RootPriors rootPriors, long treeBytes) {
    return mcts(evaluator, puct, rootPriors, 0.2f, treeBytes);
  }

  /** One that starts each search afresh, and each playout at the root. */
  static Mcts textbook(Evaluator evaluator) {
    return mcts(evaluator, new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), 0, 64 << 20);
  }

  private static Mcts mcts(Evaluator evaluator, Puct puct, RootPriors rootPriors, float slack, long treeBytes) {
    return new Mcts(
        List.of(evaluator), new MctsSettings(puct, rootPriors, null, slack, new Pace(false), treeBytes, 0, 0, false));
  }

  /** {@return what a search allocates on its thread} */
  static long bytesOf(Mcts mcts, Position position, int budget) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Meter meter = nodes(budget);
    long before = threads.getCurrentThreadAllocatedBytes();
    mcts.choose(position, meter);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** The value of a game by plain minimax, for side 0: 1, 0 or -1. */
  static int minimax(Position position) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return outcome.valueFor(0);
    }
    boolean first = position.sideToMove() == 0;
    int best = first ? -1 : 1;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      int value = minimax(position);
      position.unmake();
      best = first ? Math.max(best, value) : Math.min(best, value);
    }
    return best;
  }

  /** The score of a game without circles by plain minimax, for side 0, on the scale of {@link Wins}; plies count from here. */
  static int exact(Position position) {
    return exact(position, new HashMap<>());
  }

  private static int exact(Position position, Map<Long, Integer> known) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return Wins.of(outcome, 0, 0);
    }
    Integer score = known.get(position.hash());
    if (score != null) {
      return score;
    }
    boolean first = position.sideToMove() == 0;
    int best = first ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      int after = Wins.fromTable(exact(position, known), 1);
      position.unmake();
      best = first ? Math.max(best, after) : Math.min(best, after);
    }
    known.put(position.hash(), best);
    return best;
  }

  /** Values and priors drawn from the position's hash: arbitrary, but the same whenever asked. */
  static class HashEvaluator implements Evaluator {
    @Override
    public float value(Position position) {
      return (float) (2 * new Rng(position.hash()).unit() - 1);
    }

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Rng rng = new Rng(~position.hash());
      float sum = 0;
      for (int i = 0; i < moves.size(); i++) {
        into[i] = 0.01f + (float) rng.unit();
        sum += into[i];
      }
      for (int i = 0; i < moves.size(); i++) {
        into[i] /= sum;
      }
    }
  }
}
