package mesa.games.chess;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.GameRecord;

/** Writes one game in PGN's export format: the roster's tags first, moves in algebraic notation, lines below 80 columns. */
final class PgnWriter {
  private static final int WIDTH = 79;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl} ]+");
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_+-]");

  private final GameRecord game;
  private final Variant variant;
  private final StringBuilder text = new StringBuilder(2048);
  private final StringBuilder san = new StringBuilder(8);
  private int column;

  PgnWriter(GameRecord game, Variant variant) {
    this.game = game;
    this.variant = variant;
  }

  String write() {
    tags().forEach((name, value) -> text.append('[').append(name).append(" \"").append(value).append("\"]\n"));
    text.append('\n');
    moves();
    add(Pgn.result(game.outcome()));
    return text.append("\n\n").toString();
  }

  // Tags.

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String name : Pgn.ROSTER) {
      tags.put(name, escaped(game.tags().getOrDefault(name, Pgn.unknown(name))));
    }
    tags.put("Result", Pgn.result(game.outcome()));
    if (variant.chess960()) {
      tags.put("Variant", PgnVariant.CHESS960);
    }
    if (variant.chess960() || !game.start().equals(Fen.START)) {
      tags.put("SetUp", "1");
      tags.put("FEN", game.start());
    }
    game.tags().forEach((name, value) -> {
      String letters = NO_NAME.matcher(name).replaceAll("_");
      if (!letters.isEmpty() && !Pgn.OWN_TAGS.contains(letters)) {
        tags.putIfAbsent(letters, escaped(value));
      }
    });
    return tags;
  }

  private static String escaped(String value) {
    return CONTROLS.matcher(value).replaceAll(" ").replace("\\", "\\\\").replace("\"", "\\\"");
  }

  // Moves and comments.

  private void moves() {
    ChessPosition position = Fen.parse(game.start(), variant);
    int last = game.moves().size() - 1;
    boolean numbered = false;
    for (int i = 0; i <= last; i++) {
      int move = find(position, game.moves().get(i));
      if (position.side == Piece.WHITE) {
        add(position.moveNumber() + ".");
      } else if (!numbered) {
        add(position.moveNumber() + "...");
      }
      san.setLength(0);
      San.write(position, move, san);
      add(san);
      position.make(move);
      String comment = i < game.comments().size() ? printable(game.comments().get(i)) : "";
      if (i == last) {
        addLast(comment, printable(game.reason()), position.ending());
      } else if (!comment.isEmpty()) {
        addComment(comment);
      }
      // After a comment, black's move needs its number again.
      numbered = comment.isEmpty() && position.side == Piece.BLACK;
    }
    if (last < 0 && !game.reason().isBlank()) {
      addComment(printable(game.reason()));
    }
  }

  private static int find(ChessPosition position, String move) {
    int found = MoveText.find(position, move);
    if (found <= 0) {
      throw new BadInputException(MoveText.refusal(position, move));
    }
    return found;
  }

  /** The last move's comment and the reason, so that each will be known for what it is. */
  private void addLast(String comment, String reason, String ending) {
    boolean reasonKnown = reason.equals(ending);
    if (!comment.isEmpty() || !reason.isEmpty() && !reasonKnown) {
      addComment(comment);
    }
    if (!reason.isEmpty() || !comment.isEmpty() && comment.equals(ending)) {
      addComment(reason);
    }
  }

  private static String printable(String comment) {
    return BLANKS.matcher(comment.replace('{', '(').replace('}', ')')).replaceAll(" ").trim();
  }

  private void addComment(String comment) {
    String braced = "{" + comment + "}";
    for (int from = 0; from < braced.length();) {
      int blank = braced.indexOf(' ', from);
      int to = blank < 0 ? braced.length() : blank;
      add(braced.subSequence(from, to));
      from = to + 1;
    }
  }

  /** Appends what a line may not be broken within: a number, a move, a word, the result. */
  private void add(CharSequence word) {
    boolean fits = column + 1 + word.length() <= WIDTH || misreadAtLineStart(word);
    if (column > 0) {
      text.append(fits ? ' ' : '\n');
      column = fits ? column + 1 : 0;
    }
    text.append(word);
    column += word.length();
  }

  /** Whether a reader would skip a line that begins so, or take it for the next game. */
  private static boolean misreadAtLineStart(CharSequence word) {
    return !word.isEmpty() && (word.charAt(0) == '%' || word.charAt(0) == '[' && word.toString().startsWith("[Event"));
  }
}
