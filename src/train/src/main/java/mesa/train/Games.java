package mesa.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs numbered tasks on several threads and hands their results back in the order of their numbers. */
final class Games {
  private Games() {}

  /** A numbered task, run by a worker that no other thread uses at the time. */
  interface Worker<R> extends AutoCloseable {
    R run(int number) throws Exception;

    @Override
    void close();
  }

  /**
   * Runs the tasks 0 to {@code count - 1}, each thread with a worker of its own.
   *
   * @param finished told how many are done, by one thread at a time
   * @throws RuntimeException the first failure, as it was thrown if unchecked; the other tasks are then left
   */
  static <R> List<R> all(int count, int jobs, Callable<Worker<R>> maker, IntConsumer finished) {
    List<R> results = new ArrayList<>(Collections.nCopies(count, null));
    Object lock = new Object();
    int[] nextAndDone = new int[2];
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int job = 0; job < Math.min(jobs, count); job++) {
        running.add(threads.submit(() -> {
          try (Worker<R> worker = maker.call()) {
            while (!Thread.currentThread().isInterrupted()) {
              int number;
              synchronized (lock) {
                number = nextAndDone[0]++;
              }
              if (number >= count) {
                break;
              }
              R result = worker.run(number);
              synchronized (lock) {
                results.set(number, result);
                finished.accept(++nextAndDone[1]);
              }
            }
          }
          return null;
        }));
      }
      for (Future<?> future : running) {
        future.get();
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
