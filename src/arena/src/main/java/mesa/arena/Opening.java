package mesa.arena;

import mesa.core.Game;
import mesa.core.Position;

/**
 * Where games begin.
 *
 * @param start text of the first position, or null for the game's own
 * @param moves made from there before the players take over
 * @param text the moves as the game writes them, with spaces between
 */
record Opening(String start, int[] moves, String text) {
  /** The start of the game. */
  static final Opening NONE = new Opening(null, new int[0], "");

  /** {@return a new position where the players take over} */
  Position position(Game game) {
    Position position = start == null ? game.start() : game.parse(start);
    for (int move : moves) {
      position.make(move);
    }
    return position;
  }
}
