package mesa.uci;

import java.util.function.LongSupplier;
import mesa.core.Claim;
import mesa.core.Score;

/**
 * What an engine's {@code info} lines say of its best line.
 *
 * @param nodes searched so far by the engine's own count, or -1 if it does not say
 * @param value the expected result for the side to move, in [-1, 1]: from the win, draw and loss shares if they are
 *     given, else from the score; NaN if it does not say
 * @param claim depth, speed and shares
 * @param favourite the first move of that line, or empty
 * @param favouriteNodes its nodes when that move last came first, or -1 if it did not say
 * @param favouriteNanos when that was
 */
record EngineInfo(long nodes, float value, Claim claim, String favourite, long favouriteNodes, long favouriteNanos) {
  static final EngineInfo NONE = new EngineInfo(-1, Float.NaN, Claim.NONE, "", -1, 0);

  /**
   * Reads what is known from a line; what it does not say, or says in no number, stays as it was.
   *
   * @param stopwatch asked for the time when the line puts another move first
   */
  EngineInfo then(String line, LongSupplier stopwatch) {
    Words words = new Words(line);
    long newNodes = nodes;
    int depth = claim.depth();
    int deepest = claim.deepest();
    long speed = claim.nodesPerSecond();
    int wins = claim.wins();
    int draws = claim.draws();
    int losses = claim.losses();
    String move = favourite;
    float score = Float.NaN;
    float shares = Float.NaN;
    words.next(); // "info" itself
    for (String word = words.next(); word != null; word = words.next()) {
      switch (word) {
        case "string" -> words.skipAll();
        case "pv" -> {
          String first = words.next();
          move = first == null ? favourite : first;
          words.skipAll();
        }
        case "multipv" -> {
          if (words.number(1) != 1) {
            return this;
          }
        }
        case "nodes" -> newNodes = words.number(nodes);
        case "depth" -> depth = words.whole(depth);
        case "seldepth" -> deepest = words.whole(deepest);
        case "nps" -> speed = words.number(speed);
        case "score" -> score = score(words);
        case "wdl" -> {
          int w = words.whole(-1);
          int d = words.whole(-1);
          int l = words.whole(-1);
          if (w >= 0 && d >= 0 && l >= 0 && w + d + l == 1000) {
            wins = w;
            draws = d;
            losses = l;
            shares = (w - l) / 1000f;
          }
        }
        default -> { }
      }
    }
    Claim newClaim = new Claim(depth, deepest, speed, wins, draws, losses);
    float said = Float.isNaN(shares) ? score : shares;
    float newValue = Float.isNaN(said) ? value : said;
    return move.equals(favourite)
        ? new EngineInfo(newNodes, newValue, newClaim, favourite, favouriteNodes, favouriteNanos)
        : new EngineInfo(newNodes, newValue, newClaim, move, newNodes, stopwatch.getAsLong());
  }

  /** {@return the value of {@code cp N} or {@code mate N}, NaN if it is neither} */
  private static float score(Words words) {
    String kind = words.next();
    long points = words.number(Long.MIN_VALUE);
    if (points == Long.MIN_VALUE) {
      return Float.NaN;
    }
    return "mate".equals(kind) ? points > 0 ? 1 : -1 : Score.toValue(Math.clamp(points, -Score.MAX, Score.MAX));
  }
}
