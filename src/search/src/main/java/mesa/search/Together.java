package mesa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/** Playouts of several threads on one tree, in rounds between which the tree may be rearranged. */
final class Together implements AutoCloseable {
  private final Tree tree;
  private final List<Playout> playouts;
  private ExecutorService others;
  private volatile boolean stopped;
  private volatile boolean full;

  /**
   * Prepares; threads start with the first round.
   *
   * @param playouts one for each thread, that of the caller first
   */
  Together(Tree tree, List<Playout> playouts) {
    this.tree = tree;
    this.playouts = playouts;
  }

  /**
   * Plays a round, until the budget ends, the root is proven or someone says so.
   *
   * @param look asked by the calling thread now and then: whether to stop
   * @param untilFull whether to stop as well when an expansion finds no room
   * @return whether it was for want of room
   */
  boolean play(Position position, Meter meter, BooleanSupplier look, boolean untilFull) {
    stopped = false;
    full = false;
    List<Meter> meters = playouts.stream().map(playout -> meter.fork()).toList();
    List<Future<?>> pending = new ArrayList<>();
    try {
      for (int i = 1; i < playouts.size(); i++) {
        Playout playout = playouts.get(i);
        Position copy = position.copy();
        Meter fork = meters.get(i);
        pending.add(pool().submit(() -> work(playout, copy, fork, () -> false, untilFull)));
      }
      work(playouts.getFirst(), position, meters.getFirst(), look, untilFull);
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    } finally {
      await(pending);
      meters.forEach(meter::join);
    }
    return full;
  }

  private void work(Playout playout, Position position, Meter meter, BooleanSupplier look, boolean untilFull) {
    playout.startFrom(position);
    for (int number = 1; !stopped && tree.isOpen(Tree.ROOT); number++) {
      if (number % Mcts.PLAYOUTS_PER_LOOK == 0 && look.getAsBoolean()) {
        stopped = true;
      } else if (!meter.spendNode() || !playout.run(position, Tree.NONE, meter)) {
        return; // The others may still have some of the budget.
      } else if (playout.wasFull() && untilFull) {
        full = true;
        stopped = true;
      }
    }
  }

  private void await(List<Future<?>> pending) {
    boolean interrupted = false;
    for (Future<?> future : pending) {
      while (true) {
        try {
          future.get();
          break;
        } catch (InterruptedException e) {
          stopped = true;
          interrupted = true;
        } catch (ExecutionException e) {
          stopped = true;
          throw new IllegalStateException(e.getCause());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private ExecutorService pool() {
    if (others == null) {
      others = Executors.newFixedThreadPool(playouts.size() - 1, task -> {
        Thread thread = new Thread(task, "mcts");
        thread.setDaemon(true);
        return thread;
      });
    }
    return others;
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdownNow();
    }
  }
}
