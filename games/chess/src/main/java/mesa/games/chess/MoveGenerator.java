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
  private static final long PROMOTION_RANKS = Squares.RANK_1 | Squares.RANK_8;

  private MoveGenerator() {}

  /**
   * Appends the legal moves, the rules about draws left aside.
   *
   * @param noisy captures and promotions to a queen alone
   */
  static void generate(ChessPosition p, boolean noisy, Moves into) {
    int us = p.side;
    long own = p.sides[us];
    long theirs = p.sides[us ^ 1];
    long occupied = own | theirs;
    int king = first(p.types[Piece.KING] & own);
    long checkers = p.checkers();
    long wanted = noisy ? theirs : ~own;

    add(king, safeForKing(p, us, king, Attacks.king(king) & wanted, occupied), into);
    if (Squares.several(checkers)) {
      return;
    }
    // With one checker, anything but the king must capture it or step in between.
    long answers = checkers == 0 ? -1L : Attacks.between(king, first(checkers)) | checkers;
    long targets = answers & wanted;
    long pinned = p.pinned();

    pawns(p, us, king, pinned, answers, noisy, into);
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
    if (p.castling != 0 && checkers == 0 && !noisy) {
      castling(p, us, occupied, into);
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
      long answers = checkers == 0 ? -1L : Attacks.between(king, first(checkers)) | checkers;
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
        if ((pinnedPawnTargets(p, us, first(set), king, occupied) & answers) != 0) {
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

  private static long thirdRank(int side) {
    return Squares.RANK_1 << (side == 0 ? 16 : 40);
  }

  private static void pawns(
      ChessPosition p, int us, int king, long pinned, long answers, boolean noisy, Moves into) {
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
      promotions(once & PROMOTION_RANKS, step, noisy, into);
      promotions(west & PROMOTION_RANKS, step - 1, noisy, into);
      promotions(east & PROMOTION_RANKS, step + 1, noisy, into);
      once &= ~PROMOTION_RANKS;
      west &= ~PROMOTION_RANKS;
      east &= ~PROMOTION_RANKS;
    }
    if (!noisy) {
      advances(once, step, into);
      advances(twice, 2 * step, into);
    }
    advances(west, step - 1, into);
    advances(east, step + 1, into);

    for (long set = pawns & pinned; set != 0; set = rest(set)) {
      int from = first(set);
      long targets = pinnedPawnTargets(p, us, from, king, ~empty) & answers;
      if (noisy) {
        targets &= theirs;
      }
      if ((targets & PROMOTION_RANKS) != 0) {
        promotions(targets, first(targets) - from, noisy, into); // On the line of a pin there is one at most.
      } else {
        add(from, targets, into);
      }
    }
    if (p.enPassant != 0) {
      for (long set = Attacks.pawn(us ^ 1, p.enPassant) & pawns; set != 0; set = rest(set)) {
        if (isLegalEnPassant(p, us, first(set), p.enPassant)) {
          into.add(Move.EN_PASSANT | Move.of(first(set), p.enPassant));
        }
      }
    }
  }

  /** Pushes and captures of a pinned pawn along the line of its pin. */
  private static long pinnedPawnTargets(ChessPosition p, int us, int from, int king, long occupied) {
    long once = Squares.ahead(us, bit(from)) & ~occupied;
    long twice = Squares.ahead(us, once & thirdRank(us)) & ~occupied;
    return (once | twice | Attacks.pawn(us, from) & p.sides[us ^ 1]) & Attacks.line(king, from);
  }

  private static void advances(long targets, int step, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      int to = first(targets);
      into.add(Move.of(to - step, to));
    }
  }

  private static void promotions(long targets, int step, boolean queenOnly, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      int to = first(targets);
      into.add(Move.promotion(to - step, to, Piece.QUEEN));
      if (!queenOnly) {
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
