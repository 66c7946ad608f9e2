package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

import mesa.core.Moves;

/**
 * Finds the legal move that a text means, backwards from the square it goes to: the pieces that attack that square,
 * less those that a check or a pin holds back. Only for castling are moves generated. The rules about draws are left
 * aside: games go on after a draw that nobody claimed.
 *
 * <p>A capture by a pawn has to say which file it comes from, as everywhere in chess: {@code d5} is no way to write
 * {@code exd5}.
 */
final class SanResolver {
  /** No legal move fits. */
  static final int NONE = Move.PASS;

  /** Several legal moves fit. */
  static final int SEVERAL = -1;

  private final Moves castlings = new Moves(0);

  /**
   * Finds a move.
   *
   * @param text what has been read and has the form of a move
   * @return the one legal move that fits, else {@link #NONE} or {@link #SEVERAL}
   */
  int find(ChessPosition p, SanText text) {
    if (text.type == SanText.CASTLING) {
      return castling(p, text);
    }
    int type = text.type == SanText.ANY ? ownType(p, first(text.from())) : text.type;
    if (type == Piece.PAWN) {
      return text.toRank < 0 ? pawnByFiles(p, text) : pawn(p, text, text.to(), text.from());
    }
    if (type < 0 || text.promotion != 0) {
      return NONE;
    }
    int to = text.to();
    long from = origins(p, type, to) & text.from();
    if (from == 0) {
      return type == Piece.KING && text.saysFrom() ? castlingByKing(p, text) : NONE;
    }
    if (text.capture && p.board[to] == Piece.NONE) {
      return NONE;
    }
    return Squares.several(from) ? SEVERAL : Move.of(first(from), to);
  }

  private static int ownType(ChessPosition p, int square) {
    int piece = p.board[square];
    return piece == Piece.NONE || Piece.side(piece) != p.side ? -1 : Piece.type(piece);
  }

  /** The squares from which the side to move has a legal move of a piece to a square; not for pawns nor castling. */
  static long origins(ChessPosition p, int type, int to) {
    int us = p.side;
    long own = p.sides[us];
    if ((own & bit(to)) != 0) {
      return 0;
    }
    long occupied = p.occupied();
    long from = Attacks.of(type, to, occupied) & p.types[type] & own;
    if (type != Piece.KING) {
      return from == 0 ? 0 : unhindered(p, from, to);
    }
    return from == 0 || (p.attackers(to, occupied ^ from) & p.sides[us ^ 1]) != 0 ? 0 : from;
  }

  /** Those of the pieces, the king not among them, that neither a check nor a pin keeps from going to a square. */
  private static long unhindered(ChessPosition p, long from, int to) {
    int king = p.kingSquare(p.side);
    long checkers = p.checkers();
    if (checkers != 0) {
      if (Squares.several(checkers)
          || ((Attacks.between(king, first(checkers)) | checkers) & bit(to)) == 0) {
        return 0;
      }
    }
    // A pinned piece may move along the line of its pin, which is the one through king and target.
    long pinned = p.pinned() & from;
    return pinned == 0 ? from : from & ~(pinned & ~Attacks.line(king, to));
  }

  // Pawns.

  private static int pawn(ChessPosition p, SanText text, int to, long said) {
    long from = pawnOrigins(p, to, text.fromFile >= 0, text.capture) & said;
    if (from == 0) {
      return NONE;
    }
    boolean promotes = (bit(to) & (Squares.RANK_1 | Squares.RANK_8)) != 0;
    if (Squares.several(from) || promotes && text.promotion == 0) {
      return promotes || text.promotion == 0 ? SEVERAL : NONE;
    }
    int square = first(from);
    if (promotes) {
      return Move.promotion(square, to, text.promotion);
    }
    return text.promotion != 0 ? NONE : to == p.enPassant && to != 0 && isAcross(square, to)
        ? Move.EN_PASSANT | Move.of(square, to)
        : Move.of(square, to);
  }

  private static boolean isAcross(int from, int to) {
    return Squares.file(from) != Squares.file(to);
  }

  /** The squares from which the side to move has a legal pawn's move to a square. */
  private static long pawnOrigins(ChessPosition p, int to, boolean fileSaid, boolean capture) {
    int us = p.side;
    long pawns = p.types[Piece.PAWN] & p.sides[us];
    if ((p.sides[us ^ 1] & bit(to)) != 0) {
      return fileSaid ? unhindered(p, Attacks.pawn(us ^ 1, to) & pawns, to) : 0;
    }
    if (to == p.enPassant && to != 0) {
      return fileSaid ? enPassantOrigins(p, to, pawns) : 0;
    }
    long empty = ~p.occupied();
    if (capture || (empty & bit(to)) == 0) {
      return 0;
    }
    long once = Squares.ahead(us ^ 1, bit(to));
    if ((once & pawns) != 0) {
      return unhindered(p, once, to);
    }
    long twice = Squares.ahead(us ^ 1, once & empty) & pawns & secondRank(us);
    return twice == 0 ? 0 : unhindered(p, twice, to);
  }

  private static long secondRank(int side) {
    return Squares.RANK_1 << (side == Piece.WHITE ? 8 : 48);
  }

  private static long enPassantOrigins(ChessPosition p, int to, long pawns) {
    long from = 0;
    for (long set = Attacks.pawn(p.side ^ 1, to) & pawns; set != 0; set = rest(set)) {
      if (MoveGenerator.isLegalEnPassant(p, p.side, first(set), to)) {
        from |= bit(first(set));
      }
    }
    return from;
  }

  /** A pawn's capture whose rank isn't said: {@code exd}. */
  private static int pawnByFiles(ChessPosition p, SanText text) {
    int us = p.side;
    long targets = (p.sides[us ^ 1] | (p.enPassant == 0 ? 0 : bit(p.enPassant))) & Squares.FILE_A << text.toFile;
    int found = NONE;
    targets &= Attacks.pawns(us, p.types[Piece.PAWN] & p.sides[us] & text.from());
    for (long set = targets; set != 0; set = rest(set)) {
      int move = pawn(p, text, first(set), text.from());
      if (move != NONE) {
        if (found != NONE) {
          return SEVERAL;
        }
        found = move;
      }
    }
    return found;
  }

  // Castling: as the generator has it, whose move goes from the king to its own rook.

  private int castling(ChessPosition p, SanText text) {
    generate(p);
    for (int i = 0; i < castlings.size(); i++) {
      int move = castlings.get(i);
      if (Move.isCastling(move) && Move.to(move) > Move.from(move) == text.kingside) {
        return move;
      }
    }
    return NONE;
  }

  /** The king goes to where it lands, as in UCI, or takes its own rook, as in UCI for Chess960. */
  private int castlingByKing(ChessPosition p, SanText text) {
    generate(p);
    for (int i = 0; i < castlings.size(); i++) {
      int move = castlings.get(i);
      if (Move.isCastling(move) && !text.capture && bit(Move.from(move)) == text.from()
          && (Move.to(move) == text.to() || Move.landing(move) == text.to())) {
        return move;
      }
    }
    return NONE;
  }

  private void generate(ChessPosition p) {
    castlings.clear();
    if (p.castling != 0) {
      MoveGenerator.generate(p, castlings);
    }
  }
}
