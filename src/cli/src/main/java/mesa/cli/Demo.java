package mesa.cli;

import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Game;

/**
 * The demo tournament that a game ships as {@code demo.txt}: a first line {@code games=N openings=NAME}, then a player a
 * line, weakest first.
 *
 * @param games games a pairing, at least 1
 * @param openings name of an opening set, or empty for the start position
 * @param players specs, at least two
 */
record Demo(int games, String openings, List<String> players) {
  private static final String FILE = "demo.txt";

  /** {@return the demo of a game, or nothing if it ships none} */
  static Optional<Demo> of(Game game) {
    return ResourceLines.of(game, FILE).map(lines -> parse(game, lines));
  }

  private static Demo parse(Game game, List<String> lines) {
    int games = 0;
    String openings = "";
    for (String setting : lines.getFirst().split("\\s+")) {
      String value = setting.substring(setting.indexOf('=') + 1);
      if (setting.matches("games=[1-9]\\d{0,6}")) {
        games = Integer.parseInt(value);
      } else if (setting.startsWith("openings=")) {
        openings = value;
      } else {
        throw new BadInputException("\"" + setting + "\" is no setting (in " + FILE + " of " + game.name()
            + "); its first line is written games=N openings=NAME");
      }
    }
    if (games == 0 || lines.size() < 3) {
      throw new BadInputException(FILE + " of " + game.name() + " needs games=N and at least two players");
    }
    return new Demo(games, openings, lines.subList(1, lines.size()));
  }
}
