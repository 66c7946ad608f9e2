package mesa.games.chesslib;

import com.github.bhlangonijr.chesslib.Piece;
import com.github.bhlangonijr.chesslib.PieceType;
import com.github.bhlangonijr.chesslib.Side;
import com.github.bhlangonijr.chesslib.Square;
import com.github.bhlangonijr.chesslib.move.Move;

/**
 * Chesslib's moves as ints:
 * <pre>
 * bits 0..5    from-square, a1 = 0, b1 = 1 .. h8 = 63
 * bits 6..11   to-square; castling goes to the square where the king lands
 * bits 12..14  the {@link PieceType} promoted to, knight 1 to queen 4; 0 if there is no promotion
 * </pre>
 */
final class MoveCode {
  private static final PieceType[] TYPES = PieceType.values();
  private static final int NO_PROMOTION = 0; // A pawn's number: nothing is promoted to a pawn.

  private MoveCode() {}

  static int of(Move move) {
    Piece promoted = move.getPromotion();
    int type = promoted == Piece.NONE ? NO_PROMOTION : promoted.getPieceType().ordinal();
    return move.getFrom().ordinal() | move.getTo().ordinal() << 6 | type << 12;
  }

  /** {@return Chesslib's move, made by {@code side}} */
  static Move decode(int move, Side side) {
    int type = move >> 12;
    Piece promoted = type == NO_PROMOTION ? Piece.NONE : Piece.make(side, TYPES[type]);
    return new Move(Square.squareAt(move & 63), Square.squareAt(move >> 6 & 63), promoted);
  }

  /** {@return the move as UCI writes it: {@code e2e4}, {@code e1g1}, {@code e7e8q}} */
  static String write(int move) {
    return decode(move, Side.BLACK).toString();
  }
}
