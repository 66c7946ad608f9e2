package mesa.games.chess;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.BadInputException;
import mesa.core.Moves;

/**
 * An opening book in the format of Polyglot (M. Reul, hgm.nubati.net/book_format.html): records of 16 bytes, big-endian,
 * sorted by key as an unsigned number.
 * <pre>
 * bytes 0..7    key      as in {@link PolyglotKey}
 * bytes 8..9    move     bits 0..5 to-square, 6..11 from-square, 12..14 promoted to: 1 knight, 2 bishop, 3 rook,
 *                        4 queen; castling goes to the square of its own rook
 * bytes 10..11  weight   how often the move should be played, compared with the others; never if it is 0
 * bytes 12..15  learn    not looked at
 * </pre>
 * The file is mapped and not read, so a large book takes no heap; it must not be cut short while it is in use. Immutable
 * and safe to share.
 */
final class PolyglotBook {
  private static final int RECORD = 16;
  private static final ValueLayout.OfLong KEY = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Records whose order is checked: enough to notice any other order, few enough to open a large book at once. */
  private static final int CHECKED_RECORDS = 4096;

  /** More than any book has for one position, so that a broken one can't keep a player busy. */
  private static final int MOST_RECORDS_OF_A_POSITION = 1024;

  private final MemorySegment records;
  private final long size;

  private PolyglotBook(String name, MemorySegment records) {
    this.records = records;
    size = records.byteSize() / RECORD;
    if (size == 0 || records.byteSize() % RECORD != 0) {
      throw new BadInputException(name + " has " + records.byteSize() + " bytes; a Polyglot book is made of records of "
          + RECORD + ", at least one");
    }
    long step = Math.max(1, size / CHECKED_RECORDS);
    for (long i = step; i < size; i += step) {
      if (Long.compareUnsigned(key(i - step), key(i)) > 0) {
        throw new BadInputException(name + " is not sorted by key at byte " + i * RECORD + "; a Polyglot book is");
      }
    }
  }

  /**
   * Opens a book.
   *
   * @param file its path
   * @throws BadInputException if it can't be read or is no such book
   */
  static PolyglotBook open(Path file) {
    String name = "book \"" + file + "\"";
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(name + " is no file; a Polyglot book is wanted, such as book.bin");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new PolyglotBook(name, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    } catch (IOException e) {
      throw new BadInputException(name + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Takes a book from memory.
   *
   * @param bytes its records; kept
   * @throws BadInputException if they are no such book
   */
  static PolyglotBook of(byte[] bytes) {
    return new PolyglotBook("the book", MemorySegment.ofArray(bytes));
  }

  /** {@return how many records there are} */
  long size() {
    return size;
  }

  /**
   * Looks a position up. A move of the book that is not legal, as where another position has the same key, is passed
   * over.
   *
   * @param position where the game goes on
   * @param legal its legal moves
   * @return a weight for each of them, in their order: 0 if it is not to be played
   */
  int[] weights(ChessPosition position, Moves legal) {
    int[] weights = new int[legal.size()];
    long key = PolyglotKey.of(position);
    long first = firstOf(key);
    for (long i = first; i < Math.min(size, first + MOST_RECORDS_OF_A_POSITION) && key(i) == key; i++) {
      int coded = Short.toUnsignedInt(records.get(HALF, i * RECORD + 8));
      int weight = Short.toUnsignedInt(records.get(HALF, i * RECORD + 10));
      for (int j = 0; j < weights.length; j++) {
        if (code(legal.get(j)) == coded) {
          weights[j] += weight;
        }
      }
    }
    return weights;
  }

  /** Writes a move as books do. */
  static int code(int move) {
    int promoted = Move.isPromotion(move) ? Move.promoted(move) : 0;
    return promoted << 12 | Move.from(move) << 6 | Move.to(move);
  }

  /** The first record whose key is at least this one. */
  private long firstOf(long key) {
    long from = 0;
    long to = size;
    while (from < to) {
      long middle = from + to >>> 1;
      if (Long.compareUnsigned(key(middle), key) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private long key(long index) {
    return records.get(KEY, index * RECORD);
  }
}
