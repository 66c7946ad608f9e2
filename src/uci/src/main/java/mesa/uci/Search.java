package mesa.uci;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mesa.core.BadInputException;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.Position;

/**
 * One search, run by a thread of its own; it says exactly one {@code bestmove}. Under {@code infinite} and {@code ponder}
 * it waits with that for {@link #stop} or {@link #ponderHit}, even if there is nothing left to think about. Where a player is
 * told to stop and goes on, be it in one evaluation of a large net or while it puts its memory in order, the move that it
 * told of last is answered for it.
 */
final class Search implements Job {
  /** How long a player may go on after {@code stop}, so that the answer comes in 5 ms. */
  private static final long LONGEST_MILLIS = 1;

  private final Question question;
  private final Meter meter;
  private final Output output;
  private final CountDownLatch released;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicBoolean hasAnswered = new AtomicBoolean();
  private volatile InfoLines lines;
  private volatile boolean isAnswering;

  /**
   * What is asked of whom.
   *
   * @param player who thinks
   * @param position where; the search's own
   * @param among the moves to consider, or null for all
   * @param style how to tell
   * @param clock that runs from {@code ponderhit} on, or null
   * @param waits whether to hold the answer back
   */
  record Question(
      Player player, Position position, Moves among, InfoLines.Style style, Clock clock, boolean waits) {}

  Search(Question question, Meter meter, Output output) {
    this.question = question;
    this.meter = meter;
    this.output = output;
    this.released = new CountDownLatch(question.waits ? 1 : 0);
  }

  @Override
  public void run() {
    try {
      String answer = think();
      released.await();
      if (!hasAnswered.getAndSet(true)) {
        isAnswering = true;
        output.say(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  private String think() {
    Position root = question.position.copy();
    if (root.outcome().isOver()) {
      boolean lost = root.outcome().valueFor(root.sideToMove()) < 0;
      output.say("info depth 0 score " + (lost ? "mate 0" : "cp 0"));
      return "bestmove 0000";
    }
    if (question.clock != null && !question.clock.isPerMove()) {
      // Where the processor is busy this thread begins late; it still has a share of the clock to think, and then a move.
      meter.startClock();
    }
    InfoLines telling = new InfoLines(output, root, meter, question.style);
    lines = telling;
    meter.watch(telling);
    try {
      Decision decision = choose();
      Optional<String> reply = telling.finish(decision, question.player.analysis());
      return "bestmove " + root.format(decision.move()) + reply.map(text -> " ponder " + text).orElse("");
    } catch (BadInputException | PlayerFault e) {
      output.tell(e.getMessage());
      return "bestmove 0000";
    } catch (RuntimeException | Error e) { // Whatever a player throws: the next question may go well again.
      output.tell("the player failed: " + e);
      return "bestmove 0000";
    }
  }

  private Decision choose() {
    if (question.among != null) {
      Optional<Decision> decision = question.player.chooseAmong(question.position.copy(), question.among, meter);
      if (decision.isPresent()) {
        return decision.get();
      }
      if (question.among.size() < Moves.of(question.position).size()) {
        output.tell("this player can't leave moves out; it considers all of them");
      }
    }
    return question.player.choose(question.position, meter);
  }

  @Override
  public void makeWay() {
    stop();
  }

  @Override
  public void stop() {
    meter.stop();
    released.countDown();
    if (!hasAnswered.get()) {
      CompletableFuture.delayedExecutor(LONGEST_MILLIS, TimeUnit.MILLISECONDS).execute(this::answerForThePlayer);
    }
  }

  private void answerForThePlayer() {
    InfoLines told = lines;
    Optional<String> answer = told == null || hasAnswered.get() ? Optional.empty() : told.close();
    if (answer.isPresent() && !hasAnswered.getAndSet(true)) {
      output.say(answer.get());
    }
  }

  /** From now on the clock runs. */
  @Override
  public void ponderHit() {
    if (question.clock != null) {
      CompletableFuture.delayedExecutor(question.clock.softNanos(), TimeUnit.NANOSECONDS).execute(meter::stop);
    }
    released.countDown();
  }

  @Override
  public boolean isDone() throws InterruptedException {
    if (isAnswering) {
      done.await();
    }
    return done.getCount() == 0;
  }

  @Override
  public void await() throws InterruptedException {
    done.await();
  }
}
