package mesa.arena;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import mesa.core.Game;
import mesa.core.Position;

/**
 * The last positions of a journal's games, a line each: in the format in which the game's people keep positions, or else the
 * text of the position and, behind tabs, the result, why, who played and the game's id.
 */
final class FinalPositions {
  private static final List<String> RESULTS = List.of("0-1", "1/2-1/2", "1-0");

  private FinalPositions() {}

  static void write(GameIndex games, Game game, Writer out) throws IOException {
    games.forEach(played -> {
      Run run = games.run();
      Position position = last(played, game);
      List<String> comments = List.of(RESULTS.get(played.doubledScore()), played.why(), GamesCsv.label(run, played, 0),
          GamesCsv.label(run, played, 1));
      out.write(game.suiteFormat().map(format -> format.line(position, played.id(), comments))
          .orElseGet(() -> position.text() + "\t" + String.join("\t", comments) + "\t" + played.id()));
      out.write('\n');
    });
  }

  private static Position last(PlayedGame played, Game game) {
    Position position = played.start() == null ? game.start() : game.parse(played.start());
    if (!played.moves().isEmpty()) {
      for (String move : played.moves().split(" ")) {
        position.make(position.parseMove(move));
      }
    }
    return position;
  }
}
