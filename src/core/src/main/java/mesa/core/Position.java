package mesa.core;

/**
 * A state of play, changed in place by {@link #make} and {@link #unmake}. Not thread-safe: each thread takes a
 * {@link #copy}.
 *
 * <p>A move is an {@code int}, coded by its game, and means something only in a position where it is legal.
 */
public interface Position {
  /** {@return whose turn it is: 0 for the side that moves first in the game, 1 for the other; also defined when it is over} */
  int sideToMove();

  /**
   * Appends the legal moves, each once, in an order that depends on the position alone. Appends nothing once the game
   * is over.
   *
   * @param into receives the moves; what it held before stays
   */
  void legalMoves(Moves into);

  /**
   * Makes a move.
   *
   * @param move must be legal here: another leaves the position undefined (asserted where that is cheap)
   */
  void make(int move);

  /** Takes the last move back. There must be one since the start or the parsed text (asserted). */
  void unmake();

  /** {@return how the game stands; cheap enough to ask at every node} */
  Outcome outcome();

  /** {@return why the game is over, in the game's words, such as {@code stalemate}; empty while it goes on} */
  default String ending() {
    return outcome().isOver() ? outcome() == Outcome.DRAWN ? "draw" : "win" : "";
  }

  /**
   * Identifies the position. Two positions of one game whose future is the same have the same hash, and two that differ
   * have, with overwhelming odds, different ones. What only a rule about the past can tell apart (repetitions, move
   * counters) may be left out.
   *
   * @return 64 well-mixed bits
   */
  long hash();

  /**
   * {@return an independent copy, moves made and take-back included} Several threads may ask at the same time while none
   * changes this position.
   */
  Position copy();

  /** {@return how many moves were made since the start of the game or the parsed text} */
  int movesMade();

  /**
   * Looks back, for protocols and for encoders that see history.
   *
   * @param index in [0, {@link #movesMade}), oldest first
   * @return the move made there
   */
  int moveMade(int index);

  /**
   * {@return the number of the move that comes next as the game's people count, from 1: one for both sides together, and
   * going on from where the parsed text stood if it tells that; by default from the moves made}
   */
  default int moveNumber() {
    return movesMade() / 2 + 1;
  }

  /**
   * Counts what the game's own rule against going on without end counts: in chess the moves since the last capture or pawn
   * move.
   *
   * @return how many of the last moves have changed nothing for good; by default, for games that know no such thing, all
   */
  default int movesWithoutProgress() {
    return movesMade();
  }

  /**
   * Looks ahead to where the game's own rule against going on without end draws: in chess, 100 less {@link
   * #movesWithoutProgress}.
   *
   * @return after how many more moves that change nothing for good the game is drawn, at least 0; the greatest integer, as
   *     by default, if no rule counts moves, or if none has to, since the hash tells how many were made
   */
  default int movesToDraw() {
    return Integer.MAX_VALUE;
  }

  /**
   * Tells whether a side could still win if the other one helped it: where it could not, a flag that falls on the other side
   * may be worth a draw only.
   *
   * @param side 0 or 1
   * @return false where no series of legal moves brings that side a win, as far as can be told at sight; by default true
   */
  default boolean mayWin(int side) {
    return true;
  }

  /** {@return the position as text; {@link Game#parse} of it is an equal position, apart from the moves made} */
  String text();

  /**
   * Writes a move as the game's people do in protocols and records: {@code e2e4}, {@code b3}.
   *
   * @param move legal here
   * @return text that {@link #parseMove} reads back
   */
  String format(int move);

  /**
   * Reads a move as people write it; forgiving where that is safe.
   *
   * @param text such as {@code e2e4} or, in chess, {@code Nf3}
   * @return the legal move it names
   * @throws BadInputException if it names none or several; the message quotes it and the position
   */
  int parseMove(String text);

  /** {@return a drawing for a terminal: several lines of plain characters, no newline at the end} */
  String diagram();
}
