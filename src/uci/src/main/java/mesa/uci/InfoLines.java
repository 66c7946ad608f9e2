package mesa.uci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Writes {@code info} lines of one search: while it runs, whenever it has a new best move or has got deeper, and at least
 * once a second; and at its end. Every search of Mesa tells the same {@link Analysis}, so this serves them all.
 */
final class InfoLines implements Meter.Watcher {
  /** A search without depths would otherwise tell of every whim. */
  private static final long LEAST_NANOS_BETWEEN = 20_000_000;

  private static final long MOST_NANOS_BETWEEN = 1_000_000_000;

  private final Output output;
  private final Position root;
  private final Meter meter;
  private final Style style;
  private long toldNanos = -MOST_NANOS_BETWEEN;
  private int toldDepth;
  private int toldMove;
  private long toldNodes = -1;
  private Optional<String> answer = Optional.empty();
  private boolean closed;

  /**
   * What the other side wants to see.
   *
   * @param lines at most so many moves, each with its line
   * @param chances whether to tell how likely each result is
   * @param mate ends the search once a win in so many moves is proven; at most 0 for no such thing
   */
  record Style(int lines, boolean chances, int mate) {}

  /**
   * Begins.
   *
   * @param root the position that is searched; this one's own
   * @param meter of the search
   */
  InfoLines(Output output, Position root, Meter meter, Style style) {
    this.output = output;
    this.root = root;
    this.meter = meter;
    this.style = style;
  }

  @Override
  public void progressed(Supplier<Optional<Analysis>> findings) {
    long now = meter.elapsedNanos();
    long since = now - toldNanos;
    if (since < LEAST_NANOS_BETWEEN && toldDepth == 0) {
      return;
    }
    Optional<Analysis> found = findings.get();
    if (found.isEmpty()) {
      return;
    }
    Analysis analysis = found.get();
    Analysis.Line best = analysis.lines().getFirst();
    if (best.depth() > toldDepth || best.moves().getFirst() != toldMove || since >= MOST_NANOS_BETWEEN) {
      toldNanos = now;
      toldDepth = best.depth();
      toldMove = best.moves().getFirst();
      tell(analysis);
    }
    int side = root.sideToMove();
    if (style.mate > 0 && best.proven() == Outcome.wonBy(side) && best.plies() < 2 * style.mate) {
      meter.stop();
    }
  }

  /**
   * Tells what came of the search; the move that was chosen comes first whatever else was found.
   *
   * @return the reply that is expected, as text, or nothing
   */
  Optional<String> finish(Decision decision, Optional<Analysis> analysis) {
    List<Analysis.Line> lines = new ArrayList<>();
    analysis.ifPresent(found -> lines.addAll(found.lines()));
    Analysis.Line chosen = lines.stream().filter(line -> line.moves().getFirst() == decision.move()).findFirst()
        .orElseGet(() -> new Analysis.Line(
            List.of(decision.move()), decision.value(), -1, Float.NaN, 1, Outcome.ONGOING, 0));
    lines.remove(chosen);
    lines.addFirst(chosen);
    if (toldNodes == meter.nodes() && toldMove == decision.move()) {
      return expected(chosen); // All this has just been told.
    }
    tell(new Analysis(lines, analysis.map(Analysis::deepest).orElse(0), analysis.map(Analysis::filled).orElse(0)));
    return expected(chosen);
  }

  /**
   * Ends the telling, if only the search does not. May be called by any thread.
   *
   * @return the answer that fits what was told last, or nothing if nothing was
   */
  synchronized Optional<String> close() {
    closed = answer.isPresent();
    return answer;
  }

  private Optional<String> expected(Analysis.Line line) {
    return words(line).skip(1).findFirst();
  }

  private synchronized void tell(Analysis analysis) {
    if (closed) {
      return;
    }
    long nanos = Math.max(1, meter.elapsedNanos());
    long nodes = meter.nodes();
    toldNodes = nodes;
    String cost = " nodes " + nodes + " nps " + (long) (nodes * 1e9 / nanos) + " hashfull " + analysis.filled()
        + " time " + nanos / 1_000_000;
    int number = 0;
    for (Analysis.Line line : analysis.lines()) {
      if (++number > style.lines) {
        return;
      }
      List<String> moves = words(line).toList();
      if (number == 1) {
        answer = Optional.of("bestmove " + moves.getFirst() + (moves.size() > 1 ? " ponder " + moves.get(1) : ""));
      }
      int depth = line.depth() > 0 ? line.depth() : line.moves().size();
      output.say("info depth " + depth + " seldepth " + Math.max(depth, analysis.deepest()) + " multipv " + number
          + " score " + score(line) + (style.chances ? " wdl " + chances(line) : "") + cost
          + " pv " + String.join(" ", moves));
    }
  }

  /** {@return the moves as text, up to one that can't be made} */
  private Stream<String> words(Analysis.Line line) {
    Position position = root.copy();
    List<String> words = new ArrayList<>();
    for (int move : line.moves()) {
      if (!Moves.of(position).contains(move)) {
        break;
      }
      words.add(position.format(move));
      position.make(move);
    }
    return words.stream();
  }

  private String score(Analysis.Line line) {
    boolean counted = line.proven().isOver() && line.proven() != Outcome.DRAWN && line.plies() > 0;
    if (counted) {
      int moves = (line.plies() + 1) / 2;
      return "mate " + (line.proven().valueFor(root.sideToMove()) > 0 ? moves : -moves);
    }
    return "cp " + Score.of(value(line));
  }

  private float value(Analysis.Line line) {
    if (line.proven().isOver()) {
      return line.proven().valueFor(root.sideToMove());
    }
    return Float.isNaN(line.value()) ? 0 : line.value();
  }

  /**
   * Wins, draws and losses in a thousand. Searches expect a score and know nothing of draws, so the two half points are
   * taken as won or lost independently, unless the result is proven.
   */
  private String chances(Analysis.Line line) {
    if (line.proven() == Outcome.DRAWN) {
      return "0 1000 0";
    }
    double half = (1 + value(line)) / 2;
    long wins = Math.round(1000 * half * half);
    long losses = Math.round(1000 * (1 - half) * (1 - half));
    return wins + " " + (1000 - wins - losses) + " " + losses;
  }
}
