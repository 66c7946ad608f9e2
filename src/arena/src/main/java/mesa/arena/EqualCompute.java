package mesa.arena;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.Registry;
import mesa.core.Spec;

/**
 * Finds the budget with which one player spends as much on a move as another, by trial games between the two: what is
 * then played has counted budgets, so that its games can be repeated, even where what is to be equal is time.
 */
public final class EqualCompute {
  private static final int TRIAL_PAIRS = 4;
  private static final int MOST_ROUNDS = 6;
  private static final double CLOSE_ENOUGH = 0.02;
  private static final int MOST_PLIES = 1000;

  // Time is measured over so long, after all loops have had time to be compiled.
  private static final long FIRST_WARM_UP_NANOS = 2_000_000_000;
  private static final long WARM_UP_NANOS = 200_000_000;
  private static final long MEASURED_NANOS = 500_000_000;

  private final Game game;
  private final Registry registry;
  private final Unit unit;
  private final long seed;
  private final List<Opening> openings;
  private final Fingerprint fingerprint = new Fingerprint();

  /** What is to be equal. */
  public enum Unit {
    /** Nodes, as each player counts them. */
    NODES(Cost::nodes),
    /** Calls of the evaluator. */
    EVALS(Cost::evaluations),
    /** Steps of inner loops. */
    TICKS(Cost::ticks),
    /** Processor time. */
    CPU(Cost::cpuNanos),
    /** Time by the clock. */
    WALL(Cost::nanos);

    private final ToLongFunction<Cost> amount;

    Unit(ToLongFunction<Cost> amount) {
      this.amount = amount;
    }

    /** {@return what a move costs in this unit, on average} */
    double perMove(Cost cost) {
      return cost.moves() == 0 ? 0 : (double) amount.applyAsLong(cost) / cost.moves();
    }

    /** {@return whether it is measured and not counted: then it takes a while, and no two trials are alike} */
    boolean isTime() {
      return this == CPU || this == WALL;
    }

    /** {@return the unit that a word stands for} */
    static Unit parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** {@return the word by which it is chosen} */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Prepares.
   *
   * @param game that is played
   * @param registry knows the players
   * @param unit what is to be equal
   * @param openings where trial games begin, as for {@link TournamentBuilder#openings}
   * @param seed of the trial games
   */
  public EqualCompute(Game game, Registry registry, Unit unit, String openings, long seed) {
    this.game = game;
    this.registry = registry;
    this.unit = unit;
    this.seed = seed;
    this.openings = Openings.find(game, openings, TRIAL_PAIRS, seed, TournamentBuilder.USUAL_OPENING_PLIES);
  }

  /**
   * Changes a player's budget until it spends what another does.
   *
   * @param reference the other, which stays as it is
   * @param spec the player; its budget says what is to be changed ({@code nodes}, {@code evals}, {@code ticks}) and where
   *     to begin
   * @return the player with another budget
   * @throws BadInputException if it has no such budget, or one of the two spends nothing of that unit, or ponders
   */
  public Spec matched(Entrant reference, Spec spec) {
    requireNoPondering(reference.spec());
    requireNoPondering(spec);
    String option = List.of("nodes", "evals", "ticks").stream().filter(spec::has).findFirst().orElseThrow(() ->
        new BadInputException("\"" + spec + "\" has no budget that can be changed; write nodes=, evals= or ticks="));
    Spec best = spec;
    double bestOff = Double.POSITIVE_INFINITY;
    Spec next = spec;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Cost[] costs = trial(reference, registry.entrant(game, next.toString()), round == 0 ? FIRST_WARM_UP_NANOS : WARM_UP_NANOS);
      double wanted = unit.perMove(costs[0]);
      double spent = unit.perMove(costs[1]);
      if (wanted == 0 || spent == 0) {
        throw new BadInputException("\"" + (wanted == 0 ? reference.spec() : next) + "\" spends no " + unit
            + ", so nothing can be equal in that");
      }
      double off = Math.abs(Math.log(spent / wanted));
      if (off < bestOff) {
        bestOff = off;
        best = next;
      }
      long now = Long.parseLong(next.options().get(option));
      long then = Math.max(1, Math.round(now * wanted / spent));
      if (off < CLOSE_ENOUGH || then == now) {
        break;
      }
      next = next.with(option, "" + then);
    }
    return best;
  }

  /**
   * Refuses a player that thinks in its opponent's time, where what moves cost is compared.
   *
   * @throws BadInputException if an option {@code ponder} of it, or of a player that it is made of, is on
   */
  static void requireNoPondering(Spec spec) {
    spec.options().forEach((option, value) -> {
      boolean isPlayers = option.equals("ponder") || option.endsWith(".ponder") && !option.contains("option.");
      if (isPlayers && (value.equals("true") || value.equals("on"))) {
        throw new BadInputException("\"" + spec + "\" thinks in its opponent's time too, and so spends more than its moves; for "
            + "equal spending leave " + option + "=" + value + " out");
      }
    });
  }

  /** {@return what both spend in some games against each other, once they are warm} */
  private Cost[] trial(Entrant one, Entrant other, long warmUpNanos) {
    Cost[] costs = {Cost.NONE, Cost.NONE};
    Referee referee = new Referee(new Terms(game, Adjudication.NONE, MOST_PLIES, false, false, FlagRule.LOSS,
        TournamentBuilder.USUAL_PATIENCE_NANOS,
        InstantSource.system(), System::nanoTime), OwnThreads.ofCaller());
    try (Player first = one.newPlayer(); Player second = other.newPlayer()) {
      Seat[] seats = {new Seat(one, first, null), new Seat(other, second, null)};
      int round = 0;
      long from = System.nanoTime();
      do {
        playPair(referee, seats, round++, new Cost[] {Cost.NONE, Cost.NONE});
      } while (unit.isTime() && System.nanoTime() - from < warmUpNanos);
      from = System.nanoTime();
      int last = round + TRIAL_PAIRS;
      while (round < last || unit.isTime() && System.nanoTime() - from < MEASURED_NANOS) {
        playPair(referee, seats, round++, costs);
      }
    }
    return costs;
  }

  private void playPair(Referee referee, Seat[] seats, int round, Cost[] costs) {
    for (int seat = 0; seat < 2; seat++) {
      PlayedGame played = referee.play("trial", new Fixture(2 * round + seat, round, seat, 0, seat, 1 - seat),
          openings.get(round % openings.size()), seats[seat], seats[1 - seat],
          fingerprint.seed(seed, "trial", round, seat, 0), fingerprint.seed(seed, "trial", round, seat, 1));
      costs[seat] = costs[seat].plus(played.firstCost());
      costs[1 - seat] = costs[1 - seat].plus(played.secondCost());
    }
  }
}
