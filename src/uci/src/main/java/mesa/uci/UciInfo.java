package mesa.uci;

import mesa.core.Score;

/**
 * What an engine's {@code info} line says of its best line.
 *
 * @param nodes searched so far by the engine's own count, or -1 if it does not say
 * @param value the expected result for the side to move, in [-1, 1]: from the win, draw and loss shares if they are
 *     given, else from the score; NaN if it does not say
 * @param favourite the first move of that line, or empty
 * @param favouriteNodes its nodes when that move last came first, or -1 if it did not say
 * @param favouriteNanos when that was
 */
record UciInfo(long nodes, float value, String favourite, long favouriteNodes, long favouriteNanos) {
  static final UciInfo NONE = new UciInfo(-1, Float.NaN, "", -1, 0);

  /**
   * Reads what is known from a line; what it does not say, or says in no number, stays as it was.
   *
   * @param nanos when it came
   */
  UciInfo then(String line, long nanos) {
    String[] words = line.trim().split("\\s+");
    long newNodes = nodes;
    String move = favourite;
    float score = Float.NaN;
    float shares = Float.NaN;
    for (int i = 1; i < words.length; i++) {
      switch (words[i]) {
        case "string" -> i = words.length;
        case "pv" -> {
          move = i + 1 < words.length ? words[i + 1] : favourite;
          i = words.length;
        }
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
    newValue = Float.isNaN(newValue) ? value : newValue;
    return move.equals(favourite)
        ? new UciInfo(newNodes, newValue, favourite, favouriteNodes, favouriteNanos)
        : new UciInfo(newNodes, newValue, move, newNodes, nanos);
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
