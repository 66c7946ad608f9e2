package mesa.arena;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Game;
import mesa.core.Position;

/**
 * Where games begin.
 *
 * @param start text of the first position, or null for the game's own
 * @param moves made from there before the players take over
 * @param text the moves as the game writes them, with spaces between
 * @param names what its source calls it, by the names that files of games have for such things; usually none
 */
record Opening(String start, int[] moves, String text, Map<String, String> names) {
  /** What the name of an opening is called in files of games. */
  static final String NAME = "Opening";

  /** Besides, a source may tell its code, and what follows the name. */
  static final List<String> TAGS = List.of("ECO", NAME, "Variation");

  /** Takes an opening that has no name. */
  Opening(String start, int[] moves, String text) {
    this(start, moves, text, Map.of());
  }

  /** {@return the same under a name; under none if it is blank} */
  Opening named(String name) {
    return name.isBlank() ? this : named(Map.of(NAME, name.strip()));
  }

  /** {@return the same under those of these tags that name it} */
  Opening named(Map<String, String> tags) {
    Map<String, String> known = new LinkedHashMap<>();
    TAGS.stream().filter(tags::containsKey).forEach(tag -> known.put(tag, tags.get(tag)));
    return new Opening(start, moves, text, known);
  }

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
