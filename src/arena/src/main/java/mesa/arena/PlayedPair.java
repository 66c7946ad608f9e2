package mesa.arena;

/**
 * Two games of the same players from the same opening with seats swapped, seen by the player that was entered first.
 *
 * @param first that player's index in {@link Results#players}
 * @param second the other's
 * @param opening index of the opening
 * @param asFirst doubled points of that player in seat 0, which moves first: 0, 1 or 2
 * @param asSecond the same for seat 1
 * @param asFirstHash of the moves of the game in which it moved first; equal for equal games
 * @param asSecondHash the same for the other game
 */
public record PlayedPair(
    int first, int second, int opening, int asFirst, int asSecond, long asFirstHash, long asSecondHash) {
  /** Takes both games, in either order. */
  static PlayedPair of(PlayedGame one, PlayedGame other) {
    PlayedGame swapped = one.first() < one.second() ? other : one;
    PlayedGame asNamed = swapped == one ? other : one;
    return new PlayedPair(asNamed.first(), asNamed.second(), asNamed.opening(), asNamed.doubledScore(),
        2 - swapped.doubledScore(), asNamed.hash(), swapped.hash());
  }
}
