package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnThreadsTest {
  private static final long MILLISECOND = 1_000_000;

  /** A player that leaves its work to threads of its own, as a plug-in may, without a word of it. */
  private static final class Delegator implements Player {
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
      Thread thread = new Thread(work, "worker");
      thread.setDaemon(true);
      return thread;
    });

    @Override
    public Decision choose(Position position, Meter meter) {
      throw new AssertionError("nobody asks");
    }

    /** Has both threads do something that takes them at least so long on a processor. */
    void work(long nanos) throws InterruptedException, ExecutionException {
      CountDownLatch both = new CountDownLatch(2);
      var one = workers.submit(() -> burn(nanos, both));
      var other = workers.submit(() -> burn(nanos, both));
      one.get();
      other.get();
    }

    private static void burn(long nanos, CountDownLatch both) {
      both.countDown();
      try {
        both.await(); // So that neither thread does the work of both.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      long from = ThreadUsage.cpuNanos();
      while (ThreadUsage.cpuNanos() - from < nanos) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      workers.shutdownNow();
    }
  }

  private final OwnThreads threads = OwnThreads.ofCaller();
  private final Delegator one = new Delegator();
  private final Delegator other = new Delegator();

  @AfterEach
  void closePlayers() {
    one.close();
    other.close();
  }

  @Test
  void cpuNanos_threadsOfTwoPlayers_isEachOnesOwn() throws Exception {
    one.work(30 * MILLISECOND);
    threads.look(one);
    other.work(3 * MILLISECOND);
    threads.look(other);

    assertThat(threads.cpuNanos(one)).isBetween(60 * MILLISECOND, 75 * MILLISECOND);
    assertThat(threads.cpuNanos(other)).isBetween(6 * MILLISECOND, 20 * MILLISECOND);
  }

  @Test
  void cpuNanos_threadsThatHaveEnded_keepWhatWasSeen() throws Exception {
    one.work(20 * MILLISECOND);
    threads.look(one);
    long seen = threads.cpuNanos(one);
    one.close();
    for (int look = 0; look < 1000 && Thread.getAllStackTraces().keySet().stream().anyMatch(OwnThreadsTest::isWorker); look++) {
      Thread.sleep(1);
    }

    assertThat(threads.cpuNanos(one)).isEqualTo(seen).isGreaterThan(40 * MILLISECOND);
    threads.forget(one);
    assertThat(threads.cpuNanos(one)).isZero();
  }

  private static boolean isWorker(Thread thread) {
    return thread.getName().equals("worker");
  }

  @Test
  void look_forNobody_chargesNobody() throws Exception {
    one.work(MILLISECOND);
    threads.look(null);
    one.work(MILLISECOND);
    threads.look(one);

    assertThat(threads.cpuNanos(one)).isZero();
  }

  @Test
  void cpuNanos_playerWithoutThreads_isZero() {
    threads.look(one);

    assertThat(threads.cpuNanos(one)).isZero();
  }
}
