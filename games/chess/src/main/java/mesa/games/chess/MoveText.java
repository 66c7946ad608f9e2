package mesa.games.chess;

import java.util.StringJoiner;
import java.util.function.IntPredicate;
import mesa.core.BadInputException;
import mesa.core.Moves;

/** Reads a move as people and programs write it, and says what is wrong with it if it names none or several. */
final class MoveText {
  private MoveText() {}

  /**
   * Finds the move that a text names; {@link SanText} says what it may look like.
   *
   * @throws BadInputException if it names none or several, or the game is over
   */
  static int parse(ChessPosition position, String text) {
    int move = find(position, text);
    if (move <= 0 || position.outcome().isOver()) {
      throw new BadInputException(refusal(position, text, Moves.of(position)));
    }
    return move;
  }

  /** Finds the move that a text names, even if the game is drawn; {@link SanResolver#NONE} or SEVERAL if it can't. */
  static int find(ChessPosition position, String text) {
    SanText said = new SanText();
    return said.read(text) ? new SanResolver().find(position, said) : SanResolver.NONE;
  }

  /** Why a text names no move, or not one alone, by the rules that {@link #find} goes by. */
  static String refusal(ChessPosition position, String text) {
    Moves legal = new Moves();
    MoveGenerator.generate(position, legal);
    return refusal(position, text, legal);
  }

  private static String refusal(ChessPosition position, String text, Moves legal) {
    String quoted = "\"" + text + "\"";
    SanText said = new SanText();
    if (!said.read(text)) {
      return quoted + " is no move; write e2e4, or e7e8q to promote, or Nf3";
    }
    String notLegal = quoted + " is not legal in " + position.text();
    if (legal.isEmpty()) {
      return notLegal + "; the game is over: " + position.ending();
    }
    if (new SanResolver().find(position, said) == SanResolver.SEVERAL) {
      return quoted + " is ambiguous in " + position.text() + "; it may be "
          + list(position, legal, move -> fits(position, move, said), true);
    }
    if (said.type == SanText.ANY) {
      int from = Squares.square(said.fromFile, said.fromRank);
      String moves = list(position, legal, move -> Move.from(move) == from, false);
      return notLegal + "; from " + Squares.name(from) + ": " + (moves.isEmpty() ? "no move" : moves);
    }
    if (said.type == SanText.CASTLING) {
      return notLegal + "; castling here: " + orNone(list(position, legal, Move::isCastling, true));
    }
    return notLegal + "; " + Piece.typeName(said.type) + " moves: "
        + orNone(list(position, legal, move -> isOf(position, move, said.type), true));
  }

  private static boolean isOf(ChessPosition position, int move, int type) {
    return Piece.type(position.board[Move.from(move)]) == type && !Move.isCastling(move);
  }

  /** Whether a legal move is among those that an ambiguous text may mean. */
  private static boolean fits(ChessPosition position, int move, SanText said) {
    int to = Move.to(move);
    return (said.type == SanText.ANY || isOf(position, move, said.type))
        && (said.from() & Squares.bit(Move.from(move))) != 0
        && Squares.file(to) == said.toFile
        && (said.toRank < 0 || Squares.rank(to) == said.toRank)
        && (said.promotion == 0 || Move.isPromotion(move) && Move.promoted(move) == said.promotion);
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
