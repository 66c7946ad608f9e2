package mesa.arena;

/** Thrown for a player that could not be started: there was no game. */
final class StartFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int seat;

  StartFault(int seat, RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.seat = seat;
  }

  /** {@return who it is, 0 or 1} */
  int seat() {
    return seat;
  }
}
