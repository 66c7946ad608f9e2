package mesa.core;

import java.util.Locale;

/**
 * Thrown by a player that stands for something outside Mesa, such as an engine in a process of its own, when that fails.
 * It costs the player the game, under the name of the {@link Kind}, and no one else anything. The message is one line
 * that says who failed, and how.
 */
public final class PlayerFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The ways to fail. */
  public enum Kind {
    /** It could not be started, or was not ready in time: there is no game to lose yet. */
    START,
    /** It has ended, or can't be talked to any more. */
    CRASH,
    /** It does not answer, not even when told to. */
    STALL,
    /** It answers far too late, and only when told to. */
    TIME,
    /** It chose a move that is not legal. */
    ILLEGAL,
    /** Its answer could not be understood. */
    PROTOCOL;

    /** {@return the word for it in records} */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;

  /**
   * Makes a fault.
   *
   * @param kind how the player failed
   * @param message one line for the record
   */
  public PlayerFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** {@return how the player failed} */
  public Kind kind() {
    return kind;
  }
}
