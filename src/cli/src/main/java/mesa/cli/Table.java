package mesa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of plain text, whose columns are as wide as they need to be. */
final class Table {
  private static final String GAP = "  ";
  private static final String RIGHT = ">";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param headings one for each column; a leading {@code >}, which is not shown, sets its column to the right
   */
  Table(String... headings) {
    this.headings = List.of(headings);
    rows.add(Stream.of(headings).map(heading -> heading.startsWith(RIGHT) ? heading.substring(1) : heading).toList());
  }

  /**
   * Appends a row.
   *
   * @param cells one for each heading
   */
  void add(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + headings.size() + " columns");
    }
    rows.add(Stream.of(cells).map(Object::toString).toList());
  }

  /**
   * Writes the headings and all rows, each indented by two spaces.
   *
   * @param out where to
   */
  void print(PrintWriter out) {
    int[] widths = new int[headings.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - cell.length());
        line.append(GAP).append(headings.get(column).startsWith(RIGHT) ? space + cell : cell + space);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
