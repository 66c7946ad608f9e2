package mesa.core;

/** Makes a {@link Game} from its spec. Registered as the service {@code mesa.core.GameProvider}. */
public non-sealed interface GameProvider extends Provider {
  /**
   * Makes the game.
   *
   * @param spec with no other options than {@link #options}
   * @return the game; it may be shared
   * @throws BadInputException if an option's value makes no game
   */
  Game create(Spec spec);
}
