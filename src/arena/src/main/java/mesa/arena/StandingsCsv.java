package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Standings for spreadsheets and scripts: RFC 4180, with a point in numbers and an empty field where nothing is known. */
final class StandingsCsv {
  private static final List<String> HEADS = List.of(
      "rank", "player", "spec", "budget", "games", "wins", "draws", "losses", "points", "score", "rating_kind", "elo",
      "elo_low", "elo_high", "distinct_games", "moves", "nodes_per_move", "evals_per_move", "ticks_per_move",
      "ns_per_move", "cpu_ns_per_move", "bytes_per_move", "nodes", "evals", "ticks", "ns", "cpu_ns", "peak_bytes",
      "nodes_median", "nodes_p99", "ns_median", "ns_p99", "ns_most", "cpu_ns_median", "cpu_ns_p99");

  private StandingsCsv() {}

  private static final List<String> ACCURACY_HEADS = List.of("judged_moves", "optimal", "optimal_reach", "regret_per_move",
      "regret_reach", "unproved_moves", "forced_moves");

  /** {@return a line a player; with more columns where it is known how its moves compare with best play} */
  static String of(Standings standings, Accuracy accuracy) {
    List<String> heads = new ArrayList<>(HEADS);
    heads.addAll(accuracy == null ? List.of() : ACCURACY_HEADS);
    StringBuilder text = new StringBuilder(Csv.line(heads.toArray(String[]::new)));
    for (Standings.Row row : standings.rows()) {
      Rating rating = row.rating();
      boolean isEstimate = rating.kind() == Rating.Kind.INTERVAL || rating.kind() == Rating.Kind.POINT;
      Interval interval = rating.interval();
      boolean hasLow = interval != null && Double.isFinite(interval.low());
      boolean hasHigh = interval != null && Double.isFinite(interval.high());
      Cost cost = row.cost();
      String[] fields = {
        "" + row.rank(),
        row.player(),
        row.spec(),
        row.budget(),
        "" + row.games(),
        "" + row.wins(),
        "" + row.draws(),
        "" + row.losses(),
        "" + row.points(),
        number(row.score(), row.games() > 0),
        rating.kind().name().toLowerCase(Locale.ROOT),
        number(rating.elo(), isEstimate || rating.kind() == Rating.Kind.REFERENCE),
        number(hasLow ? interval.low() : 0, hasLow),
        number(hasHigh ? interval.high() : 0, hasHigh),
        "" + row.distinctGames(),
        "" + cost.moves(),
        perMove(cost.nodes(), cost),
        perMove(cost.evaluations(), cost),
        perMove(cost.ticks(), cost),
        perMove(cost.nanos(), cost),
        perMove(cost.cpuNanos(), cost),
        perMove(cost.bytes(), cost),
        "" + cost.nodes(),
        "" + cost.evaluations(),
        "" + cost.ticks(),
        "" + cost.nanos(),
        "" + cost.cpuNanos(),
        "" + cost.peakBytes(),
        quantile(row.nodes(), Quantiles::median),
        quantile(row.nodes(), Quantiles::p99),
        quantile(row.nanos(), Quantiles::median),
        quantile(row.nanos(), Quantiles::p99),
        quantile(row.nanos(), Quantiles::most),
        quantile(row.cpuNanos(), Quantiles::median),
        quantile(row.cpuNanos(), Quantiles::p99)
      };
      List<String> all = new ArrayList<>(List.of(fields));
      if (accuracy != null) {
        accuracy.row(row.player()).ifPresent(judged -> all.addAll(List.of("" + judged.judged(), number(judged.optimal()),
            number(judged.optimalReach()), number(judged.regret()), number(judged.regretReach()), "" + judged.unproved(),
            "" + judged.forced())));
      }
      text.append(Csv.line(all.toArray(String[]::new)));
    }
    return text.toString();
  }

  private static String perMove(long amount, Cost cost) {
    return number((double) amount / cost.moves(), cost.moves() > 0);
  }

  private static String quantile(Quantiles quantiles, ToLongFunction<Quantiles> which) {
    return quantiles == null ? "" : "" + which.applyAsLong(quantiles);
  }

  private static String number(double value) {
    return number(value, !Double.isNaN(value));
  }

  private static String number(double value, boolean known) {
    return known ? String.format(Locale.ROOT, "%.4f", value) : "";
  }
}
