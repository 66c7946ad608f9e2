package mesa.games.chess;

/**
 * The key under which Polyglot's opening books file a position. It is {@link ChessPosition#hash} but in one case: a
 * pawn that stands beside one that has just made its two steps counts here, even where it is pinned.
 */
final class PolyglotKey {
  private PolyglotKey() {}

  static long of(ChessPosition position) {
    int passed = position.passed();
    if (passed == 0 || position.enPassant != 0) {
      return position.hash();
    }
    long capturers = Attacks.pawn(position.side ^ 1, passed) & position.pieces(Piece.PAWN, position.side);
    return capturers == 0 ? position.hash() : position.hash() ^ Zobrist.EN_PASSANT[passed];
  }
}
