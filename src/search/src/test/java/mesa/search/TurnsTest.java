package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
  private final Turns turns = new Turns(3);

  TurnsTest() {
    turns.start();
  }

  @Test
  void takeTurn_laneWhoseTaskIsNotPlayed_isWaitedForByAllOthers() {
    dealAll();
    assertThat(turns.takeTurn()).as("while no task is played").isEqualTo(Turns.NONE);
    int first = turns.takeTask();
    int second = turns.takeTask();
    turns.endTask(second);
    assertThat(turns.takeTurn()).as("the second one's, which comes after the first one's").isEqualTo(Turns.NONE);
    turns.endTask(first);
    assertThat(turns.takeTurn()).isEqualTo(first);
    turns.endTurnWithTask(first);
    assertThat(turns.takeTurn()).isEqualTo(second);
  }

  @Test
  void takeTurn_whileSomebodyHasOne_isNone() {
    assertThat(turns.takeTurn()).isZero();
    assertThat(turns.takeTurn()).isEqualTo(Turns.NONE);
    turns.endTurnWithout(0);
    assertThat(turns.takeTurn()).isEqualTo(1);
  }

  @Test
  void endTurnWithout_others_haveTheirsBeforeItComesAgain() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      order.add(turns.takeTurn());
      turns.endTurnWithout(order.getLast());
    }
    assertThat(order).containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void takeTask_several_comeInTheOrderOfTurnsAndOnceEach() {
    dealAll();
    turns.endTask(turns.takeTask());
    turns.endTurnWithTask(turns.takeTurn()); // Lane 0 has a second task, and the next turn is lane 1's.
    assertThat(List.of(turns.takeTask(), turns.takeTask(), turns.takeTask(), turns.takeTask()))
        .containsExactly(1, 2, 0, Turns.NONE);
  }

  @Test
  void close_someLanes_othersGoOn() {
    turns.close(turns.takeTurn());
    turns.endTurnWithout(turns.takeTurn());
    turns.close(turns.takeTurn());
    assertThat(turns.takeTurn()).isEqualTo(1);
    turns.endTurnWithout(1);
    assertThat(turns.takeTurn()).isEqualTo(1);
    assertThat(turns.areOver()).isFalse();
    turns.close(1);
    assertThat(turns.areOver()).isTrue();
    assertThat(List.of(turns.takeTurn(), turns.takeTask())).containsOnly(Turns.NONE);
  }

  @Test
  void breakOff_whileATaskIsPlayed_endsAll() {
    dealAll();
    turns.takeTask();
    turns.breakOff();
    assertThat(turns.areOver()).isTrue();
    assertThat(List.of(turns.takeTurn(), turns.takeTask())).containsOnly(Turns.NONE);
  }

  @Test
  @Timeout(60)
  void takeTurn_fourThreads_oneByOneInOneOrder() throws InterruptedException {
    List<Integer> expected = play(1);
    assertThat(expected).hasSize(20_000);
    for (int repeat = 0; repeat < 5; repeat++) {
      assertThat(play(4)).as("repeat %d", repeat).isEqualTo(expected);
    }
  }

  private void dealAll() {
    for (int lane = 0; lane < 3; lane++) {
      turns.endTurnWithTask(turns.takeTurn());
    }
  }

  /** Six lanes, dealt tasks by what all have added up; what is common, plain numbers and a list, is touched in turns alone. */
  private static List<Integer> play(int threads) throws InterruptedException {
    Turns turns = new Turns(6);
    turns.start();
    List<Integer> order = new ArrayList<>();
    long[] found = new long[6];
    long[] all = {1};
    Runnable player = () -> {
      while (!turns.areOver()) {
        int lane = turns.takeTurn();
        if (lane != Turns.NONE) {
          all[0] = 31 * all[0] + found[lane];
          order.add(lane + 10 * (int) (all[0] & 0xffff));
          if (order.size() > 20_000 - 6) {
            turns.close(lane);
          } else if (all[0] % 5 == 0) {
            turns.endTurnWithout(lane);
          } else {
            found[lane] = all[0];
            turns.endTurnWithTask(lane);
          }
          continue;
        }
        int task = turns.takeTask();
        if (task != Turns.NONE) {
          found[task] = found[task] * 17 + task;
          turns.endTask(task);
        }
      }
    };
    List<Thread> players = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      players.add(Thread.ofPlatform().start(player));
    }
    for (Thread each : players) {
      each.join();
    }
    return order;
  }
}
