package mesa.core;

/** How a game's people keep finished games: for chess, PGN. Immutable and safe to share. */
public interface RecordFormat {
  /** {@return the ending of its files, without a dot, such as {@code pgn}} */
  String extension();

  /**
   * Writes one game.
   *
   * @param record a finished game; its moves are legal from its start
   * @return text that can be appended to a file of such games
   */
  String format(GameRecord record);
}
