package mesa.search;

import java.util.Arrays;
import mesa.core.Outcome;

/**
 * A search tree as parallel arrays indexed by node; node 0 is the root. The children of a node stand side by side,
 * sorted by prior, greatest first, so that those visited are always the first {@link #prefix} of them.
 *
 * <pre>
 * per node     bytes  meaning
 * visits         4    playouts that passed through or ended here
 * q              4    mean result, for the side that chose this node, at the root the side to move; exact once proven
 * sum            8    of results, for the same side; a double, because a running float stalls near 10^7 visits
 * prior          2    how likely the move is to be best, in 65535ths, unsigned
 * move           4    leads here from the parent
 * firstChild     4    NONE until expanded
 * count          2    children
 * prefix         2    children visited
 * state          1    ordinal of the proven {@link Outcome}; ONGOING while nothing is proven
 * distance       2    plies to the proven end with best play
 * </pre>
 *
 * <p>The arrays double as they fill, up to a bound, and are kept from search to search. Not thread-safe.
 */
final class Tree {
  static final int ROOT = 0;
  static final int NONE = -1;
  static final int BYTES_PER_NODE = 33;
  /** What {@link #prior} counts as certain. */
  static final int CERTAIN = 65535;

  private static final int FIRST_ROOM = 1024;
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final byte OPEN = (byte) Outcome.ONGOING.ordinal();

  int[] visits = new int[FIRST_ROOM];
  float[] q = new float[FIRST_ROOM];
  double[] sum = new double[FIRST_ROOM];
  short[] prior = new short[FIRST_ROOM];
  int[] move = new int[FIRST_ROOM];
  int[] firstChild = new int[FIRST_ROOM];
  short[] count = new short[FIRST_ROOM];
  short[] prefix = new short[FIRST_ROOM];
  byte[] state = new byte[FIRST_ROOM];
  short[] distance = new short[FIRST_ROOM];

  private final int most;
  private int size;

  /**
   * Makes a tree of a root alone.
   *
   * @param bytes what its nodes may take, though there is always room for {@value #FIRST_ROOM}
   */
  Tree(long bytes) {
    most = Math.clamp(bytes / BYTES_PER_NODE, FIRST_ROOM, Integer.MAX_VALUE - 64);
    clear();
  }

  /** Drops all nodes but a fresh root; keeps the arrays. */
  void clear() {
    size = 0;
    add(NONE, 0);
  }

  /** {@return how many nodes there are} */
  int size() {
    return size;
  }

  /**
   * Makes sure that more nodes fit.
   *
   * @param nodes how many
   * @return false if the bound does not allow it
   */
  boolean hasRoomFor(int nodes) {
    int wanted = size + nodes;
    if (wanted <= visits.length) {
      return true;
    }
    if (wanted > most) {
      return false;
    }
    grow((int) Math.min(most, Math.max(wanted, 2L * visits.length)));
    return true;
  }

  private void grow(int room) {
    visits = Arrays.copyOf(visits, room);
    q = Arrays.copyOf(q, room);
    sum = Arrays.copyOf(sum, room);
    prior = Arrays.copyOf(prior, room);
    move = Arrays.copyOf(move, room);
    firstChild = Arrays.copyOf(firstChild, room);
    count = Arrays.copyOf(count, room);
    prefix = Arrays.copyOf(prefix, room);
    state = Arrays.copyOf(state, room);
    distance = Arrays.copyOf(distance, room);
  }

  /**
   * Appends a node, unvisited and open; there must be {@linkplain #hasRoomFor room}.
   *
   * @param leadingMove the move that leads to it
   * @param priorOf its prior, in 65535ths
   * @return the node
   */
  int add(int leadingMove, int priorOf) {
    int node = size++;
    visits[node] = 0;
    q[node] = 0;
    sum[node] = 0;
    prior[node] = (short) priorOf;
    move[node] = leadingMove;
    firstChild[node] = NONE;
    count[node] = 0;
    prefix[node] = 0;
    state[node] = OPEN;
    distance[node] = 0;
    return node;
  }

  /** {@return a node's prior, in 65535ths} */
  int prior(int node) {
    return prior[node] & 0xffff;
  }

  boolean isOpen(int node) {
    return state[node] == OPEN;
  }

  boolean isExpanded(int node) {
    return firstChild[node] != NONE;
  }

  boolean isProven(int node, Outcome outcome) {
    return state[node] == outcome.ordinal();
  }

  /** {@return what a node is proven to be, seen by {@code side}: 1, 0 or -1; 0 also while it is open} */
  int provenValueFor(int side, int node) {
    return OUTCOMES[state[node]].valueFor(side);
  }

  /** Notes a result that is certain. */
  void prove(int node, Outcome outcome, int plies) {
    state[node] = (byte) outcome.ordinal();
    distance[node] = (short) Math.min(plies, Short.MAX_VALUE);
  }

  /**
   * Tries to prove a node from its children (MCTS-Solver: Winands, Björnsson and Saito 2008): one that is won for the
   * mover is enough, and once all are proven the best of them stands. A draw by repetition or by a counter may prove a
   * node too, because the path to a node of a tree is the node's own.
   *
   * @param node open and expanded
   * @param mover who moves there
   * @return whether it is proven now
   */
  boolean proveFromChildren(int node, int mover) {
    Outcome win = Outcome.wonBy(mover);
    int end = firstChild[node] + count[node];
    boolean allProven = true;
    boolean drawn = false;
    int soonestWin = Integer.MAX_VALUE;
    int latestLoss = 0;
    int latestDraw = 0;
    for (int child = firstChild[node]; child < end; child++) {
      if (isProven(child, win)) {
        soonestWin = Math.min(soonestWin, distance[child]);
      } else if (isOpen(child)) {
        allProven = false;
      } else if (isProven(child, Outcome.DRAWN)) {
        drawn = true;
        latestDraw = Math.max(latestDraw, distance[child]);
      } else {
        latestLoss = Math.max(latestLoss, distance[child]);
      }
    }
    if (soonestWin < Integer.MAX_VALUE) {
      prove(node, win, soonestWin + 1);
    } else if (allProven) {
      prove(node, drawn ? Outcome.DRAWN : Outcome.wonBy(1 - mover), (drawn ? latestDraw : latestLoss) + 1);
    }
    return !isOpen(node);
  }
}
