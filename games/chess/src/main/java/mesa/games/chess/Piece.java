package mesa.games.chess;

/**
 * Pieces as small numbers. A type is 0 to 5; a piece is {@code type << 1 | side}, with side 0 white and 1 black; an
 * empty square is {@link #NONE}.
 */
final class Piece {
  static final int PAWN = 0;
  static final int KNIGHT = 1;
  static final int BISHOP = 2;
  static final int ROOK = 3;
  static final int QUEEN = 4;
  static final int KING = 5;
  static final int NONE = 12;

  static final int WHITE = 0;
  static final int BLACK = 1;

  private static final String FEN_LETTERS = "PpNnBbRrQqKk";
  private static final String SAN_LETTERS = "PNBRQK";
  private static final String[] NAMES = {"pawn", "knight", "bishop", "rook", "queen", "king"};

  private Piece() {}

  static int of(int type, int side) {
    return type << 1 | side;
  }

  static int type(int piece) {
    return piece >> 1;
  }

  static int side(int piece) {
    return piece & 1;
  }

  /** The letter in a FEN: upper case for white. */
  static char letter(int piece) {
    return FEN_LETTERS.charAt(piece);
  }

  /** The piece that a FEN means by a letter; -1 if none. */
  static int parse(char letter) {
    return FEN_LETTERS.indexOf(letter);
  }

  /** The letter of a type in move texts: P N B R Q K. */
  static char typeLetter(int type) {
    return SAN_LETTERS.charAt(type);
  }

  /** The type that an upper-case letter means in move texts; -1 if none. */
  static int parseType(char letter) {
    return SAN_LETTERS.indexOf(letter);
  }

  static String typeName(int type) {
    return NAMES[type];
  }

  static String sideName(int side) {
    return side == WHITE ? "white" : "black";
  }
}
