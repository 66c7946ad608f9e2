package mesa.uci;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;
import mesa.core.Position;
import mesa.core.Warning;

/**
 * Plays an engine's moves. The process is there from the first and is started again when it is of no more use; what goes
 * wrong is told by a {@link PlayerFault}. Nodes are those that the engine claims, time is from {@code go} to its answer.
 */
final class EnginePlayer implements Player {
  /** An engine that reports so many times its nodes does not know {@code go nodes}, and is told to stop. */
  private static final long FAR_TOO_MANY = 2;

  /** An engine with an option of this name takes its randomness from it. */
  private static final String SEED = "Seed";

  /** An engine with an option of this name may want to know that it will ponder, to plan its time. */
  private static final String PONDER = "Ponder";

  /** Engines look at their node count now and then only, so as many more are nothing to wonder at. */
  private static final long NODES_BETWEEN_LOOKS = 10_000;

  private final Game game;
  private final EngineSetup setup;
  private final PositionCommand positions;
  private final Pondering pondering;
  private final Transcript transcript = new Transcript();
  private Engine engine;
  /** Whether the process has not been asked for anything yet. */
  private boolean isFresh;
  private Optional<Analysis> analysis = Optional.empty();
  /** Processor time of earlier processes. */
  private long spentNanos;
  private long mostBytes;

  /**
   * Starts the engine.
   *
   * @param game that it plays
   * @param setup what is wanted of it
   * @throws BadInputException if it has no such options, or lacks one that the game needs
   * @throws PlayerFault of kind {@link Kind#START} if it can't be started
   */
  EnginePlayer(Game game, EngineSetup setup) {
    this.game = game;
    this.setup = setup;
    this.positions = new PositionCommand(game.start().text());
    this.pondering = new Pondering(positions);
    start();
  }

  private void start() {
    engine = new Engine(setup.launch(), setup.patience(), setup.memory(), transcript);
    isFresh = true;
    try {
      engine.set(setup.options());
      if (setup.ponders() && engine.has(PONDER) && !setup.hasOption(PONDER)) {
        engine.set(Map.of(PONDER, "true"));
      }
      game.engineOptions().keySet().forEach(this::require);
      engine.set(game.engineOptions());
      engine.getReady();
    } catch (BadInputException | PlayerFault e) {
      close();
      throw e;
    }
  }

  private void require(String option) {
    if (!engine.has(option)) {
      throw new BadInputException(setup.name() + " has no option " + option + ", without which it can't play " + game.name());
    }
  }

  @Override
  public boolean isSupervised() {
    return true;
  }

  @Override
  public List<String> transcript() {
    return transcript.lines();
  }

  @Override
  public void newGame(long seed) {
    transcript.beginGame();
    endGame();
    if (setup.restart() == EngineSetup.Restart.ON && !isFresh) {
      close();
    }
    if (engine != null) {
      try {
        begin(seed);
        return;
      } catch (PlayerFault e) {
        kill();
        if (e.kind() != Kind.CRASH) {
          throw e;
        }
        // It has ended since its last answer, which cost nobody anything; this game gets a fresh one.
      }
    }
    startAgain();
    try {
      begin(seed);
    } catch (PlayerFault e) {
      kill();
      throw e.kind() == Kind.CRASH ? new PlayerFault(Kind.START, e.getMessage()) : e;
    }
  }

  private void startAgain() {
    if (setup.restart() == EngineSetup.Restart.OFF) {
      throw new PlayerFault(Kind.START, setup.name() + " has ended or been given up, and restart=off");
    }
    try {
      start();
    } catch (BadInputException e) { // The program is another than it was.
      throw new PlayerFault(Kind.START, e.getMessage());
    }
  }

