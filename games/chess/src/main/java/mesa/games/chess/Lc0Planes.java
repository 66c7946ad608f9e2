package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mesa.core.PlaneEncoder;
import mesa.core.Position;

/**
 * What lc0's networks see: 112 planes of 64 squares, a1, b1 .. h8, seen by the mover, for black with the board turned
 * upside down. There are five formats of it, numbered as in lc0's net.proto. The first ("classical"):
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
 * <p>From the second on, 104 shows the rooks that may castle on the side of the a-file, 105 those of the h-file, and 106
 * and 107 are zeros. From the third on, the board is turned as {@link Lc0Turn} says; 108 has a one on the last rank
 * where a pawn may be captured en passant; and no position is shown from before a capture, a pawn's move, a loss of
 * castling rights or such a chance. From the fourth on, the halfmoves are hundredths. In the fifth, of earlier positions
 * only those are shown that had occurred before, one after another.
 *
 * <p>Slots are those of {@link Lc0Moves}.
 */
final class Lc0Planes implements PlaneEncoder {
  /** The formats, the first of them first. */
  static final List<PlaneEncoder> ENCODERS =
      IntStream.rangeClosed(1, 5).<PlaneEncoder>mapToObj(Lc0Planes::new).toList();

  private static final int PLIES = 8;
  private static final int PLANES_PER_PLY = 13;
  private static final int CASTLING = PLIES * PLANES_PER_PLY;
  private static final int IS_BLACK = CASTLING + 4;
  private static final int HALFMOVES = CASTLING + 5;
  private static final int ONES = CASTLING + 7;
  private static final int PLANES = CASTLING + 8;
  private static final long START = Chess.GAME.start().hash();

  private final int format;
  private final boolean showsRooks;
  private final boolean isCanonical;
  private final boolean hasHundredths;
  private final boolean showsRepeatedAlone;

  private Lc0Planes(int format) {
    this.format = format;
    showsRooks = format >= 2;
    isCanonical = format >= 3;
    hasHundredths = format >= 4;
    showsRepeatedAlone = format == 5;
  }

  @Override
  public String id() {
    return "lc0-112." + format;
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
    int turn = turn(p);
    encodeCastling(p, into);
    if (!isCanonical) {
      fill(IS_BLACK, p.side, into);
    } else if (enPassant(p) != 0) {
      into[IS_BLACK << 6 | Lc0Turn.square(56 | Squares.file(enPassant(p)), turn)] = 1;
    }
    fill(HALFMOVES, hasHundredths ? p.halfmoves / 100f : p.halfmoves, into);
    fill(ONES, 1, into);
    encodePieces(p, p.side, 0, 0, turn, into);
    encodePast(p, p.side, 1, turn, into);
  }

  private int turn(ChessPosition p) {
    return isCanonical ? Lc0Turn.of(p) : Lc0Turn.NONE;
  }

  private static void fill(int plane, float value, float[] into) {
    Arrays.fill(into, plane << 6, plane + 1 << 6, value);
  }

  private void encodeCastling(ChessPosition p, float[] into) {
    for (int right = 0; right < Castling.RIGHTS; right++) { // Each side's with the king's side first.
      if ((p.castling & 1 << right) == 0) {
        continue;
      }
      int plane = CASTLING + (right & 1 ^ 1); // The queen's side comes first.
      if (showsRooks) {
        into[plane << 6 | p.castles.rookFrom(right) ^ (p.side == 0 ? 0 : 56)] = 1;
      } else {
        fill(right >> 1 == p.side ? plane : plane + 2, 1, into);
      }
    }
  }

  /** The square on which a pawn may be captured en passant, if pins and checks are left out of account; 0 for none. */
  private static int enPassant(ChessPosition p) {
    int passed = p.passed();
    boolean isGiven = p.movesMade() == 0; // Then lc0 believes it.
    return isGiven || passed != 0 && (Attacks.pawn(p.side ^ 1, passed) & p.pieces(Piece.PAWN, p.side)) != 0
        ? passed : 0;
  }

  /** Shows what was before the position, from a ply on; takes moves back and makes them again. */
  private void encodePast(ChessPosition p, int viewer, int ply, int turn, float[] into) {
    if (ply == PLIES || isCanonical && p.halfmoves == 0) {
      return;
    }
    if (p.movesMade() == 0) {
      encodeBeforeTheFirst(p, viewer, ply, turn, into);
      return;
    }
    int rights = p.castling;
    int move = p.moveMade(p.movesMade() - 1);
    p.unmake();
    if (!isCanonical || p.castling == rights && enPassant(p) == 0) {
      boolean isShown = !showsRepeatedAlone || p.earlierOccurrences() > 0;
      if (isShown) {
        encodePieces(p, viewer, ply, 0, turn, into);
      }
      encodePast(p, viewer, isShown ? ply + 1 : ply, turn, into);
    }
    if (move == Move.PASS) {
      p.makeNull();
    } else {
      p.make(move);
    }
  }

  private void encodeBeforeTheFirst(ChessPosition p, int viewer, int ply, int turn, float[] into) {
    if (p.hash() == START || showsRepeatedAlone || isCanonical && enPassant(p) != 0) {
      return;
    }
    long back = isCanonical ? 0 : doubleStepTakenBack(p);
    for (int earlier = ply; earlier < PLIES; earlier++) {
      encodePieces(p, viewer, earlier, back, turn, into);
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
   * @param changed squares on which the pawns of the side that has just moved are where they are not, and the reverse
   * @param turn how the board is turned
   */
  private static void encodePieces(ChessPosition p, int viewer, int ply, long changed, int turn, float[] into) {
    int plane = ply * PLANES_PER_PLY;
    for (int side = viewer; ; side ^= 1) {
      for (int type = 0; type < 6; type++) {
        long pieces = p.pieces(type, side) ^ (type == Piece.PAWN && side != p.side ? changed : 0);
        for (long set = viewer == 0 ? pieces : Long.reverseBytes(pieces); set != 0; set = Squares.rest(set)) {
          into[plane << 6 | Lc0Turn.square(Squares.first(set), turn)] = 1;
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
    ChessPosition p = (ChessPosition) position;
    return Lc0Moves.slot(p.side, turn(p), move);
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
