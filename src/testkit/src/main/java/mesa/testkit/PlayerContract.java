package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Player} has to fulfil, checked on positions drawn from seeded random games and in games against
 * itself. A player extends this once for each spec that is worth it, and overrides the hooks where it promises more or
 * less. Time passes on a clock of the test's own, a millisecond a reading.
 *
 * <p>How well it plays is not asked here.
 */
public abstract class PlayerContract {
  private static final float POLICY_TOLERANCE = 1e-4f;
  private static final long NANOS_PER_READING = 1_000_000;
  private static final int READINGS_OF_A_MOVE = 60;
  private static final int READINGS_TOO_MANY = 10;
  private static final int MOST_OF_FEW_NODES = 64;
  private static final int POSITIONS_FOR_MANY_BUDGETS = 3;
  private static final int PLIES_AGAINST_ITSELF = 12;
  private static final long MILLIS_FOR_A_THREAD_TO_END = 3_000;

  private final Game game;
  private final Entrant entrant;

  /**
   * Names the player.
   *
   * @param game what it plays
   * @param spec the player, registered or {@code class:...}, as a tournament would name it
   */
  protected PlayerContract(Game game, String spec) {
    this.game = game;
    entrant = Registry.load().entrant(game, spec);
  }

  /** {@return how many random positions the player is asked about with each budget} */
  protected int samples() {
    return 25;
  }

  /** {@return after how many plies the random games are broken off that the positions are drawn from} */
  protected int plies() {
    return 80;
  }

  /** {@return positions that the player is asked about too, as texts} */
  protected List<String> positions() {
    return List.of();
  }

  /** {@return the seed of all randomness in these tests} */
  protected long seed() {
    return 1;
  }

  /** {@return what the player is given to spend; by default its own budget, one node, and 100 nodes} */
  protected List<Budget> budgets() {
    return List.of(entrant.budget(), Budget.ofNodes(1), Budget.ofNodes(100));
  }

  /** {@return whether each choice with its own budget spends a node, an evaluation or a tick, as real work does} */
  protected boolean countsWork() {
    return true;
  }

  /** {@return the least share of a node budget that is spent where the position is not {@linkplain #isDecided decided}} */
  protected double leastShareOfNodes() {
    return 0;
  }

  /**
   * Says where the player may stop before its node budget is spent.
   *
   * @param position where the game goes on
   * @return whether there is nothing to search for; by default whether there is only one move
   */
  protected boolean isDecided(Position position) {
    return Moves.of(position).size() == 1;
  }

  /** {@return whether equal seeds give equal games; only players beyond Mesa's control have reason to say no} */
  protected boolean isRepeatable() {
    return true;
  }

  /** With every budget the move is legal, the value in range and the policy a distribution over the legal moves. */
  @Test
  public final void choose_withAnyBudget_givesASoundDecision() {
    ask(budgets(), (player, position, meter, decision) -> assertSound(position, decision));
  }

  /** No count exceeds its budget, and work is counted. */
  @Test
  public final void choose_withAnyBudget_keepsToItAndCountsWork() {
    ask(budgets(), (player, position, meter, decision) -> {
      Budget budget = meter.budget();
      assertThat(meter.nodes()).as("nodes").isLessThanOrEqualTo(budget.nodes());
      assertThat(meter.evaluations()).as("evaluations").isLessThanOrEqualTo(budget.evaluations());
      assertThat(meter.ticks()).as("ticks").isLessThanOrEqualTo(budget.ticks());
      if (countsWork() && budget.equals(entrant.budget())) {
        assertThat(meter.nodes() + meter.evaluations() + meter.ticks()).as("nodes, evaluations and ticks").isPositive();
      }
    });
  }

