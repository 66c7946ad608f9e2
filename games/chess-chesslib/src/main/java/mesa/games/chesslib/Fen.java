package mesa.games.chesslib;

import com.github.bhlangonijr.chesslib.Board;
import com.github.bhlangonijr.chesslib.Piece;
import com.github.bhlangonijr.chesslib.PieceType;
import com.github.bhlangonijr.chesslib.Side;
import com.github.bhlangonijr.chesslib.Square;
import com.github.bhlangonijr.chesslib.game.GameContext;
import java.util.Locale;
import mesa.core.BadInputException;

/**
 * Forsyth-Edwards Notation for Chesslib, whose own reader takes all it is given to be right: it overlooks rights that
 * are not written in the order {@code KQkq}, castles with a rook that is not there, and leaves other exceptions to
 * chance. So what is typed is checked here, and brought into the form that Chesslib reads. Whether the men could come of
 * promotions is not asked.
 */
final class Fen {
  static final String START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1";

  private static final int MAX_COUNTER = 9_999;
  private static final String RIGHTS = "KQkq";
  private static final Square[] KING_FROM = {Square.E1, Square.E1, Square.E8, Square.E8};
  private static final Square[] ROOK_FROM = {Square.H1, Square.A1, Square.H8, Square.A8};
  private static final long FIRST_AND_LAST_RANK = 0xff000000000000ffL;

  private final String fen;

  private Fen(String text) {
    fen = text.strip().replaceAll("\\s+", " ");
  }

  /** {@return a new board, without the history of hash keys that Chesslib keeps for repetitions} */
  static Board load(String checked) {
    Board board = new Board(new GameContext(), false);
    board.loadFromFen(checked);
    return board;
  }

  /**
   * Writes a position. Chesslib's own text shows the square behind every pawn that has moved two squares; here it stands
   * only where the capture is legal, so that positions with an equal future have an equal text.
   */
  static String write(Board board) {
    String[] fields = board.getFen().split(" ");
    fields[3] = board.getEnPassantTarget() == Square.NONE ? "-" : name(board.getEnPassant());
    fields[5] = String.valueOf(Math.min(board.getMoveCounter(), MAX_COUNTER));
    return String.join(" ", fields);
  }

  /**
   * Checks a position.
   *
   * @return the same position, in the form that Chesslib reads
   * @throws BadInputException if it is malformed or could not arise; the message quotes what is wrong
   */
  static String checked(String text) {
    return new Fen(text).checked();
  }

  private String checked() {
    String[] fields = fen.split(" ");
    if (fields.length != 6 && fields.length != 4) {
      throw wrong("has " + fields.length + (fields.length == 1 ? " field" : " fields")
          + "; six are wanted (pieces, side, castling, en passant, halfmoves, move), or the first four");
    }
    checkRanks(fields[0]);
    if (!fields[1].matches("[wb]")) {
      throw wrong("has side to move \"" + fields[1] + "\"; w or b is wanted");
    }
    String rights = rights(fields[2]);
    int halfmoves = fields.length == 4 ? 0 : counter("halfmove clock", fields[4]);
    int fullMove = fields.length == 4 ? 1 : Math.max(1, counter("move number", fields[5]));
    String before = fields[0] + " " + fields[1] + " " + rights + " ";
    String after = " " + halfmoves + " " + fullMove;
    Board board = load(before + "-" + after);
    checkPieces(board);
    checkRights(board, rights);
    if (!fields[3].equals("-")) {
      checkEnPassant(board, fields[3]);
    }
    return before + fields[3] + after;
  }

  private BadInputException wrong(String what) {
    return new BadInputException("FEN \"" + fen + "\" " + what);
  }

  private void checkRanks(String placement) {
    String[] ranks = placement.split("/", -1);
    if (ranks.length != 8) {
      throw wrong("has " + ranks.length + (ranks.length == 1 ? " rank" : " ranks") + " in \"" + placement
          + "\"; eight are wanted, from 8 to 1, with / between");
    }
    for (String rank : ranks) {
      if (!rank.matches("[1-8PNBRQKpnbrqk]*")) {
        throw wrong("has rank \"" + rank + "\"; pieces are PNBRQK and pnbrqk, gaps 1 to 8");
      }
      int squares = rank.chars().map(c -> Character.isDigit(c) ? c - '0' : 1).sum();
      if (squares != 8) {
        throw wrong("has " + squares + (squares == 1 ? " square" : " squares") + " in rank \"" + rank
            + "\"; eight are wanted");
      }
    }
  }

