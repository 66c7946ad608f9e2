package mesa.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * The top of a tree, from which a round of playouts is dealt out so that threads play them without meeting: each gets
 * nodes of its own to play from, and only the crown above them is common. A round
 * <ol>
 * <li>is {@linkplain #deal dealt}: visits are counted on the way down before anything is known of their results, so
 * that they spread as those of playouts under way do (Liu et al., <i>Watch the unobserved</i>, 2020), until few enough
 * go to a node that one thread can play them;
 * <li>is {@linkplain #play played}, each thread taking its tasks in order;
 * <li>is {@linkplain #gather gathered}: results go up to the root, with proofs.
 * </ol>
 * Which thread plays what depends on the tree alone, so that equal seeds give equal trees with several threads too. A
 * node stays with its thread from round to round where that is fair, for there it lies in that core's cache.
 */
final class Crown {
  /** The smaller the tasks, the more even the threads' shares and the longer the dealing. */
  private static final int TASKS_PER_THREAD = 8;

  /** A node deals its visits in so many steps at most, which are single visits if it has few. */
  private static final int STEPS = 32;

  private static final long SEED_STEP = 0x9e3779b97f4a7c15L;

  /** Places for nodes whose thread is remembered. */
  private static final int REMEMBERED = 1 << 12;

  private final Tree tree;
  private final Puct puct;
  private final int threads;

  private int size;
  private int[] node = new int[64];
  private int[] parent = new int[64];
  private byte[] chooser = new byte[64];
  /** The thread that is to play it or has done so; NONE for a node that only deals out. */
  private short[] owner = new short[64];
  /** 1 for a task that a thread has taken, and for a node that only deals out. */
  private AtomicIntegerArray taken = new AtomicIntegerArray(64);
  private int[] dealt = new int[64];
  private int[] played = new int[64];
  private long[] gained = new long[64];

  private int mostInTask;
  private int[] given = new int[256];
  private int givenSize;
  private final int[] load;
  private final int[] rememberedNode = new int[REMEMBERED];
  private final short[] rememberedOwner = new short[REMEMBERED];
  private long seed;

  /** Prepares for a number of threads. */
  Crown(Tree tree, Puct puct, int threads) {
    this.tree = tree;
    this.puct = puct;
    this.threads = threads;
    load = new int[threads];
    startSearch(0);
  }

  /** Starts a search: all chance in it follows from the seed. */
  void startSearch(long newSeed) {
    seed = newSeed;
    forget();
  }

  /** Forgets which thread has played from where: nodes have moved. */
  void forget() {
    Arrays.fill(rememberedNode, Tree.NONE);
  }

  /**
   * Deals out.
   *
   * @param position of the root; left as it was
   * @param playouts how many, at least 1
   */
  void deal(Position position, int playouts) {
    size = 0;
    seed += SEED_STEP;
    mostInTask = Math.max(1, playouts / (threads * TASKS_PER_THREAD));
    tree.visits[Tree.ROOT] += playouts;
    deal(Tree.ROOT, position.sideToMove(), Tree.NONE, playouts, position);
    assign(playouts);
  }

  private void deal(int from, int choosing, int above, int visits, Position position) {
    int entry = add(from, choosing, above, visits);
    if (visits <= mostInTask || !tree.isOpen(from) || !tree.isExpanded(from)) {
      return;
    }
    taken.setPlain(entry, 1);
    int first = tree.firstChild[from];
    int count = tree.count[from];
    int mover = position.sideToMove();
    float mean = mover == choosing ? tree.q[from] : -tree.q[from];
    int base = givenSize;
    givenSize += count;
    if (givenSize > given.length) {
      given = Arrays.copyOf(given, 2 * givenSize);
    }
    Arrays.fill(given, base, givenSize, 0);
    int step = Math.max(1, visits / STEPS);
    for (int left = visits; left > 0; left -= step) {
      int child = puct.select(tree, from, tree.visits[from] - left, mean);
      int share = Math.min(step, left);
      if (tree.visits[child] == 0) {
        tree.q[child] = mean; // Until its own is known.
        tree.prefix[from]++;
      }
      tree.visits[child] += share;
      given[base + child - first] += share;
    }
    for (int i = 0; i < count; i++) {
      if (given[base + i] > 0) {
        position.make(tree.move[first + i]);
        deal(first + i, mover, entry, given[base + i], position);
        position.unmake();
      }
    }
    givenSize = base;
  }

  private int add(int from, int choosing, int above, int visits) {
    if (size == node.length) {
      int room = 2 * size;
      node = Arrays.copyOf(node, room);
      parent = Arrays.copyOf(parent, room);
      chooser = Arrays.copyOf(chooser, room);
      owner = Arrays.copyOf(owner, room);
      AtomicIntegerArray more = new AtomicIntegerArray(room);
      for (int i = 0; i < size; i++) {
        more.setPlain(i, taken.getPlain(i));
      }
      taken = more;
      dealt = Arrays.copyOf(dealt, room);
      played = Arrays.copyOf(played, room);
      gained = Arrays.copyOf(gained, room);
    }
    node[size] = from;
    parent[size] = above;
    chooser[size] = (byte) choosing;
    taken.setPlain(size, 0);
    owner[size] = Tree.NONE;
    dealt[size] = visits;
    played[size] = 0;
    gained[size] = 0;
    return size++;
  }

  /** Gives each task to the thread that last played from there or near, unless that has its share already. */
  private void assign(int playouts) {
    Arrays.fill(load, 0);
    int fair = (playouts + threads - 1) / threads;
    for (int task = 0; task < size; task++) {
      if (taken.getPlain(task) == 0) {
        int thread = lastOwner(task);
        if (thread == Tree.NONE || load[thread] + dealt[task] > fair) {
          thread = least();
        }
        load[thread] += dealt[task];
        owner[task] = (short) thread;
      }
    }
  }

  private int lastOwner(int task) {
    for (int entry = task; entry != Tree.NONE; entry = parent[entry]) {
      if (rememberedNode[place(entry)] == node[entry]) {
        return rememberedOwner[place(entry)];
      }
    }
    return Tree.NONE;
  }

  private int place(int entry) {
    return node[entry] & REMEMBERED - 1;
  }

  private int least() {
    int least = 0;
    for (int thread = 1; thread < threads; thread++) {
      least = load[thread] < load[least] ? thread : least;
    }
    return least;
  }

  /**
   * Plays a thread's tasks, then those that others have not come to.
   *
   * @param position of the root, the thread's own; left as it was
   * @param meter the thread's own
   * @param goesOn asked before each playout
   */
  void play(int thread, Playout playout, Position position, Meter meter, BooleanSupplier goesOn) {
    for (int task = 0; task < size; task++) {
      if (owner[task] == thread && taken.compareAndSet(task, 0, 1)) {
        playTask(task, playout, position, meter, goesOn);
      }
    }
    for (int task = size - 1; task >= 0; task--) {
      if (taken.compareAndSet(task, 0, 1)) {
        owner[task] = (short) thread;
        playTask(task, playout, position, meter, goesOn);
      }
    }
  }

  private void playTask(int task, Playout playout, Position position, Meter meter, BooleanSupplier goesOn) {
    int base = node[task];
    int before = tree.visits[base] - dealt[task];
    boolean open = tree.isOpen(base);
    int moves = go(position, task);
    meter.draw(dealt[task]);
    playout.startFrom(base, chooser[task], before);
    playout.reseed(seed ^ task);
    for (int left = dealt[task]; left > 0 && tree.isOpen(base) == open && goesOn.getAsBoolean(); left--) {
      if (!meter.spendNode() || !playout.run(position, Tree.NONE, meter)) {
        break;
      }
    }
    played[task] = playout.visits() - before;
    gained[task] = playout.sum() - tree.sum[base];
    for (; moves > 0; moves--) {
      position.unmake();
    }
  }

  private int go(Position position, int entry) {
    if (parent[entry] == Tree.NONE) {
      return 0;
    }
    int moves = go(position, parent[entry]);
    position.make(tree.move[node[entry]]);
    return moves + 1;
  }

  /** Brings the results of a round up to the root. */
  void gather() {
    for (int entry = size - 1; entry >= 0; entry--) {
      int at = node[entry];
      int visits = tree.visits[at] - dealt[entry] + played[entry];
      if (visits > 0) {
        tree.write(at, visits, tree.sum[at] + gained[entry]);
      } else {
        tree.visits[at] = 0;
      }
      if (owner[entry] != Tree.NONE) {
        rememberedNode[place(entry)] = at;
        rememberedOwner[place(entry)] = owner[entry];
      }
      int above = parent[entry];
      if (above != Tree.NONE) {
        int sign = chooser[above] == chooser[entry] ? 1 : -1;
        played[above] += played[entry];
        gained[above] += sign * gained[entry];
        if (!tree.isOpen(at) && tree.isOpen(node[above])) {
          tree.proveFromChildren(node[above], sign);
        }
        if (visits == 0) {
          tree.forgetUnvisited(node[above]);
        }
      }
    }
  }
}
