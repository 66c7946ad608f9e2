package mesa.uci;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
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

  /** Engines look at their node count now and then only, so as many more are nothing to wonder at. */
  private static final long NODES_BETWEEN_LOOKS = 10_000;

  private final Game game;
  private final Launch launch;
  private final Map<String, String> options;
  private final Patience patience;
  private final long memory;
  private final PositionCommand positions;
  private final Transcript transcript = new Transcript();
  private Engine engine;
  /** Processor time of earlier processes. */
  private long spentNanos;
  private long mostBytes;

  /**
   * Starts the engine.
   *
   * @param launch how its process is started
   * @param options asked for by the user, by name
   * @param memory megabytes that the process may have, or 0 for as many as it likes
   * @throws BadInputException if it has no such options, or lacks one that the game needs
   * @throws PlayerFault of kind {@link Kind#START} if it can't be started
   */
  EnginePlayer(Game game, Launch launch, Map<String, String> options, Patience patience, long memory) {
    this.game = game;
    this.launch = launch;
    this.options = options;
    this.patience = patience;
    this.memory = memory;
    this.positions = new PositionCommand(game.start().text());
    start();
  }

  private void start() {
    engine = new Engine(launch, patience, memory, transcript);
    try {
      engine.set(options);
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
      throw new BadInputException("\"" + launch.program() + "\" has no option " + option + ", without which it can't play "
          + game.name());
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
    start();
    try {
      begin(seed);
    } catch (PlayerFault e) {
      kill();
      throw e.kind() == Kind.CRASH ? new PlayerFault(Kind.START, e.getMessage()) : e;
    }
  }

  private void begin(long seed) {
    if (engine.has(SEED) && options.keySet().stream().noneMatch(SEED::equalsIgnoreCase)) {
      engine.setSeed(SEED, seed);
    }
    engine.newGame();
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    if (engine == null) {
      newGame(0);
    }
    Budget budget = meter.budget();
    Clock clock = budget.clock();
    long wait = clock != null ? clock.remainingNanos() + clock.marginNanos() + patience.graceNanos()
        : budget.equals(Budget.UNLIMITED) ? Long.MAX_VALUE : patience.answerNanos();
    String go = goCommand(budget, position.sideToMove());
    Engine.Result result;
    try {
      result = engine.search(positions.of(position), go, wait, mostNodes(budget), meter);
    } catch (PlayerFault e) {
      kill();
      throw e;
    }
    EngineInfo info = result.info();
    meter.chargeNodes(Math.max(0, info.nodes()));
    meter.claim(info.claim().expecting(info.distance(), info.mainLine()));
    if (result.told() && clock == null) {
      throw new PlayerFault(Kind.STALL, name() + " does not answer to \"" + go + "\" in "
          + patience.answerNanos() / 1_000_000 + " ms, until it is told to stop; perhaps it does not know that limit");
    }
    if (result.told() && clock.isPerMove()) {
      throw new PlayerFault(
          Kind.TIME, name() + " does not answer to \"" + go + "\" until it is told to stop, " + overrun(meter, clock));
    }
    int move = move(position, result);
    if (result.move().equals(info.favourite())) {
      meter.favour(move, Math.max(0, info.favouriteNodes()), info.favouriteNanos());
    }
    note(result, position.format(move), position, meter);
    return new Decision(move, info.value(), null);
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

  private String name() {
    return "\"" + launch.program() + "\"";
  }

  private int move(Position position, Engine.Result result) {
    String text = result.move();
    if (text.isEmpty() || result.cut()) {
      throw new PlayerFault(Kind.PROTOCOL, name() + " answers with "
          + (result.cut() ? "a line longer than " + LineReader.LONGEST + " bytes" : "bestmove alone"));
    }
    try {
      return position.parseMove(text);
    } catch (BadInputException e) {
      try {
        return position.parseMove(text.toLowerCase(Locale.ROOT));
      } catch (BadInputException again) {
        boolean understood = text.equals("0000") || text.equals("(none)") || looksLikeAMove(text, position);
        throw new PlayerFault(understood ? Kind.ILLEGAL : Kind.PROTOCOL, name() + " answers with \"" + shortened(text)
            + "\", which is no legal move in " + position.text());
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }

  /** Whether a text has letters and digits where a legal move has; more may follow, as after e7e8q. */
  private static boolean looksLikeAMove(String text, Position position) {
    String shape = shape(text);
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      if (shape.startsWith(shape(position.format(moves.get(i))))) {
        return true;
      }
    }
    return false;
  }

  private static String shape(String text) {
    return text.replaceAll("[A-Za-z]", "a").replaceAll("[0-9]", "0");
  }

  static String goCommand(Budget budget, int side) {
    StringBuilder go = new StringBuilder("go");
    if (budget.nodes() != Long.MAX_VALUE) {
      go.append(" nodes ").append(budget.nodes());
    }
    if (budget.depth() != Integer.MAX_VALUE) {
      go.append(" depth ").append(budget.depth());
    }
    Clock clock = budget.clock();
    if (clock != null) {
      if (clock.isPerMove()) {
        go.append(" movetime ").append(millis(clock));
      } else {
        Clock[] clocks = side == 0 ? new Clock[] {clock, clock.opponent()} : new Clock[] {clock.opponent(), clock};
        append(go, "time", clocks, EnginePlayer::millis);
        append(go, "inc", clocks, each -> each.incrementNanos() / 1_000_000);
        if (clock.movesToGo() > 0) {
          go.append(" movestogo ").append(clock.movesToGo());
        }
      }
    }
    return go.toString();
  }

  private static long millis(Clock clock) {
    return Math.max(1, clock.remainingNanos() / 1_000_000);
  }

  private static void append(StringBuilder go, String what, Clock[] clocks, ToLongFunction<Clock> millis) {
    for (int side = 0; side < clocks.length; side++) {
      if (clocks[side] != null) {
        go.append(side == 0 ? " w" : " b").append(what).append(' ').append(millis.applyAsLong(clocks[side]));
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
  public void close() {
    if (engine != null) {
      settle();
      engine.close();
      engine = null;
    }
  }
}
