package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeskTest {
  private static final Pile PILE = new Pile(21, false);
  private static final Tokens ONE = new Tokens(1, 0, 0);
  private static final Tokens GPU = new Tokens(1, 1, 0);

  @TempDir
  private Path folder;

  /** A round robin of so many players, one round of single games. */
  private static FixedSchedule schedule(int players) {
    List<Pairing> pairings = new ArrayList<>();
    for (int second = 1; second < players; second++) {
      for (int first = 0; first < second; first++) {
        pairings.add(new Pairing(first, second));
      }
    }
    return new FixedSchedule(pairings, 1, 1, false, 1, OpeningPolicy.SHARED);
  }

  private static Desk desk(Schedule schedule, Tokens pool, Tokens... needs) {
    return new Desk(schedule, new BitSet(), pool, List.of(needs));
  }

  // Pairings 01 02 12 03 13 23; players 0 and 1 need the only accelerator, so that 01 holds up all but 23.
  @Test
  void take_gameThatLacksSomething_waitsWhileOthersGoOn() throws InterruptedException {
    Desk desk = desk(schedule(4), new Tokens(9, 1, 0), GPU, GPU, ONE, ONE);

    assertThat(desk.take().index()).isZero();
    assertThat(desk.take().index()).isEqualTo(5);
    desk.giveBack(0, 1);
    assertThat(desk.take().index()).as("the first that was held back").isEqualTo(1);
    desk.giveBack(0, 2);
    assertThat(desk.take().index()).isEqualTo(2);
    desk.giveBack(1, 2);
    assertThat(desk.take().index()).isEqualTo(3);
    desk.giveBack(0, 3);
    assertThat(desk.take().index()).isEqualTo(4);
    desk.giveBack(1, 3);
    assertThat(desk.take()).isNull();
  }

  @Test
  void take_playerWithManyThreads_countsAsThatMany() throws InterruptedException {
    Desk desk = desk(schedule(3), new Tokens(4, 0, 0), ONE, ONE, new Tokens(4, 0, 0));

    assertThat(desk.take().index()).as("one thread of four").isZero();
    Thread other = Thread.ofPlatform().start(() -> {
      try {
        desk.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    while (other.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    desk.giveBack(0, 1);
    other.join();
  }

  @Test
  void take_gamesThatAreDone_arePassedOver() throws InterruptedException {
    BitSet done = new BitSet();
    done.set(0, 2);
    Desk desk = new Desk(schedule(3), done, new Tokens(9, 0, 0), List.of(ONE, ONE, ONE));

    assertThat(desk.take().index()).isEqualTo(2);
    assertThat(desk.take()).isNull();
  }

  @Test
  void take_closed_isNothing() throws InterruptedException {
    Desk desk = desk(schedule(3), new Tokens(9, 0, 0), ONE, ONE, ONE);
    desk.close();

    assertThat(desk.take()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"round-robin", "swiss:rounds=3"})
  void play_scarceResources_changesNoGame(String format) throws IOException {
    for (boolean scarce : new boolean[] {false, true}) {
      Results results = Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=c", "random,name=d"))
          .format(Format.parse(format)).games(4).openings("random:3").repeatOpenings(true)
          .allot(!scarce ? Allotment.NONE
              : new Allotment("gpu=1,mem=10,cpu=3", Map.of("c", "gpu+mem:6", "d", "mem:6", "scripted:does=first", "gpu")))
          .build().play(folder.resolve("" + scarce), scarce ? 5 : 1, TournamentListener.NONE);
      assertThat(results.isComplete()).isTrue();
    }

    assertThat(Journals.canonical(folder.resolve("true"))).isEqualTo(Journals.canonical(folder.resolve("false")));
    assertThat(Journals.lines(folder.resolve("true"), "run").getFirst().get("needs").get("d").asText()).isEqualTo("mem:6");
    assertThat(Tournament.read(folder.resolve("true"), Players.REGISTRY).resume(folder.resolve("true"), 1, TournamentListener.NONE)
        .isComplete()).isTrue();
  }

  // Three of five threads are left behind with a player that never answers; what it needed is free again.
  @Test
  void play_threadLeftBehind_givesBackWhatItsGameHad() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "hang", "first")).games(6).patience(20_000_000)
        .allot(new Allotment("gpu=1", Map.of("scripted:does=hang", "gpu"))).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.losses(0, End.STALL)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"'gpu=1,mem=16', -1, 1, 16", "gpu+mem:8, -1, 1, 8", "cpu=4, 4, 0, 0"})
  void parse_amounts_areRead(String text, int cpu, int gpu, int mem) {
    assertThat(Tokens.parse(text)).isEqualTo(new Tokens(cpu, gpu, mem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpus=1", "gpu=-1", "gpu=1,gpu=2", "gpu=1,,mem=2", "gpu=few"})
  void parse_noAmounts_isRefused(String text) {
    assertThatThrownBy(() -> Tokens.parse(text)).isInstanceOf(BadInputException.class).hasMessageContaining("gpu=1,mem=16");
  }

  @Test
  void needs_moreThanThereIs_isRefused() {
    assertThatThrownBy(() -> Tournament.of(PILE, Players.of(PILE, "random", "first"))
        .allot(new Allotment(null, Map.of("scripted:does=first", "gpu"))).build())
        .isInstanceOf(BadInputException.class)
        .hasMessage("scripted:does=first needs gpu=1,mem=0, and there is gpu=0,mem=0; say how much there is by --resources");
    assertThatThrownBy(() -> Tournament.of(PILE, Players.of(PILE, "random", "first"))
        .allot(new Allotment("gpu=1", Map.of("nobody", "gpu"))).build())
        .isInstanceOf(BadInputException.class).hasMessageContaining("\"nobody\" is said to need gpu, but does not play");
  }

  @Test
  void needs_optionThreads_isThatManyThreadsAtMostAllThereAre() {
    List<Entrant> entrants = Players.of(PILE, "random,threads=4", "first");
    Tokens pool = Allotment.NONE.pool(8);

    assertThat(Allotment.NONE.needs(entrants, pool)).extracting(Tokens::cpu).containsExactly(4, 1);
    assertThat(Allotment.NONE.needs(entrants, Allotment.NONE.pool(2))).extracting(Tokens::cpu).containsExactly(2, 1);
    assertThat(new Allotment("cpu=6", Map.of("scripted:does=first", "cpu=3")).needs(entrants, new Tokens(6, 0, 0)))
        .extracting(Tokens::cpu).containsExactly(4, 3);
  }
}
