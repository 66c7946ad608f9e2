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
 * @param mainLine all moves of that line, as they were written, or empty
 * @param mate moves until the side to move mates, negative until it is mated; 0 if it does not say so
 * @param odd the first number that was none or can't be, with what it is a number of; empty if all make sense
 */
record EngineInfo(long nodes, float value, Claim claim, String favourite, long favouriteNodes, long favouriteNanos,
    String mainLine, long mate, String odd) {
  static final EngineInfo NONE = new EngineInfo(-1, Float.NaN, Claim.NONE, "", -1, 0, "", 0, "");

  private static final long NO_NUMBER = Long.MIN_VALUE;

  /** Moves; what is farther away is no mate that anybody has seen. */
  private static final int LONGEST_MATE = 1_000_000;

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
    String newLine = mainLine;
    long newMate = mate;
    String newOdd = odd;
    float score = Float.NaN;
    float shares = Float.NaN;
    words.next(); // "info" itself
    for (String word = words.next(); word != null; word = words.next()) {
      switch (word) {
        case "string" -> words.skipAll();
        case "pv" -> {
          String first = words.peek();
          move = first == null ? favourite : first;
          newLine = first == null ? mainLine : words.rest();
        }
        case "multipv" -> {
          if (words.number(1) != 1) {
            return this;
          }
        }
        case "nodes", "depth", "seldepth", "nps", "time", "hashfull" -> {
          String text = words.next();
          long count = number(text);
          if (count < 0) {
            newOdd = newOdd.isEmpty() ? word + " " + text : newOdd;
          } else {
            switch (word) {
              case "nodes" -> newNodes = count;
              case "depth" -> depth = Math.clamp(count, 0, Integer.MAX_VALUE);
              case "seldepth" -> deepest = Math.clamp(count, 0, Integer.MAX_VALUE);
              case "nps" -> speed = count;
              default -> { }
            }
          }
        }
        case "score" -> {
          String kind = words.next();
          String text = words.next();
          long points = number(text);
          if (points == NO_NUMBER) {
            newOdd = newOdd.isEmpty() ? "score " + kind + " " + text : newOdd;
          } else {
            boolean isMate = "mate".equals(kind);
            score = isMate ? points > 0 ? 1 : -1 : Score.toValue(Math.clamp(points, -Score.MAX, Score.MAX));
            newMate = isMate ? points : 0;
          }
        }
        case "lowerbound", "upperbound" -> newMate = 0;
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
    boolean same = move.equals(favourite);
    return new EngineInfo(newNodes, newValue, newClaim, move, same ? favouriteNodes : newNodes,
        same ? favouriteNanos : stopwatch.getAsLong(), newLine, newMate, newOdd);
  }

  /** {@return plies to mate by the engine's own move, below 0 if it is mated; 0 if it does not say so} */
  int distance() {
    long moves = Math.clamp(mate, -LONGEST_MATE, LONGEST_MATE);
    return (int) (moves > 0 ? 2 * moves - 1 : 2 * moves);
  }

  private static long number(String text) {
    try {
      return text == null ? NO_NUMBER : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return NO_NUMBER;
    }
  }
}
