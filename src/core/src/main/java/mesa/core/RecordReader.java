package mesa.core;

import java.io.IOException;

/**
 * Hands out the games of a file one after another, each move checked by the rules. What is wrong with a game is reported
 * in its place and costs that game alone. Not thread-safe.
 */
public interface RecordReader {
  /**
   * Reads on.
   *
   * @return the next game, whole or broken; null at the end of the file
   * @throws IOException if the bytes can't be read
   */
  RecordEntry next() throws IOException;
}
