package mesa.arena;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mesa.core.BadInputException;

/**
 * Reads a journal from its beginning, line by line, and checks every checksum. What a kill or a power cut left of the
 * last line is passed over; a bad line anywhere else means that the file is damaged.
 */
final class JournalReader {
  private static final String GAME = "{\"t\":\"game\"";

  private JournalReader() {}

  /** Takes a journal's lines, the first of which is always of kind {@code run}. */
  interface Handler {
    /**
     * Takes the first line.
     *
     * @param run what is played
     */
    void run(Run run);

    /**
     * Takes a line of kind {@code game}.
     *
     * @param offset of its first byte in the file
     * @param length in bytes, without the newline
     * @param game what it tells
     */
    void game(long offset, int length, PlayedGame game);
  }

  /**
   * Reads a journal.
   *
   * @param file the journal
   * @param handler takes its lines; kinds it does not take are skipped
   * @return bytes up to the end of the last whole line
   * @throws BadInputException if there is none, it has no first line, or it is damaged
   * @throws IOException if reading fails
   */
  static long read(Path file, Handler handler) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
      long good = 0;
      int number = 0;
      int badLine = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (badLine > 0) {
          throw new BadInputException(
              "\"" + file + "\" is damaged: line " + badLine + " does not match its checksum, though lines follow it");
        }
        if (b != '\n') {
          line.write(b);
          continue;
        }
        number++;
        byte[] bytes = line.toByteArray();
        line.reset();
        if (LineBuffer.isSealed(bytes)) {
          handle(file, number, good, bytes, handler);
          good += bytes.length + 1;
        } else {
          badLine = number;
        }
      }
      if (good == 0) {
        throw new BadInputException("\"" + file + "\" holds no whole line: nothing was played, so start anew");
      }
      return good;
    } catch (NoSuchFileException e) {
      throw new BadInputException("there is no journal \"" + file + "\"", e);
    }
  }

  private static void handle(Path file, int number, long offset, byte[] line, Handler handler) throws IOException {
    try {
      if (number == 1) {
        Run run = Run.read(line);
        if (!"run".equals(run.t()) || run.v() != Run.VERSION) {
          throw new IOException("a journal of version " + Run.VERSION + " starts with a line of kind run");
        }
        handler.run(run);
      } else if (startsAsGame(line) || Run.kind(line).equals("game")) {
        handler.game(offset, line.length, GameLine.read(line));
      }
    } catch (JacksonException e) {
      throw new BadInputException(
          "\"" + file + "\" line " + number + " can't be understood: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean startsAsGame(byte[] line) {
    return line.length > GAME.length()
        && new String(line, 0, GAME.length(), StandardCharsets.US_ASCII).equals(GAME);
  }
}
