package mesa.arena;

/**
 * Two players who meet.
 *
 * @param first index of the player named first, lower than the other
 * @param second index of the other
 */
public record Pairing(int first, int second) {
  /** {@return the pairing of two players, whichever was entered first} */
  static Pairing of(int player, int other) {
    return new Pairing(Math.min(player, other), Math.max(player, other));
  }

  /**
   * Names a pairing independently of the tournament around it, so that a player more or less changes no other game.
   *
   * @param spec canonical spec of one player
   * @param other canonical spec of the other
   * @return the two, sorted, with a newline between
   */
  static String key(String spec, String other) {
    return spec.compareTo(other) <= 0 ? spec + '\n' + other : other + '\n' + spec;
  }
}