  private void begin(long seed) {
    isFresh = false;
    if (engine.has(SEED) && !setup.hasOption(SEED)) {
      engine.setSeed(SEED, seed);
    }
    engine.newGame();
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    analysis = Optional.empty();
    if (engine == null) {
      newGame(0);
    }
    Budget budget = meter.budget();
    Clock clock = budget.clock();
    String go = GoText.of(budget, position.sideToMove());
    Engine.Result result;
    try {
      result = ask(positions.of(position), go, meter);
    } catch (PlayerFault e) {
      kill();
      throw e;
    }
    EngineInfo info = result.info();
    meter.chargeNodes(Math.max(0, info.nodes()));
    meter.claim(info.claim().expecting(info.distance(), info.mainLine()));
    if (result.told() && clock == null) {
      throw new PlayerFault(Kind.STALL, setup.name() + " does not answer to \"" + go + "\" in "
          + setup.patience().answerNanos() / 1_000_000 + " ms, until it is told to stop; perhaps it does not know that limit");
    }
    if (result.told() && clock.isPerMove()) {
      throw new PlayerFault(
          Kind.TIME, setup.name() + " does not answer to \"" + go + "\" until it is told to stop, " + overrun(meter, clock));
    }
    int move = AnswerMove.of(setup.name(), result, position);
    if (setup.ponders()) {
      pondering.begin(engine, position, move, result.expected(), meter);
    }
    if (result.move().equals(info.favourite())) {
      meter.favour(move, Math.max(0, info.favouriteNodes()), info.favouriteNanos());
    }
    note(result, position.format(move), position, meter);
    analysis = EngineAnalysis.of(info, move, position);
    return new Decision(move, info.value(), null);
  }

  @Override
  public Optional<Analysis> analysis() {
    return analysis;
  }

  private Engine.Result ask(String position, String go, Meter meter) {
    Clock clock = meter.budget().clock();
    long wait = clock != null ? clock.remainingNanos() + clock.marginNanos() + setup.patience().graceNanos()
        : meter.budget().equals(Budget.UNLIMITED) ? Long.MAX_VALUE : setup.patience().answerNanos();
    return pondering.hits(position, meter)
        ? engine.ponderHit(wait, meter)
        : engine.search(position, go, wait, mostNodes(meter.budget()), meter);
  }

  private static void note(Engine.Result result, String move, Position position, Meter meter) {
    if (result.dropped() > 0) {
      meter.warn(new Warning("dropped", "bestmove came " + result.dropped() + " times before the question"));
    }
    if (!result.move().equals(move)) {
      meter.warn(new Warning("notation", "the answer \"" + result.move() + "\" is written " + move));
    }
    new ClaimCheck(meter).check(result.info(), result.move(), position);
  }

  private static String overrun(Meter meter, Clock clock) {
    return (meter.elapsedNanos() - clock.remainingNanos()) / 1_000_000 + " ms late";
  }

  private static long mostNodes(Budget budget) {
    return budget.nodes() > Long.MAX_VALUE / FAR_TOO_MANY - NODES_BETWEEN_LOOKS
        ? Long.MAX_VALUE
        : FAR_TOO_MANY * budget.nodes() + NODES_BETWEEN_LOOKS;
  }

  /** An engine that does not stop pondering, or has failed meanwhile, is of no more use; that game it has not lost. */
  @Override
  public void endGame() {
    if (engine != null) {
      try {
        pondering.end();
      } catch (PlayerFault e) {
        kill();
      }
    }
  }

  /** After a fault there is nothing to be polite about. */
  private void kill() {
    if (engine != null) {
      settle();
      engine.kill();
      engine = null;
    }
  }

  /** Takes what the engine has spent down, before it ends. */
  private void settle() {
    pondering.settle();
    spentNanos += engine.cpuNanos();
    mostBytes = peakBytesElsewhere();
  }

  @Override
  public long peakBytesElsewhere() {
    return engine == null ? mostBytes : Math.max(mostBytes, engine.mostBytes());
  }

  @Override
  public long cpuNanosElsewhere() {
    return spentNanos + (engine == null ? 0 : engine.cpuNanos());
  }

  @Override
  public long ponderNanosElsewhere() {
    return pondering.spentNanos();
  }

  @Override
  public void close() {
    if (engine != null) {
      settle();
      engine.close();
      engine = null;
    }
  }
}
