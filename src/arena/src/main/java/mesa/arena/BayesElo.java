package mesa.arena;

/**
 * The model of games of R. Coulom's BayesElo: two logistic curves, apart by {@code drawElo} to either side of the
 * difference in strength. For comparison with the tools that use it.
 *
 * @param elo of the first player above the second, on that model's own scale
 * @param drawElo how far draws reach
 */
record BayesElo(double elo, double drawElo) {
  /** {@return the model under which the shares of games won and lost are these, both in (0, 1)} */
  static BayesElo of(double won, double lost) {
    return new BayesElo(
        200 * Math.log10(won / (1 - won) * (1 - lost) / lost), 200 * Math.log10((1 - lost) / lost * (1 - won) / won));
  }

  BayesElo withElo(double newElo) {
    return new BayesElo(newElo, drawElo);
  }

  double won() {
    return 1 / (1 + Math.pow(10, (drawElo - elo) / 400));
  }

  double lost() {
    return 1 / (1 + Math.pow(10, (drawElo + elo) / 400));
  }

  double drawn() {
    return 1 - won() - lost();
  }

  double score() {
    return won() + drawn() / 2;
  }

  /** {@return Elo of one of this model's units, near equals} */
  double scale() {
    double x = Math.pow(10, -drawElo / 400);
    return 4 * x / ((1 + x) * (1 + x));
  }
}
