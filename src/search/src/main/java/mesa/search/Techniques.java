package mesa.search;

/**
 * What alpha-beta does beyond plain minimax, each to be switched off by tests that compare the two. All but the table
 * rest on guesses and change results at a given depth.
 *
 * @param table remembers searched positions
 * @param quiescence follows noisy moves beyond the horizon, and extends where a threat must be answered
 * @param pruning trusts an evaluation or a pass that is far better than needed
 * @param reductions searches late quiet moves less deeply, unless they surprise
 */
record Techniques(boolean table, boolean quiescence, boolean pruning, boolean reductions) {
  static final Techniques ALL = new Techniques(true, true, true, true);
  static final Techniques NONE = new Techniques(false, false, false, false);
}
