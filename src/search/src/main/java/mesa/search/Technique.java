package mesa.search;

/** What alpha-beta does beyond plain minimax, each to be left out by its name, so that its worth can be measured. */
enum Technique {
  TABLE("remembers searched positions, for cutoffs and the order of moves", true),
  HISTORY("orders quiet moves by how often they refuted anywhere", true),
  CONTINUATION("orders quiet moves by how often they refuted after the same moves", true),
  CAPTURES("orders noisy moves by how often they refuted, beside what they win", true),
  KILLERS("tries quiet moves early that refuted a sibling", true),
  ASPIRATION("searches the root in a window around its last score", true),
  DISTANCE("gives up lines that can't win sooner than one known already", true),
  QUIESCENCE("follows noisy moves beyond the horizon", false),
  QTABLE("uses the table beyond the horizon too", false),
  DELTA("leaves out noisy moves beyond the horizon that win too little", false),
  CHECK("searches a ply deeper where a threat must be answered", false),
  SEE("leaves out moves that lose by exchange, near the horizon and beyond", false),
  NULL("lets the side to move pass and still be above beta", false),
  RFP("reverse futility: trusts an evaluation far above beta", false),
  CAUTION("neither passes nor trusts an evaluation where the side to move is hemmed in", false),
  IIR("internal iterative reduction: searches less deeply where the table knows no move", false),
  LMR("late move reduction: searches late moves less deeply, unless they surprise", false),
  LMP("late move pruning: leaves out late quiet moves near the horizon", false),
  FUTILITY("leaves out quiet moves near the horizon where the evaluation is far below alpha", false),
  IMPROVING("prunes and reduces less where the evaluation has risen since two plies ago", false);

  private final String summary;
  private final boolean exact;

  Technique(String summary, boolean exact) {
    this.summary = summary;
    this.exact = exact;
  }

  String summary() {
    return summary;
  }

  /**
   * {@return whether it takes nothing on trust: with such alone, a search to a given depth finds what plain minimax does,
   * unless the table knows a position from a deeper search}
   */
  boolean isExact() {
    return exact;
  }
}
