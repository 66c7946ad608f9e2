package mesa.search;

import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Plays what a {@link Solver} finds. Once the result of every move is known, the policy is uniform over all the moves
 * that keep the exact value, not only over the soonest wins: the player serves as an oracle.
 */
final class SolverPlayer implements Player {
  private final Solver solver;
  private Analysis analysis;

  SolverPlayer(Solver solver) {
    this.solver = solver;
  }

  @Override
  public void newGame(long seed) {
    solver.clear();
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    Solution solution = solver.solve(position, meter);
    analysis = solution.analysis(position.sideToMove());
    float value = solution.isSolved() ? solution.value() : Float.NaN;
    return new Decision(solution.choice(), value, solution.isComplete() ? policy(solution) : null);
  }

  @Override
  public Optional<Analysis> analysis() {
    return Optional.ofNullable(analysis);
  }

  private static float[] policy(Solution solution) {
    int value = solution.value();
    float share = 1f / solution.optimal().length;
    float[] policy = new float[solution.moves().length];
    for (int i = 0; i < policy.length; i++) {
      policy[i] = solution.values()[i] == value ? share : 0;
    }
    return policy;
  }
}
