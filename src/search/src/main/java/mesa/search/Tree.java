package mesa.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A search tree as parallel arrays indexed by node; node 0 is the root. A node that is visited for the second time is
 * expanded: its moves with their priors become {@link Edges}, and a child becomes a node of its own when it is first
 * visited. So most moves, which are never tried, take 8 bytes. Where they are few, all children are nodes at once, in place
 * of edges. The children of a node stand side by side, sorted by prior, greatest first, in places that double as they
 * fill; those visited are always the first {@link #prefix} of them.
 *
 * <pre>
 * per node     bytes  meaning
 * visits         4    playouts that passed through or ended here
 * q              4    mean result, for the side that chose this node, at the root the side to move, within what is certain
 *                     of it; minus infinity if it can't be better than what that side has for sure, so that nobody goes
 *                     there
 * sum            8    of results, once visited, for the same side, in units of 1 / {@link #ONE}: a running float stalls
 *                     near 10^7 visits
 * prior          2    how likely the move is to be best, in 65535ths, unsigned
 * weight         4    prior / (1 + visits) as the bits of a float: what exploration counts for, kept up to date so that
 *                     choosing among children needs no division; while nodes are moved, a mark at the first of children
 * move           4    leads here from the parent
 * edges          4    where its moves are, or {@link Edges#NONE} until expanded; where they are few, minus their number:
 *                     all children are nodes then, which say all that edges would
 * firstChild     4    the first of the places of its children, once there are some
 * prefix         2    children visited, once expanded
 * state          1    what is certain ({@link Verdict}), for the same side as q, and whether nobody need go there
 * distance       2    plies to the proven end with best play, once proven
 * </pre>
 *
 * <p>The arrays double as they fill, up to a bound, and are kept from search to search. Where they are full, nodes that
 * few playouts have reached lose their children and are expanded again if one comes back. Threads may work in one tree
 * at the same time where no node is in the hands of two, each with a {@link Lot} of its own.
 */
final class Tree {
  static final int ROOT = 0;
  static final int NONE = -1;
  static final int BYTES_PER_NODE = 39;
  /** What {@link #prior} counts as certain. */
  static final int CERTAIN = 65535;
  /** A root with so many visits is not searched on: 1 + visits has to be a number, too. */
  static final int MOST_VISITS = Integer.MAX_VALUE - 1;
  /** What {@link #sum} counts as a win; 2^31 wins fit. */
  static final int ONE = 1 << 30;

  private static final int FIRST_ROOM = 1024;
  private static final int FIRST_EDGES = 4096;
  private static final int MOST_ROOM = Integer.MAX_VALUE - 64;

  /** Of a {@link #state}, beside what is certain: the node can't be better than what the mover before it has for sure. */
  private static final byte CUT = 16;
  int[] visits = new int[FIRST_ROOM];
  float[] q = new float[FIRST_ROOM];
  long[] sum = new long[FIRST_ROOM];
  short[] prior = new short[FIRST_ROOM];
  int[] move = new int[FIRST_ROOM];
  int[] edges = new int[FIRST_ROOM];
  int[] firstChild = new int[FIRST_ROOM];
  short[] prefix = new short[FIRST_ROOM];
  byte[] state = new byte[FIRST_ROOM];
  short[] distance = new short[FIRST_ROOM];
  int[] weight = new int[FIRST_ROOM];

  /** The moves of expanded nodes. */
  final Edges moves = new Edges();

  /** Bytes that nodes and moves may take. */
  private long most;
  private int size;
  /** How many nodes fit before the arrays are to grow: no more than they hold, but less where a game before had more. */
  private int room;

  /**
   * Makes a tree of a root alone.
   *
   * @param bytes what its nodes and moves may take, though there is always room for {@value #FIRST_ROOM} and
   *     {@value #FIRST_EDGES}
   */
  Tree(long bytes) {
    most = Math.max(bytes, bytes(FIRST_ROOM, FIRST_EDGES));
    newGame();
  }

  /** Drops all nodes but a fresh root; whatever the last game was, the tree grows as a new one does from here. */
  void newGame() {
    clear();
    setRoom(FIRST_ROOM, FIRST_EDGES);
  }

  private static long bytes(long nodes, long edges) {
    return nodes * BYTES_PER_NODE + edges * Edges.BYTES;
  }

  /** Drops all nodes but a fresh root; keeps the arrays. */
  void clear() {
    moves.clear();
    size = 1;
    set(ROOT, 0, 0);
  }

  /** {@return how many nodes there are, places of children that are not visited yet included} */
  int size() {
    return size;
  }

  /** {@return how much of what the bound allows is taken, in thousandths} */
  int filled() {
    return (int) (1000 * bytes(size, moves.size()) / most);
  }

  // Room.

  /**
   * Makes sure that more nodes and edges fit; none moves.
   *
   * @return false if the bound does not allow it
   */
  boolean growFor(int nodes, int edgesFor) {
    return nodes <= nodesLeft() && edgesFor <= edgesLeft() || growTo((long) size + nodes, (long) moves.size() + edgesFor);
  }

  private boolean growTo(long wanted, long wantedEdges) {
    long nodes = wanted <= room ? room : Math.max(wanted, 2L * room);
    long edgesFor = wantedEdges <= moves.room() ? moves.room() : Math.max(wantedEdges, 2L * moves.room());
    if (bytes(nodes, edgesFor) > most) { // The last time: all that is left, shared out as the rest is used.
      double scale = (double) most / bytes(wanted, wantedEdges);
      nodes = Math.clamp((long) (wanted * scale), room, (most - bytes(0, moves.room())) / BYTES_PER_NODE);
      edgesFor = (most - bytes(nodes, 0)) / Edges.BYTES;
    }
    nodes = Math.min(nodes, MOST_ROOM);
    edgesFor = Math.min(edgesFor, MOST_ROOM);
    if (nodes < wanted || edgesFor < wantedEdges) {
      return false;
    }
    try {
      setRoom((int) nodes, (int) edgesFor);
    } catch (OutOfMemoryError e) { // Others have the rest of the heap; what there is has to do from here on.
      most = bytes(room, moves.room());
      return false;
    }
    return true;
  }

  /** If the heap ends, all is as it was, but for arrays that are longer than they need be. */
  private void setRoom(int nodes, int edgesFor) {
    boolean trims = bytes(Math.max(visits.length, nodes), Math.max(moves.of.length, edgesFor)) > most;
    moves.setRoom(edgesFor, trims);
    if (visits.length < nodes || trims && visits.length > nodes) {
      q = Arrays.copyOf(q, nodes);
      sum = Arrays.copyOf(sum, nodes);
      prior = Arrays.copyOf(prior, nodes);
      move = Arrays.copyOf(move, nodes);
      edges = Arrays.copyOf(edges, nodes);
      firstChild = Arrays.copyOf(firstChild, nodes);
      prefix = Arrays.copyOf(prefix, nodes);
      state = Arrays.copyOf(state, nodes);
      distance = Arrays.copyOf(distance, nodes);
      weight = Arrays.copyOf(weight, nodes);
      visits = Arrays.copyOf(visits, nodes); // The last, for its length stands for all.
    }
    room = nodes;
  }

  /** {@return how many nodes fit before the arrays are to grow} */
  int nodesLeft() {
    return room - size;
  }

  /** {@return how many edges fit before their array is to grow} */
  int edgesLeft() {
    return moves.room() - moves.size();
  }

  /** {@return the first of so many nodes side by side, for the caller to {@link #set}, or NONE if there is no room} */
  int allot(int nodes) {
    if (nodes > room - size) {
      return NONE;
    }
    size += nodes;
    return size - nodes;
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

  /** {@return a power of two: nodes with at least as many visits have no more than half of all below them} */
  private int visitsOfTheFewerHalf() {
    long[] below = new long[Integer.SIZE]; // Bytes, by the bits of their parents' visits.
    long all = 0;
    for (int node = 0; node < size; node++) {
      if (isExpanded(node)) {
        long bytes = hasEdges(node) ? bytes(prefix[node], 1 + count(node)) : bytes(count(node), 0);
        below[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(visits[node] | 1)] += bytes;
        all += bytes;
      }
    }
    int bits = Integer.SIZE - 1;
    for (long kept = below[bits]; bits > 0 && kept + below[bits - 1] <= all / 2; bits--) {
      kept += below[bits - 1];
    }
    return bits == Integer.SIZE - 1 ? Integer.MAX_VALUE : 1 << bits;
  }

  /**
   * Makes a node the root, and drops all that does not come of it. Nodes move towards the front; none of the old
   * numbers but the root's holds afterwards.
   *
   * @param newRoot any node
   * @param leastVisits nodes below it with fewer visits, and those that are proven, lose their children; what is known
   *     of themselves stays
   * @param goesOn asked now and then
   * @return false if it was broken off; then there is nothing to be done with the tree but to clear it
   */
  boolean keep(int newRoot, int leastVisits, BooleanSupplier goesOn) {
    moveTo(ROOT, newRoot);
    int kept = new Compaction(this, goesOn).keep(leastVisits);
    if (kept == NONE) {
      edges[ROOT] = Edges.NONE;
      return false;
    }
    size = kept;
    return true;
  }

  /**
   * Turns the results of a new root over, if need be: a root's mean is for its mover.
   *
   * @param chooser for whom it was
   * @param mover who moves there
   */
  void seeRootAs(int chooser, int mover) {
    int verdict = chooser == mover ? verdict(ROOT) : Verdict.ofOther(verdict(ROOT));
    state[ROOT] = Verdict.OPEN;
    write(ROOT, visits[ROOT], chooser == mover ? sum[ROOT] : -sum[ROOT]);
    prove(ROOT, verdict);
  }

  /** {@return the child that a move leads to, or NONE if it has not been visited} */
  int childBy(int node, int leadingMove) {
    for (int child = firstChild[node]; isExpanded(node) && child < firstChild[node] + prefix[node]; child++) {
      if (move[child] == leadingMove) {
        return child;
      }
    }
    return NONE;
  }

  /** Copies all but the weight. */
  void moveTo(int place, int node) {
    visits[place] = visits[node];
    q[place] = q[node];
    sum[place] = sum[node];
    prior[place] = prior[node];
    move[place] = move[node];
    edges[place] = edges[node];
    firstChild[place] = firstChild[node];
    prefix[place] = prefix[node];
    state[place] = state[node];
    distance[place] = distance[node];
  }

  /**
   * Sorts the children of the root anew, all of which have places: those visited first, then by prior. There must be room
   * for one node more.
   */
  void sortRootChildren() {
    int first = firstChild[ROOT];
    for (int i = first + 1; i < first + places(ROOT); i++) {
      for (int at = i; at > first && goesBefore(at, at - 1); at--) {
        swap(at, at - 1);
      }
    }
    writeEdges(ROOT);
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

  /** Makes a node unvisited and open, and says what leads there and how likely that is. */
  void set(int node, int leadingMove, int priorOf) {
    wipe(node, node + 1);
    describe(node, leadingMove, priorOf);
  }

  /** Makes nodes unvisited and open; what leads there is still to be said. */
  void wipe(int first, int end) {
    Arrays.fill(visits, first, end, 0);
    Arrays.fill(q, first, end, 0);
    Arrays.fill(edges, first, end, Edges.NONE);
    Arrays.fill(state, first, end, (byte) Verdict.OPEN);
  }

  /** Says what leads to an unvisited node, and how likely that is. */
  void describe(int node, int leadingMove, int priorOf) {
    move[node] = leadingMove;
    prior[node] = (short) priorOf;
    weight[node] = Float.floatToRawIntBits(priorOf);
  }

  /** Has nothing seem to be below nodes that are not in use. */
  void waste(int first, int end) {
    Arrays.fill(edges, first, end, Edges.NONE);
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

  void weigh(int node) {
    weight[node] = Float.floatToRawIntBits((float) prior(node) / (1 + visits[node]));
  }

  /** {@return a node's prior, in 65535ths, through 1 + its visits} */
  float weight(int node) {
    return Float.intBitsToFloat(weight[node]);
  }

  /**
   * Gives a node its moves, none of them tried; their {@linkplain Edges#setHead head} is set.
   */
  void expand(int node, int head) {
    edges[node] = head;
    firstChild[node] = 0;
    prefix[node] = 0;
  }

  /** Gives a node children, unvisited nodes that have been {@linkplain #set}, and so its moves. */
  void expand(int node, int first, int children) {
    edges[node] = -children;
    firstChild[node] = first;
    prefix[node] = 0;
  }

  /** {@return how many moves a node has, which is expanded} */
  int count(int node) {
    return hasEdges(node) ? moves.moves(edges[node]) : -edges[node];
  }

  /** {@return how many children of a node are nodes, which is expanded; those behind the visited ones are unvisited} */
  int places(int node) {
    return hasEdges(node) ? moves.places(edges[node]) : -edges[node];
  }

  /** {@return whether all children of a node are nodes, so that none of them will move while others are visited} */
  boolean isSpread(int node) {
    return places(node) == count(node);
  }

  /** {@return whether the moves of a node, which is expanded, stand among the edges; else all its children are nodes} */
  boolean hasEdges(int node) {
    return edges[node] > 0;
  }

  /** {@return the prior of the move at a place of an expanded node, in 65535ths} */
  int priorAt(int node, int place) {
    return hasEdges(node) ? moves.prior(edges[node], place) : prior(firstChild[node] + place);
  }

  /**
   * Makes more of a node's children nodes, and moves those that are.
   *
   * @param first of so many nodes in a row that were {@linkplain #allot allotted} for them
   * @param places more than now, and no more than moves
   */
  void spread(int node, int first, int places) {
    int head = edges[node];
    int made = places(node);
    int old = firstChild[node];
    for (int i = 0; i < made; i++) {
      moveTo(first + i, old + i);
      weight[first + i] = weight[old + i];
    }
    waste(old, old + made);
    wipe(first + made, first + places);
    long[] described = moves.of;
    for (int i = made; i < places; i++) {
      describe(first + i, (int) (described[head + 1 + i] >> 16), (int) described[head + 1 + i] & CERTAIN);
    }
    firstChild[node] = first;
    moves.setHead(head, count(node), places);
  }

  /** Makes all children of the root nodes; returns false if there is no room. */
  boolean spreadRoot() {
    if (isSpread(ROOT)) {
      return true;
    }
    if (!growFor(count(ROOT), 0)) {
      return false;
    }
    spread(ROOT, allot(count(ROOT)), count(ROOT));
    return true;
  }

  /** Notes that the children of a node, all of which have places, stand in another order. */
  void writeEdges(int node) {
    for (int place = 0; hasEdges(node) && place < places(node); place++) {
      int child = firstChild[node] + place;
      moves.set(edges[node], place, move[child], prior(child));
    }
  }

  /** Puts children that count as visited and are not behind those that are; all have places. */
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
        set(last, leadingMove, priorOf);
      }
    }
    writeEdges(node);
  }

  /** {@return a node's prior, in 65535ths} */
  int prior(int node) {
    return prior[node] & 0xffff;
  }

  /** {@return whether a node's result is not known} */
  boolean isOpen(int node) {
    return !Verdict.isProven(state[node]);
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
    return edges[node] != Edges.NONE;
  }

  /** {@return the expected result for the side that chose a node, in [-1, 1]; exact once proven} */
  float value(int node) {
    if (!isOpen(node)) {
      return proof(node);
    }
    return (state[node] & CUT) == 0 ? Math.clamp(q[node], -1, 1) : Verdict.bound(state[node], mean(sum[node], visits[node]));
  }

  /** {@return the mean of an open node, at least -1 also where nobody need go} */
  float mean(int node) {
    return Math.max(-1, q[node]);
  }

  /** {@return the exact result for the side that chose a node: 1, 0 or -1; 0 also while it is open} */
  int proof(int node) {
    return isOpen(node) ? 0 : Verdict.proof(state[node]);
  }

  /** {@return what is certain about a node} */
  int verdict(int node) {
    return Verdict.of(state[node], distance[node]);
  }

  /** Notes what has become certain about a node. */
  void prove(int node, int verdict) {
    if (Verdict.isProven(verdict)) {
      distance[node] = (short) Verdict.distance(verdict);
      state[node] = Verdict.state(verdict);
      q[node] = Verdict.proof(verdict) > 0 ? 1 : Float.NEGATIVE_INFINITY;
    } else if (Verdict.isBounded(verdict)) {
      state[node] = (byte) (state[node] & CUT | Verdict.state(verdict));
      setMean(node, q[node]);
    }
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
      setMean(node, mean(sumOf, visitsOf));
    }
  }

  /** Sets the mean of an open node. */
  void setMean(int node, float mean) {
    if (state[node] == Verdict.OPEN) {
      q[node] = mean;
    } else if ((state[node] & CUT) == 0) {
      q[node] = Verdict.bound(state[node], mean);
    }
  }

  static float mean(long sum, int visits) {
    return (float) (sum * (1.0 / ONE) / visits);
  }

  /**
   * Finds what is certain about a node by its children (MCTS-Solver: Winands, Björnsson and Saito 2008; bounds: Cazenave
   * and Saffidine 2010). The mover has the best of what they surely are, and no more than the best of what they may be. A
   * draw by repetition or by a counter may prove a node too, because the path to a node of a tree is the node's own.
   * Children that can't be better than what the mover has for sure are cut off.
   *
   * @param node open and expanded
   * @param sign 1 if the side that chose the node moves there too, -1 if the other does
   * @param known what was certain about it before
   * @return what is certain now; the node itself is left as it is
   */
  int verdictOfChildren(int node, int sign, int known) {
    int places = places(node);
    int end = firstChild[node] + places;
    int least = sign > 0 ? Verdict.least(known) : -Verdict.most(known);
    int most = places == count(node) ? -1 : 1;
    int soonestWin = Integer.MAX_VALUE;
    int latestLoss = 0;
    int latestDraw = 0;
    boolean cuts = false;
    for (int child = firstChild[node]; child < end; child++) {
      byte certain = state[child];
      switch (certain) {
        case Verdict.WON -> soonestWin = Math.min(soonestWin, distance[child]);
        case Verdict.LOST -> latestLoss = Math.max(latestLoss, distance[child]);
        case Verdict.DRAWN -> latestDraw = Math.max(latestDraw, distance[child]);
        default -> cuts |= certain == Verdict.NOT_WON;
      }
      least = Math.max(least, Verdict.least(certain));
      most = Math.max(most, Verdict.most(certain));
    }
    if (soonestWin < Integer.MAX_VALUE) {
      return Verdict.of(sign, soonestWin + 1);
    }
    most = Math.max(least, Math.min(most, sign > 0 ? Verdict.most(known) : -Verdict.least(known)));
    if (most == least) {
      return Verdict.of(sign * most, (most == 0 ? latestDraw : latestLoss) + 1);
    }
    if (cuts && least == 0) {
      cutOff(node);
    }
    return sign > 0 ? Verdict.within(least, most) : Verdict.within(-most, -least);
  }

  /** Has nobody go to the children of a node that are no better than a draw, which its mover has for sure. */
  private void cutOff(int node) {
    for (int child = firstChild[node]; child < firstChild[node] + places(node); child++) {
      if (state[child] == Verdict.NOT_WON) {
        state[child] |= CUT;
        q[child] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
