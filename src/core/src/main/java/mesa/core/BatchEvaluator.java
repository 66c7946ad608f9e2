package mesa.core;

/**
 * An evaluator that can judge several positions in one pass, which for a large net takes less time than one by one. A
 * search gathers positions, {@linkplain #stage stages} each in a slot, {@linkplain #run runs} them all, and then reads
 * the answers slot by slot:
 * <pre>
 * stage(0, position, moves); position.make(...); stage(1, position, others); ...; run(2);
 * value(0); priors(0, into); value(1); priors(1, into);
 * </pre>
 * Answers last until the next {@link #stage}. Calls of {@link Evaluator}'s own methods use the slots too: they make an
 * end of whatever was staged or answered. What a position is answered does not depend on the company that it was staged
 * in, its slot, or what was asked before.
 */
public interface BatchEvaluator extends Evaluator {
  /** {@return how many slots there are, at least 1; to fill them all is what pays best} */
  int batchSize();

  /**
   * Takes down all that is needed of a position, its past included, so that it may be changed afterwards.
   *
   * @param slot in [0, {@link #batchSize}); what was staged there before is gone
   * @param position not over; left as it is
   * @param moves those of its legal moves whose priors will be asked, may be none; need not be kept
   */
  void stage(int slot, Position position, Moves moves);

  /**
   * Judges what is staged.
   *
   * @param count how many slots, from 0 on, at least 1; all of them staged since the last run
   */
  void run(int count);

  /**
   * Reads an answer.
   *
   * @param slot one that was run
   * @return the value of its position, as {@link Evaluator#value(Position)} gives it
   */
  float value(int slot);

  /**
   * Reads an answer.
   *
   * @param slot one that was run
   * @param into receives a probability for each of the moves that were staged, in their order, that add up to 1; at
   *     least as long. Without moves nothing is written
   */
  void priors(int slot, float[] into);
}
