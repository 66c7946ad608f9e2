package mesa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mesa.core.Analysis;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * A line of a search, in the game's notation; what a search does not tell is null.
 *
 * @param moves the principal variation
 * @param value the expected result for the side to move, in [-1, 1]
 * @param visits nodes below the first move
 * @param prior of that move
 * @param depth plies searched
 * @param proven win, draw or loss for the side to move, if that is certain
 * @param plies to that end; 0 where the search does not count them, as for draws
 */
record SearchLine(
    List<String> moves, Float value, Long visits, Float prior, Integer depth, String proven, Integer plies) {

  /** {@return the best lines, at most so many} */
  static List<SearchLine> of(Analysis analysis, Position position, int most) {
    return analysis.lines().stream().limit(most).map(line -> of(line, position)).toList();
  }

  private static SearchLine of(Analysis.Line line, Position root) {
    Position position = root.copy();
    List<String> moves = new ArrayList<>();
    for (int move : line.moves()) {
      moves.add(position.format(move));
      position.make(move);
    }
    boolean isProven = line.proven() != Outcome.ONGOING;
    return new SearchLine(
        moves,
        Float.isNaN(line.value()) ? null : line.value(),
        line.visits() < 0 ? null : line.visits(),
        Float.isNaN(line.prior()) ? null : line.prior(),
        line.depth() == 0 ? null : line.depth(),
        isProven ? List.of("loss", "draw", "win").get(1 + line.proven().valueFor(root.sideToMove())) : null,
        isProven ? line.plies() : null);
  }

  /** Prints lines as a table. */
  static void print(List<SearchLine> lines, PrintWriter out) {
    Table table = new Table("move", ">value", ">visits", ">prior", ">depth", "line");
    for (SearchLine line : lines) {
      String value = line.proven == null ? told("%+.3f", line.value)
          : line.plies == 0 ? line.proven : line.proven + " in " + line.plies;
      table.add(line.moves.getFirst(), value, told("%,d", line.visits), told("%.4f", line.prior),
          told("%d", line.depth), String.join(" ", line.moves));
    }
    table.print(out);
  }

  private static String told(String format, Object value) {
    return value == null ? "\u2013" : String.format(Locale.ROOT, format, value);
  }
}
