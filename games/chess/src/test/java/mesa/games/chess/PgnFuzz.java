package mesa.games.chess;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mesa.core.GameRecord;
import mesa.core.RecordEntry;
import mesa.core.RecordReader;

/** Any bytes are read to their end; what is whole can be written, and from then on stays the same, text and game. */
final class PgnFuzz {
  private PgnFuzz() {}

  /**
   * Called by the fuzzer, and with the saved corpus by {@link CorpusTest}.
   *
   * @param data which rules (odd or even), then a file
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Pgn format = new Pgn((data[0] & 1) == 0 ? Variant.ORTHODOX : Variant.CHESS960);
    byte[] file = new byte[data.length - 1];
    System.arraycopy(data, 1, file, 0, file.length);
    for (RecordEntry entry : read(format, file)) {
      switch (entry) {
        case RecordEntry.Whole whole -> check(format, whole.game());
        case RecordEntry.Broken broken -> {
          if (broken.message().isBlank() || broken.line() < 1) {
            throw new AssertionError(broken);
          }
        }
      }
    }
  }

  private static void check(Pgn format, GameRecord game) {
    String text = format.format(game);
    GameRecord once = readOne(format, text);
    if (!format.format(once).equals(text) || !readOne(format, text).equals(once)
        || !once.moves().equals(game.moves()) || once.outcome() != game.outcome() || !once.start().equals(game.start())) {
      throw new AssertionError(game + " is written as\n" + text + "and read as " + once);
    }
  }

  private static GameRecord readOne(Pgn format, String text) {
    List<RecordEntry> entries = read(format, text.getBytes(StandardCharsets.UTF_8));
    if (entries.size() == 1 && entries.getFirst() instanceof RecordEntry.Whole whole) {
      return whole.game();
    }
    throw new AssertionError(text + "is read as " + entries);
  }

  private static List<RecordEntry> read(Pgn format, byte[] file) {
    try {
      List<RecordEntry> entries = new ArrayList<>();
      RecordReader reader = format.read(new ByteArrayInputStream(file));
      for (RecordEntry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
        if (entries.size() > file.length) {
          throw new AssertionError("more games than bytes");
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
