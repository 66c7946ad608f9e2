package mesa.games.hex;

import java.util.Locale;
import mesa.core.BadInputException;

/**
 * Reads and writes positions and moves. A position is its rows from the top, separated by slashes, with {@code x},
 * {@code o} and the number of empty cells between them, and the side to move: {@code 3x1/2o2/5/5/5 x}. A move is a
 * column letter and a row number counted from above: {@code a1} is the top left cell.
 */
final class Notation {
  private static final char[] MARKS = {'x', 'o'};

  private Notation() {}

  static String text(HexPosition position) {
    StringBuilder text = new StringBuilder();
    int size = position.board.size;
    for (int row = 0; row < size; row++) {
      text.append(row > 0 ? "/" : "");
      int empty = 0;
      for (int column = 0; column < size; column++) {
        char mark = mark(position, Cells.at(row, column));
        if (mark == '.') {
          empty++;
        } else {
          text.append(empty > 0 ? empty : "").append(mark);
          empty = 0;
        }
      }
      text.append(empty > 0 ? empty : "");
    }
    return text.append(' ').append(MARKS[position.sideToMove()]).toString();
  }

  /** Draws the rhombus: each row stands half a cell further right than the one above. */
  static String diagram(HexPosition position) {
    int size = position.board.size;
    StringBuilder drawing = new StringBuilder("   ");
    for (int column = 0; column < size; column++) {
      drawing.append(' ').append(letter(column));
    }
    for (int row = 0; row < size; row++) {
      drawing.append('\n').append(" ".repeat(row)).append(String.format("%2d ", row + 1));
      for (int column = 0; column < size; column++) {
        drawing.append(' ').append(mark(position, Cells.at(row, column)));
      }
    }
    return drawing.toString();
  }

  private static char mark(HexPosition position, int cell) {
    return Cells.has(position.stones(0), cell) ? MARKS[0] : Cells.has(position.stones(1), cell) ? MARKS[1] : '.';
  }

  private static char letter(int column) {
    return (char) ('a' + column);
  }

  static String cell(int cell) {
    return "" + letter(Cells.column(cell)) + (Cells.row(cell) + 1);
  }

  static int parseMove(String text, HexPosition position) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    long[] cells = position.board.cells;
    for (int cell = Cells.next(cells, 0); cell >= 0; cell = Cells.next(cells, cell + 1)) {
      if (cell(cell).equals(lower)) {
        boolean over = position.outcome().isOver();
        if (over || mark(position, cell) != '.') {
          throw new BadInputException("\"" + text + "\" is not legal in " + position.text() + ": "
              + (over ? "the game is over" : "the cell is taken"));
        }
        return cell;
      }
    }
    int last = position.board.size - 1;
    throw new BadInputException("\"" + text + "\" is no cell (in " + position.text()
        + "); cells run from a1, top left, to " + cell(Cells.at(last, last)) + ", bottom right");
  }

  static HexPosition parse(String text, Board board) {
    int size = board.size;
    int space = text.indexOf(' ');
    String[] rows = text.substring(0, Math.max(0, space)).split("/", -1);
    if (rows.length != size) {
      throw new BadInputException("\"" + text + "\" is no position; wanted are " + size
          + " rows of x, o and numbers of empty cells from the top, separated by slashes, and the side to move, as in \""
          + new HexPosition(board).text() + "\"");
    }
    long[][] stones = new long[2][Cells.WORDS];
    for (int row = 0; row < size; row++) {
      parseRow(rows[row], row, size, stones, text);
    }
    int side = switch (text.substring(space + 1)) {
      case "x" -> 0;
      case "o" -> 1;
      default -> throw new BadInputException("the side to move is x or o, not \"" + text.substring(space + 1)
          + "\" (in \"" + text + "\")");
    };
    checkReachable(stones, side, board, text);
    return new HexPosition(board, stones[0], stones[1], side);
  }

  private static void parseRow(String cells, int row, int size, long[][] stones, String text) {
    int column = 0;
    for (int at = 0; at < cells.length() && column <= size; at++) {
      char mark = cells.charAt(at);
      if (mark != '0' && isDigit(mark)) {
        int empty = mark - '0';
        while (at + 1 < cells.length() && isDigit(cells.charAt(at + 1)) && empty <= size) {
          empty = 10 * empty + cells.charAt(++at) - '0';
        }
        column += empty;
      } else if (mark == MARKS[0] || mark == MARKS[1]) {
        if (column < size) {
          Cells.add(stones[mark == MARKS[0] ? 0 : 1], Cells.at(row, column));
        }
        column++;
      } else {
        throw new BadInputException("\"" + mark + "\" in row " + (row + 1)
            + " is neither x nor o nor a number of empty cells (in \"" + text + "\")");
      }
    }
    if (column != size) {
      throw new BadInputException("row " + (row + 1) + ", \"" + cells + "\", has " + (column < size ? "less" : "more")
          + " than " + size + " cells (in \"" + text + "\")");
    }
  }

  private static boolean isDigit(char mark) {
    return mark >= '0' && mark <= '9';
  }

  private static void checkReachable(long[][] stones, int side, Board board, String text) {
    int first = Cells.count(stones[0]);
    int second = Cells.count(stones[1]);
    if (first - second != side) {
      throw new BadInputException("x moves first, so with " + MARKS[side] + " to move there are "
          + (side == 0 ? "as many x as o" : "one more x than o") + ", not " + first + " and " + second
          + " (in \"" + text + "\")");
    }
    Flood flood = new Flood(board);
    if (flood.joins(stones[side], side)) {
      throw new BadInputException(MARKS[side] + " has joined its edges, which ended the game before "
          + MARKS[side ^ 1] + " moved last (in \"" + text + "\")");
    }
    if (flood.joins(stones[side ^ 1], side ^ 1) && !hasLastMove(stones[side ^ 1], side ^ 1, flood)) {
      throw new BadInputException(MARKS[side ^ 1] + " had joined its edges before its last move, whichever that was"
          + " (in \"" + text + "\")");
    }
  }

  /** {@return whether there is a stone without which the edges are not joined} */
  private static boolean hasLastMove(long[] stones, int side, Flood flood) {
    for (int cell = Cells.next(stones, 0); cell >= 0; cell = Cells.next(stones, cell + 1)) {
      Cells.toggle(stones, cell);
      boolean joined = flood.joins(stones, side);
      Cells.toggle(stones, cell);
      if (!joined) {
        return true;
      }
    }
    return false;
  }
}
