package mesa.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.arena.ComputeStudy;
import mesa.arena.Rating;
import mesa.arena.Standings;

/** Elo against the logarithm of budgets: a colour for each kind of player, its ratings with intervals and its line. */
final class LadderPlot {
  private static final double LEFT = 64;
  private static final double RIGHT = 640;
  private static final double TOP = 12;
  private static final double BOTTOM = 320;
  private static final double LETTER = 6.8;
  private static final int COLOURS = 8;
  private static final double LOG2 = Math.log(2);

  private LadderPlot() {}

  static String of(ComputeStudy study, Standings standings) {
    Map<Integer, Rating> ratings = new LinkedHashMap<>();
    standings.rows().forEach(row -> ratings.put(row.index(), row.rating()));
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (ComputeStudy.Ladder ladder : study.ladders()) {
      for (ComputeStudy.Rung rung : ladder.rungs()) {
        if (!Double.isNaN(rung.elo())) {
          xs.add(log2(rung.budget()));
          ys.add(rung.elo() - rung.residual());
          Rating rating = ratings.get(rung.index());
          ys.add(rating.interval() == null ? rating.elo() : rating.interval().low());
          ys.add(rating.interval() == null ? rating.elo() : rating.interval().high());
        }
      }
    }
    if (xs.isEmpty()) {
      return "";
    }
    Scale across = new Scale(min(xs) - 0.3, max(xs) + 0.3, 1, LEFT, RIGHT);
    Scale up = Scale.over(min(ys), max(ys), 6, BOTTOM, TOP);
    int longest = study.ladders().stream().mapToInt(ladder -> ladder.player().length()).max().orElse(0);
    Svg svg = new Svg(RIGHT + 40 + LETTER * longest, BOTTOM + 48, "Elo against " + study.unit() + "; the table has the figures");
    axes(study, across, up, svg);
    for (int i = 0; i < study.ladders().size(); i++) {
      draw(study.ladders().get(i), i, ratings, across, up, svg);
    }
    return svg.toString();
  }

  private static void axes(ComputeStudy study, Scale across, Scale up, Svg svg) {
    for (double tick : up.ticks()) {
      svg.line(LEFT, up.pixel(tick), RIGHT, up.pixel(tick), "grid")
          .text(LEFT - 8, up.pixel(tick) + 4, "end", RatingPlot.number(tick), "tick");
    }
    double last = Double.NEGATIVE_INFINITY;
    for (double budget : study.ladders().stream().flatMap(ladder -> ladder.rungs().stream())
        .mapToDouble(ComputeStudy.Rung::budget).distinct().sorted().toArray()) {
      double x = across.pixel(log2(budget));
      svg.line(x, TOP, x, BOTTOM, "grid");
      String text = study.unit().equals("time") || study.unit().equals("cpu") ? Quantity.time(budget) : "%.0f".formatted(budget);
      if (x - last > LETTER * text.length() + 6) {
        svg.text(x, BOTTOM + 18, "middle", text, "tick");
        last = x;
      }
    }
    svg.text((LEFT + RIGHT) / 2, BOTTOM + 38, "middle", (study.unit().equals("cpu") ? "processor time" : study.unit()) + " a move (logarithmic)", "axis");
  }

  private static void draw(
      ComputeStudy.Ladder ladder, int number, Map<Integer, Rating> ratings, Scale across, Scale up, Svg svg) {
    String colour = " c" + number % COLOURS;
    StringBuilder path = new StringBuilder();
    double end = Double.NaN;
    for (ComputeStudy.Rung rung : ladder.rungs()) {
      if (Double.isNaN(rung.elo())) {
        continue;
      }
      double x = across.pixel(log2(rung.budget()));
      Rating rating = ratings.get(rung.index());
      if (rating.interval() != null) {
        svg.line(x, up.pixel(rating.interval().low()), x, up.pixel(rating.interval().high()), "bar" + colour);
      }
      svg.dot(x, up.pixel(rung.elo()), 4, "dot" + colour, ladder.player() + ", " + rung.budget() + ": " + rating);
      end = up.pixel(rung.elo() - rung.residual());
      path.append(Svg.point(path.isEmpty() ? 'M' : 'L', x, end));
    }
    if (!path.isEmpty()) {
      svg.path(path.toString(), "fit" + colour).text(RIGHT + 10, end + 4, "start", ladder.player(), "label" + colour);
    }
  }

  private static double log2(double value) {
    return Math.log(value) / LOG2;
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
