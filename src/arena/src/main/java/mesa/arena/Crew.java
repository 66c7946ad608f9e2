package mesa.arena;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Player;
import mesa.core.PlayerFault;

/**
 * The threads that play a tournament. Each takes the next game of the schedule, with players of its own that it keeps
 * from game to game, and hands the result to the journal. Plays once.
 */
final class Crew implements AutoCloseable {
  /** How long a player may take to answer once it has been told to stop, before its thread is left behind. */
  private static final long PATIENCE_SECONDS = 3;

  private final Plan plan;
  private final Schedule schedule;
  private final List<Opening> openings;
  private final List<TimeControl> clocks;
  private final String[][] pairingKeys;
  private final String[][] pairingIds;
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  /** In the journal by now, those of an earlier run too. */
  private final AtomicInteger played = new AtomicInteger();
  private final CountDownLatch working;
  private final Conduct conduct;
  private boolean started;
  private volatile boolean stopped;
  private volatile Throwable failure;

  /**
   * Gathers a crew.
   *
   * @param plan the tournament
   * @param openings that these begin with
   * @param jobs threads, at least 1
   * @throws mesa.core.BadInputException if a player can't be made
   */
  Crew(Plan plan, List<Opening> openings, int jobs) {
    this.plan = plan;
    this.schedule = Schedule.of(plan, openings.size());
    this.openings = openings;
    this.clocks = IntStream.range(0, plan.entrants().size()).mapToObj(plan::clock).collect(Collectors.toList());
    this.conduct = new Conduct(plan.entrants().size(), plan.wallClock());
    List<String> specs = plan.entrants().stream().map(entrant -> entrant.spec().toString()).toList();
    pairingKeys = new String[specs.size()][specs.size()];
    pairingIds = new String[specs.size()][specs.size()];
    Fingerprint fingerprint = new Fingerprint();
    for (int a = 0; a < specs.size(); a++) {
      for (int b = 0; b < specs.size(); b++) {
        pairingKeys[a][b] = Pairing.key(specs.get(a), specs.get(b));
        pairingIds[a][b] = HexFormat.of().toHexDigits(fingerprint.of(pairingKeys[a][b]));
      }
    }
    for (int job = 0; job < Math.min(jobs, schedule.size()); job++) {
      workers.add(new Worker(job));
    }
    working = new CountDownLatch(workers.size());
    // Made now, so that a player that can't be made is an error before anything is written.
    try {
      for (int player = 0; player < specs.size(); player++) {
        try {
          workers.getFirst().player(player);
        } catch (PlayerFault e) {
          // An engine that does not start spoils its own games alone: when they come, it is tried again.
        }
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
      workers.getFirst().dismissAll();
    }
  }

  /** Breaks the games in progress off and starts no more. May be called by any thread. */
  void stop() {
    stopped = true;
    workers.forEach(worker -> worker.referee.stop());
    schedule.close();
  }

  /**
   * Plays all games but those already played, and closes the journal. Returns early after {@link #stop}, or if the
   * calling thread is interrupted, which it then still is.
   *
   * @param journal takes the games
   * @param done indices of games that are in the journal already
   * @param tally of the games in the journal; when it is decided, whoever counts there stops this crew
   * @throws IOException if the journal can't be written
   */
  void play(Journal journal, BitSet done, Tally tally) throws IOException {
    boolean interrupted = false;
    started = true;
    played.set(done.cardinality());
    try (journal) {
      if (tally.isDecided()) { // By games of an earlier run that was broken off at this very moment.
        stop();
      }
      schedule.begin(draw -> journal.append(draw.line(), () -> tally.draw(draw)), conduct::isGone);
      workers.forEach(worker -> worker.start(journal, done));
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

  /** One thread, its referee and its players. */
  private final class Worker {
    private final Referee referee = plan.referee();
    private final Player[] players = new Player[plan.entrants().size()];
    private final Fingerprint fingerprint = new Fingerprint();
    private final GameWriter writer = new GameWriter();
    private final int number;

    Worker(int number) {
      this.number = number;
    }

    void start(Journal journal, BitSet done) {
      Thread thread = new Thread(() -> work(journal, done), "mesa-game-" + number);
      thread.setDaemon(true); // A player that never answers must not keep the program alive.
      thread.start();
    }

    private void work(Journal journal, BitSet done) {
      try {
        int size = schedule.size();
        for (int i = next.getAndIncrement(); i < size && !stopped && !journal.hasFailed(); i = next.getAndIncrement()) {
          Fixture fixture = schedule.fixture(i);
          PlayedGame game = null;
          while (fixture != null && !done.get(i) && !stopped && isOn(fixture) && game == null) {
            game = play(fixture, journal); // None if a player did not start: once more, until it does or is withdrawn.
          }
          if (!done.get(i) && !stopped) {
            schedule.settle(i, game);
          }
        }
      } catch (InterruptedException e) {
        stop();
      } catch (Throwable thrown) { // Whatever it is, it ends the tournament and is thrown where that was started.
        failure = thrown;
        stop();
      } finally {
        dismissAll();
        working.countDown();
      }
    }

    private boolean isOn(Fixture fixture) {
      return !conduct.isGone(fixture.first()) && !conduct.isGone(fixture.second());
    }

    /** Plays a game; returns null if a player could not be started, or the game was broken off. */
    private PlayedGame play(Fixture fixture, Journal journal) throws InterruptedException {
      try {
        return tryToPlay(fixture, journal);
      } catch (Referee.StartFault fault) {
        int player = fault.seat == 0 ? fixture.first() : fixture.second();
        dismiss(player);
        conduct.startFailed(player, fault.getMessage(), journal, played.get());
        return null;
      }
    }

    private PlayedGame tryToPlay(Fixture fixture, Journal journal) throws InterruptedException {
      int first = fixture.first();
      int second = fixture.second();
      String key = pairingKeys[first][second];
      PlayedGame game = referee.play(
          pairingIds[first][second] + '/' + fixture.round() + '/' + fixture.leg(),
          fixture,
          openings.get(fixture.opening()),
          seat(first, 0),
          seat(second, 1),
          fingerprint.seed(plan.seed(), key, fixture.round(), fixture.leg(), 0),
          fingerprint.seed(plan.seed(), key, fixture.round(), fixture.leg(), 1));
      if (game == null) {
        return null;
      }
      if (game.end() == End.CRASH || game.end() == End.STALL) {
        dismiss(game.culprit() == 0 ? first : second); // Who knows what state it is in.
      }
      played.incrementAndGet();
      journal.append(game, writer.write(game, plan.movesLedger()));
      conduct.played(game, journal, played.get());
      return game;
    }

    private Referee.Seat seat(int player, int seat) {
      try {
        return new Referee.Seat(plan.entrants().get(player), player(player), clocks.get(player));
      } catch (PlayerFault | BadInputException e) { // What could be made once may be gone by now.
        throw new Referee.StartFault(seat, e);
      }
    }

    private Player player(int index) {
      if (players[index] == null) {
        Entrant entrant = plan.entrants().get(index);
        players[index] = entrant.newPlayer();
      }
      return players[index];
    }

    private void dismissAll() {
      referee.close();
      for (int player = 0; player < players.length; player++) {
        dismiss(player);
      }
    }

    private void dismiss(int index) {
      Player player = players[index];
      players[index] = null;
      if (player != null) {
        try {
          player.close();
        } catch (RuntimeException | Error e) {
          // It has played its games; what it can't tidy up spoils none of them.
        }
      }
    }
  }
}
