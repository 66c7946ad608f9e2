package mesa.arena;

import java.util.Arrays;
import java.util.Locale;
import mesa.core.BadInputException;

/** What a flag costs that falls while the other side has no way left to win. */
public enum FlagRule {
  /** The game, as any flag does. */
  LOSS,
  /** Half of it: the game is drawn, as FIDE's Laws of Chess say (6.9), by what {@link mesa.core.Position#mayWin} can tell. */
  FIDE;

  /**
   * Reads a rule.
   *
   * @param word {@code loss} or {@code fide}
   * @return the rule
   * @throws BadInputException if it is neither
   */
  public static FlagRule parse(String word) {
    return Arrays.stream(values()).filter(rule -> rule.toString().equals(word)).findFirst().orElseThrow(() ->
        new BadInputException("\"" + word + "\" is no rule for flags; write loss, or fide for a draw where the other side "
            + "can't win any more"));
  }

  /** {@return the word that {@link #parse} reads} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
