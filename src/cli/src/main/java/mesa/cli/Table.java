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
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(GAP).append(padded(row.get(column), column));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private String padded(String cell, int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    String space = " ".repeat(width - cell.length());
    return headings.get(column).startsWith(RIGHT) ? space + cell : cell + space;
  }
}
