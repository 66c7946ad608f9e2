package mesa.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counts what one move costs and says when its budget is spent. Each {@code spend} asks leave for one unit: it counts
 * the unit and returns true, or returns false and counts nothing, after which the player should answer with the best
 * it has. Used by one thread; only {@link #stop} may be called by others. A player of several threads gives each a
 * {@link #fork}.
 */
public final class Meter {
  /** A clock read costs about 50 ns, so it is asked once in so many spent units where these are fast. */
  private static final int MOST_UNITS_PER_CLOCK_READ = 64;

  /** Units slow enough that so many pass between two reads are counted in smaller lots. */
  private static final long LONGEST_NANOS_BETWEEN_READS = 200_000;

  /** Grace is for who is quick; nobody who asks for a move notices it. */
  private static final long LONGEST_GRACE_NANOS = 2_000_000;

  /** Stands for an end of the move that has not come. */
  private static final long RUNNING = -1;

  private final Budget budget;
  private final LongSupplier nanoClock;
  private final Meter parent;
  private long nodeLimit;
  private long evaluationLimit;
  private long startNanos;
  private long endNanos = RUNNING;
  private final long hardNanos;
  private long nodes;
  private long reportedNodes;
  private long evaluations;
  private long ticks;
  private long unitsOfGrace;
  private int unitsPerClockRead = 1;
  private int untilClockRead = 1;
  private long lastReadNanos;
  private boolean favours;
  private int favourite;
  private long favouriteNodes;
  private long favouriteEvaluations;
  private long favouriteNanos;
  private Claim claim = Claim.NONE;
  private List<Warning> warnings = List.of();
  private Watcher watcher;
  private volatile boolean stopped;
  private volatile Runnable stopper = () -> { };

  /** Follows a search while it runs. */
  public interface Watcher {
    /**
     * Told that the search has got on; called by its thread, which waits meanwhile.
     *
     * @param findings what it knows by now; may be asked during this call only, and takes a moment
     */
    void progressed(Supplier<Optional<Analysis>> findings);
  }

  Meter(Budget budget, LongSupplier nanoClock) {
    this.budget = budget;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
    this.hardNanos = budget.clock() == null ? Long.MAX_VALUE : budget.clock().hardNanos();
    this.parent = null;
    this.nodeLimit = budget.nodes();
    this.evaluationLimit = budget.evaluations();
  }

  private Meter(Meter parent) {
    this.budget = parent.budget;
    this.nanoClock = parent.nanoClock;
    this.startNanos = parent.startNanos;
    this.hardNanos = parent.hardNanos;
    this.parent = parent;
  }

  /**
   * Splits off a meter for another thread. It may spend the nodes and evaluations that it {@linkplain #draw draws}; its
   * ticks are its own. Until all forks are {@linkplain #join joined} again, nothing may be spent on this one itself, whose
   * counts are then somewhat too high.
   *
   * @return a meter that has spent nothing
   */
  public Meter fork() {
    return new Meter(this);
  }

  /**
   * Takes nodes and evaluations out of the budget that this fork came of, which counts them as spent.
   *
   * @param moreNodes at least 0; no more than are left there
   * @param moreEvaluations the same
   */
  public void draw(long moreNodes, long moreEvaluations) {
    synchronized (parent) {
      assert moreNodes >= 0 && moreNodes <= parent.nodeLimit - parent.nodes : moreNodes;
      assert moreEvaluations >= 0 && moreEvaluations <= parent.evaluationLimit - parent.evaluations : moreEvaluations;
      parent.nodes += moreNodes;
      parent.evaluations += moreEvaluations;
    }
    nodeLimit += moreNodes;
    evaluationLimit += moreEvaluations;
  }

  /**
   * Takes back what a fork has left of its share, so that it can be spent again. The fork may be used on.
   *
   * @param fork one of this meter's, whose thread rests
   */
  public synchronized void join(Meter fork) {
    nodes -= fork.nodeLimit - fork.nodes;
    evaluations -= fork.evaluationLimit - fork.evaluations;
    ticks += fork.ticks;
    fork.nodeLimit = fork.nodes;
    fork.evaluationLimit = fork.evaluations;
    fork.ticks = 0;
  }

  /** {@return whether one more node may be spent, which then is} */
  public boolean spendNode() {
    if (nodes >= nodeLimit || outOfTime()) {
      return false;
    }
    nodes++;
    return true;
  }

  /**
   * Takes back the node spent last, of which nothing came: the budget of something else that it needed was spent. What it
   * did is as if it had not been tried.
   */
  public void returnNode() {
    assert nodes > 0 : "no node was spent";
    nodes--;
  }

  /** {@return whether one more evaluation may be spent, which then is} */
  public boolean spendEvaluation() {
    if (evaluations >= evaluationLimit || outOfTime()) {
      return false;
    }
    evaluations++;
    return true;
  }

  /** {@return whether one more tick may be spent, which then is} */
  public boolean spendTick() {
    if (ticks >= budget.ticks() || outOfTime()) {
      return false;
    }
    ticks++;
    return true;
  }

  /**
   * Counts work that something outside has done and counted for itself, such as an engine in a process of its own. It
   * may go beyond the budget: whether it does is for the tournament's audit to see.
   *
   * @param moreNodes nodes as reported, at least 0
   */
  public void chargeNodes(long moreNodes) {
    nodes += moreNodes;
    reportedNodes += moreNodes;
  }

  /** {@return how many of the nodes something outside has counted for itself} */
  public long reportedNodes() {
    return reportedNodes;
  }

  /**
   * Notes the move that the player would answer with if it had to answer now, so that it can be told how soon it found
   * the move that it ends with. Reads the clock when that is another move than before, and else costs a comparison.
   *
   * @param move a legal move
   */
  public void favour(int move) {
    if (move != favourite || !favours) {
      favour(move, nodes, nanoClock.getAsLong() - startNanos);
    }
  }

  /**
   * The same for what something outside has found and only now tells.
   *
   * @param move a legal move
   * @param atNodes nodes spent by then, as reported, at least 0
   * @param atNanos nanoseconds from the meter's start until then
   */
  public void favour(int move, long atNodes, long atNanos) {
    favours = true;
    favourite = move;
    favouriteNodes = atNodes;
    favouriteEvaluations = evaluations;
    favouriteNanos = atNanos;
  }

  /**
   * {@return what the player had spent when it last came to {@linkplain #favour favour} the move, or nothing if it does
   * not say or favours another}
   *
   * @param move the one that it ended with
   */
  public Optional<Settlement> settledOn(int move) {
    return favours && favourite == move
        ? Optional.of(new Settlement(favouriteNodes, favouriteEvaluations, favouriteNanos))
        : Optional.empty();
  }

  /**
   * Has the search followed.
   *
   * @param newWatcher told of all progress from now on
   */
  public void watch(Watcher newWatcher) {
    watcher = newWatcher;
  }

  /**
   * Tells whoever watches that the search has got on: a depth is done, or another handful of playouts. Costs a
   * comparison where nobody does. Called by the thread that the meter serves.
   *
   * @param findings tells what is known by now, as {@link Player#analysis} does; the same object each time, so that
   *     nothing is allocated
   */
  public void progress(Supplier<Optional<Analysis>> findings) {
    if (watcher != null) {
      watcher.progressed(findings);
    }
  }

  /**
   * Keeps what the player says of its own search.
   *
   * @param said goes in place of what it said before
   */
  public void claim(Claim said) {
    claim = said;
  }

  /** {@return what the player says of its own search, {@link Claim#NONE} if nothing} */
  public Claim claim() {
    return claim;
  }

  /**
   * Notes something that the player has done which it should not have, though it costs it nothing.
   *
   * @param warning for the record
   */
  public void warn(Warning warning) {
    warnings = warnings.isEmpty() ? new ArrayList<>() : warnings;
    warnings.add(warning);
  }

  /** {@return what has been noted, in order; empty where all is well} */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * Lets the time of the move begin only now. For a player that asks something outside: getting that ready for the
   * question is no part of its move.
   */
  public void startClock() {
    startNanos = nanoClock.getAsLong();
  }

  /**
   * Ends the time of the move, whatever the player still does with the answer.
   *
   * @param atNanos {@link #elapsedNanos} when the answer came
   */
  public void endClock(long atNanos) {
    endNanos = atNanos;
  }

  private boolean outOfTime() {
    if (stopped || parent != null && parent.stopped) {
      return true;
    }
    if (hardNanos == Long.MAX_VALUE || --untilClockRead > 0) {
      return false;
    }
    long now = elapsedNanos();
    if (now - lastReadNanos > LONGEST_NANOS_BETWEEN_READS) {
      unitsPerClockRead = Math.max(1, unitsPerClockRead / 2);
    } else {
      unitsPerClockRead = Math.min(MOST_UNITS_PER_CLOCK_READ, unitsPerClockRead * 2);
    }
    lastReadNanos = now;
    untilClockRead = unitsPerClockRead;
    if (isLate(now)) {
      stopped = true;
    }
    return stopped;
  }

  private boolean isLate(long now) {
    return now >= hardNanos
        && (nodes + evaluations + ticks >= unitsOfGrace || now - hardNanos >= LONGEST_GRACE_NANOS);
  }

  /**
   * Lets a search begin though there is no time for it, so that its answer rests on something: while it has spent fewer
   * units, it may overstay its time by up to 2 ms. Nobody who {@linkplain #stop stops} it waits for that.
   *
   * @param units nodes, evaluations and ticks together that it takes to answer at all, at least 0
   */
  public void allowGrace(long units) {
    unitsOfGrace = units;
  }

  /** {@return whether a limit has been reached; reads the clock, if there is one} */
  public boolean isSpent() {
    return stopped
        || nodes >= budget.nodes()
        || evaluations >= budget.evaluations()
        || ticks >= budget.ticks()
        || hardNanos != Long.MAX_VALUE && isLate(elapsedNanos());
  }

  /** {@return whether a player with a clock does well to answer now; reads the clock, if there is one} */
  public boolean isPastSoftTime() {
    return budget.clock() != null && elapsedNanos() >= budget.clock().softNanos();
  }

  /** Makes every further spend return false. May be called by any thread. */
  public void stop() {
    stopped = true;
    stopper.run();
  }

  /**
   * Has a player told at once when it is to stop, one that waits for something outside and so spends nothing itself.
   *
   * @param told called by the thread that stops the meter, or before this returns if it is stopped already; perhaps twice.
   *     Goes in place of what was called before
   */
  public void whenStopped(Runnable told) {
    stopper = told;
    if (stopped) {
      told.run();
    }
  }

  /** {@return what may be spent} */
  public Budget budget() {
    return budget;
  }

  /** {@return nodes spent so far} */
  public long nodes() {
    return nodes;
  }

  /** {@return evaluations spent so far} */
  public long evaluations() {
    return evaluations;
  }

  /** {@return ticks spent so far} */
  public long ticks() {
    return ticks;
  }

  /** {@return nanoseconds that the move has taken so far} */
  public long elapsedNanos() {
    return endNanos != RUNNING ? endNanos : nanoClock.getAsLong() - startNanos;
  }
}
