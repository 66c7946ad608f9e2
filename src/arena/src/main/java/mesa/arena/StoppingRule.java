package mesa.arena;

import mesa.core.BadInputException;
import mesa.core.Spec;

/**
 * Ends a tournament as soon as enough is known. It sees pairs of games in the order of the schedule, whatever the order
 * in which they end, so that the verdict does not depend on how many are played at the same time. Games beyond the
 * deciding pair that have been played by then stay in the journal and count for nothing. Immutable.
 */
public interface StoppingRule {
  /**
   * Begins to watch a tournament.
   *
   * @return what sees its pairs, from the first one on; used by one thread at a time
   */
  Watcher watch();

  /** {@return the rule as {@link #parse} reads it; it goes into the journal} */
  @Override
  String toString();

  /** What a rule has seen of one tournament. */
  interface Watcher {
    /**
     * Looks at another pair. Not asked any more once a player is withdrawn and a game of the next pair will not be played.
     *
     * @param prefix all games up to this pair, in the order of the schedule, and none beyond; may be read during this call
     *     only
     * @param pair the last one
     * @return whether the tournament ends with it
     */
    boolean endsWith(Results prefix, PlayedPair pair);
  }

  /**
   * Reads a rule.
   *
   * @param text as {@link #toString} writes it
   * @return the rule
   * @throws BadInputException if it is none
   */
  static StoppingRule parse(String text) {
    Spec spec = Spec.parse(text);
    return switch (spec.name()) {
      case Sprt.NAME -> Sprt.of(spec);
      case IsoWidth.NAME -> IsoWidth.of(spec);
      default -> throw new BadInputException(
          "\"" + text + "\" is no rule by which a tournament ends; there are sprt:elo0=0,elo1=5 and iso:width=1.5");
    };
  }
}
