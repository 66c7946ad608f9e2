package mesa.search;

/**
 * The principal variation of each node on the path, in a triangle: a node's is its best move and, behind it, that of the
 * node the move leads to.
 */
final class Variations {
  private final int[][] moves;
  private final int[] lengths;

  Variations(int mostPly) {
    moves = new int[mostPly][];
    lengths = new int[mostPly + 1];
  }

  /** Says that nothing is known of what follows at a ply, until there is. */
  void end(int ply) {
    lengths[ply] = 0;
  }

  /** Puts a move in front of what follows it at the next ply. */
  void lead(int ply, int move) {
    if (moves[ply] == null) {
      moves[ply] = new int[moves.length - ply];
    }
    int length = Math.min(lengths[ply + 1], moves[ply].length - 1);
    moves[ply][0] = move;
    if (length > 0) {
      System.arraycopy(moves[ply + 1], 0, moves[ply], 1, length);
    }
    lengths[ply] = length + 1;
  }

  /** Hands the root's over. */
  void copyRoots(RootLine into) {
    into.set(moves[0], lengths[0]);
  }
}
