package mesa.search;

/** What a search knows of the position at one ply of its path; overwritten by the next position there. */
final class Node {
  /** No score, or no evaluation, at all; fits 16 bits. */
  static final int NOTHING = Short.MIN_VALUE;

  /** No move was made from here, or a pass. */
  static final int NO_KIND = 0;

  final int ply;
  final RankedMoves moves = new RankedMoves();

  long hash;
  int side;
  boolean inCheck;

  /** The static evaluation for the side to move; {@link #NOTHING} if it was not asked for. */
  int evaluation;

  /** The same, or what the table knows better. */
  int estimate;

  /** Whether the evaluation has risen since the mover's last turn. */
  boolean improves;

  // What the table knows: NO_MOVE and NOTHING if nothing.
  int tableMove;
  int tableScore;
  int tableDepth;
  int tableBound;

  /** The move that raised alpha last; NO_MOVE if none did. */
  int bestMove;

  /** The kind of the move last made from here; see {@link mesa.core.Tactical#kind}. */
  int kind;

  /** Whether that was a pass. */
  boolean passed;

  Node(int ply) {
    this.ply = ply;
  }

  /** Asks the table; what it knows is counted from the root of this search. */
  void lookUp(TranspositionTable table) {
    int slot = table.find(hash);
    if (slot < 0) {
      knowNothing();
      return;
    }
    long entry = table.entry(slot);
    tableMove = TranspositionTable.move(entry);
    tableScore = Wins.fromTable(TranspositionTable.score(entry), ply);
    tableDepth = TranspositionTable.isComplete(entry) ? Integer.MAX_VALUE : TranspositionTable.depth(entry);
    tableBound = TranspositionTable.bound(entry);
    evaluation = table.evaluation(slot);
  }

  /** Has the table remember what a search with a window came to; {@code complete} as there. */
  void store(TranspositionTable table, int score, int alpha, int beta, int depth, boolean complete) {
    int bound = score >= beta ? TranspositionTable.LOWER
        : score > alpha ? TranspositionTable.EXACT : TranspositionTable.UPPER;
    table.store(hash, bestMove, Wins.toTable(score, ply), depth, bound, complete, evaluation);
  }

  /** The table is not asked. */
  void knowNothing() {
    tableMove = TranspositionTable.NO_MOVE;
    tableScore = NOTHING;
    tableDepth = 0;
    tableBound = 0;
    evaluation = NOTHING;
  }

  /** {@return whether what the table knows settles a search of this depth and window} */
  boolean isSettledByTable(int depth, int alpha, int beta) {
    return tableDepth >= depth && TranspositionTable.cuts(tableBound, tableScore, alpha, beta);
  }

  /** Sets the estimate: the evaluation, unless the table has a bound beyond it. */
  void estimate() {
    boolean isBetter = tableScore > evaluation
        ? (tableBound & TranspositionTable.LOWER) != 0
        : (tableBound & TranspositionTable.UPPER) != 0;
    estimate = isBetter ? tableScore : evaluation;
  }
}
