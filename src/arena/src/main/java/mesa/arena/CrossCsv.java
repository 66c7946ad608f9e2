package mesa.arena;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Who scored what against whom, as comma-separated values: a line and a column a player, best first. */
final class CrossCsv {
  private CrossCsv() {}

  static void write(Results results, Writer out) throws IOException {
    List<Standings.Row> rows = results.standings().rows();
    List<Object> heads = new ArrayList<>(List.of("rank", "player", "games", "points"));
    rows.forEach(row -> heads.add(row.player()));
    Csv.line(out, heads);
    for (Standings.Row row : rows) {
      List<Object> fields = new ArrayList<>(List.of(row.rank(), row.player(), row.games(), row.points()));
      rows.forEach(column -> fields.add(cell(results.standings(), row.index(), column.index())));
      Csv.line(out, fields);
    }
  }

  private static String cell(Standings standings, int player, int opponent) {
    String cell = StandingsText.cell(standings, player, opponent);
    return cell.equals("·") ? null : cell;
  }
}
