package mesa.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Alpha-beta with iterative deepening over any evaluator that answers the same whenever asked. A node is a position
 * made, null moves and quiescence included; an evaluation a call of the evaluator.
 *
 * <p>It stops where the budget does; what an unfinished iteration has found for its first line by then counts, because
 * the best move of the one before is searched first. It also stops once more depth would change little: the result is proven well within
 * the depth, or every line has been searched to the end of the game; or where there is but one legal move. On a game
 * clock it stops sooner, see {@link Deliberation}; time for this one move it uses up. Without any time it looks one ply ahead
 * all the same, as long as its evaluator is quick. One thread; the table and the
 * histories of moves last for a game.
 */
final class AlphaBeta implements Player {
  /** The most plies that it deepens to, if never settled before. */
  static final int DEEPEST = 100;
  private static final int LEAST_DEPTH_TO_ASPIRE = 4;
  private static final int FIRST_MARGIN = 25;
  /** Where there is no time at all: what the first depth takes in nearly any position. */
  private static final int UNITS_TO_ANSWER = 256;
  /** A proven end is taken for the soonest once the search has gone so many plies beyond it. */
  private static final int PLIES_BEYOND = 4;

  private final Evaluator evaluator;
  private final RootSearch root;
  private final boolean usesAspiration;
  /** What has come out, best first: one each for so many moves of the root. */
  private final RootLine[] lines;
  private final Deliberation deliberation = new Deliberation();
  private final Moves better = new Moves(8);
  private final Supplier<Optional<Analysis>> findings = this::analysis;
  /** What stood where the search now writes. */
  private RootLine displaced = new RootLine();
  private int wanted;
  private int mover;

  /**
   * Makes the player.
   *
   * @param mostLines moves of the root that are each searched for a score of their own, at least 1
   */
  AlphaBeta(Evaluator evaluator, Techniques techniques, long tableBytes, int mostLines) {
    this.evaluator = evaluator;
    this.root = new RootSearch(evaluator, techniques, tableBytes);
    this.usesAspiration = techniques.use(Technique.ASPIRATION);
    this.lines = Stream.generate(RootLine::new).limit(mostLines).toArray(RootLine[]::new);
  }

  @Override
  public void newGame(long seed) {
    evaluator.newGame(seed);
    root.newGame();
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    Moves moves = Moves.of(position);
    return search(position, moves, new Moves(0), moves.size() == 1 ? 1 : DEEPEST, meter);
  }

  @Override
  public Optional<Decision> chooseAmong(Position position, Moves among, Meter meter) {
    Moves others = Moves.of(position);
    others.removeAll(among);
    return Optional.of(search(position, among, others, DEEPEST, meter)); // Even one move: what is asked for is its score.
  }

  private Decision search(Position position, Moves moves, Moves leftOut, int mostDepth, Meter meter) {
    wanted = Math.min(lines.length, moves.size());
    mover = position.sideToMove();
    for (RootLine line : lines) {
      line.clear();
    }
    root.start(position, meter);
    deliberation.start();
    meter.allowGrace(UNITS_TO_ANSWER);
    int deepest = Math.min(meter.budget().depth(), mostDepth);
    for (int depth = 1; depth <= deepest; depth++) {
      long cuts = root.cuts();
      better.clear();
      better.addAll(leftOut);
      int done = 0;
      for (int i = 0; i < wanted && !root.isStopped(); i++) {
        searchLine(i, depth);
        better.add(lines[i].move());
        done = root.isStopped() ? i : i + 1;
      }
      if (done > 1) {
        rank(done);
        meter.favour(lines[0].move());
      }
      meter.progress(findings);
      boolean settled = root.cuts() == cuts || areProvenWithin(depth);
      if (root.isStopped() || settled || deliberation.isEnough(meter, lines[0].move(), lines[0].score)) {
        break;
      }
    }
    return new Decision(lines[0].move(), Wins.toValue(lines[0].score), null);
  }

  /** Looks for the best move but those before it. What stood there goes to where the line that is found came from. */
  private void searchLine(int at, int depth) {
    displaced.copy(lines[at]);
    searchAround(lines[at], depth);
    if (at > 0 && root.isStopped() && !displaced.isEmpty()) {
      lines[at].copy(displaced); // What has been found may be a bound, of a window too narrow.
      return;
    }
    if (displaced.isEmpty() || lines[at].move() == displaced.move() || at == wanted - 1) {
      return;
    }
    int from = at + 1;
    while (from < wanted - 1 && lines[from].move() != lines[at].move()) {
      from++;
    }
    RootLine freed = lines[from];
    System.arraycopy(lines, at + 1, lines, at + 2, from - at - 1);
    lines[at + 1] = displaced;
    displaced = freed;
  }

  /** Puts so many lines in order: what the table knows may make a later one the better after all. */
  private void rank(int count) {
    for (int i = 1; i < count; i++) {
      RootLine line = lines[i];
      int at = i;
      for (; at > 0 && lines[at - 1].score < line.score; at--) {
        lines[at] = lines[at - 1];
      }
      lines[at] = line;
    }
  }

  private boolean areProvenWithin(int depth) {
    for (int i = 0; i < wanted; i++) {
      if (!Wins.isProven(lines[i].score) || Wins.plies(lines[i].score) + PLIES_BEYOND > depth) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<Analysis> analysis() {
    List<Analysis.Line> told = Stream.of(lines).limit(wanted)
        .filter(line -> !line.isEmpty())
        .map(line -> line.asSeenBy(mover)).toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(new Analysis(told, root.deepest(), root.filled()));
  }

  /** Searches a narrow window around the last score, which is usually right, and widens it as long as it is not. */
  private void searchAround(RootLine line, int depth) {
    int last = line.score;
    boolean aspires = usesAspiration && depth >= LEAST_DEPTH_TO_ASPIRE && !Wins.isProven(last);
    int below = aspires ? last - FIRST_MARGIN : -Wins.WIN;
    int above = aspires ? last + FIRST_MARGIN : Wins.WIN;
    for (int margin = 2 * FIRST_MARGIN; ; margin *= 2) {
      int score = root.search(line, better, depth, below, above);
      if (root.isStopped() || score > below && score < above) {
        return;
      }
      if (score <= below) {
        below = Math.max(score - margin, -Wins.WIN);
      } else {
        above = Math.min(score + margin, Wins.WIN);
      }
    }
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
