package mesa.uci;

import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Position;

/** Reads {@code position} commands. */
final class PositionReader {
  private PositionReader() {}

  /**
   * Reads what follows {@code position}. All moves are made one after the other, so that what repeats is known.
   *
   * @param game that is played
   * @param words {@code startpos|fen TEXT [moves MOVE MOVE ...]}
   * @return the position
   * @throws BadInputException if there is no such position, or one of the moves is not legal
   */
  static Position read(Game game, Words words) {
    Position position;
    String kind = words.next();
    if ("startpos".equals(kind)) {
      position = game.start();
      String word = words.next();
      if (word != null && !word.equals("moves")) {
        throw new BadInputException("\"" + word + "\" after position startpos; moves follow the word moves");
      }
    } else if ("fen".equals(kind)) {
      StringBuilder text = new StringBuilder();
      for (String word = words.next(); word != null && !word.equals("moves"); word = words.next()) {
        text.append(text.isEmpty() ? "" : " ").append(word);
      }
      if (text.isEmpty()) {
        throw new BadInputException("no position after \"fen\"; write position fen TEXT, such as " + game.start().text());
      }
      position = game.parse(text.toString());
    } else {
      throw new BadInputException("write position startpos or position fen TEXT, either with moves MOVE MOVE ...");
    }
    for (String move = words.next(); move != null; move = words.next()) {
      position.make(position.parseMove(move));
    }
    return position;
  }
}
