package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;

import java.util.Arrays;

/**
 * The pieces on their squares and whose turn it is: as sets of squares by type and by side, and as the piece on each
 * square, which says the same again; and what follows from these alone, such as who gives check and who is pinned. The
 * rest of a position is {@link ChessPosition}'s.
 */
abstract sealed class Board permits ChessPosition {
  /** All pieces of a type, of both sides, by type. */
  final long[] types = new long[6];

  /** All pieces of a side, by side. */
  final long[] sides = new long[2];

  /** The piece on each square. */
  final byte[] board = new byte[64];

  /** The side to move. */
  int side;

  /** What all pieces add up to for white, by {@link PieceSquares#worth}. */
  int balance;

  // Pieces that give check and own pieces pinned to their king: found when first asked for.
  private boolean threatsKnown;
  private long checkers;
  private long pinned;

  /** What the side to move could give check with. */
  final Check check = new Check();

  /** An empty board. */
  Board() {
    Arrays.fill(board, (byte) Piece.NONE);
  }

  /** A copy. */
  Board(Board other) {
    System.arraycopy(other.types, 0, types, 0, types.length);
    System.arraycopy(other.sides, 0, sides, 0, sides.length);
    System.arraycopy(other.board, 0, board, 0, board.length);
    side = other.side;
    balance = other.balance;
  }

  /** Puts a piece on an empty square; returns its key. */
  final long drop(int piece, int square) {
    types[piece >> 1] ^= bit(square);
    sides[piece & 1] ^= bit(square);
    board[square] = (byte) piece;
    balance += PieceSquares.worth(piece, square);
    return Zobrist.PIECES[piece << 6 | square];
  }

  /** Takes a piece off its square; returns its key. */
  final long lift(int piece, int square) {
    types[piece >> 1] ^= bit(square);
    sides[piece & 1] ^= bit(square);
    board[square] = Piece.NONE;
    balance -= PieceSquares.worth(piece, square);
    return Zobrist.PIECES[piece << 6 | square];
  }

  final long occupied() {
    return sides[0] | sides[1];
  }

  final long pieces(int type, int ofSide) {
    return types[type] & sides[ofSide];
  }

  final int kingSquare(int ofSide) {
    return first(types[Piece.KING] & sides[ofSide]);
  }

  /** Pieces of both sides that attack a square, if {@code occupied} were the occupied squares. */
  final long attackers(int square, long occupied) {
    long queens = types[Piece.QUEEN];
    long pawns = Attacks.pawn(Piece.BLACK, square) & sides[Piece.WHITE]
        | Attacks.pawn(Piece.WHITE, square) & sides[Piece.BLACK];
    return pawns & types[Piece.PAWN]
        | Attacks.knight(square) & types[Piece.KNIGHT]
        | Attacks.king(square) & types[Piece.KING]
        | Attacks.rook(square, occupied) & (types[Piece.ROOK] | queens)
        | Attacks.bishop(square, occupied) & (types[Piece.BISHOP] | queens);
  }

  /** Squares that a side attacks or protects, pins aside. */
  final long attacked(int by) {
    long queens = types[Piece.QUEEN];
    long occupied = sides[Piece.WHITE] | sides[Piece.BLACK];
    long attacked = Attacks.pawns(by, types[Piece.PAWN] & sides[by])
        | Attacks.knights(types[Piece.KNIGHT] & sides[by])
        | Attacks.king(kingSquare(by));
    for (long set = (types[Piece.ROOK] | queens) & sides[by]; set != 0; set = Squares.rest(set)) {
      attacked |= Attacks.rook(first(set), occupied);
    }
    for (long set = (types[Piece.BISHOP] | queens) & sides[by]; set != 0; set = Squares.rest(set)) {
      attacked |= Attacks.bishop(first(set), occupied);
    }
    return attacked;
  }

  /** The pieces that give check to the side to move. */
  final long checkers() {
    findThreats();
    return checkers;
  }

  /** The pieces of the side to move that stand between their king and an enemy's line. */
  final long pinned() {
    findThreats();
    return pinned;
  }

  private void findThreats() {
    if (threatsKnown) {
      return;
    }
    long own = sides[side];
    long theirs = sides[side ^ 1];
    int king = first(types[Piece.KING] & own);
    long queens = types[Piece.QUEEN];
    long aimed = theirs & (Attacks.rookRays(king) & (types[Piece.ROOK] | queens)
        | Attacks.bishopRays(king) & (types[Piece.BISHOP] | queens));
    long check = theirs & (Attacks.pawn(side, king) & types[Piece.PAWN] | Attacks.knight(king) & types[Piece.KNIGHT]);
    long pins = 0;
    for (; aimed != 0; aimed = Squares.rest(aimed)) {
      long shields = Attacks.between(king, first(aimed)) & (own | theirs);
      if (shields == 0) {
        check |= aimed & -aimed;
      } else if (Squares.rest(shields) == 0) {
        pins |= shields & own;
      }
    }
    checkers = check;
    pinned = pins;
    threatsKnown = true;
  }

  /** A move has been made or taken back. */
  final void forgetThreats() {
    threatsKnown = false;
    check.forget();
  }

  /** Whether nobody can mate any more: kings alone, with one minor piece, or with bishops on squares of one colour. */
  final boolean isInsufficient() {
    if ((types[Piece.PAWN] | types[Piece.ROOK] | types[Piece.QUEEN]) != 0) {
      return false;
    }
    long bishops = types[Piece.BISHOP];
    long minors = types[Piece.KNIGHT] | bishops;
    return !Squares.several(minors)
        || types[Piece.KNIGHT] == 0 && ((bishops & Squares.DARK) == 0 || (bishops & ~Squares.DARK) == 0);
  }

  /**
   * {@return whether a side has the pieces to mate with if the other one helps (FIDE's Laws, 6.9), told by material alone: a
   * pawn, rook or queen; two pieces that are not bishops on squares of one colour; or one that the other's own pieces help to
   * wall its king in. Whether pawns have locked the board is not looked at}
   */
  final boolean canMate(int by) {
    long own = sides[by];
    if ((own & (types[Piece.PAWN] | types[Piece.ROOK] | types[Piece.QUEEN])) != 0) {
      return true;
    }
    if ((own & types[Piece.KNIGHT]) != 0) { // A king is mated by a knight alone only where its own men, other than queens, wall it in.
      return Squares.several(own & ~types[Piece.KING])
          || (sides[by ^ 1] & ~(types[Piece.KING] | types[Piece.QUEEN])) != 0;
    }
    long bishops = types[Piece.BISHOP];
    return (own & bishops) != 0 && ((types[Piece.PAWN] | types[Piece.KNIGHT]) != 0
        || (bishops & Squares.DARK) != 0 && (bishops & ~Squares.DARK) != 0);
  }

  /** {@return the board from white's side, rank 8 first, with files and ranks named} */
  public final String diagram() {
    StringBuilder drawing = new StringBuilder();
    for (int rank = 7; rank >= 0; rank--) {
      drawing.append(rank + 1);
      for (int file = 0; file < 8; file++) {
        int piece = board[Squares.square(file, rank)];
        drawing.append(' ').append(piece == Piece.NONE ? '.' : Piece.letter(piece));
      }
      drawing.append('\n');
    }
    return drawing.append("  a b c d e f g h").toString();
  }
}
