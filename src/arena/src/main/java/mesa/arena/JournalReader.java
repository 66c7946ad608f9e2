package mesa.arena;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import mesa.core.BadInputException;

/**
 * Reads a journal from its beginning, line by line, and checks every checksum. What a kill or a power cut left of the
 * last line is passed over; a bad line anywhere else means that the file is damaged.
 */
final class JournalReader {
  private static final byte[] GAME = beginning("game");
  private static final byte[] ROUND = beginning(Draw.KIND);
  private static final byte[] STOP = beginning("stop");

  private JournalReader() {}

  private static byte[] beginning(String kind) {
    return ("{\"t\":\"" + kind + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes a journal's lines, the first of which is always of kind {@code run}. */
  interface Handler {
    /**
     * Takes the first line.
     *
     * @param run what is played
     */
    void run(Run run);

    /**
     * Takes a line of kind {@code game}; games that were played beyond the deciding one are passed over.
     *
     * @param offset of its first byte in the file
     * @param length in bytes, without the newline
     * @param game what it tells
     */
    void game(long offset, int length, PlayedGame game);

    /**
     * Takes a line of kind {@code round}.
     *
     * @param draw who meets whom from here on
     */
    default void draw(Draw draw) {}

    /**
     * Told, before any game comes, that a stopping rule has ended the tournament.
     *
     * @param games how many count, from the first in the schedule on
     */
    default void decided(int games) {}
  }

  /** {@return the first line of a journal} */
  static Run run(Path file) throws IOException {
    try (JournalLines lines = new JournalLines(file)) {
      if (!lines.next() || !LineBuffer.isSealed(lines.bytes(), lines.from(), lines.length())) {
        throw holdsNothing(file);
      }
      return run(file, lines);
    }
  }

  private static BadInputException holdsNothing(Path file) {
    return new BadInputException("\"" + file + "\" holds no whole line: nothing was played, so start anew");
  }

  private static Run run(Path file, JournalLines lines) throws IOException {
    Run run = Run.read(copy(lines));
    if (!"run".equals(run.t()) || run.v() != Run.VERSION) {
      throw new BadInputException("\"" + file + "\" is no journal of version " + Run.VERSION
          + ", which starts with a line of kind run; another Mesa may have written it");
    }
    return run;
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
    try (JournalLines lines = new JournalLines(file)) {
      long good = 0;
      int games = Integer.MAX_VALUE;
      while (lines.next()) {
        if (!LineBuffer.isSealed(lines.bytes(), lines.from(), lines.length())) {
          if (lines.isFollowed()) {
            throw new BadInputException("\"" + file + "\" is damaged: line " + lines.number()
                + " does not match its checksum, though lines follow it");
          }
          break;
        }
        try {
          if (lines.number() == 1) {
            games = first(file, lines, handler);
          } else if (lines.startsWith(GAME)) {
            PlayedGame game = GameLine.read(lines.bytes(), lines.from(), lines.length());
            if (game.index() < games) {
              handler.game(lines.offset(), lines.length(), game);
            }
          } else if (lines.startsWith(ROUND)) {
            handler.draw(Draw.read(copy(lines)));
          }
        } catch (JacksonException e) {
          throw new BadInputException(
              "\"" + file + "\" line " + lines.number() + " can't be understood: " + e.getOriginalMessage(), e);
        }
        good = lines.offset() + lines.length() + 1;
      }
      if (good == 0) {
        throw holdsNothing(file);
      }
      return good;
    }
  }

  /** Reads the first line; returns how many games count. */
  private static int first(Path file, JournalLines lines, Handler handler) throws IOException {
    Run run = run(file, lines);
    handler.run(run);
    int games = run.stop() == null ? Integer.MAX_VALUE : gamesThatCount(file);
    if (games < Integer.MAX_VALUE) {
      handler.decided(games);
    }
    return games;
  }

  /** Looks ahead for the line that says where a stopping rule has ended the tournament. */
  private static int gamesThatCount(Path file) throws IOException {
    try (JournalLines lines = new JournalLines(file)) {
      while (lines.next()) {
        if (lines.startsWith(STOP) && LineBuffer.isSealed(lines.bytes(), lines.from(), lines.length())) {
          return Note.read(copy(lines)).games();
        }
      }
      return Integer.MAX_VALUE;
    }
  }

  private static byte[] copy(JournalLines lines) {
    return Arrays.copyOfRange(lines.bytes(), lines.from(), lines.from() + lines.length());
  }
}
