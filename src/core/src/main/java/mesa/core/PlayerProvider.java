package mesa.core;

import java.util.List;

/** Makes a {@link Player} from its spec. Registered as the service {@code mesa.core.PlayerProvider}. */
public non-sealed interface PlayerProvider extends Provider {
  /**
   * Says what it can play; several games may each bring a player of the same name.
   *
   * @param game any game
   * @return whether {@link #create} makes a player of it
   */
  default boolean plays(Game game) {
    return true;
  }

  /**
   * {@return the names of the budget options that bound its players; a spec with another one is refused, since nothing
   * would come of it. By default all, as for players that end by themselves}
   */
  default List<String> limits() {
    return Budget.options().stream().<String>map(Option::name).toList();
  }

  /** {@return what its players may spend on a move where a spec says nothing} */
  default Budget usualBudget() {
    return Budget.UNLIMITED;
  }

  /**
   * Makes a player.
   *
   * @param setup the game and the options
   * @return a new player, used by one thread at a time
   * @throws BadInputException if an option's value makes no player, such as a file that is not there
   */
  Player create(Setup setup);
}
