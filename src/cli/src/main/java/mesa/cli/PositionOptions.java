package mesa.cli;

import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Position;
import picocli.CommandLine.Option;

/** The options that say where to begin. */
final class PositionOptions {
  @Option(names = "--position", paramLabel = "TEXT",
      description = "Begin here, as the game writes positions (in quotes); default: the start of the game.")
  private String text;

  @Option(names = "--moves", paramLabel = "\"M M ...\"",
      description = "Make these moves first, as the game writes them.")
  private String moves = "";

  /** Sets up the position that was asked for. */
  Position of(Game game) {
    Position position = text == null ? game.start() : game.parse(text);
    if (!moves.isBlank()) {
      for (String move : moves.strip().split("\\s+")) {
        if (position.outcome().isOver()) {
          throw new BadInputException("\"" + move + "\" comes after the end of the game (in --moves \"" + moves + "\")");
        }
        position.make(position.parseMove(move));
      }
    }
    return position;
  }
}
