package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mesa.arena.Tournament;
import mesa.arena.TournamentListener;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process of an engine takes of this one, threads and descriptors, is given back with it. Runs alone, for it counts. */
@Isolated
class LeakTest extends FaultTournament {
  /** Each process takes three descriptors and three threads. */
  private static final int GAMES = 12;

  private static long descriptors() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.count();
    }
  }

  private static long engineThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("engine-")).count();
  }

  private void play(String fault, String options) throws IOException {
    Tournament.of(GAME, List.of(faulty(fault, options), REGISTRY.entrant(GAME, "rules")))
        .games(GAMES).build().play(folder, 1, TournamentListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit-before-bestmove", "child-holds-pipe", "closes-stdout"})
  void play_engineFailsInEachGame_leavesNothingBehind(String fault) throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "this system does not tell of open files");
    long before = descriptors();
    play(fault, LONG_PATIENCE);
    assertThat(journal("game")).hasSize(GAMES);
    for (int i = 0; i < 100 && (engineThreads() > 0 || descriptors() >= before + GAMES); i++) {
      Thread.sleep(50); // A thread sees the end of its stream a moment later.
    }
    assertThat(engineThreads()).as("threads that read").isZero();
    assertThat(descriptors()).as("open files, from %d on", before).isLessThan(before + GAMES);
  }
}
