package mesa.games.connectfour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rules once more, slow and plain: a cell a char, and fours looked for by walking from the last disc. */
final class Grid {
  private static final int[][] DIRECTIONS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

  private final char[][] cells = new char[6][7];
  private final int[] heights = new int[7];
  private final List<Integer> moves = new ArrayList<>();

  Grid() {
    for (char[] row : cells) {
      Arrays.fill(row, '.');
    }
  }

  /** {@return the columns with room, from the left} */
  List<Integer> open() {
    return IntStream.range(0, 7).filter(column -> heights[column] < 6).boxed().toList();
  }

  void drop(int column) {
    cells[heights[column]++][column] = moves.size() % 2 == 0 ? 'x' : 'o';
    moves.add(column);
  }

  void lift() {
    int column = moves.removeLast();
    cells[--heights[column]][column] = '.';
  }

  /** {@return whether the last disc has made four or more in a row} */
  boolean isWon() {
    if (moves.isEmpty()) {
      return false;
    }
    int column = moves.getLast();
    int row = heights[column] - 1;
    for (int[] direction : DIRECTIONS) {
      if (1 + run(row, column, direction[0], direction[1]) + run(row, column, -direction[0], -direction[1]) >= 4) {
        return true;
      }
    }
    return false;
  }

  private int run(int row, int column, int up, int right) {
    int run = 0;
    for (int r = row + up, c = column + right; r >= 0 && r < 6 && c >= 0 && c < 7 && cells[r][c] == cells[row][column];
        r += up, c += right) {
      run++;
    }
    return run;
  }

  /** {@return sequences of so many moves from here} */
  long perft(int depth) {
    if (depth == 0) {
      return 1;
    }
    long sum = 0;
    for (int column : isWon() ? List.<Integer>of() : open()) {
      drop(column);
      sum += perft(depth - 1);
      lift();
    }
    return sum;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int row = 5; row >= 0; row--) {
      text.append(cells[row]).append(row > 0 ? "/" : "");
    }
    return text + (moves.size() % 2 == 0 ? " x" : " o");
  }
}
