package mesa.arena;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them: CRLF behind each line, quotes where a field needs them. */
final class Csv {
  private Csv() {}

  /** Writes a line; null is an empty field. */
  static void line(Appendable out, List<?> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      out.append(i == 0 ? "" : ",").append(fields.get(i) == null ? "" : quoted(fields.get(i).toString()));
    }
    out.append("\r\n");
  }

  /** {@return a line, its end included} */
  static String line(String... fields) {
    return Arrays.stream(fields).map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String field) {
    return field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? field
        : '"' + field.replace("\"", "\"\"") + '"';
  }
}
