package mesa.arena;

import java.util.ArrayList;
import java.util.List;

/** Lays out text in columns for a terminal. Columns of words are flush left, those of numbers flush right. */
final class TextTable {
  private final boolean[] flushLeft;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Starts a table.
   *
   * @param heads a column each; one that starts with {@code <} is flush left and loses that sign
   */
  TextTable(List<String> heads) {
    flushLeft = new boolean[heads.size()];
    List<String> names = new ArrayList<>();
    for (int column = 0; column < heads.size(); column++) {
      flushLeft[column] = heads.get(column).startsWith("<");
      names.add(flushLeft[column] ? heads.get(column).substring(1) : heads.get(column));
    }
    rows.add(names);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are heads
   */
  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** {@return the lines, each ended by a newline} */
  @Override
  public String toString() {
    int[] widths = new int[flushLeft.length];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? "" : "  ").append(flushLeft[column] ? cell + padding : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
