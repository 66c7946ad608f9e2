package mesa.report;

import java.util.Locale;
import org.apache.commons.text.StringEscapeUtils;

/** A drawing under way, in pixels from the top left corner. Colours come from the page's style, by the names of classes. */
final class Svg {
  private final StringBuilder svg = new StringBuilder();

  Svg(double width, double height, String description) {
    svg.append(format("<svg viewBox=\"0 0 %s %s\" style=\"max-width:%spx\" role=\"img\" aria-label=\"", width, height, width))
        .append(escape(description)).append("\">\n");
  }

  /** Numbers without more digits than a screen shows. */
  private static String format(String template, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = values[i] instanceof Double number
          ? String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "") : escape(values[i].toString());
    }
    return template.formatted(texts);
  }

  static String escape(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }

  Svg line(double x1, double y1, double x2, double y2, String kind) {
    svg.append(format("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n", x1, y1, x2, y2, kind));
    return this;
  }

  Svg dot(double x, double y, double radius, String kind, String title) {
    svg.append(format("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"><title>%s</title></circle>\n", x, y, radius, kind, title));
    return this;
  }

  /** An arrow's head that points to the left or right. */
  Svg head(double x, double y, int direction, String kind) {
    svg.append(format("<path d=\"M%s %s l%s -5 v10 z\" class=\"%s\"/>\n", x + 6.0 * direction, y, -8.0 * direction, kind));
    return this;
  }

  /** Words that start, end or have their middle at a place, as {@code anchor} says. */
  Svg text(double x, double y, String anchor, String words, String kind) {
    svg.append(format("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>\n", x, y, anchor, kind, words));
    return this;
  }

  Svg path(String moves, String kind) {
    svg.append("<path d=\"").append(moves).append("\" class=\"").append(kind).append("\"/>\n");
    return this;
  }

  static String point(char letter, double x, double y) {
    return format(letter + "%s %s ", x, y);
  }

  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
