package mesa.report;

import java.util.List;
import java.util.stream.DoubleStream;
import mesa.arena.Rating;
import mesa.arena.Standings;

/** The ratings as dots with their intervals, best player on top; a bound is an arrow. */
final class RatingPlot {
  private static final double ROW = 24;
  private static final double TOP = 8;
  private static final double LETTER = 6.6;
  private static final double PLOT = 560;
  private static final double TAIL = 90;

  private RatingPlot() {}

  static String of(List<Standings.Row> rows) {
    List<Standings.Row> rated = rows.stream().filter(row -> row.rating().kind() != Rating.Kind.NONE).toList();
    if (rated.isEmpty()) {
      return "";
    }
    double left = 16 + LETTER * rated.stream().mapToInt(row -> row.player().length()).max().orElse(0);
    double[] values = rated.stream().flatMapToDouble(row -> values(row.rating())).filter(Double::isFinite).toArray();
    Scale scale = Scale.over(DoubleStream.of(values).min().orElse(0) - 1, DoubleStream.of(values).max().orElse(0) + 1, 8,
        left, left + PLOT);
    double bottom = TOP + ROW * rated.size();
    Svg svg = new Svg(left + PLOT + TAIL, bottom + 40, "Elo of the players with 95 % intervals; the table has the figures");
    for (double tick : scale.ticks()) {
      svg.line(scale.pixel(tick), TOP, scale.pixel(tick), bottom, "grid")
          .text(scale.pixel(tick), bottom + 16, "middle", number(tick), "tick");
    }
    svg.text(left + PLOT / 2, bottom + 34, "middle", "Elo", "axis");
    double y = TOP + ROW / 2;
    for (Standings.Row row : rated) {
      svg.text(left - 10, y + 4, "end", row.player(), "label");
      draw(row.rating(), scale, y, svg);
      svg.text(left + PLOT + 10, y + 4, "start", row.rating().toString(), "tick");
      y += ROW;
    }
    return svg.toString();
  }

  private static DoubleStream values(Rating rating) {
    return rating.interval() == null
        ? DoubleStream.of(rating.elo())
        : DoubleStream.of(rating.elo(), rating.interval().low(), rating.interval().high());
  }

  private static void draw(Rating rating, Scale scale, double y, Svg svg) {
    double x = scale.pixel(rating.elo());
    switch (rating.kind()) {
      case INTERVAL -> {
        double low = scale.pixel(rating.interval().low());
        double high = scale.pixel(rating.interval().high());
        svg.line(low, y, high, y, "bar").line(low, y - 4, low, y + 4, "bar").line(high, y - 4, high, y + 4, "bar");
      }
      case ABOVE -> svg.line(x, y, scale.to(), y, "bar").line(x, y - 5, x, y + 5, "bar").head(scale.to() - 6, y, 1, "dot");
      case BELOW -> svg.line(scale.from(), y, x, y, "bar").line(x, y - 5, x, y + 5, "bar").head(scale.from() + 6, y, -1, "dot");
      case POINT, REFERENCE, NONE -> { }
    }
    if (rating.kind() != Rating.Kind.ABOVE && rating.kind() != Rating.Kind.BELOW) {
      svg.dot(x, y, 4, rating.kind() == Rating.Kind.REFERENCE ? "hollow" : "dot", rating.toString());
    }
  }

  static String number(double value) {
    return "%+.0f".formatted(value).replaceFirst("^[+-]0$", "0");
  }
}
