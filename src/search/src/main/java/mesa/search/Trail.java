package mesa.search;

import java.util.stream.IntStream;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * The way from the root of a search to the position in hand. It makes moves and takes them back, spends the budget for
 * them and for evaluations, and tells repetitions.
 */
final class Trail {
  /** Lines are cut off here. */
  static final int MOST_PLY = 256;

  private final Evaluator evaluator;
  private final Node[] nodes = IntStream.range(0, MOST_PLY).mapToObj(Node::new).toArray(Node[]::new);

  private final Moves scratch = new Moves();

  private Position position;
  private Tactical tactical;
  private Meter meter;
  private boolean stopped;
  private long cuts;
  private int unbroken;
  private int reach;
  private int deepest;

  Trail(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Goes back to a root. */
  void start(Position root, Meter its) {
    position = root;
    tactical = root instanceof Tactical t ? t : null;
    meter = its;
    stopped = false;
    unbroken = 0;
    deepest = 0;
  }

  Position position() {
    return position;
  }

  /** {@return the position again, or null if it tells no more than the rules} */
  Tactical tactical() {
    return tactical;
  }

  Meter meter() {
    return meter;
  }

  Node node(int ply) {
    return nodes[ply];
  }

  /** {@return the node at a ply, which from now on stands for the position in hand} */
  Node enter(int ply, long hash, boolean inCheck) {
    Node node = nodes[ply];
    node.hash = hash;
    node.side = position.sideToMove();
    node.inCheck = inCheck;
    return node;
  }

  /** {@return whether the budget has run out, so that no score means anything any more} */
  boolean isStopped() {
    return stopped;
  }

  boolean inCheck() {
    return tactical != null && tactical.inCheck();
  }

  /** {@return a number in [0, {@link Tactical#KINDS}) for moves of the like; folded from the move's code where the game has none} */
  int kind(int move) {
    return tactical != null ? tactical.kind(move) : (move ^ move >>> 10 ^ move >>> 20) & Tactical.KINDS - 1;
  }

  /** Lists the legal moves that are not noisy in place of what the list held. */
  void quietMoves(Moves into) {
    into.clear();
    if (tactical != null) {
      tactical.quietMoves(into);
    } else {
      position.legalMoves(into);
    }
  }

  /** {@return whether a move, any number, can be played; takes as long as listing all, where the game tells no more than the rules} */
  boolean isLegal(int move) {
    if (tactical != null) {
      return tactical.isLegal(move);
    }
    quietMoves(scratch);
    return scratch.contains(move);
  }

  /** {@return whether a node could be spent for the move, which then is made} */
  boolean make(int move, Node from) {
    if (!meter.spendNode()) {
      stopped = true;
      return false;
    }
    from.kind = kind(move);
    from.passed = false;
    deepest = Math.max(deepest, from.ply + 1);
    position.make(move);
    return true;
  }

  void unmake() {
    position.unmake();
  }

  /** {@return whether a node could be spent for a pass, if one can be tried, which then is made} */
  boolean pass(Node from) {
    if (!tactical.makeNull()) {
      return false;
    }
    if (!meter.spendNode()) {
      stopped = true;
      position.unmake();
      return false;
    }
    from.kind = Node.NO_KIND;
    from.passed = true;
    return true;
  }

  /** {@return the evaluation of the position in hand, for the side to move; means nothing once this has stopped} */
  int evaluate() {
    if (!meter.spendEvaluation()) {
      stopped = true;
      return 0;
    }
    return evaluator.score(position);
  }

  /** {@return the score of the position that a move from a node has led to, for that node's side, if the game is over; or NOTHING} */
  int ending(Node from) {
    Outcome outcome = position.outcome();
    return outcome.isOver() ? Wins.of(outcome, from.side, from.ply + 1) : Node.NOTHING;
  }

  /** Notes that a line was cut off, by depth or by a guess. */
  void cut() {
    cuts++;
  }

  /**
   * {@return how often a line was cut off since ever; a search that adds none has seen every game to its end, so that
   * more depth would change nothing}
   */
  long cuts() {
    return cuts;
  }

  /** {@return plies from the root to the farthest position that a move has led to since {@link #start}} */
  int deepest() {
    return deepest;
  }

  // Repetitions.

  /** Makes positions up to a ply unable to be repeated, since a pass has come between; {@return the last such limit} */
  int breakAt(int ply) {
    int before = unbroken;
    unbroken = ply;
    return before;
  }

  /** {@return whether the position stands on the path already, at a smaller ply} */
  boolean repeats(long hash, int ply) {
    for (int i = ply - 1; i >= unbroken; i--) {
      if (nodes[i].hash == hash) {
        reach = Math.min(reach, i);
        return true;
      }
    }
    return false;
  }

  /** Begins to note how far back repetitions reach; {@return what was noted before, for {@link #endNoting}} */
  int beginNoting() {
    int before = reach;
    reach = MOST_PLY;
    return before;
  }

  /** {@return whether a repetition of a position before this ply was met since} */
  boolean endNoting(int ply, int before) {
    boolean beyond = reach < ply;
    reach = beyond ? Math.min(reach, before) : before;
    return beyond;
  }
}
