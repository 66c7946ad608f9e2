package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
  @Test
  void next_oneThreadForAllLanes_comesInTheOrderOfClocks() {
    Turns turns = new Turns(3);
    turns.start();
    int[] tasks = {5, 2, 4};
    List<Integer> order = new ArrayList<>();
    for (int turn = 0; turn < 8; turn++) {
      int lane = turns.next(0);
      order.add(lane);
      turns.tick(lane, tasks[lane]);
      turns.leave(lane);
    }
    // Clocks: 0 0 0, 5 0 0, 5 2 0, 5 2 4, 5 4 4, 5 6 4, 5 6 8, 10 6 8.
    assertThat(order).containsExactly(0, 1, 2, 1, 1, 2, 0, 1);
  }

  @Test
  void next_allLanesClosed_isNone() {
    Turns turns = new Turns(2);
    turns.start();
    turns.close(turns.next(0));
    turns.close(turns.next(0));
    assertThat(turns.next(1)).isEqualTo(Turns.NONE);
  }

  @Test
  @Timeout(20)
  void breakOff_whileALaneIsTaken_freesWhoeverWaits() throws InterruptedException {
    Turns turns = new Turns(2);
    turns.start();
    turns.next(0); // Never left.
    int[] got = {0};
    Thread other = Thread.ofPlatform().start(() -> got[0] = turns.next(1));
    turns.breakOff();
    other.join();
    assertThat(got[0]).isEqualTo(Turns.NONE);
  }

  @Test
  @Timeout(60)
  void next_fourThreads_takeTurnsOneByOneInOneOrder() throws InterruptedException {
    List<Integer> expected = play(1);
    for (int repeat = 0; repeat < 5; repeat++) {
      assertThat(play(4)).as("repeat %d", repeat).isEqualTo(expected);
    }
  }

  /** Four lanes of tasks whose lengths differ; what is common, a plain list, is touched in turns alone. */
  private static List<Integer> play(int threads) throws InterruptedException {
    Turns turns = new Turns(4);
    turns.start();
    List<Integer> order = new ArrayList<>();
    List<Thread> players = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int own = i;
      players.add(Thread.ofPlatform().start(() -> {
        for (int lane = turns.next(own); lane != Turns.NONE; lane = turns.next(own)) {
          if (order.size() == 2000) {
            turns.close(lane);
            continue;
          }
          order.add(lane);
          for (int left = 1 + Collections.frequency(order.subList(Math.max(0, order.size() - 9), order.size()), lane);
              left > 0; left--) {
            turns.tick(lane, 1);
          }
          turns.leave(lane);
        }
      }));
    }
    for (Thread player : players) {
      player.join();
    }
    return order;
  }
}
