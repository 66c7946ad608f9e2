package mesa.games.chess;

/**
 * Moves as the Universal Chess Interface writes them: from-square, to-square, promotion in lower case. Castling is the
 * king's move ({@code e1g1}), or in Chess960 the king's move to its own rook's square ({@code e1h1}).
 */
final class Uci {
  private Uci() {}

  static String write(int move, boolean chess960) {
    String squares = Squares.name(Move.from(move)) + Squares.name(chess960 ? Move.to(move) : Move.landing(move));
    return Move.isPromotion(move)
        ? squares + Character.toLowerCase(Piece.typeLetter(Move.promoted(move)))
        : squares;
  }
}
