package mesa.arena;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import mesa.core.Budget;
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
  private final InstantSource wallClock;
  private final LongSupplier nanoClock;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Moves legal = new Moves();
  private final StringBuilder text = new StringBuilder();
  private final ProcessorShare processorShare = new ProcessorShare();

  /** What the player on the move spends; {@link #stop} is called by another thread. */
  private volatile Meter meter;

  private volatile boolean stopped;

  // The game that is being played.
  private final Table[] tables = {new Table(), new Table()};
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
    final Ledger ledger = new Ledger();
    /** Runs while the player thinks, or null if each move has a budget of its own. */
    GameClock clock;

    void sit(Seat seat) {
      entrant = seat.entrant();
      player = seat.player();
      clock = seat.control() == null ? null : new GameClock(seat.control());
      ledger.open(entrant, player);
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
   */
  record Seat(Entrant entrant, Player player, TimeControl control) {}

  /**
   * Hires a referee.
   *
   * @param game what is played
   * @param adjudication by what rules games end early
   * @param maxPlies after so many moves by the players a game is called a draw
   * @param enforcesBudgets whether a move beyond its budget loses the game
   * @param wallClock dates games
   * @param nanoClock measures moves
   */
  Referee(Game game, Adjudication adjudication, int maxPlies, boolean enforcesBudgets, InstantSource wallClock,
      LongSupplier nanoClock) {
    this.game = game;
    this.usualStart = game.start().text();
    this.adjudicator = new Adjudicator(adjudication);
    this.maxPlies = maxPlies;
    this.enforcesBudgets = enforcesBudgets;
    this.wallClock = wallClock;
    this.nanoClock = nanoClock;
  }

  /** Breaks the game off, as soon as the player on the move answers. May be called by any thread. */
  void stop() {
    stopped = true;
    Meter running = meter;
    if (running != null) {
      running.stop();
    }
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
    long startMillis = wallClock.millis();
    long startNanos = nanoClock.getAsLong();
    processorShare.start(startNanos);
    tables[0].sit(first);
    tables[1].sit(second);
    adjudicator.begin();
    log = new MoveLog();
    warnings = List.of();
    text.setLength(0);
    text.append(opening.start() == null ? usualStart : opening.start()).append('\n');
    int movesFrom = text.length();
    text.append(opening.text());
    for (int i = 0; i < opening.moves().length; i++) {
      log.add(0, 0, 0, 0, MoveLog.NO_SCORE);
    }
    end = null;
    if (begin(0, firstSeed) && begin(1, secondSeed)) {
      tables[0].ledger.begin();
      tables[1].ledger.begin();
      playOut(opening.position(game), opening.moves().length);
    }
    if (stopped) {
      return null;
    }
    long endNanos = nanoClock.getAsLong();
    double share = processorShare.at(endNanos);
    Cost firstCost = tables[0].ledger.close(share);
    Cost secondCost = tables[1].ledger.close(share);
    return new PlayedGame(
        fixture.index(),
        id,
        fixture.opening(),
        firstSeed,
        secondSeed,
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

  private boolean begin(int seat, long seed) {
    try {
      tables[seat].player.newGame(seed);
      return true;
    } catch (PlayerFault fault) {
      if (fault.kind() == PlayerFault.Kind.START) {
        throw new StartFault(seat, fault);
      }
      crash(seat, fault);
      return false;
    } catch (Throwable thrown) { // Whatever a player throws, errors too, is its own loss.
      crash(seat, thrown);
      return false;
    }
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
    meter = running;
    if (stopped) { // Asked after the meter is in place, so that a stop meets either this or the meter.
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
    long nanos = running.elapsedNanos();
    long cpuNanos = table.ledger.after(running, nanos);
    warnings = Warned.and(warnings, seat, log.size(), running.warnings());
    if (table.clock != null) {
      table.clock.spend(nanos);
    }
    if (thrown != null) {
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
      log.add(running.nodes(), running.evaluations(), running.ticks(), nanos, score);
      log.cpu(cpuNanos);
      log.claim(running.claim());
      return decision.move();
    }
    return 0;
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
