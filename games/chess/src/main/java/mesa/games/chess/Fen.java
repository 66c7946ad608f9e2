package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

import mesa.core.BadInputException;

/**
 * Forsyth-Edwards Notation: six fields, of which the two counters may be left out; move number 0, as problems have it, is
 * read as 1. The en passant square is read wherever a pawn may just have passed it, but kept and written only where such
 * a capture is legal, so that positions with an equal future have equal text.
 *
 * <p>Castling rights are read as in X-FEN, where KQkq mean the outermost rook on that side of the king and the letter
 * of a file means the rook there, so Shredder-FEN (HAha) is read too. They are written as KQkq where that is enough.
 */
final class Fen {
  static final String START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1";

  private static final int MAX_COUNTER = 9_999;
  private static final int[] MEN_AT_START = {8, 2, 2, 2, 1, 1};

  private final String fen;
  private final Variant variant;

  // What the third field says, by right.
  private int rights;
  private final int[] kingFrom = new int[Castling.RIGHTS];
  private final int[] rookFrom = new int[Castling.RIGHTS];

  private Fen(String text, Variant variant) {
    fen = text.strip().replaceAll("\\s+", " ");
    this.variant = variant;
  }

  /**
   * Reads a position of orthodox chess.
   *
   * @throws BadInputException if it is malformed or could not arise; the message quotes what is wrong
   */
  static ChessPosition parse(String text) {
    return parse(text, Variant.ORTHODOX);
  }

  /**
   * Reads a position.
   *
   * @param variant unless it is Chess960, castling from other squares than the orthodox ones is refused
   * @throws BadInputException if it is malformed or could not arise; the message quotes what is wrong
   */
  static ChessPosition parse(String text, Variant variant) {
    return new Fen(text, variant).parse();
  }

  private ChessPosition parse() {
    String[] fields = fen.split(" ");
    if (fields.length != 6 && fields.length != 4) {
      throw wrong("has " + fields.length + (fields.length == 1 ? " field" : " fields")
          + "; six are wanted (pieces, side, castling, en passant, halfmoves, move), or the first four");
    }
    ChessPosition position = new ChessPosition(variant);
    placePieces(position, fields[0]);
    checkMen(position);
    int side = side(fields[1]);
    readCastling(position, fields[2]);
    int passed = enPassant(position, side, fields[3]);
    int halfmoves = fields.length == 4 ? 0 : counter("halfmove clock", fields[4]);
    int fullMove = fields.length == 4 ? 1 : Math.max(1, counter("move number", fields[5]));
    if (passed != 0 && halfmoves != 0) {
      throw wrong("has halfmove clock \"" + fields[4] + "\" and en passant square \"" + fields[3]
          + "\"; after a pawn's move the clock is 0");
    }
    int waiting = side ^ 1;
    if ((position.attackers(position.kingSquare(waiting), position.occupied()) & position.sides[side]) != 0) {
      throw wrong("has " + Piece.sideName(side) + " to move and " + Piece.sideName(waiting) + "'s king on "
          + Squares.name(position.kingSquare(waiting)) + " in check; only the side to move may be in check");
    }
    position.setUp(rights, Castling.of(rights, kingFrom, rookFrom), passed, halfmoves, 2 * (fullMove - 1) + side);
    return position;
  }

  private BadInputException wrong(String what) {
    return new BadInputException("FEN \"" + fen + "\" " + what);
  }

  private void placePieces(ChessPosition position, String placement) {
    String[] ranks = placement.split("/", -1);
    if (ranks.length != 8) {
      throw wrong("has " + ranks.length + (ranks.length == 1 ? " rank" : " ranks") + " in \"" + placement
          + "\"; eight are wanted, from 8 to 1, with / between");
    }
    for (int i = 0; i < 8; i++) {
      placeRank(position, 7 - i, ranks[i]);
    }
  }

