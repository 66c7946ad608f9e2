package mesa.uci;

import java.util.Arrays;
import mesa.core.Position;

/** Writes {@code position} commands. A game's next one is the last one with a few moves more, and is made of it. */
final class PositionCommand {
  private final String usualStart;
  private final StringBuilder text = new StringBuilder();
  private int[] moves = {};
  private int count;
  private long hash;

  /**
   * Makes a writer.
   *
   * @param usualStart text of the position where games begin
   */
  PositionCommand(String usualStart) {
    this.usualStart = usualStart;
  }

  /**
   * Writes the command.
   *
   * @param position taken back and forth, and then as it was
   * @return {@code position startpos|fen TEXT [moves ...]}
   */
  String of(Position position) {
    int made = position.movesMade();
    int[] line = new int[made];
    for (int i = 0; i < made; i++) {
      line[i] = position.moveMade(i);
    }
    int common = count > 0 && made >= count && Arrays.equals(line, 0, count, moves, 0, count) ? count : 0;
    takeBack(position, common);
    if (common > 0 && position.hash() != hash) { // The same moves from somewhere else.
      common = 0;
      takeBack(position, 0);
    }
    if (common == 0) {
      String start = position.text();
      text.setLength(0);
      text.append(start.equals(usualStart) ? "position startpos" : "position fen " + start);
    }
    for (int i = common; i < made; i++) {
      text.append(i == 0 ? " moves " : " ").append(position.format(line[i]));
      position.make(line[i]);
    }
    moves = line;
    count = made;
    hash = position.hash();
    return text.toString();
  }

  private static void takeBack(Position position, int movesLeft) {
    while (position.movesMade() > movesLeft) {
      position.unmake();
    }
  }
}
