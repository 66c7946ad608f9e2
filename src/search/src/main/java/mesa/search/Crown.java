package mesa.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * The top of a tree, from which a round of playouts is dealt out so that threads play them without meeting: each plays
 * from nodes of its own, and only the crown above them is common. A round
 * <ol>
 * <li>is {@linkplain #deal dealt}: visits are counted on the way down before anything is known of their results, so
 * that they spread as those of playouts under way do (Liu et al., <i>Watch the unobserved</i>, 2020), until few enough
 * go to a node that one thread can play them. Siblings make up a task;
 * <li>is {@linkplain #play played}, each thread taking its tasks in order. Within a task each playout goes to the sibling
 * that leads by what is known by then. Once none is worth what the last visit dealt was, the task ends, and the rest is
 * dealt anew: to spend visits on what has turned out bad would cost more strength than a thread can add;
 * <li>is {@linkplain #gather gathered}: results go up to the root, with proofs.
 * </ol>
 * Which thread plays what changes no result, so that equal seeds give equal trees with several threads too. Siblings
 * stay with their thread from round to round where that is fair, for there they lie in that core's cache.
 */
final class Crown {
  /** The smaller the tasks, the more even the threads' shares and the longer the dealing. */
  private static final int TASKS_PER_THREAD = 8;

  /** A node deals its visits in so many steps at most, which are single visits if it has few. */
  private static final int STEPS = 32;

  /** A node deals only where this many times the new visits are there already, so that they can't change its mean much. */
  private static final int SETTLED = 4;

  private static final long SEED_STEP = 0x9e3779b97f4a7c15L;

  /** Places for nodes whose thread is remembered. */
  private static final int REMEMBERED = 1 << 12;

  private final Tree tree;
  private final Puct puct;
  private final int threads;

  // Nodes of the round, parents before their children.
  private int size;
  private int[] node = new int[64];
  /** Of the moves that lead to a node: unlike its number it does not depend on which thread made it. */
  private long[] key = new long[64];
  private int[] parent = new int[64];
  private byte[] chooser = new byte[64];
  private int[] dealt = new int[64];
  private int[] played = new int[64];
  private long[] gained = new long[64];
  /** Whether a child that has been dealt visits has got none. */
  private boolean[] gaps = new boolean[64];
  /** What exploration adds to a node's mean, times 1 + its visits. */
  private float[] bonus = new float[64];

  // Tasks: siblings, from the first on.
  private int tasks;
  private int[] first = new int[64];
  private int[] playouts = new int[64];
  /** What the last visit dealt to a task's nodes was worth. */
  private float[] worth = new float[64];
  private short[] owner = new short[64];
  private AtomicIntegerArray taken = new AtomicIntegerArray(64);

  private int mostInTask;
  private int stretch;
  private int[] given = new int[256];
  private int[] share = new int[256];
  private int givenSize;
  private final int[] load;
  private int fairLoad;
  private final Siblings[] accounts;
  private final long[] rememberedKey = new long[REMEMBERED];
  private final short[] rememberedThread = new short[REMEMBERED];
  private long seed;

  /** Prepares for a number of threads. */
  Crown(Tree tree, Puct puct, int threads) {
    this.tree = tree;
    this.puct = puct;
    this.threads = threads;
    load = new int[threads];
    accounts = new Siblings[threads];
    Arrays.setAll(accounts, thread -> new Siblings());
    startSearch(0);
  }

  /** Starts a search: all chance in it follows from the seed. */
  void startSearch(long newSeed) {
    seed = newSeed;
    Arrays.fill(rememberedKey, 0);
  }

  /**
   * Deals out.
   *
   * @param position of the root, which is open and expanded; left as it was
   * @param round how many playouts, at least 1
   * @param newStretch a task that stays worth it may take so many times what it has been dealt
   */
  void deal(Position position, int round, int newStretch) {
    stretch = newStretch;
    size = 0;
    tasks = 0;
    seed += SEED_STEP;
    mostInTask = Math.max(1, round / (threads * TASKS_PER_THREAD));
    tree.visits[Tree.ROOT] += round;
    Arrays.fill(load, 0);
    fairLoad = (round + threads - 1) / threads;
    deal(add(Tree.ROOT, position.sideToMove(), Tree.NONE, round), position);
  }

  /** Deals a node's visits to its children. */
  private void deal(int entry, Position position) {
    int from = node[entry];
    int children = tree.firstChild[from];
    int count = tree.count[from];
    int mover = position.sideToMove();
    int base = givenSize;
    givenSize += count;
    if (givenSize > given.length) {
      given = Arrays.copyOf(given, 2 * givenSize);
      share = Arrays.copyOf(share, 2 * givenSize);
    }
    Arrays.fill(given, base, givenSize, 0);
    float last = spread(from, mover == chooser[entry] ? tree.q[from] : -tree.q[from], dealt[entry], base);
    for (int i = 0; i < count; i++) {
      if (given[base + i] > 0 && dealsOn(children + i, given[base + i])) {
        position.make(tree.move[children + i]);
        deal(add(children + i, mover, entry, given[base + i]), position);
        position.unmake();
      }
    }
    for (int i = 0; i < count; i++) {
      int visits = given[base + i];
      given[base + i] = visits > 0 && !dealsOn(children + i, visits) ? home(children + i, entry, visits) : Tree.NONE;
      share[base + i] = visits;
    }
    for (int thread = 0; thread < threads; thread++) {
      int task = Tree.NONE;
      for (int i = 0; i < count; i++) {
        if (given[base + i] == thread) {
          if (task == Tree.NONE || playouts[task] >= mostInTask) {
            task = addTask(thread, last);
          }
          playouts[task] += share[base + i];
          add(children + i, mover, entry, share[base + i]);
        }
      }
    }
    givenSize = base;
  }

  /** Gives a node to the thread that last played from there or near, unless that has its share of the round already. */
  private int home(int child, int above, int visits) {
    long childKey = keyOf(child, above);
    int thread = remembered(childKey);
    for (int entry = above; thread == Tree.NONE && entry != Tree.NONE; entry = parent[entry]) {
      thread = remembered(key[entry]);
    }
    if (thread == Tree.NONE || load[thread] + visits > fairLoad) {
      thread = least();
    }
    load[thread] += visits;
    rememberedKey[place(childKey)] = childKey;
    rememberedThread[place(childKey)] = (short) thread;
    return thread;
  }

  private long keyOf(int child, int above) {
    return Rng.mix(key[above] + 1 + tree.move[child]) | 1; // Never 0, which stands for an empty place.
  }

  private int remembered(long of) {
    return of != 0 && rememberedKey[place(of)] == of ? rememberedThread[place(of)] : Tree.NONE;
  }

  private static int place(long of) {
    return (int) (of >>> 32) & REMEMBERED - 1;
  }

  private boolean dealsOn(int child, int visits) {
    return visits > mostInTask && visits * SETTLED <= tree.visits[child] && tree.isOpen(child) && tree.isExpanded(child);
  }

  /** Counts visits of a node's children as the rule chooses them; returns the score of the last choice. */
  private float spread(int from, float mean, int visits, int base) {
    int step = Math.max(1, visits / STEPS);
    float score = Float.NEGATIVE_INFINITY;
    for (int left = visits; left > 0;) {
      int visitsBefore = tree.visits[from] - left;
      int child = puct.select(tree, from, visitsBefore, mean);
      int share = Math.min(step, left);
      if (tree.visits[child] == 0) {
        tree.q[child] = -1; // Until its own is known, one visit is enough.
        tree.prefix[from]++;
        share = 1;
      } else {
        score = puct.score(tree, child, visitsBefore);
      }
      tree.visits[child] += share;
      given[base + child - tree.firstChild[from]] += share;
      left -= share;
    }
    return score;
  }

  private int add(int at, int choosing, int above, int visits) {
    if (size == node.length) {
      int room = 2 * size;
      node = Arrays.copyOf(node, room);
      key = Arrays.copyOf(key, room);
      gaps = Arrays.copyOf(gaps, room);
      parent = Arrays.copyOf(parent, room);
      chooser = Arrays.copyOf(chooser, room);
      dealt = Arrays.copyOf(dealt, room);
      played = Arrays.copyOf(played, room);
      gained = Arrays.copyOf(gained, room);
      bonus = Arrays.copyOf(bonus, room);
    }
    node[size] = at;
    key[size] = above == Tree.NONE ? 0 : keyOf(at, above);
    gaps[size] = false;
    parent[size] = above;
    chooser[size] = (byte) choosing;
    dealt[size] = visits;
    played[size] = 0;
    gained[size] = 0;
    bonus[size] = above == Tree.NONE ? 0 : puct.bonus(tree, at, tree.visits[node[above]]);
    return size++;
  }

  private int addTask(int thread, float worthOf) {
    if (tasks == first.length) {
      int room = 2 * tasks;
      first = Arrays.copyOf(first, room);
      playouts = Arrays.copyOf(playouts, room);
      worth = Arrays.copyOf(worth, room);
      owner = Arrays.copyOf(owner, room);
      taken = new AtomicIntegerArray(room); // All are 0 while a round is dealt.
    }
    first[tasks] = size;
    playouts[tasks] = 0;
    worth[tasks] = worthOf;
    owner[tasks] = (short) thread;
    taken.setPlain(tasks, 0);
    return tasks++;
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
    for (int task = 0; task < tasks; task++) {
      if (owner[task] == thread && taken.compareAndSet(task, 0, 1)) {
        playTask(thread, task, playout, position, meter, goesOn);
      }
    }
    for (int task = tasks - 1; task >= 0; task--) {
      if (taken.compareAndSet(task, 0, 1)) {
        playTask(thread, task, playout, position, meter, goesOn);
      }
    }
  }

  private void playTask(
      int thread, int task, Playout playout, Position position, Meter meter, BooleanSupplier goesOn) {
    int from = first[task];
    int end = from;
    Siblings siblings = accounts[thread];
    siblings.clear();
    while (end < size && parent[end] == parent[from] && (task + 1 == tasks || end < first[task + 1])) {
      siblings.add(visits(end), tree.sum[node[end]], bonus[end]);
      end++;
    }
    int most = stretch * playouts[task];
    meter.draw(most);
    playout.reseed(seed ^ task);
    int moves = go(position, parent[from]);
    boolean proven = false;
    for (int left = most; left > 0 && !proven && goesOn.getAsBoolean(); left--) {
      int choice = siblings.leader();
      if (left < most && siblings.score(choice) < worth[task] || !meter.spendNode()) {
        break;
      }
      int at = node[from + choice];
      boolean open = tree.isOpen(at);
      playout.startFrom(at, chooser[from], siblings.visits(choice), siblings.sum(choice));
      position.make(tree.move[at]);
      boolean done = playout.run(position, Tree.NONE, meter);
      position.unmake();
      if (!done) {
        break;
      }
      siblings.visit(choice, playout.sum());
      proven = open && !tree.isOpen(at);
    }
    for (; moves > 0; moves--) {
      position.unmake();
    }
    for (int entry = from; entry < end; entry++) {
      gained[entry] = siblings.sum(entry - from) - tree.sum[node[entry]];
      played[entry] = siblings.visits(entry - from) - visits(entry);
    }
  }

  /** {@return visits of a node of the round, those before and those that have been played} */
  private int visits(int entry) {
    return tree.visits[node[entry]] - dealt[entry] + played[entry];
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
      int visits = visits(entry);
      if (visits > 0) {
        tree.write(at, visits, tree.sum[at] + gained[entry]);
      } else {
        tree.visits[at] = 0;
      }
      if (gaps[entry]) {
        tree.closeGaps(at);
      }
      int above = parent[entry];
      if (above != Tree.NONE) {
        int sign = chooser[above] == chooser[entry] ? 1 : -1;
        played[above] += played[entry];
        gained[above] += sign * gained[entry];
        if (!tree.isOpen(at) && tree.isOpen(node[above])) {
          tree.proveFromChildren(node[above], sign);
        }
        gaps[above] |= visits == 0;
      }
    }
  }
}
