package mesa.core;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

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
   * Tells what this game's people call the way in which a game began.
   *
   * @param start text of the first position
   * @param moves legal from there, as {@link Position#format} writes them
   * @return tags by their names in this format, such as {@code Opening}; none where there is no name, as by default
   */
  default Map<String, String> opening(String start, List<String> moves) {
    return Map.of();
  }

  /**
   * Reads games one after another, in memory that does not grow with the file.
   *
   * @param in any bytes, from the beginning of a file; not closed, and read ahead of the games handed out
   * @return a reader for one thread
   */
  RecordReader read(InputStream in);
}
