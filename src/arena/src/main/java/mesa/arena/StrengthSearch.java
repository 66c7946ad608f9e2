package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is believed of the budget at which one player is as strong as another, given results at several budgets: a grid
 * over that budget's logarithm and over how much a doubling is worth, even at first. Says at which budgets to play next.
 */
final class StrengthSearch {
  private static final double[] SLOPES = {0.05, 0.08, 0.12, 0.18, 0.27, 0.4, 0.6, 0.9, 1.35, 2, 3};
  private static final int STEPS_PER_DOUBLING = 8;

  /** Most is learnt of a slope where one side scores 82 %. */
  private static final double LOGITS_ASIDE = 1.5;

  private final double[] rungs;
  private final double[] grid;
  /** By rung, whole numbers: their sums do not depend on the order in which results come. */
  private final int[] doubledPoints;
  private final int[] games;

  /**
   * Begins with no result.
   *
   * @param rungs logarithms of budgets to the base of 2, in any order
   */
  StrengthSearch(double[] rungs) {
    this.rungs = rungs.clone();
    double low = Arrays.stream(rungs).min().orElseThrow() - 1;
    double high = Arrays.stream(rungs).max().orElseThrow() + 1;
    grid = new double[(int) Math.ceil((high - low) * STEPS_PER_DOUBLING) + 1];
    Arrays.setAll(grid, i -> low + (double) i / STEPS_PER_DOUBLING);
    doubledPoints = new int[rungs.length];
    games = new int[rungs.length];
  }

  /**
   * Takes a result.
   *
   * @param rung that was played at
   * @param doubledScore of the player whose budget is looked for: 0, 1 or 2
   */
  void add(int rung, int doubledScore) {
    doubledPoints[rung] += doubledScore;
    games[rung]++;
  }

  private double[][] logWeights() {
    double[][] logWeights = new double[grid.length][SLOPES.length];
    for (int rung = 0; rung < rungs.length; rung++) {
      double won = doubledPoints[rung] / 2.0;
      for (int i = 0; games[rung] > 0 && i < grid.length; i++) {
        for (int s = 0; s < SLOPES.length; s++) {
          double logit = SLOPES[s] * (rungs[rung] - grid[i]);
          // ln(1 + e^logit) - logit is the same of -logit.
          logWeights[i][s] += won * logit - games[rung] * Math.log1p(Math.exp(logit));
        }
      }
    }
    return logWeights;
  }

  /**
   * Chooses where to play: at either end of a range where the slope shows, the rest spread over where the budget may be.
   *
   * @param count how many games or pairs, at least 1
   * @return rungs, lowest target first
   */
  List<Integer> next(int count) {
    double[][] logWeights = logWeights();
    double most = Arrays.stream(logWeights).flatMapToDouble(Arrays::stream).max().orElseThrow();
    double[] ofBudget = new double[grid.length];
    double sum = 0;
    double slope = 0;
    for (int i = 0; i < grid.length; i++) {
      for (int s = 0; s < SLOPES.length; s++) {
        double weight = Math.exp(logWeights[i][s] - most);
        ofBudget[i] += weight;
        slope += weight * SLOPES[s];
        sum += weight;
      }
    }
    double aside = LOGITS_ASIDE * sum / slope;
    double middle = quantile(ofBudget, sum, 0.5);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isEnd = count > 2 && (i == 0 || i == count - 1);
      chosen.add(nearest(isEnd
          ? middle + (i == 0 ? -aside : aside)
          : quantile(ofBudget, sum, (i + 0.5) / count)));
    }
    return chosen;
  }

  private double quantile(double[] weights, double sum, double share) {
    double left = share * sum;
    for (int i = 0; i < grid.length; i++) {
      left -= weights[i];
      if (left <= 0) {
        return grid[i];
      }
    }
    return grid[grid.length - 1];
  }

  private int nearest(double doublings) {
    int best = 0;
    for (int rung = 1; rung < rungs.length; rung++) {
      best = Math.abs(rungs[rung] - doublings) < Math.abs(rungs[best] - doublings) ? rung : best;
    }
    return best;
  }
}