  private void placeRank(ChessPosition position, int rank, String text) {
    String where = "rank " + (rank + 1) + ", \"" + text + "\"";
    int file = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= '1' && letter <= '8') {
        if (i > 0 && Character.isDigit(text.charAt(i - 1))) {
          throw wrong("has two digits side by side in " + where + "; write their sum");
        }
        file += letter - '0';
        continue;
      }
      int piece = Piece.parse(letter);
      if (piece < 0) {
        throw wrong("has '" + letter + "' in " + where + "; pieces are PNBRQK and pnbrqk, gaps 1 to 8");
      }
      if (file < 8) {
        if (Piece.type(piece) == Piece.PAWN && (rank == 0 || rank == 7)) {
          throw wrong("has a pawn on " + Squares.name(Squares.square(file, rank)) + "; pawns stand on ranks 2 to 7");
        }
        position.drop(piece, Squares.square(file, rank));
      }
      file++;
    }
    if (file != 8) {
      throw wrong("has " + file + (file == 1 ? " square" : " squares") + " in " + where + "; eight are wanted");
    }
  }

  /** No side may have more men than promotions explain. */
  private void checkMen(ChessPosition position) {
    for (int side = 0; side < 2; side++) {
      String name = Piece.sideName(side);
      int kings = Long.bitCount(position.pieces(Piece.KING, side));
      if (kings != 1) {
        throw wrong("has " + kings + " kings for " + name + "; each side has one");
      }
      int pawns = Long.bitCount(position.pieces(Piece.PAWN, side));
      if (pawns > 8) {
        throw wrong("has " + pawns + " pawns for " + name + "; eight are the most");
      }
      int promoted = 0;
      for (int type = Piece.KNIGHT; type <= Piece.QUEEN; type++) {
        promoted += Math.max(0, Long.bitCount(position.pieces(type, side)) - MEN_AT_START[type]);
      }
      if (promoted > 8 - pawns) {
        throw wrong("has too many pieces for " + name + ": " + pawns + " pawns, and at least " + promoted
            + " promoted pieces; together eight are the most");
      }
    }
  }

  private int side(String text) {
    return switch (text) {
      case "w" -> Piece.WHITE;
      case "b" -> Piece.BLACK;
      default -> throw wrong("has side to move \"" + text + "\"; w or b is wanted");
    };
  }

  private void readCastling(ChessPosition position, String text) {
    if (text.equals("-")) {
      return;
    }
    for (char letter : text.toCharArray()) {
      int known = Castling.LETTERS.indexOf(letter);
      int file = Character.toLowerCase(letter) - 'a';
      if (known < 0 && (file < 0 || file > 7)) {
        throw badRights(text);
      }
      int side = Character.isUpperCase(letter) ? Piece.WHITE : Piece.BLACK;
      int king = position.kingSquare(side);
      int rook = known < 0 ? Squares.square(file, 7 * side) : rookSquare(position, known, king);
      int right = known < 0 ? 2 * side + (rook > king ? 0 : 1) : known;
      if ((rights & 1 << right) != 0) {
        throw badRights(text);
      }
      boolean elsewhere = Squares.rank(king) == Squares.rank(rook) && king != Castling.ORTHODOX.kingFrom(right);
      if (known < 0 && elsewhere && !variant.chess960()) {
        throw ofChess960(text);
      }
      require(position, letter, Piece.KING, variant.chess960() ? 56 * side | Squares.file(king) : 56 * side | 4);
      require(position, letter, Piece.ROOK, rook);
      rights |= 1 << right;
      kingFrom[right] = king;
      rookFrom[right] = rook;
    }
    if (!variant.chess960() && Castling.of(rights, kingFrom, rookFrom) != Castling.ORTHODOX) {
      throw ofChess960(text);
    }
  }

  private BadInputException ofChess960(String text) {
    return wrong("has castling rights \"" + text
        + "\" of a king or rooks that stand elsewhere than at the start; that is Chess960: read it as the game chess960");
  }

  private BadInputException badRights(String text) {
    return wrong("has castling rights \"" + text + "\"; some of KQkq, each once"
        + (variant.chess960() ? " (or files, as in HAha)," : ",") + " or - are wanted");
  }

  /** The rook's square for a right: in Chess960 the rook farthest from the king on that side, if there is one. */
  private int rookSquare(ChessPosition position, int right, int king) {
    int corner = Castling.ORTHODOX.rookFrom(right);
    int step = corner > king ? -1 : 1;
    if (variant.chess960() && Squares.rank(king) == Squares.rank(corner)) {
      for (int square = corner; square != king; square += step) {
        if (position.board[square] == Piece.of(Piece.ROOK, right >> 1)) {
          return square;
        }
      }
    }
    return corner;
  }

  private void require(ChessPosition position, char right, int type, int square) {
    int side = Character.isUpperCase(right) ? Piece.WHITE : Piece.BLACK;
    if (position.board[square] != Piece.of(type, side)) {
      throw wrong("has castling right " + right + ", but no " + Piece.sideName(side) + " " + Piece.typeName(type)
          + " on " + Squares.name(square));
    }
  }

  /** The square passed over, or 0. */
  private int enPassant(ChessPosition position, int side, String text) {
    if (text.equals("-")) {
      return 0;
    }
    int square = Squares.parse(text);
    if (square < 0) {
      throw wrong("has en passant square \"" + text + "\"; a square such as e3, or - is wanted");
    }
    int rank = side == Piece.WHITE ? 5 : 2;
    if (Squares.rank(square) != rank) {
      throw wrong("has en passant square \"" + text + "\" with " + Piece.sideName(side)
          + " to move; it must be on rank " + (rank + 1));
    }
    int pawnSquare = square - Squares.step(side);
    int from = square + Squares.step(side);
    String pawn = Piece.sideName(side ^ 1) + " pawn";
    if (position.board[pawnSquare] != Piece.of(Piece.PAWN, side ^ 1)) {
      throw wrong("has en passant square \"" + text + "\", but no " + pawn + " on " + Squares.name(pawnSquare));
    }
    if ((position.occupied() & (bit(square) | bit(from))) != 0) {
      int blocked = position.board[square] != Piece.NONE ? square : from;
      throw wrong("has en passant square \"" + text + "\", but " + Squares.name(blocked)
          + ", where the " + pawn + " came along, is occupied");
    }
    return square;
  }

  private int counter(String name, String text) {
    if (!text.matches("\\d{1,4}")) {
      throw wrong("has " + name + " \"" + text + "\"; a whole number from 0 to " + MAX_COUNTER + " is wanted");
    }
    return Integer.parseInt(text);
  }

  static String write(ChessPosition position) {
    StringBuilder text = new StringBuilder(80);
    for (int rank = 7; rank >= 0; rank--) {
      writeRank(position, rank, text);
      text.append(rank > 0 ? "/" : position.side == Piece.WHITE ? " w " : " b ");
    }
    for (int right = 0; right < Castling.RIGHTS; right++) {
      if ((position.castling & 1 << right) != 0) {
        text.append(castlingLetter(position, right));
      }
    }
    if (position.castling == 0) {
      text.append('-');
    }
    text.append(' ').append(position.enPassant == 0 ? "-" : Squares.name(position.enPassant));
    return text.append(' ').append(position.halfmoves)
        .append(' ').append(Math.min(position.moveNumber(), MAX_COUNTER)).toString();
  }

  /** K, Q, k or q; or the rook's file, where another rook of its side stands farther out. */
  private static char castlingLetter(ChessPosition position, int right) {
    int rook = position.castles.rookFrom(right);
    int corner = Castling.ORTHODOX.rookFrom(right);
    int step = Integer.signum(corner - rook);
    for (int square = rook; square != corner; ) {
      square += step;
      if (position.board[square] == position.board[rook]) {
        char file = (char) ('A' + Squares.file(rook));
        return right < 2 ? file : Character.toLowerCase(file);
      }
    }
    return Castling.LETTERS.charAt(right);
  }

  private static void writeRank(ChessPosition position, int rank, StringBuilder text) {
    int gap = 0;
    for (int file = 0; file < 8; file++) {
      int piece = position.board[Squares.square(file, rank)];
      if (piece == Piece.NONE) {
        gap++;
        continue;
      }
      if (gap > 0) {
        text.append(gap);
        gap = 0;
      }
      text.append(Piece.letter(piece));
    }
    if (gap > 0) {
      text.append(gap);
    }
  }
}
