package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

import mesa.core.Moves;

/**
 * Generates the quiet moves that give check, without generating the others: pieces are sent to where they would give
 * it, which few of them reach, and what they reach is then asked for its legality.
 */
final class QuietChecks {
  private QuietChecks() {}

  /** Appends them, by piece, the rules about draws left aside. */
  static void generate(ChessPosition p, Moves into) {
    int us = p.side;
    long own = p.sides[us];
    long occupied = p.occupied();
    long pawns = p.types[Piece.PAWN] & own;
    for (long set = own & ~pawns; set != 0; set = rest(set)) {
      int from = first(set);
      int type = Piece.type(p.board[from]);
      add(p, from, Attacks.of(type, from, occupied) & ~occupied & p.check.targets(p, type, from), into);
    }
    long behind = Squares.ahead(us ^ 1, p.check.aims(p, Piece.PAWN));
    long promoting = Squares.ahead(us ^ 1, MoveGenerator.PROMOTION_RANKS);
    long able = behind | Squares.ahead(us ^ 1, behind) | p.check.covers(p) | promoting;
    for (long set = pawns & able; set != 0; set = rest(set)) {
      int from = first(set);
      long targets = MoveGenerator.pawnTargets(p, us, from, occupied);
      if ((targets & MoveGenerator.PROMOTION_RANKS) == 0) {
        add(p, from, targets & ~occupied & p.check.targets(p, Piece.PAWN, from), into);
      } else {
        promotions(p, from, targets, into);
      }
    }
    if (p.castling != 0) {
      castling(p, us, into);
    }
  }

  private static void add(ChessPosition p, int from, long targets, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      int move = Move.of(from, first(targets));
      if (MoveGenerator.isLegal(p, move)) {
        into.add(move);
      }
    }
  }

  private static void promotions(ChessPosition p, int from, long targets, Moves into) {
    for (; targets != 0; targets = rest(targets)) {
      for (int type = Piece.KNIGHT; type <= Piece.ROOK; type++) {
        addIfCheck(p, Move.promotion(from, first(targets), type), into);
      }
    }
  }

  /** The king never checks, and the rook only along its new file, or along the rank once the king is gone from it. */
  private static void castling(ChessPosition p, int us, Moves into) {
    int theirKing = p.kingSquare(us ^ 1);
    for (int right = 2 * us; right < 2 * us + 2; right++) {
      int move = p.castles.move(right);
      if ((p.castling & 1 << right) != 0) {
        int rook = Castling.rookTarget(Move.from(move), Move.to(move));
        if (Squares.file(rook) == Squares.file(theirKing) || Squares.rank(rook) == Squares.rank(theirKing)) {
          addIfCheck(p, move, into);
        }
      }
    }
  }

  private static void addIfCheck(ChessPosition p, int move, Moves into) {
    if (MoveGenerator.isLegal(p, move) && p.givesCheck(move)) {
      into.add(move);
    }
  }
}
