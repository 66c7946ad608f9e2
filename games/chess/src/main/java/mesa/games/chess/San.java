package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

/**
 * Writes Standard Algebraic Notation, as in FIDE's laws and the PGN standard: {@code Nf3}, {@code exd6}, {@code e8=Q#}.
 * {@link SanText} and {@link SanResolver} read it.
 */
final class San {
  private San() {}

  /** Writes a legal move with as much of its from-square as it needs, and + or # where it checks or mates. */
  static String write(ChessPosition position, int move) {
    StringBuilder text = new StringBuilder(8);
    write(position, move, text);
    return text.toString();
  }

  /** Appends a legal move; the position is as it was afterwards. */
  static void write(ChessPosition position, int move, StringBuilder text) {
    int from = Move.from(move);
    int to = Move.to(move);
    int type = Piece.type(position.board[from]);
    if (Move.isCastling(move)) {
      text.append(to > from ? "O-O" : "O-O-O");
    } else {
      boolean capture = Move.isEnPassant(move) || position.board[to] != Piece.NONE;
      if (type != Piece.PAWN) {
        text.append(Piece.typeLetter(type)).append(origin(position, type, from, to));
      } else if (capture) {
        text.append(Squares.name(from).charAt(0));
      }
      text.append(capture ? "x" : "").append(Squares.name(to));
    }
    if (Move.isPromotion(move)) {
      text.append('=').append(Piece.typeLetter(Move.promoted(move)));
    }
    position.make(move);
    if (position.inCheck()) {
      text.append(MoveGenerator.hasLegalMove(position) ? '+' : '#');
    }
    position.unmake();
  }

  /** The file, else the rank, else the square: the first that no like piece with the same target shares. */
  private static String origin(ChessPosition position, int type, int from, int to) {
    long others = SanResolver.origins(position, type, to) & ~bit(from);
    String name = Squares.name(from);
    return others == 0 ? ""
        : (others & Squares.fileOf(from)) == 0 ? name.substring(0, 1)
        : (others & Squares.rankOf(from)) == 0 ? name.substring(1)
        : name;
  }
}
