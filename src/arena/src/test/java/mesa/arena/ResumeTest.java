package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import mesa.core.BadInputException;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private static TournamentBuilder plan() {
    return Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=other")).games(8).openings("random:3");
  }

  private static Path journal(Path run) {
    return run.resolve("games.jsonl");
  }

  private static int endOfFirstLine(byte[] bytes) {
    int end = 0;
    while (bytes[end++] != '\n') {}
    return end;
  }

  @Test
  void read_run_hasTheJobsItBeganWith() throws IOException {
    plan().timeControl(TimeControl.parse("9+1")).build().play(folder, 3, TournamentListener.NONE);

    assertThat(Tournament.read(folder, Players.REGISTRY).usualJobs()).isEqualTo(3);
  }

  // A kill may leave the file at any length: all whole games survive, and exactly the others are played.
  @Test
  void resume_journalCutAnywhere_endsAsIfUndisturbed() throws IOException {
    Path whole = folder.resolve("whole");
    plan().build().play(whole, 2, TournamentListener.NONE);
    String canonical = Journals.canonical(whole);
    byte[] bytes = Files.readAllBytes(journal(whole));
    int first = endOfFirstLine(bytes);
    Rng rng = new Rng(1);
    Path cut = Files.createDirectory(folder.resolve("cut"));
    for (int trial = 0; trial < 60; trial++) {
      int length = trial == 0 ? first : first + rng.below(bytes.length - first);
      Files.write(journal(cut), Arrays.copyOf(bytes, length));

      Results results = Tournament.read(cut, Players.REGISTRY).resume(cut, 1 + trial % 3, TournamentListener.NONE);

      assertThat(results.isComplete()).as("cut at byte " + length).isTrue();
      assertThat(Journals.canonical(cut)).as("cut at byte " + length).isEqualTo(canonical);
      assertThat(Files.mismatch(journal(cut), journal(whole))).as("whole lines before byte " + length)
          .satisfiesAnyOf(
              at -> assertThat(at).isEqualTo(-1),
              at -> assertThat(at).isGreaterThanOrEqualTo(lastLineEnd(bytes, length)));
    }
  }

  // The last game's line and the last note, one byte less each time, down to nothing of either.
  @Test
  void resume_journalCutAtEveryByteOfItsTail_endsAsIfUndisturbed() throws IOException {
    Path whole = folder.resolve("whole");
    TournamentBuilder plan = Tournament.of(PILE, Players.of(PILE, "random", "first")).games(4).openings("random:3")
        .ledger(Told.GAME);
    plan.build().play(whole, 1, TournamentListener.NONE);
    String canonical = Journals.canonical(whole);
    byte[] bytes = Files.readAllBytes(journal(whole));
    List<String> lines = Files.readAllLines(journal(whole));
    int tail = lines.get(lines.size() - 1).length() + lines.get(lines.size() - 2).length() + 2;
    Path cut = Files.createDirectory(folder.resolve("cut"));
    for (int length = bytes.length - 1; length >= bytes.length - tail - 1; length--) {
      Files.write(journal(cut), Arrays.copyOf(bytes, length));

      Tournament.read(cut, Players.REGISTRY).resume(cut, 1, TournamentListener.NONE);

      assertThat(Journals.canonical(cut)).as("cut at byte " + length).isEqualTo(canonical);
    }
  }

  @Test
  void read_aPlayersFileHasChanged_isRefusedUnlessAskedFor() throws IOException {
    Path book = folder.resolve("book.txt");
    Files.writeString(book, "one");
    Path run = folder.resolve("run");
    Tournament.of(PILE, Players.of(PILE, "random,file=" + book, "first")).games(4).build()
        .play(run, 1, TournamentListener.NONE);
    byte[] bytes = Files.readAllBytes(journal(run));
    Files.write(journal(run), Arrays.copyOf(bytes, bytes.length - 300));
    Files.writeString(book, "two");

    assertThatThrownBy(() -> Tournament.read(run, Players.REGISTRY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the file of file in \"scripted:does=random,file=" + book)
        .hasMessageContaining("--despite-changes");
    Tournament.read(run, Players.REGISTRY, true).resume(run, 1, TournamentListener.NONE);
    assertThat(Journals.lines(run, "resume").getFirst().get("why").asText()).contains("is another than when the run began");
  }

  private static long lastLineEnd(byte[] bytes, int length) {
    int end = length;
    while (bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Test
  void resume_completeRun_changesNothing() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);
    byte[] before = Files.readAllBytes(journal(folder));

    Results results = Tournament.read(folder, Players.REGISTRY).resume(folder, 1, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(Files.readAllBytes(journal(folder))).isEqualTo(before);
  }

  @Test
  void resume_otherTournament_isRefused() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);

    assertThatThrownBy(() -> plan().seed(2).build().resume(folder, 1, TournamentListener.NONE))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> plan().maxPlies(5).build().resume(folder, 1, TournamentListener.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("laid out differently");
  }

  @Test
  void read_openingsFileHasChanged_isRefused() throws IOException {
    Path openings = Files.writeString(folder.resolve("lines.txt"), "take1\ntake2\n");
    Path run = folder.resolve("run");
    plan().games(4).openings(openings.toString()).build().play(run, 1, TournamentListener.NONE);
    Files.writeString(openings, "take1\ntake3\n");

    assertThatThrownBy(() -> Tournament.read(run, Players.REGISTRY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no longer those of the run");
  }

  @Test
  void read_noJournal_isRefused() {
    assertThatThrownBy(() -> Tournament.read(folder, Players.REGISTRY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no journal \"" + journal(folder));
  }

  @Test
  void read_cutInTheFirstLine_saysThatNothingWasPlayed() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);
    Files.write(journal(folder), Arrays.copyOf(Files.readAllBytes(journal(folder)), 100));

    assertThatThrownBy(() -> Tournament.read(folder, Players.REGISTRY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nothing was played");
  }

  @Test
  void read_byteFlippedInTheMiddle_namesTheLine() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);
    byte[] bytes = Files.readAllBytes(journal(folder));
    int second = endOfFirstLine(bytes);
    bytes[second + 20] ^= 1;
    Files.write(journal(folder), bytes);

    assertThatThrownBy(() -> Results.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is damaged: line 2");
  }

  @Test
  void read_lineTwice_isRefused() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);
    List<String> lines = Files.readAllLines(journal(folder));
    Files.writeString(journal(folder), lines.get(1) + "\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Results.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void resume_journalLocked_isRefused() throws IOException {
    plan().build().play(folder, 1, TournamentListener.NONE);

    try (RunLock _ = RunLock.take(folder)) {
      Tournament again = Tournament.read(folder, Players.REGISTRY);
      assertThatThrownBy(() -> again.resume(folder, 1, TournamentListener.NONE))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("being written by another run");
    }
  }

  @Test
  @Timeout(60)
  void play_threadInterrupted_journalIsWholeAndResumable() throws Exception {
    TournamentBuilder plan = Tournament.of(PILE, Players.of(PILE, "random", "sleep")).games(400);
    CountDownLatch someGames = new CountDownLatch(3);
    AtomicReference<Results> results = new AtomicReference<>();
    AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
    Thread thread = Thread.ofPlatform().start(() -> {
      try {
        results.set(plan.build().play(folder, 2, soFar -> someGames.countDown()));
        stillInterrupted.set(Thread.currentThread().isInterrupted());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    someGames.await();
    thread.interrupt();
    thread.join();

    assertThat(stillInterrupted.get()).isTrue();
    assertThat(results.get().isComplete()).isFalse();
    assertThat(results.get().played()).isGreaterThanOrEqualTo(3).isEqualTo(Results.read(folder).played());
    assertThat(Journals.lines(folder, "end")).hasSize(1).allMatch(end -> end.get("why").asText().equals("interrupted"));
  }

  @Test
  void stop_beforePlay_playsNothingAndCanBeResumed() throws IOException {
    Tournament tournament = plan().build();
    tournament.stop();

    assertThat(tournament.play(folder, 2, TournamentListener.NONE).played()).isZero();
    assertThat(Tournament.read(folder, Players.REGISTRY).resume(folder, 2, TournamentListener.NONE).isComplete()).isTrue();
  }

  // Two players think for ever unless told to stop.
  @Test
  @Timeout(60)
  void stop_playersThinking_endsTheirMovesAndDropsTheirGames() throws Exception {
    Tournament tournament = Tournament.of(PILE, Players.of(PILE, "wait", "wait,name=other")).build();
    Thread stopper = Thread.ofPlatform().start(() -> {
      while (!Files.exists(folder.resolve("games.jsonl"))) {
        Thread.onSpinWait();
      }
      tournament.stop();
    });

    Results results = tournament.play(folder, 2, TournamentListener.NONE);
    stopper.join();

    assertThat(results.played()).isZero();
    assertThat(Results.read(folder).scheduled()).isEqualTo(2);
    assertThat(results.standings().table()).doesNotContain("NaN", "Infinity");
  }
}
