package mesa.games.chess;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.GameRecord;
import mesa.core.Outcome;
import mesa.core.RecordFormat;
import mesa.core.RecordReader;

/**
 * Portable Game Notation (S. J. Edwards, <i>Standard: Portable Game Notation</i>, 1994): written in its export format by
 * {@link PgnWriter}, read in any hand by {@link PgnReader}.
 *
 * <p>A record's outcome and start stand in the tags {@code Result}, {@code SetUp} and {@code FEN}; a tag of the roster
 * that a record lacks is written as unknown ({@code ?}), and one that is unknown is read as lacking.
 *
 * <p>The comment of a move follows it. The last of two or more comments after the last move is the reason why the game
 * ended; one alone is the reason if it says what the rules say of the final position, such as {@code checkmate}, and
 * else the move's. Where that would be misread, an empty comment keeps the other one's place.
 *
 * @param variant whose games are written and read: those of Chess960 have a tag {@code Variant} that says so
 */
record Pgn(Variant variant) implements RecordFormat {
  /** The value of a tag that isn't known, and of a date. */
  static final String UNKNOWN = "?";
  static final String UNKNOWN_DATE = "????.??.??";

  /** The tags that each game has, in their order, apart from the result, which comes seventh. */
  static final List<String> ROSTER = List.of("Event", "Site", "Date", "Round", "White", "Black");

  /** What a record says by its outcome and its start. */
  static final Set<String> OWN_TAGS = Set.of("Result", "SetUp", "FEN");

  @Override
  public String extension() {
    return "pgn";
  }

  @Override
  public String format(GameRecord game) {
    return new PgnWriter(game, variant).write();
  }

  /** Names are those of the usual start; from elsewhere, Chess960 included, a game may still come to a position that has one. */
  @Override
  public Map<String, String> opening(String start, List<String> moves) {
    return OpeningNames.shipped().of(Fen.parse(start, variant), moves);
  }

  @Override
  public RecordReader read(InputStream in) {
    return new PgnReader(in, variant);
  }

  /** What stands for a roster's tag that isn't known. */
  static String unknown(String tag) {
    return tag.equals("Date") ? UNKNOWN_DATE : UNKNOWN;
  }

  static String result(Outcome outcome) {
    return switch (outcome) {
      case FIRST_WON -> "1-0";
      case SECOND_WON -> "0-1";
      case DRAWN -> "1/2-1/2";
      case ONGOING -> "*";
    };
  }
}
