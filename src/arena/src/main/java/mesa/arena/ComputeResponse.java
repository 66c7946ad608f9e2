package mesa.arena;

import java.util.ArrayList;
import java.util.List;

/**
 * What compute buys: agents that play with several budgets, each rated by a line over the logarithm of its budget, all
 * from their games at once. Same model and errors as {@link BradleyTerry}. Immutable.
 */
public final class ComputeResponse {
  private static final double NORMAL_SQUARED = Elo.Z * Elo.Z;

  private final LogisticFit fit;
  private final int agents;
  private final boolean commonSlope;
  private final boolean curved;
  /** By agent, the column of its slope; -1 of an agent with one budget alone, which has none. */
  private final int[] slopeColumns;
  private final int[] bendColumns;

  private ComputeResponse(Agents players, BradleyTerry.Games games) {
    agents = players.agents;
    commonSlope = players.commonSlope;
    curved = players.curved;
    slopeColumns = new int[agents];
    bendColumns = new int[agents];
    int parameters = columns(players);
    double[][] design = new double[players.rungs.size()][parameters];
    for (int rung = 0; rung < design.length; rung++) {
      Rung player = players.rungs.get(rung);
      design[rung][player.agent()] = 1;
      set(design[rung], slopeColumns[player.agent()], player.doublings());
      set(design[rung], bendColumns[player.agent()], player.doublings() * player.doublings());
    }
    double[] free = new double[parameters];
    for (int agent = 0; agent < agents; agent++) {
      free[agent] = 1;
    }
    fit = games.fit(design, new double[design.length], free);
  }

  /** Gives each agent its columns behind those of their levels; returns how many there are in all. */
  private int columns(Agents players) {
    int next = agents;
    for (int agent = 0; agent < agents; agent++) {
      int which = agent;
      long budgets = players.rungs.stream().filter(rung -> rung.agent() == which).map(Rung::doublings).distinct().count();
      slopeColumns[agent] = budgets < 2 ? -1 : commonSlope ? agents : next++;
      bendColumns[agent] = curved && budgets > 2 ? next++ : -1;
    }
    return commonSlope ? next + 1 : next;
  }

  private static void set(double[] row, int column, double value) {
    if (column >= 0) {
      row[column] += value;
    }
  }

  /** A player of the ladder: which agent with which budget. */
  private record Rung(int agent, double doublings) {}

  /** Gathers the players: which agent each is, and with which budget. */
  public static final class Agents {
    private final int agents;
    private final List<Rung> rungs = new ArrayList<>();
    private boolean commonSlope;
    private boolean curved;

    /**
     * Starts without players.
     *
     * @param agents how many there are; one that plays with one budget alone has no slope
     */
    public Agents(int agents) {
      this.agents = agents;
    }

    /**
     * Adds a player.
     *
     * @param agent from 0
     * @param doublings logarithm of its budget to the base of 2
     * @return its number, from 0, by which games name it
     */
    public int player(int agent, double doublings) {
      rungs.add(new Rung(agent, doublings));
      return rungs.size() - 1;
    }

    /**
     * Sets whether a doubling is worth the same to all agents.
     *
     * @param on by default false
     * @return this
     */
    public Agents commonSlope(boolean on) {
      commonSlope = on;
      return this;
    }

    /**
     * Sets whether lines may bend.
     *
     * @param on by default false; true bends the lines of agents with three budgets and more
     * @return this
     */
    public Agents curved(boolean on) {
      curved = on;
      return this;
    }

    /**
     * Fits the lines.
     *
     * @param games of these players, as many as there are; nobody anchored
     * @return the lines
     * @throws ArithmeticException if the games don't determine them
     */
    public ComputeResponse fit(BradleyTerry.Games games) {
      return new ComputeResponse(this, games);
    }
  }

  /**
   * An estimate.
   *
   * @param value in Elo
   * @param standardError in Elo, by clusters; NaN with fewer than two
   * @param modelError what that would be if games were independent and never drawn
   */
  public record Estimate(double value, double standardError, double modelError) {
    /** {@return where the value lies with 95 % confidence} */
    public Interval interval() {
      return new Interval(value - Elo.Z * standardError, value + Elo.Z * standardError);
    }

    /** {@return the chance of an estimate so far from 0 if the value is 0} */
    public double chanceIfZero() {
      return 2 * Elo.normal(-Math.abs(value / standardError));
    }
  }

  private Estimate estimate(double[] contrast) {
    double value = 0;
    for (int i = 0; i < contrast.length; i++) {
      value += contrast[i] * fit.parameter(i);
    }
    return new Estimate(
        Elo.PER_LOGIT * value,
        Elo.PER_LOGIT * Math.sqrt(fit.covariance(contrast, contrast)),
        Elo.PER_LOGIT * Math.sqrt(fit.modelVariance(contrast)));
  }

  /**
   * Says what a doubling of its budget is worth to an agent.
   *
   * @param agent from 0
   * @return Elo a doubling; where lines may bend, at a budget of 1
   */
  public Estimate perDoubling(int agent) {
    return estimate(fit.unit(requireColumn(slopeColumns[agent], "it has one budget alone")));
  }

  /**
   * Says how a line bends.
   *
   * @param agent from 0
   * @return Elo by the square of doublings; negative where returns diminish
   * @throws IllegalStateException if its line may not bend
   */
  public Estimate bend(int agent) {
    return estimate(fit.unit(requireColumn(bendColumns[agent], "its line is straight")));
  }

