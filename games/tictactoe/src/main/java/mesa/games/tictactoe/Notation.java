package mesa.games.tictactoe;

import java.util.Locale;
import mesa.core.BadInputException;
import mesa.core.Moves;

/**
 * Reads and writes positions and moves. A position is its rows from the top, {@code x}, {@code o} or {@code .} a cell,
 * and the side to move: {@code x.o/.x./..o x}. A move is a column letter and a row number counted from below, as on a
 * chessboard: {@code a1} is the bottom left cell, {@code c3} the top right one.
 */
final class Notation {
  private static final int SIZE = 3;
  private static final char[] MARKS = {'x', 'o'};
  private static final String FORM =
      "three rows of x, o and . from the top, and the side to move, such as \"x.o/.x./..o x\"";

  private Notation() {}

  static String text(TicTacToePosition position) {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < TicTacToePosition.CELLS; cell++) {
      if (cell > 0 && cell % SIZE == 0) {
        text.append('/');
      }
      text.append(mark(position, cell));
    }
    return text.append(' ').append(MARKS[position.sideToMove()]).toString();
  }

  static String diagram(TicTacToePosition position) {
    StringBuilder drawing = new StringBuilder();
    for (int cell = 0; cell < TicTacToePosition.CELLS; cell++) {
      if (cell % SIZE == 0) {
        drawing.append(SIZE - cell / SIZE).append(' ');
      }
      drawing.append(' ').append(mark(position, cell)).append(cell % SIZE == SIZE - 1 ? "\n" : "");
    }
    return drawing.append("   a b c").toString();
  }

  private static char mark(TicTacToePosition position, int cell) {
    return (position.cells(0) >> cell & 1) != 0 ? MARKS[0] : (position.cells(1) >> cell & 1) != 0 ? MARKS[1] : '.';
  }

  static String cell(int move) {
    return "" + (char) ('a' + move % SIZE) + (SIZE - move / SIZE);
  }

  static int parseMove(String text, TicTacToePosition position) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Moves legal = Moves.of(position);
    for (int move = 0; move < TicTacToePosition.CELLS; move++) {
      if (cell(move).equals(lower)) {
        if (legal.contains(move)) {
          return move;
        }
        throw new BadInputException("\"" + text + "\" is not legal in " + position.text() + ": "
            + (position.outcome().isOver() ? "the game is over" : "the cell is taken"));
      }
    }
    throw new BadInputException(
        "\"" + text + "\" is no cell (in " + position.text() + "); cells run from a1, bottom left, to c3, top right");
  }

  static TicTacToePosition parse(String text) {
    int space = text.indexOf(' ');
    String[] rows = text.substring(0, Math.max(0, space)).split("/", -1);
    if (rows.length != SIZE) {
      throw new BadInputException("\"" + text + "\" is no position; wanted are " + FORM);
    }
    int[] cells = new int[2];
    for (int row = 0; row < SIZE; row++) {
      if (rows[row].length() != SIZE) {
        throw new BadInputException("row " + (SIZE - row) + ", \"" + rows[row] + "\", has " + rows[row].length()
            + " cells instead of 3 (in \"" + text + "\")");
      }
      for (int column = 0; column < SIZE; column++) {
        int cell = SIZE * row + column;
        switch (rows[row].charAt(column)) {
          case 'x' -> cells[0] |= 1 << cell;
          case 'o' -> cells[1] |= 1 << cell;
          case '.' -> { }
          default -> throw new BadInputException("\"" + rows[row].charAt(column) + "\" on " + cell(cell)
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
    checkReachable(cells, side, text);
    return new TicTacToePosition(cells[0], cells[1], side);
  }

  private static void checkReachable(int[] cells, int side, String text) {
    int first = Integer.bitCount(cells[0]);
    int second = Integer.bitCount(cells[1]);
    if (first - second != side) {
      throw new BadInputException("x moves first, so with " + MARKS[side] + " to move there are "
          + (side == 0 ? "as many x as o" : "one more x than o") + ", not " + first + " and " + second
          + " (in \"" + text + "\")");
    }
    if (Lines.won(cells[side])) {
      throw new BadInputException(MARKS[side] + " has three in a row, which ended the game before "
          + MARKS[side ^ 1] + " moved last (in \"" + text + "\")");
    }
  }
}
