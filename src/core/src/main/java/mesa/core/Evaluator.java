package mesa.core;

/**
 * Judges positions whose game is not over, and leaves them as they were. Value and priors are asked apart because a
 * tree search wants the priors on a node's second visit only. An evaluator serves one player on one thread.
 * It sees no meter: one call is never broken off, so a budget of time may be overrun by as much as a call takes. One that
 * can judge several positions at once is a {@link BatchEvaluator}.
 */
public interface Evaluator extends AutoCloseable {
  /**
   * Estimates the outcome.
   *
   * @param position not over
   * @return the expected result for the side to move, in [-1, 1]: 1 a certain win, 0 a draw, -1 a certain loss
   */
  float value(Position position);

  /**
   * Says how likely each move is to be best.
   *
   * @param position not over
   * @param moves its legal moves, all or some, at least one
   * @param into receives a probability for each of {@code moves}, in their order, that add up to 1; at least as long
   */
  void priors(Position position, Moves moves, float[] into);

  /**
   * Asks for both at once, which a net with one trunk answers in one pass.
   *
   * @param position not over
   * @param moves its legal moves, all or some, at least one
   * @param priors receives the priors, as in {@link #priors}
   * @return the value, as in {@link #value}
   */
  default float evaluate(Position position, Moves moves, float[] priors) {
    priors(position, moves, priors);
    return value(position);
  }

  /**
   * Gives the value on the open-ended integer scale of alpha-beta; see {@link Score}. Evaluators that count in
   * centipawns answer directly and derive {@link #value} from it.
   *
   * @param position not over
   * @return for the side to move, within plus or minus {@link Score#MAX}
   */
  default int score(Position position) {
    return Score.of(value(position));
  }

  /**
   * Says how much worse than others a tree search should take a move to be that it has not tried: less than the mean of
   * what it has tried by so much, times the root of the priors of all that. Worth something where priors tell good moves
   * from bad ones; measure it at equal time, since the tree gets deeper and a playout dearer.
   *
   * @return at least 0, on the scale of values; 0 unless an evaluator says otherwise
   */
  default double firstPlayReduction() {
    return 0;
  }

  /**
   * Says whether the same position may have another value when it is asked for again, as random playouts give it. It takes
   * more visits then to tell moves apart, so that threads of a tree search may do more in a row below one node.
   *
   * @return false unless an evaluator says otherwise
   */
  default boolean isStochastic() {
    return false;
  }

  /**
   * Forgets everything that came before; from here on randomness depends on the seed alone. Has to be cheap: a search by
   * several threads asks for it within a game, too, every few hundred playouts or sooner.
   *
   * @param seed any number
   */
  default void newGame(long seed) {}

  /** Gives back what it holds (native memory); by default nothing. A player closes the evaluators it is made of. */
  @Override
  default void close() {}
}