  /** A node budget is spent to the promised share, unless there is nothing to search for. */
  @Test
  public final void choose_whereUndecided_spendsItsNodes() {
    assumeTrue(leastShareOfNodes() > 0, "this player does not promise to spend its nodes");
    List<Budget> limited = budgets().stream().filter(budget -> budget.nodes() < Long.MAX_VALUE).toList();
    ask(limited, (player, position, meter, decision) -> {
      if (!isDecided(position)) {
        long nodes = meter.budget().nodes();
        assertThat(meter.nodes()).as("nodes spent of %d", nodes)
            .isGreaterThanOrEqualTo((long) Math.ceil(leastShareOfNodes() * nodes));
      }
    });
  }

  /** With time alone for a budget, or none left at all, there is still an answer. */
  @Test
  public final void choose_againstTheClock_givesASoundDecision() {
    List<Budget> clocks = List.of(
        Budget.UNLIMITED.withClock(Clock.perMove(20 * NANOS_PER_READING)),
        Budget.UNLIMITED.withClock(new Clock(100 * NANOS_PER_READING, 0, 0)),
        Budget.UNLIMITED.withClock(Clock.perMove(0)));
    ask(clocks, (player, position, meter, decision) -> assertSound(position, decision));
  }

  /** Every small node budget there is: a legal move, and no node more. */
  @Test
  public final void choose_withOneToManyNodes_givesASoundDecisionWithinThem() {
    List<Budget> small = IntStream.rangeClosed(1, MOST_OF_FEW_NODES).mapToObj(Budget::ofNodes).toList();
    List<Position> few = sample().stream().limit(POSITIONS_FOR_MANY_BUDGETS).toList();
    ask(small, few, (player, position, meter, decision) -> {
      assertSound(position, decision);
      assertThat(meter.nodes()).as("nodes").isLessThanOrEqualTo(meter.budget().nodes());
    });
  }

  /** Once its time is up a player answers; it may look at the clock a few times more. */
  @Test
  public final void choose_againstTheClock_answersInTime() {
    Budget budget = Budget.UNLIMITED.withClock(Clock.perMove(READINGS_OF_A_MOVE * NANOS_PER_READING));
    ask(List.of(budget), sample(), (player, position, meter, decision) ->
        assertThat(meter.elapsedNanos() / NANOS_PER_READING).as("milliseconds, with one reading of the clock in each")
            .isLessThanOrEqualTo(READINGS_OF_A_MOVE + READINGS_TOO_MANY));
  }

  /** What a search tells of itself fits its answer and the rules. */
  @Test
  public final void analysis_afterAChoice_isSound() {
    ask(budgets(), (player, position, meter, decision) ->
        player.analysis().ifPresent(analysis -> AnalysisChecks.check(analysis, position, decision)));
  }

  /** Stopped before it began, a player spends nothing and answers. */
  @Test
  public final void choose_withAStoppedMeter_givesASoundDecision() {
    try (Player player = entrant.newPlayer()) {
      player.newGame(seed());
      for (Position position : sample()) {
        Meter meter = start(entrant.budget());
        meter.stop();
        Position given = position.copy();
        Decision decision = player.choose(given, meter);
        at(position, "a stopped meter", () -> {
          assertThat(given.hash()).as("hash of the position that was given").isEqualTo(position.hash());
          assertSound(position, decision);
        });
      }
    }
  }

  /** Equal seeds give equal games and equal counts: twice in one player, and in another that has played before. */
  @Test
  public final void newGame_withTheSameSeed_repeatsMovesAndCounts() {
    assumeTrue(isRepeatable(), "this player says that it can't repeat itself");
    try (Player player = entrant.newPlayer(); Player other = entrant.newPlayer()) {
      List<String> first = selfPlay(player, seed());
      assertThat(selfPlay(player, seed())).as("the same player's second game").isEqualTo(first);
      selfPlay(other, seed() + 1);
      sample().stream().limit(3).forEach(position -> other.choose(position.copy(), start(entrant.budget())));
      assertThat(selfPlay(other, seed())).as("a game of a player that has played others").isEqualTo(first);
    }
  }

