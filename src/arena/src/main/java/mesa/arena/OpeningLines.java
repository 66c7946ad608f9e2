package mesa.arena;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Position;

/**
 * Reads openings from lines: moves from the start of the game, separated by spaces, or the text of a position, such as a
 * FEN. Empty lines are skipped; what follows {@code #} behind an opening is its name.
 */
final class OpeningLines {
  private OpeningLines() {}

  /**
   * Reads a list.
   *
   * @param game that is played
   * @param source names the list in messages
   * @param in its bytes
   * @return openings in its order
   * @throws BadInputException if a line is wrong; the message has its number
   */
  static List<Opening> read(Game game, String source, InputStream in) throws IOException {
    List<Opening> openings = new ArrayList<>();
    int number = 0;
    for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      String content = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!content.isEmpty()) {
        try {
          openings.add(opening(game, content).named(comment < 0 ? "" : line.substring(comment + 1)));
        } catch (BadInputException e) {
          throw new BadInputException(source + " line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return openings;
  }

  private static Opening opening(Game game, String line) {
    Opening opening = isPosition(game, line)
        ? new Opening(game.parse(line).text(), new int[0], "")
        : moves(game, line.split("\\s+"));
    if (opening.position(game).outcome().isOver()) {
      throw new BadInputException("\"" + line + "\" leaves nothing to play: the game is over");
    }
    return opening;
  }

  /** A line is taken as moves unless its first word is none and the whole is a position. */
  private static boolean isPosition(Game game, String line) {
    try {
      game.start().parseMove(line.split("\\s+", 2)[0]);
      return false;
    } catch (BadInputException notAMove) {
      try {
        game.parse(line);
        return true;
      } catch (BadInputException notAPosition) {
        return false;
      }
    }
  }

  private static Opening moves(Game game, String[] words) {
    Position position = game.start();
    int[] moves = new int[words.length];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      moves[i] = position.parseMove(words[i]);
      text.append(i == 0 ? "" : " ").append(position.format(moves[i]));
      position.make(moves[i]);
    }
    return new Opening(null, moves, text.toString());
  }
}
