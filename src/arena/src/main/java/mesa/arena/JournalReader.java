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
  static final byte[] GAME = beginning("game");
  static final byte[] ROUND = beginning(Draw.KIND);
  private static final byte[] STOP = beginning("stop");
  static final byte[] RESUME = beginning(Resumption.KIND);

  private JournalReader() {}

  private static byte[] beginning(String kind) {
    return ("{\"t\":\"" + kind + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes a journal's lines, the first of which is always of kind {@code run}. */
  interface Handler {
    /**
     * Takes what is played, before anything else.
     *
     * @param run as the first line says, or the last one by which the run was extended
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

  /** {@return what is played: what the first line of a journal says, or the last one by which it was extended} */
  static Run run(Path file) throws IOException {
    try (JournalLines lines = new JournalLines(file)) {
      if (!lines.next() || !isWhole(lines)) {
        throw holdsNothing(file);
      }
      Run first = run(file, lines);
      Run extended = Ahead.of(file).run;
      return extended == null ? first : extended;
    }
  }

  private static BadInputException holdsNothing(Path file) {
    return new BadInputException("\"" + file + "\" holds no whole line: nothing was played, so start anew");
  }

  /** {@return what the first line says} */
  static Run run(Path file, JournalLines lines) throws IOException {
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
        if (!isWhole(lines)) {
          if (lines.isFollowed()) {
            throw new BadInputException("\"" + file + "\" is damaged: line " + lines.number()
                + " does not match its checksum, though lines follow it; --resume with --salvage sets it aside and plays its game again");
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
    Run first = run(file, lines);
    Ahead ahead = Ahead.of(file);
    handler.run(ahead.run == null ? first : ahead.run);
    if (ahead.games < Integer.MAX_VALUE) {
      handler.decided(ahead.games);
    }
    return ahead.games;
  }

  /**
   * What lines further on say of all games.
   *
   * @param run by which the first line is replaced, since the run was extended, or null
   * @param games how many count, from the first in the schedule on
   */
  private record Ahead(Run run, int games) {
    static Ahead of(Path file) throws IOException {
      Run run = null;
      int games = Integer.MAX_VALUE;
      try (JournalLines lines = new JournalLines(file)) {
        while (lines.next()) {
          if (lines.startsWith(RESUME) && isWhole(lines)) {
            Run extended = Resumption.read(copy(lines)).run();
            run = extended == null ? run : extended;
          } else if (lines.startsWith(STOP) && isWhole(lines)) {
            games = Math.min(games, Note.read(copy(lines)).games());
          }
        }
      }
      return new Ahead(run, games);
    }
  }

  /** {@return whether a line matches its checksum} */
  static boolean isWhole(JournalLines lines) {
    return LineBuffer.isSealed(lines.bytes(), lines.from(), lines.length());
  }

  /** {@return the bytes of a line} */
  static byte[] copy(JournalLines lines) {
    return Arrays.copyOfRange(lines.bytes(), lines.from(), lines.from() + lines.length());
  }
}
