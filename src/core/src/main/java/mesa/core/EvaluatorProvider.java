package mesa.core;

/** Makes an {@link Evaluator} from its spec. Registered as the service {@code mesa.core.EvaluatorProvider}. */
public non-sealed interface EvaluatorProvider extends Provider {
  /**
   * Says what it can judge; several games may each bring an evaluator of the same name.
   *
   * @param game any game
   * @return whether {@link #create} makes an evaluator for it
   */
  default boolean judges(Game game) {
    return true;
  }

  /**
   * Makes an evaluator.
   *
   * @param setup the game and the options
   * @return a new evaluator, used by one thread at a time
   * @throws BadInputException if an option's value makes no evaluator, such as a file that is not there
   */
  Evaluator create(Setup setup);
}
