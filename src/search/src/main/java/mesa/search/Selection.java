package mesa.search;

/** Which moves of a node are left out, and which are searched less deeply at first. */
final class Selection {
  private final Trail trail;
  private final boolean reducesLate;
  private final boolean prunesLate;
  private final boolean prunesFutile;
  private final boolean prunesLosing;

  Selection(Trail trail, Techniques techniques) {
    this.trail = trail;
    reducesLate = techniques.use(Technique.LMR);
    prunesLate = techniques.use(Technique.LMP);
    prunesFutile = techniques.use(Technique.FUTILITY);
    prunesLosing = techniques.use(Technique.SEE);
  }

  /** {@return whether quiet moves from here on are not worth a try} */
  boolean isHopeless(Node node, int depth, int alpha, int tried) {
    if (node.inCheck) {
      return false;
    }
    return prunesLate && depth <= Margins.MOST_DEPTH_FOR_FEW_MOVES && tried >= Margins.fewMoves(depth, node.improves)
        || prunesFutile && depth <= Margins.MOST_DEPTH_FOR_FUTILITY
            && node.estimate + Margins.futility(depth) <= alpha;
  }

  /** {@return whether a move loses more by exchange than the search at this depth could win back} */
  boolean loses(int move, int rank, int depth) {
    if (!prunesLosing || depth > Margins.MOST_DEPTH_FOR_EXCHANGE) {
      return false;
    }
    boolean isQuiet = Rank.isQuiet(rank);
    return (isQuiet || Rank.loses(rank))
        && !trail.tactical().gainsByExchange(move, -Margins.loss(depth, isQuiet)) && !trail.tactical().givesCheck(move);
  }

  /** {@return plies by which a move that was just made is searched less deeply at first} */
  int reduction(Node node, int depth, int number, int rank, boolean expectsCut) {
    if (!reducesLate || depth < Margins.LEAST_DEPTH_TO_REDUCE || number <= Margins.MOVES_NOT_REDUCED
        || node.inCheck || !Rank.isQuiet(rank)) {
      return 0;
    }
    int plies = Margins.reduction(depth, number) - Margins.trust(Rank.history(rank));
    if (expectsCut) {
      plies++;
    }
    if (trail.inCheck()) {
      plies--;
    }
    return Math.clamp(plies, 0, depth - 1);
  }
}
