package mesa.uci;

import mesa.core.Score;

/**
 * What an engine's {@code info} line says of its best line.
 *
 * @param nodes searched so far by the engine's own count, or -1 if it does not say
 * @param value the expected result for the side to move, in [-1, 1]: from the win, draw and loss shares if they are
 *     given, else from the score; NaN if it does not say
 */
record UciInfo(long nodes, float value) {
  static final UciInfo NONE = new UciInfo(-1, Float.NaN);

  /** Reads what is known from a line; what it does not say, or says in no number, stays as it was. */
  UciInfo then(String line) {
    String[] words = line.trim().split("\\s+");
    long newNodes = nodes;
    float score = Float.NaN;
    float shares = Float.NaN;
    for (int i = 1; i < words.length; i++) {
      switch (words[i]) {
        case "string", "pv" -> i = words.length;
        case "multipv" -> {
          if (number(words, i + 1, 1) != 1) {
            return this;
          }
        }
        case "nodes" -> newNodes = number(words, ++i, nodes);
        case "score" -> {
          long points = number(words, i + 2, Long.MIN_VALUE);
          if (points != Long.MIN_VALUE) {
            score = words[i + 1].equals("mate")
                ? points > 0 ? 1 : -1
                : Score.toValue(Math.clamp(points, -Score.MAX, Score.MAX));
          }
          i += 2;
        }
        case "wdl" -> {
          long wins = number(words, i + 1, -1);
          long losses = number(words, i + 3, -1);
          if (wins >= 0 && losses >= 0) {
            shares = (wins - losses) / 1000f;
          }
          i += 3;
        }
        default -> { }
      }
    }
    float newValue = Float.isNaN(shares) ? score : Math.clamp(shares, -1, 1);
    return new UciInfo(newNodes, Float.isNaN(newValue) ? value : newValue);
  }

  private static long number(String[] words, int index, long otherwise) {
    if (index >= words.length) {
      return otherwise;
    }
    try {
      return Long.parseLong(words[index]);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
