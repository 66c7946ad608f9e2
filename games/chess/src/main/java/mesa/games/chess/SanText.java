package mesa.games.chess;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the text of a move says, legal or not: read by hand from bytes of UTF-8 (or of Windows-1252) into fields, which
 * the next text overwrites. It understands algebraic notation, as the PGN standard has it and as people write it, and
 * the moves of the Universal Chess Interface:
 * <pre>
 * Nf3 nf3 ♘f3 Ngf3 N1f3 Ng1f3 Ng1-f3     exd5 ed5 e4xd5 e4:d5 exd ed exd6e.p.     e4 e2e4 e2-e4 E2E4
 * e8=Q e8Q e8q e8(Q) e8/Q e8=♕ e7e8q     O-O O-O-O OO OOO 0-0 o-o O–O e1g1 e1h1   Nf3+ Nf3# Nf3!? Nf3+- Nf3±
 * </pre>
 * A small b is a file, never a bishop. Marks after the move, such as those of check, are not looked at.
 */
final class SanText {
  /** The type of a move whose piece isn't named, but given by its square: {@code e2e4}. */
  static final int ANY = 6;

  /** The type of castling written with letters or zeros. */
  static final int CASTLING = 7;

  /** A file or rank that isn't said. */
  private static final int UNSAID = -1;

  private static final byte[] FIRST = letters("PNBRQKnrqk");
  private static final byte[] PROMOTED = letters("NBRQnbrq");
  private static final int[] FIGURINES =
      {Piece.KING, Piece.QUEEN, Piece.ROOK, Piece.BISHOP, Piece.KNIGHT, Piece.PAWN};

  /** One of {@link Piece}'s types, {@link #ANY} or {@link #CASTLING}. */
  int type;

  /** The file and the rank that the piece comes from, from 0 to 7; -1 where the text doesn't say. */
  int fromFile;
  int fromRank;

  /** The file and the rank that the piece goes to, from 0 to 7; the rank is -1 in {@code exd}. */
  int toFile;
  int toRank;

  /** Whether the text says that the move captures. */
  boolean capture;

  /** The type that the pawn promotes to; 0 if none is said. */
  int promotion;

  /** The side to which a move of type {@link #CASTLING} castles. */
  boolean kingside;

  private byte[] text;
  private int at;
  private int end;
  private boolean capitals;

  /** By letter: a type of piece, or -1. */
  private static byte[] letters(String letters) {
    byte[] types = new byte[128];
    Arrays.fill(types, (byte) -1);
    for (char letter : letters.toCharArray()) {
      types[letter] = (byte) Piece.parseType(Character.toUpperCase(letter));
    }
    return types;
  }

  /**
   * Reads a text.
   *
   * @param bytes where it stands
   * @param start its first byte
   * @param limit the byte after its last one
   * @return whether it has the form of a move; if not, the fields mean nothing
   */
  boolean read(byte[] bytes, int start, int limit) {
    text = bytes;
    at = start;
    end = limit;
    return at < end && (isO(bytes[at]) ? castling() : move());
  }

