package mesa.games.chess;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * Shows pieces on squares as one side sees them: for black the board is turned upside down, so that both sides play
 * upwards.
 * <pre>
 * features   768: word t (0 to 5) holds that side's pieces of type t, word 6 + t the other side's;
 *            types are pawn, knight, bishop, rook, queen, king; bit n is square n, a1 = 0, b1 = 1 .. h8 = 63
 * slots      6 x 1880, seen by the mover: first the moves whose exchange on the to-square loses material, then those
 *            where it is even (most quiet moves), then those where it gains; then the same three again for moves of
 *            a piece that could be won where it stands. Each 1880 are
 *            0 .. 1791      from and to a queen's or knight's move apart, by from-square, then by to-square
 *            1792 .. 1879   promotions: 22 pawn moves, from the a-file on and from left to right, for knight, then for
 *                           bishop, rook, queen
 * </pre>
 * Castling is the king's move of two squares, or in Chess960, where it starts elsewhere, the king's move to its own
 * rook's square, which no other move is. Castling rights, en passant and counters are not shown. Exchanges
 * are shown because a net with one hidden layer can't see whether a piece hangs.
 */
final class ChessEncoder implements Encoder {
  static final ChessEncoder ENCODER = new ChessEncoder();

  private static final int INPUTS = 12 * 64;
  private static final int PLAIN_MOVES = 1792;
  private static final int PROMOTION_MOVES = 22;

  /** Slots of the moves that are alike in exchange and risk. */
  static final int GEOMETRIES = PLAIN_MOVES + 4 * PROMOTION_MOVES;

  /** By {@code from << 6 | to}; -1 where no piece moves like that. */
  private final short[] slots = new short[64 * 64];

  private ChessEncoder() {
    Arrays.fill(slots, (short) -1);
    int slot = 0;
    for (int from = 0; from < 64; from++) {
      long targets = Attacks.queen(from, 0) | Attacks.knight(from);
      for (; targets != 0; targets = Squares.rest(targets)) {
        slots[from << 6 | Squares.first(targets)] = (short) slot++;
      }
    }
    assert slot == PLAIN_MOVES : slot;
  }

  @Override
  public String id() {
    return "chess-768.2";
  }

  @Override
  public int inputs() {
    return INPUTS;
  }

  @Override
  public int actions() {
    return 6 * GEOMETRIES;
  }

  @Override
  public void encode(Position position, int side, long[] bits) {
    ChessPosition p = (ChessPosition) position;
    for (int type = 0; type < 6; type++) {
      long own = p.pieces(type, side);
      long other = p.pieces(type, side ^ 1);
      bits[type] = side == 0 ? own : Long.reverseBytes(own);
      bits[6 + type] = side == 0 ? other : Long.reverseBytes(other);
    }
    Arrays.fill(bits, 12, bits.length, 0);
  }

  @Override
  public int action(Position position, int move) {
    ChessPosition p = (ChessPosition) position;
    return slot(p.side, move, Exchange.gain(p, move), Exchange.atRisk(p, Move.from(move)));
  }

  @Override
  public void actions(Position position, Moves moves, int[] into) {
    ChessPosition p = (ChessPosition) position;
    long attacked = p.attacked(p.side ^ 1);
    int lastFrom = -1;
    int risk = 0;
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.get(i);
      int from = Move.from(move);
      if (from != lastFrom) { // Moves come by piece.
        lastFrom = from;
        risk = Exchange.atRisk(p, from, attacked);
      }
      into[i] = slot(p.side, move, Exchange.gain(p, move, attacked), risk);
    }
  }

  private int slot(int side, int move, int gain, int risk) {
    return (1 + Integer.signum(gain) + (risk > 0 ? 3 : 0)) * GEOMETRIES + geometry(side, move);
  }

  /** The slot among those of moves that are alike in exchange and risk. */
  int geometry(int side, int move) {
    int flip = side == 0 ? 0 : 56;
    int from = Move.from(move) ^ flip;
    int to = (startsElsewhere(move) ? Move.to(move) : Move.landing(move)) ^ flip;
    if (Move.isPromotion(move)) {
      // From file f to file f - 1, f or f + 1: 3 f - 1 to 3 f + 1, of which -1 and 22 do not occur.
      int pawnMove = 2 * Squares.file(from) + Squares.file(to);
      return PLAIN_MOVES + PROMOTION_MOVES * (Move.promoted(move) - Piece.KNIGHT) + pawnMove;
    }
    return slots[from << 6 | to];
  }

  /** Whether a move is castling that orthodox chess does not know. */
  private static boolean startsElsewhere(int move) {
    return Move.isCastling(move)
        && (Squares.file(Move.from(move)) != 4 || Squares.file(Move.to(move)) % 7 != 0);
  }
}
