package mesa.games.connectfour;

import java.util.Locale;
import mesa.core.BadInputException;
import mesa.core.Moves;

/**
 * Reads and writes positions and moves. A position is its rows from the top, {@code x}, {@code o} or {@code .} a cell,
 * and the side to move, such as {@code ......./......./......./......./...o.../...x... x}; the moves that lead to it from
 * the start are read too, as the field's test sets have them, a digit a column: {@code 44}. A move is the letter of its
 * column, {@code a} to {@code g}; its digit, 1 to 7, is read too.
 */
final class Notation {
  private static final char[] MARKS = {'x', 'o'};
  private static final String FORM = "six rows of x, o and . from the top, and the side to move, such as"
      + " \"......./......./......./......./...o.../...x... x\", or moves as digits, such as \"44\"";

  private Notation() {}

  static String text(ConnectFourPosition position) {
    StringBuilder text = new StringBuilder(Cells.COUNT + Cells.ROWS + 1);
    for (int row = Cells.ROWS - 1; row >= 0; row--) {
      for (int column = 0; column < Cells.COLUMNS; column++) {
        text.append(mark(position, column, row));
      }
      text.append(row > 0 ? '/' : ' ');
    }
    return text.append(MARKS[position.sideToMove()]).toString();
  }

  static String diagram(ConnectFourPosition position) {
    StringBuilder drawing = new StringBuilder();
    for (int row = Cells.ROWS - 1; row >= 0; row--) {
      drawing.append(row + 1).append(' ');
      for (int column = 0; column < Cells.COLUMNS; column++) {
        drawing.append(' ').append(mark(position, column, row));
      }
      drawing.append('\n');
    }
    return drawing.append("   a b c d e f g").toString();
  }

  private static char mark(ConnectFourPosition position, int column, int row) {
    long cell = Cells.foot(column) << row;
    return (position.discs(0) & cell) != 0 ? MARKS[0] : (position.discs(1) & cell) != 0 ? MARKS[1] : '.';
  }

  static String column(int move) {
    return String.valueOf((char) ('a' + move));
  }

  static int parseMove(String text, ConnectFourPosition position) {
    int move = columnOf(text.strip().toLowerCase(Locale.ROOT));
    if (move < 0) {
      throw new BadInputException(
          "\"" + text + "\" is no column (in " + position.text() + "); columns are a to g, or 1 to 7");
    }
    if (!Moves.of(position).contains(move)) {
      throw new BadInputException("\"" + text + "\" is not legal in " + position.text() + ": "
          + (position.outcome().isOver() ? "the game is over" : "the column is full"));
    }
    return move;
  }

  /** {@return the column that a letter or digit names, or -1} */
  private static int columnOf(String text) {
    if (text.length() != 1) {
      return -1;
    }
    int letter = text.charAt(0) - 'a';
    int digit = text.charAt(0) - '1';
    return letter >= 0 && letter < Cells.COLUMNS ? letter : digit >= 0 && digit < Cells.COLUMNS ? digit : -1;
  }

  static ConnectFourPosition parse(String text) {
    return text.matches("[1-7]+") ? afterMoves(text) : fromRows(text);
  }

  private static ConnectFourPosition afterMoves(String text) {
    ConnectFourPosition position = new ConnectFourPosition(0, 0);
    for (int i = 0; i < text.length(); i++) {
      int move = text.charAt(i) - '1';
      if (!Moves.of(position).contains(move)) {
        throw new BadInputException("move " + (i + 1) + ", \"" + text.charAt(i) + "\", comes "
            + (position.outcome().isOver() ? "after the end of the game" : "into a full column")
            + " (in \"" + text + "\")");
      }
      position.make(move);
    }
    return new ConnectFourPosition(position.discs(0), position.discs(1));
  }

  private static ConnectFourPosition fromRows(String text) {
    int space = text.indexOf(' ');
    String[] rows = text.substring(0, Math.max(0, space)).split("/", -1);
    if (rows.length != Cells.ROWS) {
      throw new BadInputException("\"" + text + "\" is no position; wanted are " + FORM);
    }
    long[] discs = new long[2];
    for (int row = Cells.ROWS - 1; row >= 0; row--) {
      String marks = rows[Cells.ROWS - 1 - row];
      if (marks.length() != Cells.COLUMNS) {
        throw new BadInputException("row " + (row + 1) + ", \"" + marks + "\", has " + marks.length()
            + " cells instead of 7 (in \"" + text + "\")");
      }
      for (int column = 0; column < Cells.COLUMNS; column++) {
        long cell = Cells.foot(column) << row;
        switch (marks.charAt(column)) {
          case 'x' -> discs[0] |= cell;
          case 'o' -> discs[1] |= cell;
          case '.' -> { }
          default -> throw new BadInputException("\"" + marks.charAt(column) + "\" on " + column(column) + (row + 1)
              + " is none of x, o and . (in \"" + text + "\")");
        }
      }
    }
    int side = switch (text.substring(space + 1)) {
      case "x" -> 0;
      case "o" -> 1;
      default -> throw new BadInputException("the side to move is x or o, not \"" + text.substring(space + 1)
          + "\" (in \"" + text + "\")");
    };
    String flaw = Reachability.flaw(discs[0], discs[1], side);
    if (flaw != null) {
      throw new BadInputException(flaw + " (in \"" + text + "\")");
    }
    return new ConnectFourPosition(discs[0], discs[1]);
  }
}