  /** Reads a text, blanks around it left aside. */
  boolean read(String move) {
    byte[] bytes = move.strip().getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** Whether the square that the piece comes from is said in full; not of castling. */
  boolean saysFrom() {
    return fromFile >= 0 && fromRank >= 0;
  }

  /** The square that the piece goes to, if its rank is said. */
  int to() {
    return Squares.square(toFile, toRank);
  }

  /** The squares that the piece may come from, as far as the text says. */
  long from() {
    return (fromFile < 0 ? -1L : Squares.FILE_A << fromFile) & (fromRank < 0 ? -1L : Squares.RANK_1 << 8 * fromRank);
  }

  private static boolean isO(byte c) {
    return c == 'O' || c == 'o' || c == '0';
  }

  /** Two or three letters or zeros; zeros only with dashes between them. */
  private boolean castling() {
    boolean zero = text[at++] == '0';
    int count = 1;
    for (int mark = at; ; mark = at) {
      boolean dash = dash();
      if (at == end || !isO(text[at]) || !dash && (zero || text[at] == '0')) {
        at = mark;
        break;
      }
      at++;
      count++;
    }
    type = CASTLING;
    kingside = count == 2;
    return (count == 2 || count == 3) && marks();
  }

  private boolean move() {
    capitals = end - at >= 4 && capitalFile(at) && isRank(at + 1) && capitalFile(at + 2) && isRank(at + 3);
    int named = capitals ? -1 : piece(FIRST);
    fromFile = file();
    fromRank = rank();
    capture = false;
    int mark = at;
    boolean parted = parting();
    toFile = UNSAID;
    toRank = UNSAID;
    if (at < end && isFile(at) && (at + 1 < end && isRank(at + 1) || fromRank < 0)) {
      toFile = file();
      toRank = rank();
    } else {
      // One square alone is the one it goes to. What parts it from nothing is a mark, as in e4-+, unless it captures.
      if (fromRank < 0 || fromFile < 0 && !parted || capture) {
        return false;
      }
      at = mark;
      toFile = fromFile;
      toRank = fromRank;
      fromFile = UNSAID;
      fromRank = UNSAID;
      if (toFile < 0) {
        return false;
      }
    }
    type = named >= 0 ? named : saysFrom() ? ANY : Piece.PAWN;
    if (toRank < 0 && (type != Piece.PAWN || Math.abs(toFile - fromFile) != 1 || fromFile < 0)) {
      return false;
    }
    promotion();
    enPassant();
    return marks();
  }

  private boolean capitalFile(int index) {
    return text[index] >= 'A' && text[index] <= 'H';
  }

  private boolean isFile(int index) {
    return text[index] >= 'a' && text[index] <= 'h' || capitals && capitalFile(index);
  }

  private boolean isRank(int index) {
    return text[index] >= '1' && text[index] <= '8';
  }

  private int file() {
    return at < end && isFile(at) ? (text[at++] | 0x20) - 'a' : UNSAID;
  }

  private int rank() {
    return at < end && isRank(at) ? text[at++] - '1' : UNSAID;
  }

  /** A letter or a figurine (U+2654 to U+265F); -1 if there is none. */
  private int piece(byte[] letters) {
    if (at == end) {
      return -1;
    }
    byte c = text[at];
    if (c >= 0) {
      if (letters[c] >= 0) {
        at++;
      }
      return letters[c];
    }
    int figurine = at + 2 < end && c == (byte) 0xe2 && text[at + 1] == (byte) 0x99 ? (text[at + 2] & 0xff) - 0x94 : -1;
    if (figurine < 0 || figurine >= 12 || letters[Piece.typeLetter(FIGURINES[figurine % 6])] < 0) {
      return -1;
    }
    at += 3;
    return FIGURINES[figurine % 6];
  }

  /** What stands between two squares: a dash, or a sign of capture. */
  private boolean parting() {
    if (at < end && (text[at] == 'x' || text[at] == ':' || text[at] == 'X')) {
      at++;
      capture = true;
      return true;
    }
    if (at + 1 < end && text[at] == (byte) 0xc3 && text[at + 1] == (byte) 0x97) { // The sign of multiplication.
      at += 2;
      capture = true;
      return true;
    }
    return dash();
  }

  /** A hyphen, a dash or a minus: of ASCII, of Unicode (U+2010 to U+2015, U+2212) or of Windows-1252. */
  private boolean dash() {
    int length = dashAt(text, at, end);
    at += length;
    return length > 0;
  }

  /** {@return how many bytes of a dash begin at an index; 0 if it isn't one} */
  static int dashAt(byte[] text, int at, int end) {
    if (at >= end) {
      return 0;
    }
    byte c = text[at];
    if (c == '-' || c == (byte) 0x96 || c == (byte) 0x97) {
      return 1;
    }
    if (c == (byte) 0xe2 && at + 2 < end) {
      int last = text[at + 2] & 0xff;
      boolean dash = text[at + 1] == (byte) 0x80 ? last >= 0x90 && last <= 0x95
          : text[at + 1] == (byte) 0x88 && last == 0x92;
      return dash ? 3 : 0;
    }
    return 0;
  }

  private void promotion() {
    promotion = 0;
    int mark = at;
    if (!skip('=')) {
      skip('/');
    }
    boolean bracket = skip('(');
    int piece = piece(PROMOTED);
    if (piece >= 0 && (!bracket || skip(')'))) {
      promotion = piece;
    } else {
      at = mark;
    }
  }

  private void enPassant() {
    int mark = at;
    skip(' ');
    boolean said = skip('e');
    skip('.');
    if (said && skip('p')) {
      skip('.');
    } else {
      at = mark;
    }
  }

  private boolean skip(char c) {
    boolean there = at < end && text[at] == c;
    at += there ? 1 : 0;
    return there;
  }

  /** Whether nothing is left but marks of check, mate and judgement, which no letter or digit is among. */
  private boolean marks() {
    for (; at < end; at++) {
      if (!isMark(text[at])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a byte is one of {@code + # ! ? = - / ~} or belongs to a sign beyond ASCII, such as ±. */
  static boolean isMark(byte c) {
    return c < 0 || c == '+' || c == '#' || c == '!' || c == '?' || c == '=' || c == '-' || c == '/' || c == '~';
  }
}
