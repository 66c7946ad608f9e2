package mesa.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import mesa.arena.Accuracy;
import mesa.arena.Audit;
import mesa.arena.BradleyTerry;
import mesa.arena.ComputeStudy;
import mesa.arena.Cost;
import mesa.arena.IsoStrength;
import mesa.arena.PairStatistics;
import mesa.arena.Parity;
import mesa.arena.Quantiles;
import mesa.arena.Results;
import mesa.arena.Standings;

/** Writes the page of a {@link RunReport}. */
final class RunPage {
  private static final double UNLIKELY = 0.01;

  private final Results results;
  private final Accuracy accuracy;
  private final Standings standings;
  private final List<String> names;
  private final StringBuilder html = new StringBuilder();

  /** Takes what is to be told; how moves compare with best play may be null. */
  RunPage(Results results, Accuracy accuracy) {
    this.results = results;
    this.accuracy = accuracy;
    standings = results.standings();
    names = results.players();
  }

  String html() {
    String title = escape(results.game()) + ": " + names.size() + " players";
    html.append("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        """).append("<title>Mesa: ").append(title).append("</title>\n<style>\n")
        .append(Resource.text("page.css")).append(Resource.text("run.css")).append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(title).append("</h1>\n");
    paragraph("", results.played() + " of " + results.scheduled() + " games have been played"
        + (results.isDecided() ? "; the test has ended the match." : "."));
    ratings();
    if (accuracy != null) {
      accuracy();
    }
    crossTable();
    compute();
    pairs();
    costs();
    audit();
    facts();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void ratings() {
    section("Ratings");
    html.append("<div class=\"scroll\">").append(RatingPlot.of(standings.rows())).append("</div>\n");
    head("#", "<player", "<budget", "games", "won", "drawn", "lost", "score", "Elo (95 %)", "distinct", "nodes", "evals", "ticks",
        "CPU", "time", "memory");
    for (Standings.Row row : standings.rows().stream().filter(each -> each.games() > 0).toList()) {
      Cost cost = row.cost();
      row("" + row.rank(), "<" + row.player(), "<" + row.budget(), "" + row.games(), "" + row.wins(), "" + row.draws(),
          "" + row.losses(), row.games() == 0 ? "–" : Quantity.percent(row.score()), row.rating().toString(),
          "" + row.distinctGames(), count(cost, Cost::nodes), count(cost, Cost::evaluations), count(cost, Cost::ticks),
          perMove(cost, Cost::cpuNanos), perMove(cost, Cost::nanos),
          cost.moves() == 0 ? "–" : Quantity.memory((double) cost.bytes() / cost.moves()));
    }
    end();
    paragraph("setup", "Elo is relative to the mean of the table; > and < are bounds of players that won or lost (nearly) all; "
        + "± ?: too few independent results to say how sure that is. Distinct: how many of the games differ. Nodes to memory: spent on a move; CPU is processor time, time is by the clock, "
        + "memory of Java's heap.");
    standings.fit().filter(fit -> fit.clusters() > 1).ifPresent(fit -> paragraph("", String.format(Locale.ROOT,
        "Moving first is worth %+.0f ± %.0f Elo.", fit.advantage(), fit.advantageReach())));
    standings.fit().map(BradleyTerry::agreement).filter(test -> test.chance() < UNLIKELY).ifPresent(test -> paragraph("",
        String.format(Locale.ROOT, "The ratings are but a summary: pairings disagree with them (chi-squared %.1f, %d degrees of "
            + "freedom, p %.2g). Look at the cross table first.", test.chiSquare(), test.degreesOfFreedom(), test.chance())));
  }

  private static String count(Cost cost, ToLongFunction<Cost> amount) {
    long sum = amount.applyAsLong(cost);
    return sum == 0 ? "–" : String.format(Locale.ROOT, sum < 100 * cost.moves() ? "%.1f" : "%,.0f", (double) sum / cost.moves());
  }

  private static String perMove(Cost cost, ToLongFunction<Cost> nanos) {
    return cost.moves() == 0 ? "–" : Quantity.time((double) nanos.applyAsLong(cost) / cost.moves());
  }

  private void costs() {
    section("What it cost");
    head("<player", "moves", "nodes", "CPU", "time", "nodes: median", "p99", "CPU: median", "p99", "time: median", "p99", "most",
        "memory");
    for (Standings.Row row : standings.rows().stream().filter(each -> each.cost().moves() > 0).toList()) {
      Cost cost = row.cost();
      row("<" + row.player(), number(cost.moves()), number(cost.nodes()), Quantity.time(cost.cpuNanos()), Quantity.time(cost.nanos()),
          quantile(row.nodes(), Quantiles::median, RunPage::number), quantile(row.nodes(), Quantiles::p99, RunPage::number),
          quantile(row.cpuNanos(), Quantiles::median, Quantity::time), quantile(row.cpuNanos(), Quantiles::p99, Quantity::time),
          quantile(row.nanos(), Quantiles::median, Quantity::time), quantile(row.nanos(), Quantiles::p99, Quantity::time),
          quantile(row.nanos(), Quantiles::most, Quantity::time),
          cost.peakBytes() == 0 ? "–" : Quantity.memory(cost.peakBytes()));
    }
    end();
    paragraph("setup", "First in all games together; then of a move, by its median, what 99 of 100 do not exceed, and the most. Memory "
        + "is the most at once: of an engine's process in main memory; of other players, as a bound, what making the player and one "
        + "move took of Java's heap.");
  }

  private static String number(long value) {
    return value == 0 ? "–" : String.format(Locale.ROOT, "%,d", value);
  }

  private static String quantile(Quantiles quantiles, ToLongFunction<Quantiles> which, LongFunction<String> text) {
    return quantiles == null || quantiles.most() == 0 ? "–" : text.apply(which.applyAsLong(quantiles));
  }

  private void accuracy() {
    section("Moves against best play");
    head("<player", "judged", "optimal", "± (95 %)", "regret a move", "± (95 %)", "not proved", "forced");
    for (Accuracy.Row row : accuracy.rows()) {
      row("<" + row.player(), number(row.judged()), share("%.1f %%", 100 * row.optimal()), share("%.1f %%", 100 * row.optimalReach()),
          share("%.4f", row.regret()), share("%.4f", row.regretReach()), number(row.unproved()), number(row.forced()));
    }
    end();
    paragraph("setup", escape("Proved by " + accuracy.solver() + " after the games. Optimal: keeps what the position is worth with best "
        + "play. Regret: points of the game given away. Moves of which not enough could be proved, and those without a choice, count "
        + "apart. Intervals are by the clusters of games that the ratings go by."));
  }

  private static String share(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  private void crossTable() {
    if (standings.crossTable().isEmpty()) {
      return;
    }
    section("Who scored what against whom");
    html.append("<div class=\"scroll\"><table class=\"cross\">\n<thead><tr><th>#</th><th>player</th>");
    standings.rows().forEach(row -> html.append("<th class=\"number\">").append(row.rank()).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (Standings.Row row : standings.rows()) {
      html.append("<tr><td>").append(row.rank()).append("</td><td>").append(escape(row.player())).append("</td>");
      standings.rows().forEach(column -> cross(row.index(), column.index()));
      html.append("</tr>\n");
    }
    end();
    paragraph("setup", "Won-drawn-lost by the player of the line, the deeper green the better, red the worse. Below: the chance to be "
        + "the stronger one by the games of all.");
  }

  private void cross(int player, int opponent) {
    Standings.Meeting meeting = standings.meetings().stream()
        .filter(each -> each.player() == player && each.opponent() == opponent
            || each.player() == opponent && each.opponent() == player)
        .findFirst().orElse(null);
    int games = meeting == null ? 0 : meeting.wins() + meeting.draws() + meeting.losses();
    if (games == 0) {
      html.append("<td class=\"number\">·</td>");
      return;
    }
    boolean isFirst = meeting.player() == player;
    int wins = isFirst ? meeting.wins() : meeting.losses();
    int losses = isFirst ? meeting.losses() : meeting.wins();
    double lead = (double) (wins - losses) / games;
    html.append(String.format(Locale.ROOT, "<td class=\"number\" style=\"background:rgba(%s,%.2f)\">%d-%d-%d",
        lead >= 0 ? "0,158,115" : "213,94,0", 0.45 * Math.abs(lead), wins, meeting.draws(), losses));
    standings.difference(player, opponent).filter(difference -> !Double.isNaN(difference.superiority()))
        .ifPresent(difference -> html.append("<br><small>").append(Quantity.percent(difference.superiority())).append("</small>"));
    html.append("</td>");
  }

  private void pairs() {
    boolean isPaired = standings.meetings().stream().allMatch(meeting -> meeting.pairs().gamesPerUnit() > 1);
    section(isPaired ? "Pairs of games with the same opening" : "Games of each two players");
    List<String> heads = new ArrayList<>(List.of("<player", "<opponent"));
    heads.addAll(isPaired ? List.of("0", "½", "1", "1½", "2") : List.of("lost", "drawn", "won"));
    heads.addAll(List.of("score", "Elo", "95 %", "normalized Elo", "stronger", isPaired ? "pairs" : "games", "independent",
        "<by"));
    head(heads.toArray(String[]::new));
    for (Standings.Meeting meeting : standings.meetings()) {
      PairStatistics pairs = meeting.pairs();
      if (pairs.units() > 0) {
        int[] counts = pairs.counts();
        boolean isOpen = pairs.variance() > 0;
        List<String> cells = new ArrayList<>(List.of("<" + names.get(meeting.player()), "<" + names.get(meeting.opponent())));
        Arrays.stream(counts).forEach(count -> cells.add("" + count));
        cells.addAll(List.of(Quantity.percent(pairs.score()),
            pairs.score() > 0 && pairs.score() < 1 ? String.format(Locale.ROOT, "%+.1f", pairs.elo()) : "–",
            pairs.interval().map(Object::toString).orElse("–"),
            isOpen ? String.format(Locale.ROOT, "%+.1f ± %.1f", pairs.normalizedElo(), pairs.normalizedEloError()) : "–",
            Double.isNaN(pairs.clusteredSuperiority()) ? "–" : Quantity.percent(pairs.clusteredSuperiority()),
            "" + pairs.units(), "" + pairs.clusters(), "<" + meeting.clusters()));
        row(cells.toArray(String[]::new));
      }
    }
    end();
    paragraph("setup", (isPaired ? "How many pairs brought the player so many points. " : "")
        + "Independent: copies of games, or repeated openings, count as one; the interval rests on these.");
    results.sprt().ifPresent(run -> paragraph("", escape(run.sprt().title() + ": " + run) + "."));
    Parity.of(results).ifPresent(parity -> paragraph("", escape(parity.text())));
  }

  private void compute() {
    IsoStrength.of(results).ifPresent(iso -> {
      section("Equal strength");
      iso.text().lines().forEach(line -> paragraph("", escape(line)));
    });
    ComputeStudy.of(results).ifPresent(study -> compute("What compute buys", study));
    if (IsoStrength.of(results).isEmpty()) {
      ComputeStudy.byCpu(results).ifPresent(study -> compute("What processor time buys", study));
    }
  }

  private void compute(String heading, ComputeStudy study) {
    section(heading);
    html.append("<div class=\"scroll\">").append(LadderPlot.of(study, standings)).append("</div>\n");
    head("<player", "budgets", "Elo per doubling", "95 %", "bend", "p", "furthest off the line");
    for (ComputeStudy.Ladder ladder : study.ladders()) {
      double off = ladder.rungs().stream().mapToDouble(rung -> Math.abs(rung.residual())).filter(Double::isFinite).max().orElse(0);
      row("<" + ladder.player(), ladder.rungs().stream().map(rung -> budget(study, rung.budget())).collect(Collectors.joining(" ")),
          String.format(Locale.ROOT, "%+.0f", ladder.perDoubling().value()), finite(ladder.perDoubling().interval().toString()),
          ladder.bend() == null ? "–" : String.format(Locale.ROOT, "%+.1f", ladder.bend().value()),
          ladder.bend() == null ? "–" : finite(String.format(Locale.ROOT, "%.3f", ladder.bend().chanceIfZero())),
          String.format(Locale.ROOT, "%.0f Elo", off));
    }
    end();
    if (!study.equalities().isEmpty() && IsoStrength.of(results).isEmpty()) {
      study.text().lines().filter(line -> line.startsWith("  As strong")).forEach(line -> paragraph("", escape(line.strip())));
    }
  }

  private static String finite(String text) {
    return text.contains("NaN") ? "–" : text;
  }

  private static String budget(ComputeStudy study, long budget) {
    return study.unit().equals("time") || study.unit().equals("cpu") ? Quantity.time(budget) : "" + budget;
  }

  private void audit() {
    section("Audit");
    List<Audit.Finding> findings = Audit.of(results).findings();
    if (findings.isEmpty()) {
      paragraph("", "Everybody kept to their budgets.");
      return;
    }
    html.append("<ul>\n");
    for (Audit.Finding finding : findings) {
      html.append("<li").append(finding.isViolation() ? " class=\"violation\"" : "").append("><b>")
          .append(escape(names.get(finding.player()))).append("</b> ").append(escape(finding.text())).append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
  }

  private void facts() {
    html.append("<footer><dl>\n");
    for (Map.Entry<String, String> fact : results.facts().entrySet()) {
      html.append("<dt>").append(escape(fact.getKey())).append("</dt><dd>").append(escape(fact.getValue())).append("</dd>\n");
    }
    html.append("</dl></footer>\n");
  }

  private void section(String heading) {
    html.append("<section>\n<h2>").append(heading).append("</h2>\n");
  }

  private void paragraph(String kind, String text) {
    html.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">").append(text).append("</p>\n");
  }

  /** Begins a table; a heading that starts with {@code <} is of words. */
  private void head(String... headings) {
    html.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (String heading : headings) {
      html.append(heading.startsWith("<") ? "<th>" + heading.substring(1) : "<th class=\"number\">" + heading).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      boolean isWords = cell.startsWith("<") && !cell.startsWith("< ");
      html.append(isWords ? "<td>" + escape(cell.substring(1)) : "<td class=\"number\">" + escape(cell)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void end() {
    html.append("</tbody></table></div>\n");
  }

  private static String escape(String text) {
    return Svg.escape(text);
  }
}
