package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

import java.util.Arrays;
import mesa.core.PlaneEncoder;
import mesa.core.Position;

/**
 * What lc0's networks see, in its first ("classical") input format: 112 planes of 64 squares, a1, b1 .. h8, seen by the
 * mover, for black with the board turned upside down.
 * <pre>
 * 13 t .. 13 t + 12   the position t plies ago, t = 0 .. 7: the mover's pawns, knights, bishops, rooks, queens, king,
 *                     the other side's, and all ones if the position had occurred before
 * 104 .. 107          all ones if the mover may castle to the queen's side, to the king's side, if the other side may
 * 108                 all ones for black
 * 109                 all squares the halfmoves since the last capture or pawn move
 * 110, 111            zeros; ones
 * </pre>
 * Plies before the start of the game are zeros. A game that starts elsewhere is shown as if it had stood there before,
 * which is what lc0 does; only a pawn that has just made a double step then stands where it came from.
 *
 * <p>Slots are those of {@link Lc0Moves}.
 */
final class Lc0Planes implements PlaneEncoder {
  static final Lc0Planes ENCODER = new Lc0Planes();

  private static final int PLIES = 8;
  private static final int PLANES_PER_PLY = 13;
  private static final int CASTLING = PLIES * PLANES_PER_PLY;
  private static final int IS_BLACK = CASTLING + 4;
  private static final int HALFMOVES = CASTLING + 5;
  private static final int ONES = CASTLING + 7;
  private static final int PLANES = CASTLING + 8;
  private static final long START = Chess.GAME.start().hash();

  private Lc0Planes() {}

  @Override
  public String id() {
    return "lc0-112.1";
  }

  @Override
  public int planes() {
    return PLANES;
  }

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return 8;
  }

  @Override
  public int actions() {
    return Lc0Moves.SLOTS;
  }

  @Override
  public void encode(Position position, float[] into) {
    ChessPosition p = (ChessPosition) position;
    Arrays.fill(into, 0, size(), 0);
    int mover = p.side;
    int rights = mover == 0 ? p.castling : p.castling >> 2 | (p.castling & 3) << 2; // The mover's first.
    for (int plane = 0; plane < 4; plane++) { // Of each side's rights the planes begin with the queen's side.
      fill(CASTLING + plane, (rights & 1 << (plane ^ 1)) == 0 ? 0 : 1, into);
    }
    fill(IS_BLACK, mover, into);
    fill(HALFMOVES, p.halfmoves, into);
    fill(ONES, 1, into);
    encodePast(p, mover, 0, into);
  }

  private static void fill(int plane, float value, float[] into) {
    Arrays.fill(into, plane << 6, plane + 1 << 6, value);
  }

  /** Shows the position and those before it; takes moves back and makes them again. */
  private static void encodePast(ChessPosition p, int viewer, int ply, float[] into) {
    encodePieces(p, viewer, ply, 0, into);
    if (ply == PLIES - 1) {
      return;
    }
    if (p.movesMade() == 0) {
      if (p.hash() != START) {
        long back = doubleStepTakenBack(p);
        for (int earlier = ply + 1; earlier < PLIES; earlier++) {
          encodePieces(p, viewer, earlier, back, into);
        }
      }
      return;
    }
    int move = p.moveMade(p.movesMade() - 1);
    p.unmake();
    encodePast(p, viewer, ply + 1, into);
    if (move == Move.PASS) {
      p.makeNull();
    } else {
      p.make(move);
    }
  }

  /** The squares that a double step just made has changed, or none. */
  private static long doubleStepTakenBack(ChessPosition p) {
    int passed = p.passed();
    return passed == 0 ? 0 : bit(passed + 8) | bit(passed - 8);
  }

  /**
   * Shows the pieces of one position.
   *
   * @param turned squares on which the pawns of the side that has just moved are where they are not, and the reverse
   */
  private static void encodePieces(ChessPosition p, int viewer, int ply, long turned, float[] into) {
    int plane = ply * PLANES_PER_PLY;
    for (int side = viewer; ; side ^= 1) {
      for (int type = 0; type < 6; type++) {
        long pieces = p.pieces(type, side) ^ (type == Piece.PAWN && side != p.side ? turned : 0);
        for (long set = viewer == 0 ? pieces : Long.reverseBytes(pieces); set != 0; set = Squares.rest(set)) {
          into[plane << 6 | Squares.first(set)] = 1;
        }
        plane++;
      }
      if (side != viewer) {
        break;
      }
    }
    if (p.earlierOccurrences() > 0) {
      fill(plane, 1, into);
    }
  }

  @Override
  public int action(Position position, int move) {
    return Lc0Moves.slot(((ChessPosition) position).side, move);
  }

  @Override
  public int[] layout(String head) {
    return switch (head) {
      case "convolution" -> Lc0Moves.convolution();
      case "attention" -> Lc0Moves.attention();
      default -> new int[0];
    };
  }
}
