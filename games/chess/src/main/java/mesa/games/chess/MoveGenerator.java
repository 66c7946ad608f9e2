package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

import mesa.core.Moves;

/**
 * Generates legal moves directly: what gives check and what is pinned is found first, and then only such targets are
 * considered as answer the check, and for a pinned piece such as stay on the line of its pin. Nothing is made to see
 * whether it was legal, except that a king's target is looked at for attackers and a capture en passant, which empties
 * two squares, for lines it opens.
 */
final class MoveGenerator {
  static final long PROMOTION_RANKS = Squares.RANK_1 | Squares.RANK_8;

  /** So many squares around a king, own pieces' among them, are attacked when a mate may be near; fewer behind own pawns at home. */
  private static final int NET = 3;

  private MoveGenerator() {}

  /** Appends the legal moves, the rules about draws left aside. */
  static void generate(ChessPosition p, Moves into) {
    generate(p, true, true, into);
  }

  /**
   * Appends some of the legal moves: of noisy or of quiet ones alone the king's last, since a search tries them in this
   * order where it knows no better. Of all moves the king's come first.
   *
   * @param noisy whether captures and promotions to a queen are wanted
   * @param quiet whether the others are
   */
  static void generate(ChessPosition p, boolean noisy, boolean quiet, Moves into) {
    int us = p.side;
    long own = p.sides[us];
    long theirs = p.sides[us ^ 1];
    long occupied = own | theirs;
    int king = first(p.types[Piece.KING] & own);
    long checkers = p.checkers();
    long wanted = (noisy ? theirs : 0) | (quiet ? ~occupied : 0);

    long kingTargets = safeForKing(p, us, king, Attacks.king(king) & wanted, occupied);
    boolean isKingLast = !(noisy && quiet);
    if (!isKingLast || Squares.several(checkers)) {
      add(king, kingTargets, into);
    }
    if (Squares.several(checkers)) {
      return;
    }
    long answers = answers(king, checkers);
    long targets = answers & wanted;
    long pinned = p.pinned();

    pawns(p, us, king, pinned, answers, noisy, quiet, into);
    for (long set = p.types[Piece.KNIGHT] & own & ~pinned; set != 0; set = rest(set)) {
      int from = first(set);
      add(from, Attacks.knight(from) & targets, into);
    }
    long queens = p.types[Piece.QUEEN];
    for (long set = (p.types[Piece.BISHOP] | queens) & own; set != 0; set = rest(set)) {
      int from = first(set);
      long to = Attacks.bishop(from, occupied) & targets;
      add(from, (pinned & bit(from)) == 0 ? to : to & Attacks.line(king, from), into);
    }
    for (long set = (p.types[Piece.ROOK] | queens) & own; set != 0; set = rest(set)) {
      int from = first(set);
      long to = Attacks.rook(from, occupied) & targets;
      add(from, (pinned & bit(from)) == 0 ? to : to & Attacks.line(king, from), into);
    }
    if (p.castling != 0 && checkers == 0 && quiet) {
      castling(p, us, occupied, into);
    }
    if (isKingLast) {
      add(king, kingTargets, into);
    }
  }

  /** Whether {@link #generate} would append anything; looks no further than the first move it finds. */
  static boolean hasLegalMove(ChessPosition p) {
    int us = p.side;
    long own = p.sides[us];
    long occupied = p.occupied();
    int king = first(p.types[Piece.KING] & own);
    long checkers = p.checkers();
    if (!Squares.several(checkers)) {
      long answers = answers(king, checkers);
      long targets = answers & ~own;
      long pinned = p.pinned();
      long pawns = p.types[Piece.PAWN] & own;
      long once = Squares.ahead(us, pawns & ~pinned) & ~occupied;
      long twice = Squares.ahead(us, once & thirdRank(us)) & ~occupied;
      if (((once | twice) & targets) != 0
          || (Attacks.pawns(us, pawns & ~pinned) & p.sides[us ^ 1] & targets) != 0) {
        return true;
      }
      for (long set = p.types[Piece.KNIGHT] & own & ~pinned; set != 0; set = rest(set)) {
        if ((Attacks.knight(first(set)) & targets) != 0) {
          return true;
        }
      }
      for (long set = own & ~pawns & ~p.types[Piece.KNIGHT] & ~bit(king); set != 0; set = rest(set)) {
        int from = first(set);
        long to = Attacks.of(p.board[from] >> 1, from, occupied) & targets;
        if (((pinned & bit(from)) == 0 ? to : to & Attacks.line(king, from)) != 0) {
          return true;
        }
      }
      if (p.enPassant != 0) {
        return true; // Kept only where such a capture is legal.
      }
      for (long set = pawns & pinned; set != 0; set = rest(set)) {
        if ((pawnTargets(p, us, first(set), occupied) & Attacks.line(king, first(set)) & answers) != 0) {
          return true;
        }
      }
    }
    if (safeForKing(p, us, king, Attacks.king(king) & ~own, occupied) != 0) {
      return true;
    }
    // In orthodox chess castling need not be tried: where it is legal, the king may also step towards the rook.
    return p.castling != 0 && p.castles != Castling.ORTHODOX && checkers == 0
        && (mayCastle(p, us, 2 * us, occupied) || mayCastle(p, us, 2 * us + 1, occupied));
  }

