package mesa.games.chess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.GameRecord;
import mesa.core.Outcome;
import mesa.core.RecordFormat;

/**
 * Portable Game Notation in its export format (S. J. Edwards, <i>Standard: Portable Game Notation</i>, 1994): the seven
 * tag pairs of the roster first, moves in algebraic notation, lines below 80 columns. The reason why the game ended is
 * its last comment.
 */
final class Pgn implements RecordFormat {
  static final Pgn FORMAT = new Pgn();

  private static final int WIDTH = 79;

  /** The roster in its order, with what stands for unknown. */
  private static final String[][] ROSTER = {
    {"Event", "?"}, {"Site", "?"}, {"Date", "????.??.??"}, {"Round", "?"}, {"White", "?"}, {"Black", "?"},
  };

  private Pgn() {}

  @Override
  public String extension() {
    return "pgn";
  }

  @Override
  public String format(GameRecord game) {
    StringBuilder text = new StringBuilder();
    tags(game).forEach((name, value) ->
        text.append('[').append(name).append(" \"").append(escaped(value)).append("\"]\n"));
    text.append('\n');
    wrap(tokens(game), text);
    return text.append('\n').toString();
  }

  private static Map<String, String> tags(GameRecord game) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String[] tag : ROSTER) {
      tags.put(tag[0], game.tags().getOrDefault(tag[0], tag[1]));
    }
    tags.put("Result", result(game.outcome()));
    if (!game.start().equals(Fen.START)) {
      tags.put("SetUp", "1");
      tags.put("FEN", game.start());
    }
    game.tags().forEach(tags::putIfAbsent);
    return tags;
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case FIRST_WON -> "1-0";
      case SECOND_WON -> "0-1";
      case DRAWN -> "1/2-1/2";
      case ONGOING -> "*";
    };
  }

  private static String escaped(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Move numbers, moves, words of comments and the result: what a line may be broken between. */
  private static List<String> tokens(GameRecord game) {
    List<String> tokens = new ArrayList<>();
    ChessPosition position = Fen.parse(game.start());
    boolean numbered = false;
    for (int i = 0; i < game.moves().size(); i++) {
      int move = position.parseMove(game.moves().get(i));
      if (position.side == Piece.WHITE) {
        tokens.add(position.fullMove() + ".");
      } else if (!numbered) {
        tokens.add(position.fullMove() + "...");
      }
      tokens.add(San.write(position, move));
      position.make(move);
      boolean last = i == game.moves().size() - 1;
      String comment = comment(i < game.comments().size() ? game.comments().get(i) : "", last ? game.reason() : "");
      addComment(comment, tokens);
      // After a comment, black's move needs its number again.
      numbered = comment.isEmpty() && position.side == Piece.BLACK;
    }
    if (game.moves().isEmpty()) {
      addComment(game.reason(), tokens);
    }
    tokens.add(result(game.outcome()));
    return tokens;
  }

  private static String comment(String comment, String reason) {
    return comment.isEmpty() || reason.isEmpty() ? comment + reason : comment + ", " + reason;
  }

  private static void addComment(String comment, List<String> tokens) {
    String printable = comment.replace('{', '(').replace('}', ')').replaceAll("[\\p{Cntrl} ]+", " ").strip();
    if (!printable.isEmpty()) {
      tokens.addAll(List.of(("{" + printable + "}").split(" ")));
    }
  }

  private static void wrap(List<String> tokens, StringBuilder text) {
    int column = 0;
    for (String token : tokens) {
      // A line that begins with % would be skipped by readers.
      boolean fits = column + 1 + token.length() <= WIDTH || token.startsWith("%");
      if (column > 0) {
        text.append(fits ? ' ' : '\n');
        column = fits ? column + 1 : 0;
      }
      text.append(token);
      column += token.length();
    }
    text.append('\n');
  }
}
