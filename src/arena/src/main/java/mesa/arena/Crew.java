package mesa.arena;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Player;
import mesa.core.PlayerFault;

/**
 * The threads that play a tournament. Each takes the next game of the schedule, with players of its own that it keeps
 * from game to game, and hands the result to the journal. Plays once.
 */
final class Crew implements AutoCloseable {
  /** How long a player may take to answer, or to go home, once all games have been told to stop. */
  private static final long PATIENCE_SECONDS = 3;

  /** So long a halt of the whole process disturbs any game with clocks. */
  private static final long LONG_HALT_NANOS = 5_000_000_000L;

  /** After so many attempts that a halt has spoilt a game counts as it is. */
  private static final int MOST_ATTEMPTS = 3;

  private final Plan plan;
  private final Schedule schedule;
  private final List<Opening> openings;
  private final List<TimeControl> clocks;
  private final GameIds ids;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  /** In the journal by now, those of an earlier run too. */
  private final AtomicInteger played = new AtomicInteger();
  private final CountDownLatch working;
  private final Conduct conduct;
  private final Heartbeat heartbeat;
  private final Tokens pool;
  private final List<Tokens> needs;
  private volatile Desk desk;
  private Journal journal;
  private Transcripts transcripts;
  /** Numbers of games that are in the journal of an earlier run. */
  private BitSet done;
  private boolean started;
  private volatile boolean stopped;
  private volatile Throwable failure;

