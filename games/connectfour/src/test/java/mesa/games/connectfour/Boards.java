package mesa.games.connectfour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/** Positions for tests, as texts. */
final class Boards {
  static final String START = "......./......./......./......./......./....... x";
  /** Six cells are left. */
  static final String NEARLY_FULL = rows("441365675334466335442232661515577771");
  /** The end of a game that nobody won. */
  static final String DRAWN = "ooxoxox/oxxxoxx/oxoxoxo/xoxooox/xoooxxo/xxoxoxo x";
  /** The last disc on the board makes four: d6. */
  static final String WON_AT_LAST = "xxxoxoo/xooxxoo/xoxooxx/oooxxox/xxxoxoo/oooxxox x";

  private Boards() {}

  /** {@return the text of the position after moves, a digit a column} */
  static String rows(String digits) {
    return ConnectFour.GAME.parse(digits).text();
  }

  /** {@return the text seen in a mirror} */
  static String mirrored(String text) {
    StringBuilder mirrored = new StringBuilder();
    for (String row : text.substring(0, text.length() - 2).split("/")) {
      mirrored.append(mirrored.isEmpty() ? "" : "/").append(new StringBuilder(row).reverse());
    }
    return mirrored + text.substring(text.length() - 2);
  }

  /** {@return a new position after random moves, fewer if the game would be over} */
  static ConnectFourPosition random(int plies, Rng rng) {
    Position position = ConnectFour.GAME.start();
    Moves moves = new Moves(Cells.COLUMNS);
    for (int ply = 0; ply < plies; ply++) {
      moves.clear();
      position.legalMoves(moves);
      position.make(moves.get(rng.below(moves.size())));
      if (position.outcome().isOver()) {
        position.unmake();
        break;
      }
    }
    return (ConnectFourPosition) position;
  }

  /** {@return lines of {@code solved.txt}: moves, exact score, moves that keep the result} */
  static List<String> solved() throws IOException {
    return lines("solved.txt");
  }

  /** {@return the lines of a resource, without comments and empty ones} */
  static List<String> lines(String resource) throws IOException {
    try (InputStream in = ConnectFour.GAME.resource(resource).orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
