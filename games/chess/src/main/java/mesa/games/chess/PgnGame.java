package mesa.games.chess;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.GameRecord;
import mesa.core.Outcome;
import mesa.core.RecordEntry;

/**
 * The game that {@link PgnReader} is reading: its tags, its moves on a board, its comments and its result, or its first
 * fault. One object serves game after game.
 */
final class PgnGame {
  private static final int USUAL_TAGS = 16;

  /** What a text costs beside its bytes, so that many empty ones are too many, too. */
  private static final int OVERHEAD = 16;

  private static final Set<String> NULL_MOVES = Set.of("--", "Z0", "Z1", "null", "pass", "0000", "@@@@", "<>");
  private static final Set<String> REMARKS = Set.of("N", "TN", "D", "RR", "e.p.", "e.p", "ep", "ch", "mate");

  private final Variant variant;
  private final SanText san = new SanText();
  private final SanResolver resolver = new SanResolver();

  /** The usual start, used for game after game. */
  private final ChessPosition usual;

  /** How the game writes its moves, by move. */
  private final String[] moveTexts = new String[1 << 16];

  private Map<String, String> tags;
  private long startLine;
  private long variantLine;
  private long fenLine;
  private ChessPosition position;
  private String[] moves = new String[256];
  private int plies;
  private int textKept;
  private final PgnComments comments = new PgnComments();

  /** What stands behind the moves; null if nothing does. */
  private Outcome result;

  /** What went wrong first; null while nothing has. */
  private RecordEntry.Broken fault;

  PgnGame(Variant variant) {
    this.variant = variant;
    usual = Fen.parse(Fen.START, variant);
  }

  /** Forgets the last game. */
  void clear() {
    tags = LinkedHashMap.newLinkedHashMap(USUAL_TAGS);
    position = null;
    plies = 0;
    textKept = 0;
    comments.clear();
    result = null;
    fault = null;
    while (usual.movesMade() > 0) {
      usual.unmake();
    }
  }

  /** Begins; comments that came before are nobody's. */
  void begin(long line) {
    startLine = line;
    comments.dropLatest();
  }

  void fail(long line, String message) {
    if (fault == null) {
      fault = new RecordEntry.Broken(line, message);
    }
  }

  boolean isBroken() {
    return fault != null;
  }

  /** {@return whether a text that was read is to be kept; one too much is a fault} */
  boolean keeps(PgnText text, String what, long line) {
    if (fault != null) {
      return false;
    }
    textKept += text.size() + OVERHEAD;
    if (text.isOverflown()) {
      fail(line, what + " is longer than " + PgnReader.MAX_TEXT + " bytes");
    } else if (textKept > PgnReader.MAX_GAME_TEXT) {
      fail(line, "tags and comments of the game are longer than " + PgnReader.MAX_GAME_TEXT + " bytes");
    }
    return fault == null;
  }

  boolean hasTag(String name) {
    return tags.containsKey(name);
  }

  void tag(String name, String value, long line) {
    if (tags.size() == PgnReader.MAX_TAGS) {
      fail(line, "the game has more than " + PgnReader.MAX_TAGS + " tags");
    } else {
      tags.put(name, value);
    }
    if (name.equals("Variant")) {
      variantLine = line;
    } else if (name.equals("FEN")) {
      fenLine = line;
    }
  }

  void comment(String comment) {
    comments.add(comment);
  }

  void result(Outcome stands) {
    result = stands;
  }

  boolean hasMoves() {
    return plies > 0;
  }

  /** Plays what a word names; a remark is passed over, and anything else is a fault. */
  void move(byte[] bytes, int start, int end, long line) {
    if (fault == null && position == null) {
      setUp();
    }
    if (fault != null) {
      return;
    }
    int move = san.read(bytes, start, end) ? resolver.find(position, san) : SanResolver.NONE;
    if (move <= 0) {
      refuse(bytes, start, end, line);
    } else if (plies == PgnReader.MAX_PLIES) {
      fail(line, "the game has more than " + PgnReader.MAX_PLIES + " half-moves");
    } else {
      play(move);
    }
  }

  private void refuse(byte[] bytes, int start, int end, long line) {
    String word = PgnText.decode(bytes, start, end);
    if (NULL_MOVES.contains(word)) {
      fail(line, "\"" + word + "\" passes; no move of chess does");
    } else if (!REMARKS.contains(word) && !isRemark(bytes, start, end)) {
      fail(line, MoveText.refusal(position, word));
    }
  }

  private static boolean isRemark(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!SanText.isMark(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private void play(int move) {
    comments.closeMove(plies);
    if (plies == moves.length) {
      moves = Arrays.copyOf(moves, 2 * plies);
    }
    String written = moveTexts[move];
    if (written == null) {
      written = position.format(move);
      moveTexts[move] = written;
    }
    moves[plies++] = written;
    position.make(move);
  }

  private void setUp() {
    String fen = tags.get("FEN");
    String said = tags.get("Variant");
    long line = variantLine;
    try {
      if (said != null) {
        PgnVariant.check(said, fen, variant);
      }
      line = fenLine;
      position = fen == null ? usual : Fen.parse(fen, variant);
    } catch (BadInputException e) {
      fail(line, e.getMessage());
    }
  }

  /** {@return the game, or its first fault} */
  RecordEntry finish() {
    if (position == null && fault == null) {
      setUp();
    }
    if (tags.isEmpty() && plies == 0 && result == null) {
      fail(startLine, "there is neither a tag nor a move nor a result");
    }
    if (fault != null) {
      return fault;
    }
    String reason = comments.takeReason(plies, position.ending());
    String start = position == usual ? Fen.START : start();
    List<String> played = Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(moves, plies)));
    return new RecordEntry.Whole(
        startLine, new GameRecord(start, played, comments.ofMoves(plies), outcome(), reason, furtherTags()));
  }

  /** The text of the first position. */
  private String start() {
    ChessPosition first = position.copy();
    while (first.movesMade() > 0) {
      first.unmake();
    }
    return first.text();
  }

  private Outcome outcome() {
    if (result != null && result != Outcome.ONGOING) {
      return result;
    }
    Outcome said = PgnResult.read(tags.getOrDefault("Result", "*"));
    return said == null ? Outcome.ONGOING : said;
  }

  private Map<String, String> furtherTags() {
    Pgn.OWN_TAGS.forEach(tags::remove);
    if (variant.chess960()) {
      tags.remove("Variant");
    }
    for (String name : Pgn.ROSTER) {
      tags.remove(name, Pgn.unknown(name));
    }
    return Collections.unmodifiableMap(tags);
  }
}
