package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** What players spent in all, and what their moves cost beyond the mean, for a terminal. */
final class CostTable {
  private final List<Standings.Row> rows;
  private final List<String> heads = new ArrayList<>(List.of("<Player", "Moves"));
  private final List<Function<Standings.Row, String>> cells =
      new ArrayList<>(List.of(Standings.Row::player, row -> count(row.cost().moves())));

  CostTable(Standings standings) {
    rows = standings.rows().stream().filter(row -> row.cost().moves() > 0).toList();
    sum("Nodes", Cost::nodes, CostTable::count);
    sum("Evals", Cost::evaluations, CostTable::count);
    sum("Ticks", Cost::ticks, CostTable::count);
    sum("CPU", Cost::cpuNanos, Amounts::time);
    sum("Pondered", Cost::ponderNanos, Amounts::time);
    sum("Time", Cost::nanos, Amounts::time);
    quantile("Nodes: median", Standings.Row::nodes, Quantiles::median, CostTable::count);
    quantile("p99", Standings.Row::nodes, Quantiles::p99, CostTable::count);
    quantile("CPU: median", Standings.Row::cpuNanos, Quantiles::median, Amounts::time);
    quantile("p99", Standings.Row::cpuNanos, Quantiles::p99, Amounts::time);
    quantile("Time: median", Standings.Row::nanos, Quantiles::median, Amounts::time);
    quantile("p99", Standings.Row::nanos, Quantiles::p99, Amounts::time);
    quantile("most", Standings.Row::nanos, Quantiles::most, Amounts::time);
    sum("Memory", Cost::peakBytes, Amounts::memory);
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Adds a column unless nobody has anything to stand in it. */
  private void sum(String head, ToLongFunction<Cost> amount, LongFunction<String> text) {
    if (rows.stream().anyMatch(row -> amount.applyAsLong(row.cost()) > 0)) {
      column(head, row -> {
        long value = amount.applyAsLong(row.cost());
        return value == 0 ? "–" : text.apply(value);
      });
    }
  }

  private void quantile(String head, Function<Standings.Row, Quantiles> quantiles, ToLongFunction<Quantiles> which,
      LongFunction<String> text) {
    if (rows.stream().anyMatch(row -> quantiles.apply(row) != null && quantiles.apply(row).most() > 0)) {
      column(head, row -> {
        Quantiles known = quantiles.apply(row);
        return known == null || known.most() == 0 ? "–" : text.apply(which.applyAsLong(known));
      });
    }
  }

  private void column(String head, Function<Standings.Row, String> cell) {
    heads.add(head);
    cells.add(cell);
  }

  /** {@return the table, empty if nobody has moved} */
  @Override
  public String toString() {
    if (rows.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable(heads);
    rows.forEach(row -> table.add(cells.stream().map(cell -> cell.apply(row)).toList()));
    return "Spent in all, by a move (median, 99 of 100), and at most:\n" + table;
  }
}