  /** Whether {@link #generate} would append a move, which may be any number. */
  static boolean isLegal(ChessPosition p, int move) {
    int us = p.side;
    int from = Move.from(move);
    int kind = Move.kind(move);
    long own = p.sides[us];
    long occupied = p.occupied();
    if ((own & bit(from)) == 0 || !Move.isMove(move)) {
      return false;
    }
    long checkers = p.checkers();
    if (kind == Move.CASTLING) {
      int right = 2 * us + (Move.to(move) > from ? 0 : 1);
      return checkers == 0 && move == p.castles.move(right) && mayCastle(p, us, right, occupied);
    }
    long to = bit(Move.to(move));
    int type = Piece.type(p.board[from]);
    if (kind == Move.EN_PASSANT) {
      return type == Piece.PAWN && p.enPassant != 0 && to == (Attacks.pawn(us, from) & bit(p.enPassant))
          && isLegalEnPassant(p, us, from, p.enPassant);
    }
    if ((kind == Move.PROMOTION) != (type == Piece.PAWN && (to & PROMOTION_RANKS) != 0)) {
      return false;
    }
    if (type == Piece.KING) {
      return safeForKing(p, us, from, Attacks.king(from) & to & ~own, occupied) != 0;
    }
    long targets = type == Piece.PAWN ? pawnTargets(p, us, from, occupied) : Attacks.of(type, from, occupied) & ~own;
    int king = first(p.types[Piece.KING] & own);
    return (targets & to & answers(king, checkers)) != 0
        && ((p.pinned() & bit(from)) == 0 || (Attacks.line(king, from) & to) != 0);
  }

  /** Where a piece that is not the king may go: with one checker it must capture that or step in between, with two it may not move. */
  private static long answers(int king, long checkers) {
    return checkers == 0 ? -1L : Squares.several(checkers) ? 0 : Attacks.between(king, first(checkers)) | checkers;
  }

