package mesa.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Writes the page of a {@link TradeoffReport}: text and tables here, looks in {@code page.css}, plots in
 * {@code tradeoff.js}, which draws the data embedded in the page with the ECharts embedded in the page.
 */
final class TradeoffPage {
  private static final String ECHARTS = "/META-INF/maven/org.webjars/echarts/pom.properties";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Figure> figures;
  private final Set<String> setups;

  TradeoffPage(List<Figure> figures, Set<String> setups) {
    this.figures = figures;
    this.setups = setups;
  }

  String html() {
    StringBuilder html = new StringBuilder();
    html.append("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
        <title>Mesa: strength beside compute</title>
        <style>
        """).append(Resource.text("page.css")).append("""
        </style>
        </head>
        <body>
        <main>
        <h1>Strength beside compute</h1>
        <p>A point is one player with one budget, a line one kind of player over its ladder of budgets, whose first and last
        are written at its ends. Across: the mean time of a decision, on a logarithmic scale. Up: in what share of positions
        the player, asked once, chose one of the best moves. Bars: the fastest and the slowest iteration across, the 95 % interval of the share up (Wilson's, the positions
        taken for a sample). The grey steps are the Pareto frontier: to what a hollow symbol stands for, nothing here was both
        as quick and as strong.</p>
        """);
    setups.forEach(setup -> html.append("<p class=\"setup\">Measured on ").append(escape(setup)).append(".</p>\n"));
    for (int i = 0; i < figures.size(); i++) {
      append(figures.get(i), i, html);
    }
    html.append("""
        <footer>Times are those of one machine, and only ratios inside one run mean something; shares do not depend on the
        machine. Plots by Apache ECharts.</footer>
        </main>
        """);
    script("type=\"application/json\" id=\"data\"", json(), html);
    script("", echarts(), html);
    script("", Resource.text("tradeoff.js"), html);
    return html.append("</body>\n</html>\n").toString();
  }

  private static void script(String attributes, String content, StringBuilder html) {
    html.append("<script ").append(attributes).append(">\n").append(content).append("\n</script>\n");
  }

  private static void append(Figure figure, int number, StringBuilder html) {
    html.append("<section>\n<h2>").append(escape(figure.game())).append("</h2>\n")
        .append("<div class=\"plot\" id=\"plot").append(number).append("\" role=\"img\" aria-label=\"")
        .append(escape(figure.game())).append(": share of best moves against time a decision; the table has the figures\">")
        .append("</div>\n")
        .append("""
            <div class="scroll"><table>
            <thead><tr><th></th><th>player</th><th>budget</th><th class="number">time a decision</th>
            <th class="number">iterations</th><th class="number">allocated</th><th class="number">best moves</th>
            <th class="number">share</th><th class="number">95 % interval</th></tr></thead>
            <tbody>
            """);
    Set<Trial> frontier = new HashSet<>(figure.frontier());
    figure.lines().stream().flatMap(line -> line.trials().stream()).sorted(Comparator.comparingDouble(Trial::nanos))
        .forEach(trial -> append(trial, frontier.contains(trial), html));
    html.append("""
        </tbody></table></div>
        <p class="setup">Quickest player first; ◇ is on the Pareto frontier. Asked were positions in which not every move is
        best. Iterations: the mean time of the fastest and of the slowest. Allocated: – where JMH ran without -prof gc.</p>
        </section>
        """);
  }

  private static void append(Trial trial, boolean isOnFrontier, StringBuilder html) {
    html.append(isOnFrontier ? "<tr class=\"frontier\">" : "<tr>");
    cell("", isOnFrontier ? "<span title=\"on the Pareto frontier\">◇</span>" : "", html);
    cell("", escape(trial.kind()), html);
    cell("", escape(trial.budget()), html);
    cell("number", Quantity.time(trial.nanos()), html);
    cell("number", Quantity.time(trial.fastestNanos()) + " – " + Quantity.time(trial.slowestNanos()), html);
    cell("number", Quantity.memory(trial.bytes()), html);
    cell("number", trial.optimal() + " of " + trial.asked(), html);
    cell("number", Quantity.percent(trial.share()), html);
    cell("number", interval(trial), html);
    html.append("</tr>\n");
  }

  private static void cell(String kind, String content, StringBuilder html) {
    html.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">").append(content).append("</td>");
  }

  private static String interval(Trial trial) {
    ConfidenceInterval interval = trial.interval();
    return Quantity.percent(interval.getLowerBound()).replace(" %", "") + " – " + Quantity.percent(interval.getUpperBound());
  }

  /** {@return what the script draws; without any {@code <}, so that nothing in it can end the script's element} */
  private String json() {
    try {
      return MAPPER.writeValueAsString(figures.stream().map(TradeoffPage::data).toList()).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> data(Figure figure) {
    Set<Trial> frontier = new HashSet<>(figure.frontier());
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Figure.Line line : figure.lines()) {
      lines.add(Map.of("kind", line.kind(), "style", line.style(),
          "points", line.trials().stream().map(trial -> point(trial, frontier.contains(trial))).toList()));
    }
    return Map.of("game", figure.game(), "lines", lines, "frontier",
        figure.frontier().stream().map(trial -> List.of(trial.nanos(), trial.share())).toList());
  }

  private static Map<String, Object> point(Trial trial, boolean isOnFrontier) {
    ConfidenceInterval interval = trial.interval();
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("x", trial.nanos());
    point.put("y", trial.share());
    point.put("low", interval.getLowerBound());
    point.put("high", interval.getUpperBound());
    point.put("fastest", trial.fastestNanos());
    point.put("slowest", trial.slowestNanos());
    point.put("frontier", isOnFrontier);
    point.put("budget", trial.budget());
    point.put("facts", List.of(
        List.of("time", Quantity.time(trial.nanos())),
        List.of("allocated", Quantity.memory(trial.bytes())),
        List.of("best moves", trial.optimal() + " of " + trial.asked() + ", " + Quantity.percent(trial.share())),
        List.of("95 %", interval(trial))));
    return point;
  }

  private static String escape(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }

  private static String echarts() {
    try (InputStream in = TradeoffPage.class.getResourceAsStream(ECHARTS)) {
      Properties properties = new Properties();
      properties.load(in);
      String version = properties.getProperty("version");
      return Resource.text("/META-INF/resources/webjars/echarts/" + version + "/echarts.min.js");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
