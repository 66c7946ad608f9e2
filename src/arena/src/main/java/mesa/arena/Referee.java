package mesa.arena;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import mesa.core.Budget;
import mesa.core.Claim;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Plays one game after another on one thread. It trusts no player: each gets a copy of the position, every move is
 * looked up among the legal ones, and whatever a player throws costs it the game and nobody else anything.
 */
final class Referee {
  /** Longer messages of exceptions are cut. */
  private static final int LONGEST_WHY = 300;

  private final Game game;
  private final String usualStart;
  private final Adjudicator adjudicator;
  private final int maxPlies;
  private final boolean enforcesBudgets;
  private final boolean notesLines;
  private final InstantSource wallClock;
  private final LongSupplier nanoClock;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Moves legal = new Moves();
  private final StringBuilder text = new StringBuilder();
  private final ProcessorShare processorShare = new ProcessorShare();

  private final long patienceNanos;

  /** What is being waited for; {@link #stop} and the watchdog are other threads. */
  private final AtomicReference<Call> call = new AtomicReference<>();

  private volatile boolean stopped;

  // The game that is being played.
  private String id;
  private Fixture fixture;
  private Opening opening;
  private final long[] seeds = new long[2];
  private long startMillis;
  private long startNanos;
  private int movesFrom;
  private final Table[] tables;
  private MoveLog log;
  private List<Warned> warnings;
  private Outcome outcome;
  private End end;
  private int culprit;
  private String why;

  /** What the referee notes about one seat. */
  private static final class Table {
    Entrant entrant;
    Player player;
    final Ledger ledger;
    /** Runs while the player thinks, or null if each move has a budget of its own. */
    GameClock clock;
    boolean supervised;

    Table(OwnThreads threads) {
      ledger = new Ledger(threads);
    }

    void sit(Seat seat) {
      entrant = seat.entrant();
      player = seat.player();
      clock = seat.control() == null ? null : new GameClock(seat.control());
      supervised = player.isSupervised();
      ledger.open(entrant, player, seat.bytes());
    }

    Budget budget(Table opponent) {
      return clock == null ? entrant.budget() : entrant.budget(clock.shown(opponent.clock));
    }
  }

  /**
   * A player and the entrant it was made from.
   *
   * @param entrant sets its budget
   * @param player its own thread's
   * @param control of its game clock, or null for budgets a move
   * @param bytes that making the player took of Java's heap
   */
  record Seat(Entrant entrant, Player player, TimeControl control, long bytes) {
    /** Takes a player of which nobody asks how much memory making it took. */
    Seat(Entrant entrant, Player player, TimeControl control) {
      this(entrant, player, control, 0);
    }
  }

  /**
   * Hires a referee.
   *
   * @param game what is played
   * @param adjudication by what rules games end early
   * @param maxPlies after so many moves by the players a game is called a draw
   * @param enforcesBudgets whether a move beyond its budget loses the game
   * @param notesLines whether main lines are noted
   * @param patienceNanos how long a player in this process may go on without a sign; for whoever watches
   * @param wallClock dates games
   * @param nanoClock measures moves
   * @param threads that players start
   */
  Referee(Game game, Adjudication adjudication, int maxPlies, boolean enforcesBudgets, boolean notesLines,
      long patienceNanos, InstantSource wallClock, LongSupplier nanoClock, OwnThreads threads) {
    this.game = game;
    this.usualStart = game.start().text();
    this.adjudicator = new Adjudicator(adjudication);
    this.maxPlies = maxPlies;
    this.enforcesBudgets = enforcesBudgets;
    this.notesLines = notesLines;
    this.patienceNanos = patienceNanos;
    this.wallClock = wallClock;
    this.nanoClock = nanoClock;
    tables = new Table[] {new Table(threads), new Table(threads)};
  }

  /** Breaks the game off, as soon as the player on the move answers. May be called by any thread. */
  void stop() {
    stopped = true;
    Call running = call.get();
    if (running != null) {
      running.stop();
    }
  }

  /** {@return what is being waited for, or null} */
  Call call() {
    return call.get();
  }

  /**
   * Plays a game.
   *
   * @param id of the game
   * @param fixture which game it is
   * @param opening where it begins
   * @param first in seat 0
   * @param second in seat 1
   * @param firstSeed of seat 0
   * @param secondSeed of seat 1
   * @return the game, or null if it was broken off
   * @throws StartFault if a player could not be started, so that there was no game
   */
  PlayedGame play(
      String id, Fixture fixture, Opening opening, Seat first, Seat second, long firstSeed, long secondSeed) {
    this.id = id;
    this.fixture = fixture;
    this.opening = opening;
    seeds[0] = firstSeed;
    seeds[1] = secondSeed;
    startMillis = wallClock.millis();
    startNanos = nanoClock.getAsLong();
    processorShare.start(startNanos);
    tables[0].sit(first);
    tables[1].sit(second);
    adjudicator.begin();
    log = new MoveLog();
    warnings = List.of();
    text.setLength(0);
    text.append(opening.start() == null ? usualStart : opening.start()).append('\n');
    movesFrom = text.length();
    text.append(opening.text());
    for (int i = 0; i < opening.moves().length; i++) {
      log.opening();
    }
    end = null;
    if (begin(0) && begin(1)) {
      tables[0].ledger.begin();
      tables[1].ledger.begin();
      playOut(opening.position(game), opening.moves().length);
    }
    end(0);
    end(1);
    if (stopped) {
      return null;
    }
    long endNanos = nanoClock.getAsLong();
    return played(endNanos, processorShare.at(endNanos));
  }