  private static void add(int from, long targets, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      into.add(Move.of(from, first(targets)));
    }
  }

  /** Those of the targets where the king, gone from its square, would not be attacked. */
  private static long safeForKing(ChessPosition p, int us, int king, long targets, long occupied) {
    if (targets == 0) {
      return 0;
    }
    long theirs = p.sides[us ^ 1];
    long safe = targets
        & ~Attacks.pawns(us ^ 1, p.types[Piece.PAWN] & theirs)
        & ~Attacks.knights(p.types[Piece.KNIGHT] & theirs)
        & ~Attacks.king(first(p.types[Piece.KING] & theirs));
    long queens = p.types[Piece.QUEEN];
    long straight = (p.types[Piece.ROOK] | queens) & theirs;
    long diagonal = (p.types[Piece.BISHOP] | queens) & theirs;
    long without = occupied ^ bit(king);
    for (long set = safe; set != 0; set = rest(set)) {
      int to = first(set);
      if ((Attacks.rook(to, without) & straight | Attacks.bishop(to, without) & diagonal) != 0) {
        safe ^= bit(to);
      }
    }
    return safe;
  }

  /** Whether the king of the side to move has no square to go to, and that because of {@link #NET} attacked ones or more. */
  static boolean isKingHemmedIn(ChessPosition p) {
    int us = p.side;
    int king = p.kingSquare(us);
    long occupied = p.occupied();
    long around = Attacks.king(king);
    long free = around & ~p.sides[us];
    for (long set = free; set != 0; set = rest(set)) { // One by one, since the first is safe most often.
      if (safeForKing(p, us, king, set & -set, occupied) != 0) {
        return false;
      }
    }
    return Long.bitCount(around & ~safeForKing(p, us, king, around, occupied)) >= NET;
  }

  private static long thirdRank(int side) {
    return Squares.RANK_1 << (side == 0 ? 16 : 40);
  }

  private static void pawns(
      ChessPosition p, int us, int king, long pinned, long answers, boolean noisy, boolean quiet, Moves into) {
    long pawns = p.types[Piece.PAWN] & p.sides[us];
    long theirs = p.sides[us ^ 1] & answers;
    long empty = ~(p.sides[0] | p.sides[1]);
    long free = pawns & ~pinned;
    int step = Squares.step(us);

    long once = Squares.ahead(us, free) & empty;
    long twice = Squares.ahead(us, once & thirdRank(us)) & empty & answers;
    long west = Squares.ahead(us, Squares.west(free)) & theirs;
    long east = Squares.ahead(us, Squares.east(free)) & theirs;
    once &= answers;
    if (((once | west | east) & PROMOTION_RANKS) != 0) {
      promotions(once & PROMOTION_RANKS, step, noisy, quiet, into);
      promotions(west & PROMOTION_RANKS, step - 1, noisy, quiet, into);
      promotions(east & PROMOTION_RANKS, step + 1, noisy, quiet, into);
      once &= ~PROMOTION_RANKS;
      west &= ~PROMOTION_RANKS;
      east &= ~PROMOTION_RANKS;
    }
    if (quiet) {
      advances(once, step, into);
      advances(twice, 2 * step, into);
    }
    if (noisy) {
      advances(west, step - 1, into);
      advances(east, step + 1, into);
    }

    for (long set = pawns & pinned; set != 0; set = rest(set)) {
      int from = first(set);
      long targets = pawnTargets(p, us, from, ~empty) & Attacks.line(king, from) & answers;
      if ((targets & PROMOTION_RANKS) != 0) {
        promotions(targets, first(targets) - from, noisy, quiet, into); // On the line of a pin there is one at most.
      } else {
        add(from, targets & ((noisy ? theirs : 0) | (quiet ? empty : 0)), into);
      }
    }
    if (p.enPassant != 0 && noisy) {
      for (long set = Attacks.pawn(us ^ 1, p.enPassant) & pawns; set != 0; set = rest(set)) {
        if (isLegalEnPassant(p, us, first(set), p.enPassant)) {
          into.add(Move.EN_PASSANT | Move.of(first(set), p.enPassant));
        }
      }
    }
  }

  /** Where one pawn may be pushed or may capture, en passant, checks and pins left aside. */
  static long pawnTargets(ChessPosition p, int us, int from, long occupied) {
    long once = Squares.ahead(us, bit(from)) & ~occupied;
    long twice = Squares.ahead(us, once & thirdRank(us)) & ~occupied;
    return once | twice | Attacks.pawn(us, from) & p.sides[us ^ 1];
  }

  private static void advances(long targets, int step, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      int to = first(targets);
      into.add(Move.of(to - step, to));
    }
  }

  private static void promotions(long targets, int step, boolean noisy, boolean quiet, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      int to = first(targets);
      if (noisy) {
        into.add(Move.promotion(to - step, to, Piece.QUEEN));
      }
      if (quiet) {
        into.add(Move.promotion(to - step, to, Piece.KNIGHT));
        into.add(Move.promotion(to - step, to, Piece.ROOK));
        into.add(Move.promotion(to - step, to, Piece.BISHOP));
      }
    }
  }

  private static void castling(ChessPosition p, int us, long occupied, Moves into) {
    for (int right = 2 * us; right < 2 * us + 2; right++) {
      if (mayCastle(p, us, right, occupied)) {
        into.add(p.castles.move(right));
      }
    }
  }

  /** Whether castling with a right is legal, if the king is not in check. */
  private static boolean mayCastle(ChessPosition p, int us, int right, long occupied) {
    if ((p.castling & 1 << right) == 0) {
      return false;
    }
    Castling castles = p.castles;
    long safe = castles.safe(right);
    // The last test is for Chess960: a rook beside the king may be all that kept a line closed.
    return (castles.empty(right) & occupied) == 0
        && safeForKing(p, us, castles.kingFrom(right), safe, occupied) == safe
        && (castles == Castling.ORTHODOX || (p.pinned() & bit(castles.rookFrom(right))) == 0);
  }

  /** Whether the side to move has a legal capture en passant of the pawn that passed over a square. */
  static boolean canCaptureEnPassant(ChessPosition p, int passed) {
    int us = p.side;
    for (long set = Attacks.pawn(us ^ 1, passed) & p.types[Piece.PAWN] & p.sides[us]; set != 0; set = rest(set)) {
      if (isLegalEnPassant(p, us, first(set), passed)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the king would stand safe after the capture, with both pawns gone from their squares. */
  static boolean isLegalEnPassant(ChessPosition p, int us, int from, int passed) {
    long captured = bit(passed - Squares.step(us));
    long after = p.occupied() ^ bit(from) ^ bit(passed) ^ captured;
    return (p.attackers(p.kingSquare(us), after) & p.sides[us ^ 1] & ~captured) == 0;
  }
}