  private static int requireColumn(int column, String otherwise) {
    if (column < 0) {
      throw new IllegalStateException(otherwise);
    }
    return column;
  }

  /**
   * Compares agents with equal budgets.
   *
   * @param agent from 0
   * @param other from 0
   * @param doublings logarithm of the budget of both
   * @return how much stronger the one is
   */
  public Estimate difference(int agent, int other, double doublings) {
    return estimate(contrast(agent, other, doublings));
  }

  private double[] contrast(int agent, int other, double doublings) {
    double[] contrast = fit.unit(agent);
    contrast[other] -= 1;
    set(contrast, slopeColumns[agent], doublings);
    set(contrast, slopeColumns[other], -doublings);
    set(contrast, bendColumns[agent], doublings * doublings);
    set(contrast, bendColumns[other], -doublings * doublings);
    return contrast;
  }

  /**
   * Reads a rating off the lines.
   *
   * @param player its number
   * @return Elo relative to the mean of what the agents have with a budget of 1
   */
  public double elo(int player) {
    double mean = 0;
    for (int agent = 0; agent < agents; agent++) {
      mean += fit.parameter(agent) / agents;
    }
    return Elo.PER_LOGIT * (fit.rating(player) - mean);
  }

  /** {@return the Elo that moving first is worth} */
  public double advantage() {
    return Elo.PER_LOGIT * fit.advantage();
  }

  /**
   * A ratio of numbers that both have errors, by E. C. Fieller (1954).
   *
   * @param value the ratio
   * @param interval where it lies with 95 % confidence, or null if its denominator can't be told from 0, so that no
   *     finite interval would do
   * @param g the share of the squared denominator that its error may make up: at 1 and more there is no interval
   */
  public record Ratio(double value, Interval interval, double g) {
    /** {@return what this is the logarithm of, to the base of 2} */
    Ratio powerOfTwo() {
      return new Ratio(Math.pow(2, value),
          interval == null ? null : new Interval(Math.pow(2, interval.low()), Math.pow(2, interval.high())), g);
    }
  }

  /**
   * Says how much more compute the second agent needs to be as strong as the first.
   *
   * @param agent from 0, whose budget is given
   * @param other from 0, whose budget is asked for
   * @param doublings logarithm of the first one's budget
   * @return the second one's budget over the first one's
   * @throws IllegalStateException if lines may bend, or the second agent has one budget alone
   */
  public Ratio isoStrength(int agent, int other, double doublings) {
    requireStraight();
    return fieller(contrast(agent, other, doublings), fit.unit(requireColumn(slopeColumns[other], "it has one budget alone")))
        .powerOfTwo();
  }

  /**
   * Says with which budget an agent is as strong as another that has one budget alone.
   *
   * @param fixed the one with one budget, from 0
   * @param agent the one whose budget is asked for
   * @return logarithm of that budget
   * @throws IllegalStateException if lines may bend, or the second agent has one budget alone
   */
  public Ratio equalBudget(int fixed, int agent) {
    requireStraight();
    return fieller(contrast(fixed, agent, 0), fit.unit(requireColumn(slopeColumns[agent], "it has one budget alone")));
  }

  /**
   * Says where two agents' lines cross.
   *
   * @param agent from 0
   * @param other from 0
   * @return logarithm of the budget with which both are equally strong; beyond the budgets that were played it is worth
   *     little
   * @throws IllegalStateException if lines may bend, or a doubling is taken to be worth the same to all
   */
  public Ratio crossing(int agent, int other) {
    requireStraight();
    if (commonSlope) {
      throw new IllegalStateException("parallel lines don't cross");
    }
    double[] steeper = fit.unit(requireColumn(slopeColumns[other], "it has one budget alone"));
    set(steeper, slopeColumns[agent], -1);
    return fieller(contrast(agent, other, 0), steeper);
  }

  private void requireStraight() {
    if (curved) {
      throw new IllegalStateException("the lines are bent");
    }
  }

  private Ratio fieller(double[] numerator, double[] denominator) {
    double nu = estimate(numerator).value() / Elo.PER_LOGIT;
    double delta = estimate(denominator).value() / Elo.PER_LOGIT;
    return fieller(nu, delta, fit.covariance(numerator, numerator), fit.covariance(numerator, denominator),
        fit.covariance(denominator, denominator));
  }

  /** {@return nu over delta, given their variances and their covariance} */
  static Ratio fieller(double nu, double delta, double varianceOfNu, double covariance, double varianceOfDelta) {
    double g = NORMAL_SQUARED * varianceOfDelta / (delta * delta);
    if (!(g < 1)) {
      return new Ratio(nu / delta, null, g);
    }
    // All ratios r with (nu - r delta)^2 within z^2 of its variance.
    double a = delta * delta - NORMAL_SQUARED * varianceOfDelta;
    double half = nu * delta - NORMAL_SQUARED * covariance;
    double c = nu * nu - NORMAL_SQUARED * varianceOfNu;
    double root = Math.sqrt(Math.max(0, half * half - a * c));
    return new Ratio(nu / delta, new Interval((half - root) / a, (half + root) / a), g);
  }

  /** {@return how many clusters the games form} */
  public int clusters() {
    return fit.clusters();
  }
}
