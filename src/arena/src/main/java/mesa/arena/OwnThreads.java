package mesa.arena;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import mesa.core.Player;

/**
 * The threads that players start by themselves, and their processor time. A thread belongs to the group of the one that
 * started it, and to the player that was asked something just then: so each of the games that are played at the same time
 * has a group of its own. Not seen are threads that end before anybody looks, which is after each move of more than some
 * 20 us, and those that are nobody's own: virtual ones, and of the common pool. Safe for use by several threads.
 */
final class OwnThreads {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ThreadGroup group;
  private final Map<Thread, Owned> known = new HashMap<>();
  private final Map<Player, Long> ended = new IdentityHashMap<>();
  private long started = -1;

  /** Whose a thread is, null if no player's, and its processor time when it was last looked at. */
  private static final class Owned {
    final Player owner;
    long nanos;

    Owned(Player owner) {
      this.owner = owner;
    }
  }

  /**
   * Begins to look; whoever is there by now is no player's.
   *
   * @param group that all threads of the players will be in
   */
  OwnThreads(ThreadGroup group) {
    this.group = group;
    look(null);
  }

  /** {@return what sees the threads that the calling one starts} */
  static OwnThreads ofCaller() {
    return new OwnThreads(Thread.currentThread().getThreadGroup());
  }

  ThreadGroup group() {
    return group;
  }

  /**
   * Takes threads that are new for a player's. Costs some 20 ns if there is none.
   *
   * @param player that was asked something just now, or null for threads that are no player's
   */
  synchronized void look(Player player) {
    long now = THREADS.getTotalStartedThreadCount();
    if (now != started) {
      started = now;
      for (Thread thread : all()) {
        known.computeIfAbsent(thread, any -> new Owned(player));
      }
    }
  }

  private Thread[] all() {
    Thread[] threads = new Thread[16];
    int count = group.enumerate(threads);
    while (count == threads.length) { // There may be more.
      threads = new Thread[2 * threads.length];
      count = group.enumerate(threads);
    }
    return Arrays.copyOf(threads, count);
  }

  /** {@return nanoseconds of processor time of all threads that were a player's, never running backwards} */
  synchronized long cpuNanos(Player player) {
    long sum = ended.getOrDefault(player, 0L);
    for (Iterator<Map.Entry<Thread, Owned>> entries = known.entrySet().iterator(); entries.hasNext();) {
      Map.Entry<Thread, Owned> entry = entries.next();
      Owned thread = entry.getValue();
      if (thread.owner != null && thread.owner == player) {
        long nanos = THREADS.getThreadCpuTime(entry.getKey().threadId());
        if (nanos < 0) {
          ended.merge(player, thread.nanos, Long::sum);
          entries.remove();
        } else {
          thread.nanos = nanos;
        }
        sum += thread.nanos;
      }
    }
    return sum;
  }

  /** Forgets a player that is no longer there. */
  synchronized void forget(Player player) {
    ended.remove(player);
    known.values().removeIf(thread -> thread.owner == player && player != null);
  }
}
