package mesa.arena;

import java.util.Locale;
import mesa.core.PlayerFault;

/** How a game came to its end. */
public enum End {
  /** By the rules of the game. */
  NORMAL("normal"),
  /** The referee called it off. */
  ADJUDICATED("adjudication"),
  /** A player's clock ran out. */
  TIME("time forfeit"),
  /** A player did not answer at all. */
  STALL("stalled connection"),
  /** A player threw an exception or an error, or its process ended. */
  CRASH("abandoned"),
  /** A player answered with a move that is not legal. */
  ILLEGAL("illegal move"),
  /** A player answered with nothing, or with nothing that can be understood. */
  PROTOCOL("illegal move"),
  /** A player spent more than its budget, where that is enforced. */
  BUDGET("rules infraction");

  private final String termination;

  End(String termination) {
    this.termination = termination;
  }

  /** {@return what a PGN file's Termination tag says} */
  public String termination() {
    return termination;
  }

  /** {@return whether a player failed, other than by losing on the board or on time} */
  public boolean isFault() {
    return this == STALL || this == CRASH || this == ILLEGAL || this == PROTOCOL || this == BUDGET;
  }

  /** {@return the word in the journal} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return what a game ends with when a player fails so; a player that can't even start loses no game} */
  static End of(PlayerFault.Kind kind) {
    return switch (kind) {
      case START, CRASH -> CRASH;
      case STALL -> STALL;
      case TIME -> TIME;
      case ILLEGAL -> ILLEGAL;
      case PROTOCOL -> PROTOCOL;
    };
  }

  static End parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
