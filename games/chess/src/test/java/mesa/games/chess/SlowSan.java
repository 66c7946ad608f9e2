package mesa.games.chess;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.Moves;

/** Reads a move's text by a pattern and by trying all legal moves: what the fast way must agree with. */
final class SlowSan {
  private static final Pattern MOVE = Pattern.compile(
      "([PNBRQKnrqk])?([a-h])?([1-8])?(?:([x:X])|-)?([a-h])([1-8])(?:[=/]?([NBRQnbrq]|\\([NBRQnbrq]\\)))?(?: ?e\\.?p\\.?)?[+#!?=/~-]*");
  private static final Pattern FILES = Pattern.compile(
      "P?([a-h])[x:X]?([a-h])(?:[=/]?([NBRQnbrq]|\\([NBRQnbrq]\\)))?(?: ?e\\.?p\\.?)?[+#!?=/~-]*");
  private static final Pattern CASTLING = Pattern.compile("(?:[Oo](?:-?[Oo]|-0){1,2}|0(?:-[Oo0]){1,2})[+#!?=/~-]*");
  private static final Pattern CAPITALS = Pattern.compile("([A-H][1-8][A-H][1-8])(.*)", Pattern.DOTALL);

  private SlowSan() {}

  /** The legal moves that a text may mean, as UCI. */
  static Set<String> read(ChessPosition position, String given) {
    Matcher capitals = CAPITALS.matcher(given);
    String text = capitals.matches() ? capitals.group(1).toLowerCase(Locale.ROOT) + capitals.group(2) : given;
    Set<String> found = new TreeSet<>();
    Moves moves = new Moves();
    MoveGenerator.generate(position, moves);
    for (int move : moves.toArray()) {
      if (fits(position, move, text)) {
        found.add(position.format(move));
      }
    }
    return found;
  }

  private static boolean fits(ChessPosition position, int move, String text) {
    int from = Move.from(move);
    if (CASTLING.matcher(text).matches()) {
      long letters = text.chars().filter(c -> "Oo0".indexOf(c) >= 0).count();
      return Move.isCastling(move) && Move.to(move) > from == (letters == 2);
    }
    int type = Piece.type(position.board[from]);
    int to = Move.isCastling(move) ? Move.to(move) : Move.landing(move);
    boolean takes = Move.isEnPassant(move) || !Move.isCastling(move) && position.board[to] != Piece.NONE;
    Matcher files = FILES.matcher(text);
    if (files.matches()) {
      return type == Piece.PAWN && takes && files.group(1).charAt(0) == 'a' + Squares.file(from)
          && files.group(2).charAt(0) == 'a' + Squares.file(to) && promotes(move, files.group(3));
    }
    Matcher said = MOVE.matcher(text);
    if (!said.matches()) {
      return false;
    }
    boolean square = said.group(2) != null && said.group(3) != null;
    String target = said.group(5) + said.group(6);
    if (Move.isCastling(move)) {
      return square && (said.group(2) + said.group(3)).equals(Squares.name(from)) && said.group(4) == null
          && (said.group(1) == null || said.group(1).equalsIgnoreCase("k")) && said.group(7) == null
          && (target.equals(Squares.name(Move.landing(move))) || target.equals(Squares.name(to)));
    }
    boolean typed = said.group(1) == null
        ? square || type == Piece.PAWN
        : Piece.parseType(Character.toUpperCase(said.group(1).charAt(0))) == type;
    return typed
        && target.equals(Squares.name(to))
        && (said.group(2) == null || said.group(2).charAt(0) == 'a' + Squares.file(from))
        && (said.group(3) == null || said.group(3).charAt(0) == '1' + Squares.rank(from))
        && (said.group(4) == null || takes)
        && !(type == Piece.PAWN && takes && said.group(2) == null)
        && promotes(move, said.group(7));
  }

  private static boolean promotes(int move, String letter) {
    return letter == null
        || Move.isPromotion(move) && Piece.parseType(Character.toUpperCase(letter.charAt(letter.length() / 2))) == Move.promoted(move);
  }
}
