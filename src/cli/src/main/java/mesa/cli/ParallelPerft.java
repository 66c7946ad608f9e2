package mesa.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mesa.core.Moves;
import mesa.core.Perft;
import mesa.core.Position;

/** Shares a perft among threads: each task is the subtree below the first two moves, so that no thread waits long. */
final class ParallelPerft {
  private ParallelPerft() {}

  /**
   * Counts for each first move.
   *
   * @param position where the sequences begin; left as it was
   * @param depth moves in each, at least 0; none begin with a move at depth 0
   * @param jobs threads, at least 1
   * @return how many begin with each legal move, in the position's order
   * @throws InterruptedException if this thread is
   */
  static SequencedMap<Integer, Long> divide(Position position, int depth, int jobs) throws InterruptedException {
    SequencedMap<Integer, Long> counts = new LinkedHashMap<>();
    if (depth == 0) {
      return counts;
    }
    SequencedMap<Integer, List<Future<Long>>> pending = new LinkedHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      for (int first : Moves.of(position).toArray()) {
        position.make(first);
        pending.put(first, submit(position, depth - 1, threads));
        position.unmake();
      }
      for (int first : pending.keySet()) {
        long sum = 0;
        for (Future<Long> part : pending.get(first)) {
          sum += part.get();
        }
        counts.put(first, sum);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return counts;
  }

  private static List<Future<Long>> submit(Position position, int depth, ExecutorService threads) {
    if (depth == 0) {
      return List.of(threads.submit(() -> 1L));
    }
    List<Future<Long>> parts = new ArrayList<>();
    for (int second : Moves.of(position).toArray()) {
      Position below = position.copy();
      parts.add(threads.submit(() -> {
        below.make(second);
        return Perft.count(below, depth - 1);
      }));
    }
    return parts;
  }
}