  /**
   * Ends the game of a player that does not answer, in place of the thread that waits for it: that one must not be waited
   * for any more, and when it comes back after all it finds {@link Left} thrown.
   *
   * @param unanswered what it waits for
   * @param nanos how long, about
   * @return the game, lost by that player; null if the answer has just come
   */
  PlayedGame leave(Call unanswered, long nanos) {
    if (!call.compareAndSet(unanswered, null)) {
      return null;
    }
    int seat = unanswered.seat();
    if (unanswered.meter() != null) {
      tables[seat].ledger.leave(unanswered.meter(), nanos);
    }
    end(1 - seat);
    lose(seat, End.STALL, silence(unanswered) + ", nor when told to stop; its thread was left behind");
    return played(nanoClock.getAsLong(), processorShare.last());
  }

  private String silence(Call late) {
    return late.mostNanos() == Call.WHILE_BUSY
        ? "no answer and nothing spent in " + seconds(patienceNanos)
        : "no answer in " + seconds(late.mostNanos());
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " s";
  }

  /** Thrown where a thread comes back from a player that was no longer waited for: the game is another's by now. */
  static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1;

    Left() {
      super("too late", null, false, false);
    }
  }

  private PlayedGame played(long endNanos, double share) {
    Cost firstCost = tables[0].ledger.close(share);
    Cost secondCost = tables[1].ledger.close(share);
    return new PlayedGame(
        fixture.index(),
        id,
        fixture.opening(),
        seeds[0],
        seeds[1],
        fixture.first(),
        fixture.second(),
        outcome,
        end,
        culprit,
        why,
        opening.start(),
        text.substring(movesFrom),
        opening.moves().length,
        fingerprint.of(text.toString()),
        startMillis,
        endNanos - startNanos,
        tables[0].ledger.use(),
        tables[1].ledger.use(),
        firstCost,
        secondCost,
        adjudicator.shadows(),
        warnings,
        log);
  }

  /** {@return by how much the flag of the one who lost the game that was played last had fallen; 0 without a clock} */
  long lateNanos() {
    GameClock clock = culprit < 0 ? null : tables[culprit].clock;
    return clock == null ? 0 : clock.lateNanos();
  }

  /** Dismisses whoever helped it. */
  void close() {
    adjudicator.close();
  }

  /** A player that could not be started. */
  static final class StartFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Who it is, 0 or 1. */
    final int seat;

    StartFault(int seat, RuntimeException cause) {
      super(cause.getMessage(), cause);
      this.seat = seat;
    }
  }

  private boolean begin(int seat) {
    Player player = tables[seat].player;
    Call asked = ask(new Call(seat, null, tables[seat].supervised ? Call.UNWATCHED : Call.WHILE_BUSY));
    Throwable thrown = null;
    tables[seat].ledger.beforeReady();
    try {
      player.newGame(seeds[seat]);
    } catch (Throwable whatever) { // Whatever a player throws, errors too, is its own loss.
      thrown = whatever;
    }
    tables[seat].ledger.afterReady();
    answered(asked);
    if (thrown instanceof PlayerFault fault && fault.kind() == PlayerFault.Kind.START) {
      throw new StartFault(seat, fault);
    }
    if (asked.isLate()) {
      lose(seat, End.STALL, silence(asked) + " until told to stop");
    } else if (thrown != null) {
      crash(seat, thrown);
    }
    return end == null;
  }

  /** Whoever thinks elsewhere is to stop that: the processor is somebody else's now. */
  private void end(int seat) {
    if (tables[seat].supervised) {
      try {
        tables[seat].player.endGame();
      } catch (RuntimeException | Error e) {
        // The game has its result, whatever a player does after it.
      }
    }
  }

  private Call ask(Call newCall) {
    call.set(newCall);
    return newCall;
  }

  /** Takes a call back, unless somebody else has: then the game is no longer this thread's. */
  private void answered(Call asked) {
    if (!call.compareAndSet(asked, null)) {
      throw new Left();
    }
    if (asked.isLate()) {
      synchronized (asked) { // Whoever interrupts does so within, and before looking whether the call is still there.
        Thread.interrupted();
      }
    }
  }

  /** Interrupts a thread if it still waits for the answer to a call. */
  void interrupt(Thread waiting, Call unanswered) {
    synchronized (unanswered) {
      if (call.get() == unanswered) {
        waiting.interrupt();
      }
    }
  }

  /** {@return how long an answer may take before there will be none} */
  private long most(Table table, Budget budget) {
    if (table.supervised) {
      return Call.UNWATCHED;
    }
    if (budget.clock() == null) {
      return Call.WHILE_BUSY;
    }
    // Under a game clock the game is lost by then; a time for each move may be overrun.
    return budget.clock().remainingNanos()
        + (table.clock == null ? patienceNanos : table.clock.marginNanos() + Watchdog.graceNanos(patienceNanos));
  }

  private void playOut(Position position, int book) {
    while (!stopped) {
      if (position.outcome().isOver()) {
        finish(position.outcome(), End.NORMAL, -1, position.ending());
        return;
      }
      if (log.size() - book >= maxPlies) {
        finish(Outcome.DRAWN, End.ADJUDICATED, -1, "no end after " + maxPlies + " moves");
        return;
      }
      int seat = position.sideToMove();
      int move = ask(seat, position);
      if (end != null || stopped) {
        return;
      }
      if (text.charAt(text.length() - 1) != '\n') {
        text.append(' ');
      }
      text.append(position.format(move));
      position.make(move);
      if (!position.outcome().isOver()) {
        Verdict verdict = adjudicator.moved(seat, log.score(log.size() - 1), position, log.size());
        if (verdict != null) {
          finish(verdict.outcome(), End.ADJUDICATED, -1, verdict.why());
          return;
        }
      }
    }
  }

  /** Has a player choose; a move that costs it the game sets {@link #end}. */
  private int ask(int seat, Position position) {
    Table table = tables[seat];
    Position copy = position.copy();
    Budget budget = table.budget(tables[1 - seat]);
    Meter running = budget.start(nanoClock);
    Call asked = ask(new Call(seat, running, most(table, budget)));
    if (stopped) { // Looked at after the call is in place, so that a stop meets either this or the meter.
      call.set(null);
      return 0;
    }
    Decision decision = null;
    Throwable thrown = null;
    table.ledger.before();
    try {
      decision = table.player.choose(copy, running);
    } catch (Throwable whatever) { // As above.
      thrown = whatever;
    }
    answered(asked);
    long nanos = running.elapsedNanos();
    long cpuNanos = table.ledger.after(running, nanos);
    warnings = Warned.and(warnings, seat, log.size(), running.warnings());
    if (table.clock != null) {
      table.clock.spend(nanos);
    }
    if (asked.isLate() && table.clock == null) {
      lose(seat, End.STALL, silence(asked) + " until told to stop");
    } else if (asked.isLate() && table.clock.hasFallen()) {
      lose(seat, End.TIME, "the flag fell " + table.clock.lateMillis() + " ms before an answer, and that had to be asked for");
    } else if (thrown != null) {
      crash(seat, thrown);
    } else if (table.clock != null && table.clock.hasFallen()) {
      lose(seat, End.TIME, "the flag fell " + table.clock.lateMillis() + " ms before the move");
    } else if (decision == null) {
      lose(seat, End.PROTOCOL, "no decision");
    } else if (!isLegal(position, decision.move())) {
      lose(seat, End.ILLEGAL, "move " + decision.move() + " is not legal in " + position.text());
    } else {
      if (table.clock != null) {
        table.clock.moved();
      }
      BudgetUse use = BudgetUse.of(running, nanos, legal.size() == 1);
      table.ledger.use(use);
      if (enforcesBudgets && use.breach() != null) {
        lose(seat, End.BUDGET, use.breach());
        return 0;
      }
      int score = Float.isNaN(decision.value()) ? MoveLog.NO_SCORE : Score.of(decision.value());
      log.add(seat, running.nodes(), running.evaluations(), running.ticks(), nanos, score);
      log.cpu(cpuNanos);
      log.ponder(table.ledger.ponderNanos());
      log.claim(expected(seat, running.claim(), decision, position));
      return decision.move();
    }
    return 0;
  }

  /** {@return what a player says of its search, with what it expects; asked for off the clock, and watched like a start} */
  private Claim expected(int seat, Claim said, Decision decision, Position position) {
    if (!notesLines && (said.distance() != 0 || Math.abs(decision.value()) != 1)) {
      return said;
    }
    Table table = tables[seat];
    Call asked = ask(new Call(seat, null, table.supervised ? Call.UNWATCHED : Call.WHILE_BUSY));
    Claim whole = Expectation.of(said, table.player, decision, position.copy(), notesLines);
    answered(asked);
    return whole;
  }

  private boolean isLegal(Position position, int move) {
    legal.clear();
    position.legalMoves(legal);
    return legal.contains(move);
  }

  private void crash(int seat, Throwable thrown) {
    if (thrown instanceof PlayerFault fault) {
      lose(seat, End.of(fault.kind()), shortened(fault.getMessage()));
    } else {
      lose(seat, End.CRASH, shortened(thrown.toString().lines().findFirst().orElse(thrown.getClass().getName())));
    }
  }

  private void lose(int seat, End how, String cause) {
    finish(Outcome.wonBy(1 - seat), how, seat, cause);
  }

  private void finish(Outcome result, End how, int byWhom, String cause) {
    outcome = result;
    end = how;
    culprit = byWhom;
    why = cause;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_WHY ? text : text.substring(0, LONGEST_WHY);
  }
}
