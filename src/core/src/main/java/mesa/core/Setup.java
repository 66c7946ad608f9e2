package mesa.core;

/**
 * What a provider makes a player or an evaluator from.
 *
 * @param game what it will play or judge
 * @param spec its name and options
 * @param registry for the evaluators and players that it is made of
 */
public record Setup(Game game, Spec spec, Registry registry) {
  /**
   * Reads an option.
   *
   * @param <T> what its values are
   * @param option one of the provider's own
   * @return its value, or the standard one, or null where there is none
   * @throws BadInputException if the value is malformed or out of range
   */
  public <T> T get(Option<T> option) {
    return spec.get(option);
  }

  /**
   * Makes the evaluator that an option names.
   *
   * @param option one of the provider's own
   * @return a new evaluator
   * @throws BadInputException if there is no such evaluator or one of its options is wrong
   */
  public Evaluator evaluator(Option<Spec> option) {
    return registry.evaluator(game, spec.get(option));
  }

  /**
   * Makes the player that an option names.
   *
   * @param option one of the provider's own
   * @return a new player, closed by the one that is made of it
   * @throws BadInputException if there is no such player or one of its options is wrong
   */
  public Player player(Option<Spec> option) {
    return registry.player(game, spec.get(option));
  }
}
