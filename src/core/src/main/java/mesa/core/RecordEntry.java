package mesa.core;

/** What stands in one place of a file of games: a game, or what can't be read as one. */
public sealed interface RecordEntry {
  /** {@return a line of the file, counted from 1: where a game begins, or where a broken one goes wrong} */
  long line();

  /**
   * A game whose moves are all legal.
   *
   * @param line where it begins
   * @param game what was read
   */
  record Whole(long line, GameRecord game) implements RecordEntry {}

  /**
   * A game that is left out.
   *
   * @param line where it goes wrong
   * @param message what was read there and why it is wrong, in one line
   */
  record Broken(long line, String message) implements RecordEntry {}
}
