package mesa.arena;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the bounds of an {@link Sprt} are measured in, and how likely results are between them. */
public enum SprtModel {
  /** Normalized Elo; generalized likelihood ratio. Tests of equal bounds take about equally long whatever the draws. */
  NORMALIZED {
    @Override
    double logRatio(int[] counts, double elo0, double elo1) {
      EmpiricalLikelihood likelihood = new EmpiricalLikelihood(counts);
      double scale = Math.sqrt((counts.length - 1) / 2.0) / Elo.PER_SIGMA;
      return likelihood.logRatio(likelihood.ofDistance(scale * elo1), likelihood.ofDistance(scale * elo0));
    }
  },
  /** Elo; generalized likelihood ratio. */
  LOGISTIC {
    @Override
    double logRatio(int[] counts, double elo0, double elo1) {
      EmpiricalLikelihood likelihood = new EmpiricalLikelihood(counts);
      return likelihood.logRatio(likelihood.ofMean(Elo.score(elo1)), likelihood.ofMean(Elo.score(elo0)));
    }
  },
  /** BayesElo, turned into scores by the draws seen; generalized likelihood ratio of games, as fastchess has it. */
  BAYESIAN {
    @Override
    double logRatio(int[] counts, double elo0, double elo1) {
      if (counts[0] == 0 || counts[2] == 0) {
        return 0;
      }
      BayesElo seen = seen(counts, 0);
      EmpiricalLikelihood likelihood = new EmpiricalLikelihood(counts);
      return likelihood.logRatio(
          likelihood.ofMean(seen.withElo(elo1).score()), likelihood.ofMean(seen.withElo(elo0).score()));
    }
  },
  /**
   * Elo, turned into BayesElo by the draws seen; likelihood ratio of games, half a one added to each count, as cutechess has
   * it.
   */
  CUTECHESS {
    @Override
    double logRatio(int[] counts, double elo0, double elo1) {
      BayesElo seen = seen(counts, 0.5);
      return ratioOf(counts, 0.5, seen.withElo(elo0 / seen.scale()), seen.withElo(elo1 / seen.scale()));
    }
  },
  /** BayesElo; likelihood ratio of games, as OpenBench had it. */
  OPENBENCH {
    @Override
    double logRatio(int[] counts, double elo0, double elo1) {
      if (counts[0] == 0 || counts[2] == 0) {
        return 0;
      }
      BayesElo seen = seen(counts, 0);
      return ratioOf(counts, 0, seen.withElo(elo0), seen.withElo(elo1));
    }
  };

  /**
   * Weighs two hypotheses.
   *
   * @param counts of games (lost, drawn, won) or pairs, by worth
   * @param elo0 what the first says
   * @param elo1 what the second says
   * @return the log of how much likelier the second one makes what was seen
   */
  abstract double logRatio(int[] counts, double elo0, double elo1);

  private static BayesElo seen(int[] counts, double added) {
    double games = Arrays.stream(counts).sum() + 3 * added;
    return BayesElo.of((counts[2] + added) / games, (counts[0] + added) / games);
  }

  private static double ratioOf(int[] counts, double added, BayesElo zero, BayesElo one) {
    return (counts[0] + added) * Math.log(one.lost() / zero.lost())
        + (counts[1] + added) * Math.log(one.drawn() / zero.drawn())
        + (counts[2] + added) * Math.log(one.won() / zero.won());
  }

  /** {@return whether the model knows pairs of games, not games alone} */
  boolean knowsPairs() {
    return this == NORMALIZED || this == LOGISTIC;
  }

  /** {@return the words by which models are chosen} */
  static List<String> words() {
    return Arrays.stream(values()).map(SprtModel::toString).toList();
  }

  static SprtModel parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** {@return the word by which it is chosen} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
