package mesa.games.chess;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.Moves;

/** Standard Algebraic Notation, as in FIDE's laws and the PGN standard: {@code Nf3}, {@code exd6}, {@code e8=Q#}. */
final class San {
  /** Piece, from-file, from-rank, capture, to-square, promotion. Marks of check, mate and comment are not looked at. */
  private static final Pattern MOVE = Pattern.compile(
      "([PNBRQK])?([a-h])?([1-8])?([x:])?-?([a-h][1-8])(?:[=/]?\\(?([NBRQnbrq])\\)?)?(?: ?e\\.?p\\.?)?[+#!?]*");

  private static final Pattern SHORT_CASTLING = Pattern.compile("([Oo0])-\\1[+#!?]*");
  private static final Pattern LONG_CASTLING = Pattern.compile("([Oo0])-\\1-\\1[+#!?]*");

  private San() {}

  /** Writes a legal move with as much of its from-square as it needs, and + or # where it checks or mates. */
  static String write(ChessPosition position, int move) {
    StringBuilder text = new StringBuilder(8);
    int from = Move.from(move);
    int type = Piece.type(position.board[from]);
    boolean capture = isCapture(position, move);
    if (Move.isCastling(move)) {
      text.append(Move.to(move) > from ? "O-O" : "O-O-O");
    } else if (type == Piece.PAWN) {
      text.append(capture ? Squares.name(from).substring(0, 1) : "");
    } else {
      text.append(Piece.typeLetter(type)).append(origin(position, move));
    }
    if (!Move.isCastling(move)) {
      text.append(capture ? "x" : "").append(Squares.name(Move.to(move)));
    }
    if (Move.isPromotion(move)) {
      text.append('=').append(Piece.typeLetter(Move.promoted(move)));
    }
    position.make(move);
    if (position.inCheck()) {
      text.append(MoveGenerator.hasLegalMove(position) ? '+' : '#');
    }
    position.unmake();
    return text.toString();
  }

  /** The file, else the rank, else the square: the first that no like piece with the same target shares. */
  private static String origin(ChessPosition position, int move) {
    int from = Move.from(move);
    int piece = position.board[from];
    boolean alone = true;
    boolean fileShared = false;
    boolean rankShared = false;
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      int other = Move.from(moves.get(i));
      if (other != from && Move.to(moves.get(i)) == Move.to(move) && position.board[other] == piece
          && !Move.isCastling(moves.get(i))) {
        alone = false;
        fileShared |= Squares.file(other) == Squares.file(from);
        rankShared |= Squares.rank(other) == Squares.rank(from);
      }
    }
    String name = Squares.name(from);
    return alone ? "" : !fileShared ? name.substring(0, 1) : !rankShared ? name.substring(1) : name;
  }

  private static boolean isCapture(ChessPosition position, int move) {
    return Move.isEnPassant(move) || !Move.isCastling(move) && position.board[Move.to(move)] != Piece.NONE;
  }

  /** Whether a text has the form of a move, legal or not. */
  static boolean hasForm(String text) {
    return MOVE.matcher(text).matches() || SHORT_CASTLING.matcher(text).matches()
        || LONG_CASTLING.matcher(text).matches();
  }

  /** Collects the legal moves that a text may mean: one if it is right, none or several if not. */
  static Moves read(ChessPosition position, String text) {
    boolean kingside = SHORT_CASTLING.matcher(text).matches();
    boolean queenside = LONG_CASTLING.matcher(text).matches();
    Matcher matcher = MOVE.matcher(text);
    boolean plain = matcher.matches();
    Moves meant = new Moves(4);
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.get(i);
      boolean fits = Move.isCastling(move)
          ? Move.to(move) > Move.from(move) ? kingside : queenside
          : plain && fits(position, move, matcher);
      if (fits) {
        meant.add(move);
      }
    }
    return meant;
  }

  /** The piece that a text names, 0 a pawn; -1 for castling and what is no move. */
  static int typeIn(String text) {
    Matcher matcher = MOVE.matcher(text);
    return matcher.matches() ? type(matcher) : -1;
  }

  /** A piece is always named: "bxc3" is a pawn's. */
  private static int type(Matcher text) {
    return text.group(1) == null ? Piece.PAWN : Piece.parseType(text.group(1).charAt(0));
  }

  private static boolean fits(ChessPosition position, int move, Matcher text) {
    int from = Move.from(move);
    String promotion = text.group(6);
    return Piece.type(position.board[from]) == type(text)
        && Squares.name(Move.to(move)).equals(text.group(5))
        && (text.group(2) == null || text.group(2).charAt(0) == 'a' + Squares.file(from))
        && (text.group(3) == null || text.group(3).charAt(0) == '1' + Squares.rank(from))
        && (text.group(4) == null || isCapture(position, move))
        && (promotion == null
            || Move.isPromotion(move)
                && Piece.parseType(Character.toUpperCase(promotion.charAt(0))) == Move.promoted(move));
  }
}
