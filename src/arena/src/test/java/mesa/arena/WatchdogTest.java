package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import mesa.core.Budget;
import mesa.core.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogTest {
  private static final Pile PILE = new Pile(9, false);
  private static final long PATIENCE = 100_000_000;

  @TempDir
  private Path folder;

  private static TournamentBuilder tournament(String... does) {
    return Tournament.of(PILE, Players.of(PILE, does)).patience(PATIENCE);
  }

  private List<String> games() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("games.jsonl"))) {
      return lines.filter(line -> line.startsWith("{\"t\":\"game\"")).toList();
    }
  }

  @Test
  void play_playerNeverAnswers_losesAndOthersGoOn() throws IOException {
    Results results = tournament("first", "hang", "random").games(8).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.losses(1, End.STALL)).as("before it was withdrawn").isBetween(3, 4);
    assertThat(results.standings().meetings()).filteredOn(meeting -> meeting.player() == 0 && meeting.opponent() == 2)
        .allMatch(meeting -> meeting.wins() + meeting.draws() + meeting.losses() == 8);
    assertThat(results.withdrawals()).extracting(Withdrawal::player).containsExactly(1);
    assertThat(games()).filteredOn(line -> line.contains("\"end\":\"stall\"")).isNotEmpty()
        .allMatch(line -> line.contains("no answer and nothing spent in 0.1 s, nor when told to stop; its thread was left behind"));
    assertThat(Files.readString(folder.resolve("games.jsonl"))).contains("\"t\":\"fault\"").contains("\"why\":\"withdrawn\"");
  }

  @Test
  void play_playerAnswersWhenInterrupted_losesTheGameAndPlaysTheNext() throws IOException {
    Results results = tournament("first", "drowse").games(4).build().play(folder, 1, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.losses(1, End.STALL)).isEqualTo(4);
    assertThat(games()).allMatch(line -> line.contains("no answer and nothing spent in 0.1 s until told to stop"));
  }

  /** A thread that waits for one answer, and notes what is done to it. */
  private static final class Waiting implements Watchdog.Post {
    private final Meter meter = Budget.UNLIMITED.start(() -> 0);
    private final Call call;
    private final StringBuilder done = new StringBuilder();

    Waiting(long mostNanos) {
      call = new Call(0, meter, mostNanos);
    }

    @Override
    public Call call() {
      return call;
    }

    @Override
    public void interrupt(Call unanswered) {
      done.append("interrupted ");
    }

    @Override
    public void leave(Call unanswered, long nanos) {
      done.append("left ");
    }
  }

  @Test
  void look_playerIsSlowButSpends_isWaitedFor() {
    Waiting waiting = new Waiting(Call.WHILE_BUSY);
    Watchdog watchdog = new Watchdog(List.of(waiting), PATIENCE, new Heartbeat(() -> 0));
    for (int look = 0; look < 100; look++) {
      if (look % 5 == 0) {
        waiting.meter.spendTick();
      }
      watchdog.look();
    }

    assertThat(waiting.done.toString()).isEmpty();
    assertThat(waiting.meter.spendTick()).as("may go on").isTrue();
  }

  // The first look finds the call; an eighth of the patience passes with each of the others.
  @Test
  void look_playerIsSilent_isInterruptedAndThenLeft() {
    Waiting waiting = new Waiting(Call.WHILE_BUSY);
    Watchdog watchdog = new Watchdog(List.of(waiting), PATIENCE, new Heartbeat(() -> 0));
    for (int look = 0; look < 8; look++) {
      watchdog.look();
    }
    assertThat(waiting.done.toString()).as("before the patience is over").isEmpty();
    watchdog.look();
    assertThat(waiting.done.toString()).isEqualTo("interrupted ");
    assertThat(waiting.meter.spendTick()).as("told to stop").isFalse();
    for (int look = 0; look < 8; look++) {
      watchdog.look();
    }
    assertThat(waiting.done.toString()).isEqualTo("interrupted left ");
  }

  @Test
  void look_aCallThatNobodyWatches_isLeftAlone() {
    Waiting waiting = new Waiting(Call.UNWATCHED);
    Watchdog watchdog = new Watchdog(List.of(waiting), PATIENCE, new Heartbeat(() -> 0));
    for (int look = 0; look < 1000; look++) {
      watchdog.look();
    }

    assertThat(waiting.done.toString()).isEmpty();
  }

  @Test
  void play_playerHangsUnderAClock_losesSoonAfterItsFlag() throws IOException {
    Results results = tournament("first", "hang", "drowse").games(2).timeControl(TimeControl.parse("0.05+0.01")).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(results.losses(1, End.STALL)).isPositive();
    assertThat(results.losses(2, End.TIME)).isPositive();
    assertThat(results.losses(0, End.TIME) + results.losses(0, End.STALL)).isZero();
  }

  // The player's first move takes as long as the clock jumps: nine seconds, of which the flag was down for more than seven.
  @Test
  void play_processHaltedUnderAClock_voidsTheGameAndPlaysItAgain() throws IOException {
    AtomicLong jumped = new AtomicLong();
    Players.halting = () -> jumped.compareAndSet(0, 9_000_000_000L);
    Results results = tournament("halt", "first").games(2).timeControl(TimeControl.parse("1.5+0.1"))
        .clocks(InstantSource.system(), () -> System.nanoTime() + jumped.get()).build().play(folder, 1, TournamentListener.NONE);

    assertThat(jumped.get()).isPositive();
    assertThat(results.played()).isEqualTo(2);
    assertThat(results.losses(0, End.TIME)).isZero();
    assertThat(Journals.lines(folder, "void")).singleElement()
        .satisfies(line -> assertThat(line.get("why").asText()).contains("/0/0, to be played again: no processor for 9"));
  }

  @Test
  void haltedNanos_beatsFarApart_areAddedUp() {
    AtomicLong clock = new AtomicLong();
    Heartbeat heartbeat = new Heartbeat(clock::get);
    clock.addAndGet(250_000_000);
    heartbeat.beat();
    assertThat(heartbeat.haltedNanos()).as("in time").isZero();
    clock.addAndGet(6_000_000_000L);
    assertThat(heartbeat.haltedNanos()).as("before the late beat").isEqualTo(6_000_000_000L);
    heartbeat.beat();
    clock.addAndGet(2_000_000_000L);
    heartbeat.beat();
    assertThat(heartbeat.haltedNanos()).isEqualTo(8_000_000_000L);
  }

  @Test
  void play_threadsLeftBehind_doNotChangeTheGamesOfOthers() throws IOException {
    tournament("random", "hang", "first").games(2).build().play(folder.resolve("hung"), 2, TournamentListener.NONE);
    tournament("random", "throw", "first").games(2).build().play(folder.resolve("well"), 1, TournamentListener.NONE);

    assertThat(between(folder.resolve("hung"), 0, 2)).hasSize(2).isEqualTo(between(folder.resolve("well"), 0, 2));
  }

  private static List<String> between(Path run, int one, int other) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("games.jsonl"))) {
      return lines.filter(line -> line.contains("\"seat\":[" + one + "," + other + "]")
              || line.contains("\"seat\":[" + other + "," + one + "]"))
          .map(line -> line.replaceAll(".*\"id\":\"([^\"]*)\".*\"moves\":\"([^\"]*)\".*", "$1 $2")).sorted().toList();
    }
  }
}
