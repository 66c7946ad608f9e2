package mesa.arena;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Hands out the games of a journal in the order of the schedule, one after the other. Keeps where each line is, twelve bytes
 * a game, since games themselves could be too many to keep.
 */
final class GameIndex {
  private final Path journal;
  private Run run;
  private long[] offsets = new long[256];
  private int[] lengths = new int[256];
  private int size;

  /**
   * Looks through a journal.
   *
   * @param folder of the run
   * @throws mesa.core.BadInputException if there is no journal or it is damaged
   * @throws IOException if it can't be read
   */
  GameIndex(Path folder) throws IOException {
    journal = folder.resolve(Journal.FILE);
    JournalReader.read(journal, new JournalReader.Handler() {
      @Override
      public void run(Run first) {
        run = first;
      }

      @Override
      public void game(long offset, int length, PlayedGame game) {
        add(game.index(), offset, length);
      }
    });
  }

  private void add(int index, long offset, int length) {
    if (index >= offsets.length) {
      int room = Math.max(2 * offsets.length, index + 1);
      offsets = Arrays.copyOf(offsets, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    offsets[index] = offset;
    lengths[index] = length;
    size = Math.max(size, index + 1);
  }

  /** {@return the journal's first line} */
  Run run() {
    return run;
  }

  /** Takes a game. */
  interface Taker {
    void take(PlayedGame game) throws IOException;
  }

  /**
   * Hands out all games.
   *
   * @param taker gets them
   * @throws IOException if the journal can't be read, or the taker throws it
   */
  void forEach(Taker taker) throws IOException {
    try (RandomAccessFile lines = new RandomAccessFile(journal.toFile(), "r")) {
      for (int i = 0; i < size; i++) {
        if (lengths[i] > 0) {
          byte[] line = new byte[lengths[i]];
          lines.seek(offsets[i]);
          lines.readFully(line);
          taker.take(GameLine.read(line));
        }
      }
    }
  }
}
