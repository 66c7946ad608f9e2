package mesa.games.chess;

/**
 * Moves as the Universal Chess Interface writes them: from-square, to-square, promotion in lower case. Castling is the
 * king's move ({@code e1g1}).
 */
final class Uci {
  private Uci() {}

  static String write(int move) {
    String squares = Squares.name(Move.from(move)) + Squares.name(Move.landing(move));
    return Move.isPromotion(move)
        ? squares + Character.toLowerCase(Piece.typeLetter(Move.promoted(move)))
        : squares;
  }
}