  /**
   * A closed player leaves no thread and no process behind.
   *
   * @throws InterruptedException if the test run is cancelled
   */
  @Test
  public final void close_afterAGame_leavesNothingRunning() throws InterruptedException {
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    Set<ProcessHandle> processesBefore = ProcessHandle.current().children().collect(Collectors.toSet());
    try (Player player = entrant.newPlayer()) {
      selfPlay(player, seed());
    }
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(PlayerContract::belongsToTheJvm);
    for (Thread thread : left) {
      thread.join(MILLIS_FOR_A_THREAD_TO_END);
      assertThat(thread.isAlive()).as("%s still runs after close", thread).isFalse();
    }
    assertThat(ProcessHandle.current().children().filter(process -> !processesBefore.contains(process)))
        .as("processes left after close").isEmpty();
  }

  private static boolean belongsToTheJvm(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null || group.getName().equals("system") || group.getName().equals("InnocuousThreadGroup");
  }

  private void assertSound(Position position, Decision decision) {
    Moves legal = Moves.of(position);
    assertThat(legal.contains(decision.move())).as("move %d is one of %s", decision.move(), legal).isTrue();
    if (!Float.isNaN(decision.value())) {
      assertThat(decision.value()).as("value").isBetween(-1f, 1f);
    }
    float[] policy = decision.policy();
    if (policy != null) {
      assertThat(policy).as("policy over %s", legal).hasSize(legal.size());
      double sum = IntStream.range(0, policy.length).mapToDouble(i -> policy[i]).sum();
      assertThat((float) sum).as("sum of policy %s", Arrays.toString(policy)).isCloseTo(1, within(POLICY_TOLERANCE));
      assertThat(IntStream.range(0, policy.length)).as("policy is nowhere negative").allMatch(i -> policy[i] >= 0);
    }
  }

  /** What is checked about one choice. */
  private interface Check {
    void of(Player player, Position position, Meter meter, Decision decision);
  }

  private void ask(List<Budget> budgets, Check check) {
    ask(budgets, sample(), check);
  }

  private void ask(List<Budget> budgets, List<Position> positions, Check check) {
    for (Budget budget : budgets) {
      try (Player player = entrant.newPlayer()) {
        player.newGame(seed());
        for (Position position : positions) {
          at(position, budget.toString(), () -> {
            Meter meter = start(budget);
            Position given = position.copy();
            Decision decision = player.choose(given, meter);
            assertThat(List.of(given.hash(), given.movesMade())).as("hash and moves made of the position that was given")
                .isEqualTo(List.of(position.hash(), position.movesMade()));
            check.of(player, position, meter, decision);
          });
        }
      }
    }
  }

  private void at(Position position, String budget, Runnable check) {
    Where.check(() -> "by " + entrant + " with " + budget + " in " + position.text(), check);
  }

  private List<String> selfPlay(Player player, long seed) {
    player.newGame(seed);
    Position position = game.start();
    List<String> log = new ArrayList<>();
    for (int ply = 0; ply < PLIES_AGAINST_ITSELF && !position.outcome().isOver(); ply++) {
      Meter meter = start(entrant.budget());
      Decision decision = player.choose(position.copy(), meter);
      log.add(position.format(decision.move()) + " value " + decision.value() + " policy "
          + Arrays.toString(decision.policy()) + " nodes " + meter.nodes() + " evaluations " + meter.evaluations()
          + " ticks " + meter.ticks());
      position.make(decision.move());
    }
    return log;
  }

  private List<Position> sample() {
    return new RandomGames(game, positions(), 8, plies(), seed()).sample(samples());
  }

  private static Meter start(Budget budget) {
    return budget.start(new LongSupplier() {
      private long now;

      @Override
      public long getAsLong() {
        return now += NANOS_PER_READING;
      }
    });
  }
}
