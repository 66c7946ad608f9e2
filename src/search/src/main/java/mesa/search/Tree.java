package mesa.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A search tree as parallel arrays indexed by node; node 0 is the root. The children of a node stand side by side,
 * sorted by prior, greatest first, so that those visited are always the first {@link #prefix} of them.
 *
 * <pre>
 * per node     bytes  meaning
 * visits         4    playouts that passed through or ended here
 * q              4    mean result, for the side that chose this node, at the root the side to move; exact once proven,
 *                     but minus infinity if lost, so that nobody goes there
 * sum            8    of results, once visited, for the same side, in units of 1 / {@link #ONE}: a running float stalls
 *                     near 10^7 visits
 * prior          2    how likely the move is to be best, in 65535ths, unsigned
 * weight         4    prior / (1 + visits) as the bits of a float: what exploration counts for, kept up to date so that
 *                     choosing among children needs no division; while nodes are moved, a mark at the first of children
 * move           4    leads here from the parent
 * firstChild     4    0, which is nobody's child, until expanded
 * count          2    children, once expanded
 * prefix         2    children visited, once expanded
 * state          1    OPEN while nothing is proven, then LOST, DRAWN or WON, for the same side as q
 * distance       2    plies to the proven end with best play, once proven
 * </pre>
 *
 * <p>The arrays double as they fill, up to a bound, and are kept from search to search. Where they are full, nodes that
 * few playouts have reached lose their children and are expanded again if one comes back. Threads may work in one tree
 * at the same time where no node is in the hands of two: they meet in {@link #allot} alone.
 */
final class Tree {
  static final int ROOT = 0;
  static final int NONE = -1;
  static final int BYTES_PER_NODE = 37;
  /** What {@link #prior} counts as certain. */
  static final int CERTAIN = 65535;
  /** A root with so many visits is not searched on: 1 + visits has to be a number, too. */
  static final int MOST_VISITS = Integer.MAX_VALUE - 1;
  /** What {@link #sum} counts as a win; 2^31 wins fit. */
  static final int ONE = 1 << 30;

  private static final int FIRST_ROOM = 1024;

  /** Nodes looked at between two questions whether to go on; takes under a millisecond. */
  private static final int SLICE = 1 << 13;

  static final byte OPEN = 0;
  static final byte LOST = 1;
  static final byte DRAWN = 2;
  static final byte WON = 3;
  private static final int STATE_BITS = 2;
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Tree.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int[] visits = new int[FIRST_ROOM];
  float[] q = new float[FIRST_ROOM];
  long[] sum = new long[FIRST_ROOM];
  short[] prior = new short[FIRST_ROOM];
  int[] move = new int[FIRST_ROOM];
  int[] firstChild = new int[FIRST_ROOM];
  short[] count = new short[FIRST_ROOM];
  short[] prefix = new short[FIRST_ROOM];
  byte[] state = new byte[FIRST_ROOM];
  short[] distance = new short[FIRST_ROOM];
  int[] weight = new int[FIRST_ROOM];

  private final int most;
  private int size;

  /**
   * Makes a tree of a root alone.
   *
   * @param bytes what its nodes may take, though there is always room for {@value #FIRST_ROOM}
   */
  Tree(long bytes) {
    most = Math.clamp(bytes / BYTES_PER_NODE, FIRST_ROOM, Integer.MAX_VALUE - 64);
    add(NONE, 0);
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

  /** {@return how many more nodes the bound allows} */
  int left() {
    return most - size;
  }

  /** {@return how much of what the bound allows is taken, in thousandths} */
  int filled() {
    return (int) (1000L * size / most);
  }

  // Room. One thread alone.

  /**
   * Makes sure that more nodes fit; none moves.
   *
   * @param nodes how many
   * @return false if the bound does not allow it
   */
  boolean growFor(int nodes) {
    int wanted = size + nodes;
    if (wanted > visits.length && wanted <= most) {
      grow((int) Math.min(most, Math.max(wanted, 2L * visits.length)));
    }
    return wanted <= visits.length;
  }

  /** Makes sure that more nodes fit, or as many as the bound allows; none moves. */
  void growTowards(int nodes) {
    growFor(Math.min(nodes, left()));
  }

  /**
   * Drops the children of nodes that few playouts have reached, about half of all; nodes move as in {@link #keep}.
   *
   * @param goesOn asked now and then
   * @return false if it was broken off; then there is nothing to be done with the tree but to clear it
   */
  boolean shrink(BooleanSupplier goesOn) {
    return keep(ROOT, visitsOfTheFewerHalf(), goesOn);
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
    weight = Arrays.copyOf(weight, room);
  }

  /** {@return a power of two: nodes with at least as many visits have no more than half of all children} */
  private int visitsOfTheFewerHalf() {
    int[] children = new int[Integer.SIZE]; // By the bits of their parents' visits.
    for (int node = 0; node < size; node++) {
      children[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(visits[node] | 1)] += isExpanded(node) ? count[node] : 0;
    }
    int bits = Integer.SIZE - 1;
    for (int kept = children[bits]; bits > 0 && kept + children[bits - 1] <= size / 2; bits--) {
      kept += children[bits - 1];
    }
    return bits == Integer.SIZE - 1 ? Integer.MAX_VALUE : 1 << bits;
  }

  /**
   * Makes a node the root, and drops all that does not come of it. Children move towards the front; none of the old
   * numbers but the root's holds afterwards.
   *
   * @param newRoot any node
   * @param leastVisits nodes below it with fewer visits, and those that are proven, lose their children; what is known
   *     of themselves stays
   * @param goesOn asked now and then
   * @return false if it was broken off; then there is nothing to be done with the tree but to clear it
   */
  boolean keep(int newRoot, int leastVisits, BooleanSupplier goesOn) {
    int oldSize = size;
    moveTo(ROOT, newRoot);
    int newSize = markKept(leastVisits, goesOn) ? moveMarked(goesOn) : NONE;
    if (newSize != NONE && relink(newSize, goesOn) && weighAll(newSize, goesOn)) {
      size = newSize;
      return true;
    }
    firstChild[ROOT] = 0;
    return false;
  }

  /** Marks the first of each node's children that stay with their number; what is still to be looked at with a link. */
  private boolean markKept(int leastVisits, BooleanSupplier goesOn) {
    Arrays.fill(weight, 0, size, 0);
    int next = isExpanded(ROOT) ? ROOT : NONE;
    if (next == ROOT) {
      weight[firstChild[ROOT]] = NONE;
    }
    int left = SLICE;
    while (next != NONE) {
      int first = firstChild[next];
      int end = first + count[next];
      next = weight[first];
      weight[first] = end - first;
      for (int child = first; child < end; child++) {
        if (isExpanded(child) && (leastVisits == 0 || visits[child] >= leastVisits && isOpen(child))) {
          weight[firstChild[child]] = next;
          next = child;
        }
      }
      left -= end - first;
      if (left < 0) {
        left = SLICE;
        if (!goesOn.getAsBoolean()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Moves what is marked to the front, and marks where it was with where it is; returns how many nodes stay, or NONE. */
  private int moveMarked(BooleanSupplier goesOn) {
    int end = 1;
    int look = SLICE;
    for (int node = 1; node < size; node++) {
      int children = weight[node];
      if (children > 0) {
        weight[node] = end;
        for (int i = 0; i < children; i++) {
          moveTo(end++, node + i);
        }
        node += children - 1;
      }
      if (node >= look) {
        look = node + SLICE;
        if (!goesOn.getAsBoolean()) {
          return NONE;
        }
      }
    }
    return end;
  }

  /** Has nodes that have moved lead to where their children are. */
  private boolean relink(int end, BooleanSupplier goesOn) {
    for (int node = 0; node < end; node++) {
      if (isExpanded(node)) {
        firstChild[node] = weight[firstChild[node]];
      }
      if (node % SLICE == SLICE - 1 && !goesOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** Puts weights where marks were. */
  private boolean weighAll(int end, BooleanSupplier goesOn) {
    for (int node = 0; node < end; node++) {
      weigh(node);
      if (node % SLICE == SLICE - 1 && !goesOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Turns the results of a new root over, if need be: a root's mean is for its mover.
   *
   * @param chooser for whom it was
   * @param mover who moves there
   */
  void seeRootAs(int chooser, int mover) {
    if (chooser != mover) {
      sum[ROOT] = -sum[ROOT];
      q[ROOT] = -q[ROOT];
      state[ROOT] = (byte) (isOpen(ROOT) ? OPEN : 2 * DRAWN - state[ROOT]);
    }
  }

  /** {@return the child that a move leads to, or NONE} */
  int childBy(int node, int leadingMove) {
    for (int child = firstChild[node]; isExpanded(node) && child < firstChild[node] + count[node]; child++) {
      if (move[child] == leadingMove) {
        return child;
      }
    }
    return NONE;
  }

  /** Copies all but the weight. */
  private void moveTo(int place, int node) {
    visits[place] = visits[node];
    q[place] = q[node];
    sum[place] = sum[node];
    prior[place] = prior[node];
    move[place] = move[node];
    firstChild[place] = firstChild[node];
    count[place] = count[node];
    prefix[place] = prefix[node];
    state[place] = state[node];
    distance[place] = distance[node];
  }

  /** Sorts the children of the root anew: those visited first, then by prior. There must be room for one node more. */
  void sortRootChildren() {
    int first = firstChild[ROOT];
    for (int i = first + 1; i < first + count[ROOT]; i++) {
      for (int at = i; at > first && goesBefore(at, at - 1); at--) {
        swap(at, at - 1);
      }
    }
  }

  private boolean goesBefore(int node, int other) {
    boolean visited = visits[node] > 0;
    return visited != visits[other] > 0 ? visited : prior(node) > prior(other);
  }

  private void swap(int a, int b) {
    int spare = size; // Behind the last node.
    moveTo(spare, a);
    moveTo(a, b);
    weigh(a);
    moveTo(b, spare);
    weigh(b);
  }

  // Nodes.

  /** Appends a node, unvisited and open, for which there is {@linkplain #growFor room}. One thread alone. */
  int add(int leadingMove, int priorOf) {
    int node = size++;
    wipe(node, size);
    set(node, leadingMove, priorOf);
    return node;
  }

  /**
   * Takes nodes, unvisited and open, for the caller to {@link #set}. Threads may do so at the same time.
   *
   * @return the first of so many side by side, or NONE if there is no room
   */
  int allot(int nodes) {
    while (true) {
      int first = size;
      if (first + nodes > visits.length) {
        return NONE;
      }
      if (SIZE.compareAndSet(this, first, first + nodes)) {
        wipe(first, first + nodes);
        return first;
      }
    }
  }

  /** Makes nodes unvisited and open, which one before them may have left otherwise. */
  private void wipe(int first, int end) {
    Arrays.fill(visits, first, end, 0);
    Arrays.fill(q, first, end, 0);
    Arrays.fill(firstChild, first, end, 0);
    Arrays.fill(state, first, end, OPEN);
  }

  /** Says of an unvisited node what leads there and how likely that is. */
  void set(int node, int leadingMove, int priorOf) {
    move[node] = leadingMove;
    prior[node] = (short) priorOf;
    weight[node] = Float.floatToRawIntBits(priorOf);
  }

  /** Sets a node's prior, in 65535ths, and what follows from it. */
  void setPrior(int node, int priorOf) {
    prior[node] = (short) priorOf;
    weigh(node);
  }

  /** Sets a node's visits and what follows from them alone. */
  void setVisits(int node, int visitsOf) {
    visits[node] = visitsOf;
    weigh(node);
  }

  private void weigh(int node) {
    weight[node] = Float.floatToRawIntBits((float) prior(node) / (1 + visits[node]));
  }

  /** {@return a node's prior, in 65535ths, through 1 + its visits} */
  float weight(int node) {
    return Float.intBitsToFloat(weight[node]);
  }

  /** Gives a node its children, none of them visited. */
  void expand(int node, int first, int children) {
    count[node] = (short) children;
    prefix[node] = 0;
    firstChild[node] = first;
  }

  /** Puts children that count as visited and are not behind those that are. */
  void closeGaps(int node) {
    for (int child = firstChild[node] + prefix[node] - 1; child >= firstChild[node]; child--) {
      if (visits[child] == 0) {
        int leadingMove = move[child];
        int priorOf = prior(child);
        int last = firstChild[node] + --prefix[node];
        for (int i = child; i < last; i++) {
          moveTo(i, i + 1);
          weigh(i);
        }
        wipe(last, last + 1);
        set(last, leadingMove, priorOf);
      }
    }
  }

  /** {@return a node's prior, in 65535ths} */
  int prior(int node) {
    return prior[node] & 0xffff;
  }

  boolean isOpen(int node) {
    return state[node] == OPEN;
  }

  /** {@return whether more playouts of the root could tell more: it is not proven, and they can still be counted} */
  boolean isSearchable() {
    return isOpen(ROOT) && visits[ROOT] < MOST_VISITS;
  }

  /** {@return how many playouts of the root can still be counted} */
  int visitsLeft() {
    return MOST_VISITS - visits[ROOT];
  }

  boolean isExpanded(int node) {
    return firstChild[node] != 0;
  }

  /** {@return the expected result for the side that chose a node, in [-1, 1]; exact once proven} */
  float value(int node) {
    return isOpen(node) ? Math.clamp(q[node], -1, 1) : proof(node);
  }

  /** {@return the exact result for the side that chose a node: 1, 0 or -1; 0 also while it is open} */
  int proof(int node) {
    return isOpen(node) ? 0 : state[node] - DRAWN;
  }

  /**
   * Notes a result that is certain.
   *
   * @param proof for the side that chose the node: 1, 0 or -1
   * @param plies to the end of the game
   */
  void prove(int node, int proof, int plies) {
    prove(node, verdict(proof, plies));
  }

  /** Notes a verdict, unless it is OPEN. */
  void prove(int node, int verdict) {
    if (verdict != OPEN) {
      int proof = proofOf(verdict);
      distance[node] = (short) (verdict >>> STATE_BITS);
      state[node] = (byte) (DRAWN + proof);
      q[node] = proof < 0 ? Float.NEGATIVE_INFINITY : proof;
    }
  }

  /**
   * Puts a result that is certain into one number, which is not OPEN.
   *
   * @param proof for the side that chose the node: 1, 0 or -1
   * @param plies to the end of the game
   */
  static int verdict(int proof, int plies) {
    return Math.min(plies, Short.MAX_VALUE) << STATE_BITS | DRAWN + proof;
  }

  /** {@return what a verdict, which is not OPEN, says: 1, 0 or -1} */
  static int proofOf(int verdict) {
    return (verdict & (1 << STATE_BITS) - 1) - DRAWN;
  }

  /** {@return what is certain about a node, or OPEN} */
  int verdict(int node) {
    return isOpen(node) ? OPEN : verdict(proof(node), distance[node]);
  }

  /**
   * Notes results of a node as a whole.
   *
   * @param visitsOf at least 1
   * @param sumOf in units of 1 / {@link #ONE}, for the side that chose the node
   */
  void write(int node, int visitsOf, long sumOf) {
    setVisits(node, visitsOf);
    sum[node] = sumOf;
    if (isOpen(node)) {
      q[node] = mean(sumOf, visitsOf);
    }
  }

  static float mean(long sum, int visits) {
    return (float) (sum * (1.0 / ONE) / visits);
  }

  /**
   * Tries to prove a node from its children (MCTS-Solver: Winands, Björnsson and Saito 2008): one that is won for the
   * mover is enough, and once all are proven the best of them stands. A draw by repetition or by a counter may prove a
   * node too, because the path to a node of a tree is the node's own.
   *
   * @param node open and expanded
   * @param sign 1 if the side that chose the node moves there too, -1 if the other does
   * @return the node's verdict, or OPEN; the node is left as it is
   */
  int verdictOfChildren(int node, int sign) {
    int end = firstChild[node] + count[node];
    boolean allProven = true;
    boolean drawn = false;
    int soonestWin = Integer.MAX_VALUE;
    int latestLoss = 0;
    int latestDraw = 0;
    for (int child = firstChild[node]; child < end; child++) {
      switch (state[child]) {
        case WON -> soonestWin = Math.min(soonestWin, distance[child]);
        case LOST -> latestLoss = Math.max(latestLoss, distance[child]);
        case DRAWN -> {
          drawn = true;
          latestDraw = Math.max(latestDraw, distance[child]);
        }
        default -> allProven = false;
      }
    }
    if (soonestWin < Integer.MAX_VALUE) {
      return verdict(sign, soonestWin + 1);
    }
    if (allProven) {
      return verdict(drawn ? 0 : -sign, (drawn ? latestDraw : latestLoss) + 1);
    }
    return OPEN;
  }
}