  /** The rights in the order in which Chesslib looks for them. */
  private String rights(String text) {
    if (text.equals("-")) {
      return text;
    }
    StringBuilder sorted = new StringBuilder();
    for (char right : RIGHTS.toCharArray()) {
      sorted.append(text.indexOf(right) >= 0 ? "" + right : "");
    }
    if (sorted.isEmpty() || sorted.length() != text.length()) {
      throw wrong("has castling rights \"" + text + "\"; some of KQkq, each once, or - are wanted");
    }
    return sorted.toString();
  }

  private int counter(String name, String text) {
    if (!text.matches("\\d{1,4}")) {
      throw wrong("has " + name + " \"" + text + "\"; a whole number from 0 to " + MAX_COUNTER + " is wanted");
    }
    return Integer.parseInt(text);
  }

  private void checkPieces(Board board) {
    for (Side side : Side.values()) {
      String name = name(side);
      int kings = Long.bitCount(board.getBitboard(Piece.make(side, PieceType.KING)));
      if (kings != 1) {
        throw wrong("has " + kings + " kings for " + name + "; each side has one");
      }
      long pawns = board.getBitboard(Piece.make(side, PieceType.PAWN));
      if ((pawns & FIRST_AND_LAST_RANK) != 0) {
        throw wrong("has a pawn of " + name + " on rank 1 or 8; pawns stand on ranks 2 to 7");
      }
      if (Long.bitCount(pawns) > 8 || Long.bitCount(board.getBitboard(side)) > 16) {
        throw wrong("has too many men for " + name + "; 16 are the most, 8 of them pawns");
      }
    }
    Side mover = board.getSideToMove();
    Square waiting = board.getKingSquare(mover.flip());
    if (board.squareAttackedBy(waiting, mover) != 0) {
      throw wrong("has " + name(mover) + " to move and " + name(mover.flip()) + "'s king on " + name(waiting)
          + " in check; only the side to move may be in check");
    }
  }

  private void checkRights(Board board, String rights) {
    for (int right = 0; right < RIGHTS.length(); right++) {
      if (rights.indexOf(RIGHTS.charAt(right)) >= 0) {
        Side side = right < 2 ? Side.WHITE : Side.BLACK;
        require(board, RIGHTS.charAt(right), Piece.make(side, PieceType.KING), KING_FROM[right]);
        require(board, RIGHTS.charAt(right), Piece.make(side, PieceType.ROOK), ROOK_FROM[right]);
      }
    }
  }

  private void require(Board board, char right, Piece piece, Square square) {
    if (board.getPiece(square) != piece) {
      throw wrong("has castling right " + right + ", but no " + name(piece.getPieceSide()) + " "
          + piece.getPieceType().name().toLowerCase(Locale.ROOT) + " on " + name(square));
    }
  }

  private void checkEnPassant(Board board, String text) {
    Side mover = board.getSideToMove();
    String rank = mover == Side.WHITE ? "6" : "3";
    if (!text.matches("[a-h]" + rank)) {
      throw wrong("has en passant square \"" + text + "\" with " + name(mover)
          + " to move; a square on rank " + rank + ", or - is wanted");
    }
    int passed = Square.valueOf(text.toUpperCase(Locale.ROOT)).ordinal();
    int ahead = mover == Side.WHITE ? 8 : -8;
    if (board.getPiece(Square.squareAt(passed - ahead)) != Piece.make(mover.flip(), PieceType.PAWN)
        || board.getPiece(Square.squareAt(passed)) != Piece.NONE
        || board.getPiece(Square.squareAt(passed + ahead)) != Piece.NONE
        || board.getHalfMoveCounter() != 0) {
      throw wrong("has en passant square \"" + text + "\", but no " + name(mover.flip())
          + " pawn that has just passed over it");
    }
  }

  private static String name(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Square square) {
    return square.name().toLowerCase(Locale.ROOT);
  }
}
