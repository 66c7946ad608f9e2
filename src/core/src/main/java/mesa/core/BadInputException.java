package mesa.core;

/**
 * Something that a user typed or supplied is wrong: a spec, a position, a move, a file. The message is one line that
 * quotes the input and says what would be right; programs print it without a stack trace.
 */
public final class BadInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message one line for the user
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * Makes an exception that another one led to.
   *
   * @param message one line for the user
   * @param cause kept for logs
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
