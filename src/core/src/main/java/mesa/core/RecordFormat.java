package mesa.core;

import java.io.InputStream;

/** How a game's people keep finished games: for chess, PGN. Immutable and safe to share. */
public interface RecordFormat {
  /** {@return the ending of its files, without a dot, such as {@code pgn}} */
  String extension();

  /**
   * Writes one game. Read again, it is an equal record, as far as the format can tell; written again, the same text.
   *
   * @param record a finished game; its moves are legal from its start
   * @return text that can be appended to a file of such games
   */
  String format(GameRecord record);

  /**
   * Reads games one after another, in memory that does not grow with the file.
   *
   * @param in any bytes, from the beginning of a file; not closed, and read ahead of the games handed out
   * @return a reader for one thread
   */
  RecordReader read(InputStream in);
}