  /**
   * Gathers a crew.
   *
   * @param plan the tournament
   * @param openings that these begin with
   * @param jobs threads, at least 1
   * @param pool what games that are played at the same time share
   * @param needs what each player needs of it
   * @throws mesa.core.BadInputException if a player can't be made
   */
  Crew(Plan plan, List<Opening> openings, int jobs, Tokens pool, List<Tokens> needs) {
    this.pool = pool;
    this.needs = needs;
    this.plan = plan;
    this.schedule = Schedule.of(plan, openings.size());
    this.openings = openings;
    this.clocks = IntStream.range(0, plan.entrants().size()).mapToObj(plan::clock).collect(Collectors.toList());
    this.conduct = new Conduct(plan.entrants().size(), plan.withdrawAfter(), plan.wallClock());
    this.heartbeat = new Heartbeat(plan.nanoClock());
    ids = new GameIds(plan.entrants().stream().map(entrant -> entrant.spec().toString()).toList());
    for (int job = 0; job < Math.min(jobs, schedule.size()); job++) {
      workers.add(new Worker(job));
    }
    working = new CountDownLatch(workers.size());
    // Made now, so that a player that can't be made is an error before anything is written.
    try {
      for (int player = 0; player < plan.entrants().size(); player++) {
        workers.getFirst().make(player);
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** {@return the games to play} */
  Schedule schedule() {
    return schedule;
  }

  /** Sends the players home if they were not needed; those who played leave with their threads. */
  @Override
  public void close() {
    if (!started) {
      workers.getFirst().shift.squad.dismissAll();
    }
  }

  /** Breaks the games in progress off and starts no more. May be called by any thread. */
  void stop() {
    stopped = true;
    workers.forEach(worker -> worker.shift.referee.stop());
    schedule.close();
    Desk open = desk;
    if (open != null) {
      open.close();
    }
  }

  /**
   * Plays all games but those already played, and closes the journal. Returns early after {@link #stop}, or if the
   * calling thread is interrupted, which it then still is.
   *
   * @param newJournal takes the games
   * @param newTranscripts takes what is said with engines
   * @param alreadyDone indices of games that are in the journal already
   * @param tally of the games in the journal; when it is decided, whoever counts there stops this crew
   * @throws IOException if the journal can't be written
   */
  void play(Journal newJournal, Transcripts newTranscripts, BitSet alreadyDone, Tally tally) throws IOException {
    boolean interrupted = false;
    started = true;
    journal = newJournal;
    transcripts = newTranscripts;
    done = alreadyDone;
    played.set(done.cardinality());
    desk = new Desk(schedule, done, pool, needs);
    heartbeat.beat(); // What was before is of no interest.
    try (newJournal; Watchdog _ = new Watchdog(workers, plan.patienceNanos(), heartbeat).start()) {
      if (tally.isDecided()) { // By games of an earlier run that was broken off at this very moment.
        stop();
      }
      schedule.begin(draw -> journal.append(draw.line(), () -> tally.draw(draw)), conduct::isGone);
      workers.forEach(worker -> worker.shift.start(null));
      try {
        working.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted || stopped) {
        stop();
        interrupted |= !awaitStopped();
      }
      journal.flush();
      boolean decided = tally.isDecided();
      if (decided) {
        journal.append(Note.of("stop", plan.wallClock().instant(), tally.games(), plan.stop().toString()).line());
      }
      int games = played.get();
      String why = decided ? "decided"
          : games == schedule.size() ? "complete"
          : lacksOnlyWithdrawn() ? "withdrawn" : "interrupted";
      journal.append(Note.of("end", plan.wallClock().instant(), games, why).line());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    switch (failure) {
      case null -> { }
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private boolean lacksOnlyWithdrawn() {
    return !stopped && !conduct.withdrawals().isEmpty();
  }

  /** {@return players whose remaining games were not played} */
  List<Withdrawal> withdrawals() {
    return conduct.withdrawals();
  }

  /** {@return false if interrupted} */
  private boolean awaitStopped() {
    try {
      working.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static int culprit(PlayedGame game) {
    return game.culprit() == 0 ? game.first() : game.second();
  }

  /** One of the games that are played at the same time. */
  private final class Worker implements Watchdog.Post {
    private final int number;
    private final OwnThreads threads;
    private volatile Shift shift;

    Worker(int number) {
      this.number = number;
      threads = new OwnThreads(new ThreadGroup("mesa-game-" + number));
      shift = new Shift(this, new Squad(plan.entrants(), threads));
    }

    /** Makes a player, in a thread of the group that its own are to be in. */
    void make(int player) {
      FutureTask<Player> making = new FutureTask<>(() -> shift.squad.player(player));
      Thread maker = new Thread(threads.group(), making, "mesa-making-" + number);
      maker.setDaemon(true);
      maker.start();
      try {
        making.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // It is made when it is needed, if it is.
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case PlayerFault fault -> { } // Spoils its own games alone: when they come, it is tried again.
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          default -> throw new IllegalStateException(e.getCause());
        }
      }
    }

    @Override
    public Call call() {
      return shift.referee.call();
    }

    @Override
    public void interrupt(Call call) {
      shift.referee.interrupt(shift.thread, call);
    }

    @Override
    public synchronized void leave(Call call, long nanos) {
      PlayedGame game = shift.referee.leave(call, nanos);
      if (game != null) {
        shift = new Shift(this, shift.squad.without(culprit(game)));
        shift.start(game);
      }
    }
  }

  /** A thread, its referee and its players. It lasts as long as the tournament, unless a player does not answer. */
  private final class Shift {
    private final Referee referee;
    private final Fingerprint fingerprint = new Fingerprint();
    private final GameWriter writer = new GameWriter();
    private final Worker worker;
    private final Squad squad;
    private final Thread thread;
    private PlayedGame taken;
    private int spoilt;

    Shift(Worker worker, Squad squad) {
      this.worker = worker;
      this.squad = squad;
      referee = new Referee(plan.terms(), worker.threads);
      thread = new Thread(worker.threads.group(), this::work, "mesa-game-" + worker.number);
      thread.setDaemon(true); // A player that never answers must not keep the program alive.
    }

    /** Begins, with a game that another thread has not been able to end, or null. */
    void start(PlayedGame unfinished) {
      taken = unfinished;
      thread.start();
    }

    private void work() {
      worker.threads.look(null);
      try {
        if (taken != null && !stopped) {
          record(taken);
          conduct.leftBehind(culprit(taken), taken.why(), journal, played.get());
          schedule.settle(taken.index(), taken);
          desk.giveBack(taken.first(), taken.second());
        }
        Desk.Turn turn;
        while (!stopped && !journal.hasFailed() && (turn = desk.take()) != null) {
          Fixture fixture = turn.fixture();
          PlayedGame game = null;
          spoilt = 0;
          while (fixture != null && !stopped && isOn(fixture) && game == null) {
            game = play(fixture); // None if a player did not start, until it does or is withdrawn; or if it is void.
          }
          if (!stopped) {
            schedule.settle(turn.index(), game);
          }
          if (fixture != null) {
            desk.giveBack(fixture.first(), fixture.second());
          }
          if (game != null && game.end() == End.CRASH) {
            goOnElsewhere();
            return;
          }
        }
      } catch (Waiting.Left e) {
        synchronized (worker) { // Until the others have gone over to the next shift.
          squad.dismissAll();
        }
        return;
      } catch (InterruptedException e) {
        stop();
      } catch (Throwable thrown) { // Whatever it is, it ends the tournament and is thrown where that was started.
        failure = thrown;
        stop();
      }
      referee.close();
      squad.dismissAll();
      working.countDown();
    }

    /** Has a fresh thread go on with the same players: who knows what state this one is in. */
    private void goOnElsewhere() {
      referee.close();
      synchronized (worker) {
        worker.shift = new Shift(worker, squad);
        worker.shift.start(null);
      }
    }

    private boolean isOn(Fixture fixture) {
      return !conduct.isGone(fixture.first()) && !conduct.isGone(fixture.second());
    }

    /** Plays a game; returns null if a player could not be started, or the game was broken off or is void. */
    private PlayedGame play(Fixture fixture) throws InterruptedException {
      try {
        long haltedBefore = heartbeat.haltedNanos();
        PlayedGame game = tryToPlay(fixture);
        if (game == null || isSpoilt(game, heartbeat.haltedNanos() - haltedBefore)) {
          return null;
        }
        record(game);
        return game;
      } catch (StartFault fault) {
        int player = fault.seat() == 0 ? fixture.first() : fixture.second();
        squad.replace(player);
        conduct.startFailed(player, fault.getMessage(), journal, played.get());
        return null;
      }
    }

    /** Makes a game void that a halt of the process has decided, or may have; the journal tells of it. */
    private boolean isSpoilt(PlayedGame game, long haltedNanos) {
      boolean byTime = game.end() == End.TIME || game.end() == End.STALL || game.end() == End.BUDGET;
      boolean hasClocks = clocks.get(game.first()) != null || clocks.get(game.second()) != null;
      if (haltedNanos == 0 || spoilt == MOST_ATTEMPTS - 1
          || !(byTime && haltedNanos >= referee.lateNanos() || hasClocks && haltedNanos >= LONG_HALT_NANOS)) {
        return false;
      }
      spoilt++;
      journal.append(Note.of("void", plan.wallClock().instant(), played.get(), "game %s, to be played again: no processor for %d ms"
          .formatted(game.id(), haltedNanos / 1_000_000)).line());
      return true;
    }

    private PlayedGame tryToPlay(Fixture fixture) {
      String key = ids.key(fixture);
      Seat first = seat(fixture.first(), 0);
      Seat second = seat(fixture.second(), 1);
      PlayedGame game = referee.play(
          ids.of(fixture),
          fixture,
          openings.get(fixture.opening()),
          first,
          second,
          fingerprint.seed(plan.seed(), key, fixture.round(), fixture.leg(), 0),
          fingerprint.seed(plan.seed(), key, fixture.round(), fixture.leg(), 1));
      if (game != null) {
        transcripts.keep(game, first, second);
      }
      if (game != null && (game.end() == End.CRASH || game.end() == End.STALL)) {
        squad.replace(culprit(game)); // Who knows what state it is in.
      }
      if (game != null && referee.ranOutOfMemory()) {
        Memory.requireRoom(Memory.freeShare(), plan.entrants().get(culprit(game)).label());
      }
      return game;
    }

    private void record(PlayedGame game) throws InterruptedException {
      played.incrementAndGet();
      journal.append(game, writer.write(game, plan.ledger()));
      conduct.played(game, journal, played.get());
    }

    private Seat seat(int player, int seat) {
      try {
        return new Seat(plan.entrants().get(player), squad.player(player), clocks.get(player),
            squad.bytes(player));
      } catch (PlayerFault | BadInputException e) { // What could be made once may be gone by now.
        throw new StartFault(seat, e);
      }
    }
  }
}
