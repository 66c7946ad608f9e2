package mesa.games.chess;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import mesa.core.BadInputException;
import mesa.core.Moves;

/** Reads a move as people and programs write it: {@code g1f3}, {@code e7e8q}, {@code Nf3}, {@code O-O}. */
final class MoveText {
  private MoveText() {}

  /**
   * Finds the move that a text names: UCI first, then algebraic notation, over-precise or bare of its marks,
   * then UCI in capitals.
   *
   * @throws BadInputException if it names none or several
   */
  static int parse(ChessPosition position, String text) {
    String trimmed = text.strip();
    Moves legal = Moves.of(position);
    int exact = uci(position, legal, trimmed);
    if (exact >= 0) {
      return legal.get(exact);
    }
    Moves meant = San.read(position, trimmed);
    int shouted = uci(position, legal, trimmed.toLowerCase(Locale.ROOT)); // After SAN, where B1c3 is a bishop's move.
    if (meant.isEmpty() && shouted >= 0) {
      return legal.get(shouted);
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String quoted = "\"" + text + "\"";
    if (meant.size() > 1) {
      throw new BadInputException(
          quoted + " is ambiguous in " + position.text() + "; it may be " + list(position, meant, move -> true, true));
    }
    throw new BadInputException(refusal(position, trimmed, quoted, legal));
  }

  private static int uci(ChessPosition position, Moves legal, String text) {
    for (int i = 0; i < legal.size(); i++) {
      if (position.format(legal.get(i)).equals(text)) {
        return i;
      }
    }
    return -1;
  }

  private static String refusal(ChessPosition position, String text, String quoted, Moves legal) {
    int from = text.matches("[a-h][1-8][a-h][1-8].*") ? Squares.parse(text.substring(0, 2)) : -1;
    if (from < 0 && !San.hasForm(text)) {
      return quoted + " is no move; write e2e4, or e7e8q to promote, or Nf3";
    }
    String notLegal = quoted + " is not legal in " + position.text();
    if (legal.isEmpty()) {
      return notLegal + "; the game is over: " + position.ending();
    }
    if (from >= 0) {
      String moves = list(position, legal, move -> Move.from(move) == from, false);
      return notLegal + "; from " + Squares.name(from) + ": " + (moves.isEmpty() ? "no move" : moves);
    }
    int type = San.typeIn(text);
    if (type < 0) {
      return notLegal + "; castling here: " + orNone(list(position, legal, Move::isCastling, true));
    }
    IntPredicate ofType = move -> Piece.type(position.board[Move.from(move)]) == type && !Move.isCastling(move);
    return notLegal + "; " + Piece.typeName(type) + " moves: " + orNone(list(position, legal, ofType, true));
  }

  private static String orNone(String moves) {
    return moves.isEmpty() ? "none" : moves;
  }

  private static String list(ChessPosition position, Moves moves, IntPredicate which, boolean san) {
    StringJoiner list = new StringJoiner(" ");
    for (int i = 0; i < moves.size(); i++) {
      if (which.test(moves.get(i))) {
        list.add(san ? San.write(position, moves.get(i)) : position.format(moves.get(i)));
      }
    }
    return list.toString();
  }
}
