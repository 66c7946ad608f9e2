package mesa.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Problem;
import mesa.core.Rng;
import mesa.core.Settlement;

/**
 * Puts problems to players. Each thread has players of its own, and each problem is a new game with a seed that depends
 * on the run's and on the problem's place in its suite alone: with counted budgets neither the number of threads nor
 * the choice of problems changes an answer. Runs once.
 */
final class SuiteRun {
  /** How long a player may take to answer once it has been told to stop, before its thread is left behind. */
  private static final long PATIENCE_SECONDS = 3;

  /** An interrupt that also ended a player's own process becomes known within this time. */
  private static final long CRASH_PAUSE_MILLIS = 200;

  private final Suite suite;
  private final int[] problems;
  private final List<Entrant> entrants;
  private final long seed;
  private final LongSupplier nanoClock;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private volatile boolean stopped;
  private Throwable failure;

  /** Hears of each answer, on the thread that got it but never on two at a time. */
  interface Listener {
    void answered(int answers);
  }

  /**
   * Prepares.
   *
   * @param suite with the problems
   * @param problems indices of those that are asked
   * @param entrants who is asked
   * @param seed where all randomness comes from
   * @param nanoClock measures the answers
   */
  SuiteRun(Suite suite, int[] problems, List<Entrant> entrants, long seed, LongSupplier nanoClock) {
    this.suite = suite;
    this.problems = problems;
    this.entrants = entrants;
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  /** {@return how many answers there will be} */
  int size() {
    return problems.length * entrants.size();
  }

  /** Ends it soon. May be called by any thread. */
  void stop() {
    stopped = true;
    synchronized (workers) {
      workers.forEach(Worker::stopAnswering);
    }
  }

  /**
   * Asks until all is answered or {@link #stop} is called.
   *
   * @param jobs threads, at least 1
   * @param listener hears of each answer
   * @return the answers, by problem and then by player
   * @throws mesa.core.BadInputException if a player can't be made
   * @throws InterruptedException if this thread is
   */
  List<Answer> run(int jobs, Listener listener) throws InterruptedException {
    int threads = Math.min(jobs, size());
    CountDownLatch working = new CountDownLatch(threads);
    synchronized (workers) {
      for (int i = 0; i < threads; i++) {
        workers.add(new Worker(listener, working));
      }
    }
    workers.getFirst().makePlayers(); // Here, so that a player that can't be made is an error before anything runs.
    for (Worker worker : workers) {
      Thread.ofPlatform().daemon().name("suite").start(worker);
    }
    while (!working.await(CRASH_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (stopped) {
        working.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        break;
      }
    }
    synchronized (answers) {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return answers.stream()
          .sorted(Comparator.comparingInt(Answer::problem).thenComparingInt(Answer::player))
          .toList();
    }
  }

  private void add(Answer answer, Listener listener) {
    synchronized (answers) {
      answers.add(answer);
      listener.answered(answers.size());
    }
  }

  private final class Worker implements Runnable {
    private final Listener listener;
    private final CountDownLatch working;
    private final List<Player> players = new ArrayList<>();
    private volatile Meter meter;

    Worker(Listener listener, CountDownLatch working) {
      this.listener = listener;
      this.working = working;
    }

    void makePlayers() {
      try {
        entrants.forEach(entrant -> players.add(entrant.newPlayer()));
      } catch (RuntimeException e) {
        players.forEach(Player::close);
        throw e;
      }
    }

    void stopAnswering() {
      Meter running = meter;
      if (running != null) {
        running.stop();
      }
    }

    @Override
    public void run() {
      try {
        if (players.isEmpty()) {
          makePlayers();
        }
        for (int task = next.getAndIncrement(); task < size() && !stopped; task = next.getAndIncrement()) {
          answer(problems[task / entrants.size()], task % entrants.size()).ifPresent(answer -> add(answer, listener));
        }
      } catch (Throwable e) { // A player that can't be made here ends the run; its answers are caught below.
        synchronized (answers) {
          failure = e;
        }
        SuiteRun.this.stop();
      } finally {
        players.forEach(Player::close);
        working.countDown();
      }
    }

    /** Nothing if the run was stopped before the answer could be trusted. */
    private Optional<Answer> answer(int index, int who) {
      Problem problem = suite.problems().get(index);
      Position position = suite.game().parse(problem.position());
      Entrant entrant = entrants.get(who);
      Meter running = null;
      try {
        players.get(who).newGame(Rng.mix(Rng.mix(seed) + index));
        running = entrant.budget().start(nanoClock);
        meter = running;
        if (stopped) { // Asked after the meter is in place, so that a stop meets either this or the meter.
          return Optional.empty();
        }
        Decision decision = Asked.decision(entrant, players.get(who), position, running);
        long nanos = running.elapsedNanos();
        int move = decision.move();
        Settlement settlement = running.settledOn(move).orElse(null);
        Answer answer = new Answer(index, who, suite.format().format(position, move),
            problem.isSolvedBy(position.format(move)), running.nodes(), running.evaluations(), running.ticks(), nanos,
            settlement, null);
        return stopped ? Optional.empty() : Optional.of(answer);
      } catch (Throwable thrown) { // Whatever a player throws, errors too, is its own failure.
        return pauseAfterCrash() ? Optional.of(fault(index, who, running, thrown)) : Optional.empty();
      }
    }

    private static Answer fault(int index, int who, Meter meter, Throwable thrown) {
      String why = thrown.toString().lines().findFirst().orElse(thrown.getClass().getName());
      return meter == null
          ? new Answer(index, who, null, false, 0, 0, 0, 0, null, why)
          : new Answer(index, who, null, false, meter.nodes(), meter.evaluations(), meter.ticks(), meter.elapsedNanos(),
              null, why);
    }

    /** {@return whether the run goes on} */
    private boolean pauseAfterCrash() {
      try {
        Thread.sleep(CRASH_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      return !stopped;
    }
  }
}
