package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalTest {
  private static final PlayedGame GAME = new PlayedGame(0, "p/0/0", 0, 1, 2, 0, 1, Outcome.DRAWN, End.NORMAL, -1, "", null,
      "take1 take2", 0, 3, 4, 5, BudgetUse.NONE, BudgetUse.NONE, Cost.NONE, Cost.NONE, List.of(), List.of(), null);
  private static final byte[] LINE = GameLine.write(GAME, Told.GAME);
  private static final Run RUN = Runs.of(2);

  @TempDir
  private Path folder;

  private final List<PlayedGame> written = Collections.synchronizedList(new ArrayList<>());

  private Path file() {
    return folder.resolve("games.jsonl");
  }

  @Test
  void append_games_areWrittenInOrderAfterTheRun() throws Exception {
    try (Journal journal = Journal.create(folder, RUN, System::nanoTime, written::add)) {
      for (int i = 0; i < 1000; i++) {
        journal.append(GAME, LINE);
      }
    }

    assertThat(Files.readAllLines(file())).hasSize(1001);
    assertThat(Journals.lines(folder, "run")).hasSize(1);
    assertThat(written).hasSize(1000);
  }

  // What a kill leaves of a run that had hardly begun: the same command may be given again.
  @Test
  void create_partOfAFirstLine_isWrittenOver() throws Exception {
    Files.writeString(file(), "{\"t\":\"run\",\"v\":");
    Journal.create(folder, RUN, System::nanoTime, written::add).close();

    assertThat(Journals.lines(folder, "run")).hasSize(1);
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  @Test
  void append_closedByAnInterruptedThread_isStillWritten() throws Exception {
    Journal journal = Journal.create(folder, RUN, System::nanoTime, written::add);
    journal.append(GAME, LINE);
    Thread.currentThread().interrupt();
    journal.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Journals.lines(folder, "game")).hasSize(1);
  }

  @Test
  void create_whileAnotherWrites_isRefused() throws Exception {
    try (Journal journal = Journal.create(folder, RUN, System::nanoTime, written::add)) {
      assertThatThrownBy(() -> Journal.resume(folder, file -> 0, System::nanoTime, written::add))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("being written by another run");
      journal.append(GAME, LINE);
    }

    assertThat(Journals.lines(folder, "game")).hasSize(1);
  }

  @Test
  void append_diskFull_keepsWholeLinesAndSaysSo() throws Exception {
    int room = 2 * LINE.length + LINE.length / 2;
    Journal journal;
    try (FileChannel real = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      journal = Journal.start(new FullDisk(real, room), null, 0, System::nanoTime, written::add);
      for (int i = 0; i < 10; i++) {
        journal.append(GAME, LINE);
        while (written.size() <= i && !journal.hasFailed()) {
          Thread.onSpinWait();
        }
      }
      assertThatThrownBy(journal::close).isInstanceOf(IOException.class).hasMessageContaining("no space left");
    }

    assertThat(Files.size(file())).isEqualTo(2L * LINE.length);
    assertThat(written).hasSize(2);
  }

  @Test
  void append_listenerFails_closeThrowsWhatItThrew() throws Exception {
    Journal journal = Journal.create(folder, RUN, System::nanoTime, game -> {
      throw new IllegalStateException("no screen");
    });
    journal.append(GAME, LINE);

    assertThatThrownBy(journal::close).isInstanceOf(IllegalStateException.class).hasMessage("no screen");
    assertThat(Journals.lines(folder, "game")).hasSize(1);
  }
}
