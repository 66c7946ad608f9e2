package mesa.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * Several threads that search one tree, in {@link Lane}s of which there are some more, and in rounds: between two rounds
 * they rest, and the caller has the tree to itself.
 */
final class Together implements Rounds {
  private static final int CLOSED = -1;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Lanes beyond one a thread: tasks that are dealt before anybody is there to play them. */
  private static final int SPARE = 2;

  /** A round is as many playouts as the root has visits, within bounds: what it deals by is known better as they grow. */
  private static final int MOST_IN_ROUND = 1 << 14;
  private static final int LEAST_IN_ROUND_PER_THREAD = 2;

  private final Tree tree;
  private final Lot rootLot;
  private final Ending ending;
  private final Crown crown;
  private final Turns turns;
  private final Lane[] lanes;
  private final List<Playout> playouts;
  /** By thread, that of the caller first. */
  private final Position[] positions;
  private final Meter[] meters;
  private final Waiting[] waiting;
  private Meter meter;
  /** The root, as the search began. */
  private Position origin;
  private int search;
  /** How many of the other threads are at work in the round, or CLOSED between rounds. */
  private final AtomicInteger present = new AtomicInteger(CLOSED);
  /** The round's number; guarded by {@link #present}. */
  private int round;
  private boolean started;
  private final Thread[] others;
  /** The search that a thread's position and meter are of, by thread. */
  private final int[] searches;
  private volatile boolean stopped;
  private final Caller caller = new Caller();
  private final BooleanSupplier allHaveLeft = () -> present.compareAndSet(0, CLOSED);
  private volatile boolean searching;
  private volatile boolean ended;
  private volatile Throwable failure;

  /** Whether the calling thread goes on; it counts each playout, apart from what others read before each of theirs. */
  private final class Caller extends Apart implements BooleanSupplier {
    int asked;

    @Override
    public boolean getAsBoolean() {
      return !stopped && (++asked % Ending.PLAYOUTS_PER_LOOK != 0 || !hasEnded());
    }

    /** What others write meanwhile is looked at only where the end follows from time anyhow. */
    private boolean hasEnded() {
      return Pace.isByClock(meter) && ending.hasCome();
    }
  }

  /**
   * Prepares; threads start with the first search.
   *
   * @param slack the {@link Crown}'s
   * @param isStochastic the evaluators'
   * @param cacheBytes what caches of values may take, of which each lane has one; 0 for none
   * @param playouts one for each thread, that of the caller first
   * @param rootLot the tree's, while the caller has it to itself
   */
  Together(Tree tree, Puct puct, float slack, boolean isStochastic, long cacheBytes, List<Playout> playouts, Lot rootLot,
      Ending ending) {
    this.tree = tree;
    this.rootLot = rootLot;
    this.ending = ending;
    this.playouts = playouts;
    int threads = playouts.size();
    lanes = new Lane[threads + SPARE];
    turns = new Turns(lanes.length);
    Arrays.setAll(lanes, number -> new Lane(
        new Lot(tree, lanes.length), cacheBytes == 0 ? null : new ValueCache(cacheBytes / lanes.length)));
    crown = new Crown(tree, puct, slack, isStochastic, lanes);
    positions = new Position[threads];
    meters = new Meter[threads];
    waiting = new Waiting[threads];
    searches = new int[threads];
    others = new Thread[threads - 1];
    Arrays.setAll(waiting, thread -> new Waiting());
  }

  @Override
  public void newGame() {
    for (Lane lane : lanes) {
      lane.newGame();
    }
  }

  @Override
  public void startSearch(Position position, Meter newMeter, long seed) {
    failure = null;
    meter = newMeter;
    search++;
    searching = true;
    origin = position.copy();
    crown.startSearch(seed);
    for (Lane lane : lanes) {
      lane.clear();
    }
    positions[0] = position;
    meters[0] = meter.fork();
    searches[0] = search;
    if (!started) {
      started = true;
      for (int i = 1; i < waiting.length; i++) {
        int thread = i;
        others[i - 1] = Thread.ofPlatform().daemon().name("mcts-" + thread).start(() -> playRounds(thread));
      }
    }
    wakeOthers();
  }

  @Override
  public void giveUpLots() {
    for (Lane lane : lanes) {
      lane.lot.giveUp();
    }
  }

  @Override
  public boolean isFull() {
    return !reserve(0);
  }

  /**
   * Has the tree grow for a round, as far as it may.
   *
   * @param playouts in the round
   * @return false if there is not even room for each lane to begin
   */
  private boolean reserve(int playouts) {
    int widest = rootLot.widest();
    int moves = widest;
    for (Lane lane : lanes) {
      lane.lot.expect(widest);
      moves = Math.max(moves, lane.lot.widest());
    }
    Lot lot = lanes[0].lot;
    for (int part = playouts; part > 0; part /= 2) { // In every lane something stays unused.
      int task = Math.min(part, Crown.MOST_IN_TASK);
      int nodes = 2 * (part + lanes.length * lot.nodesFor(task));
      int edges = part * (1 + moves) / 2 + 2 * lanes.length * lot.edgesFor(task);
      if (tree.growFor(nodes, edges)) {
        return true;
      }
    }
    return tree.growFor(lanes.length * moves, lanes.length * (1 + moves));
  }

  @Override
  public void endSearch() {
    searching = false;
    giveUpLots();
  }

  private void wakeOthers() {
    for (int thread = 1; thread < waiting.length; thread++) {
      waiting[thread].wake();
    }
  }

  @Override
  public int playRound() {
    int most = playoutsInRound();
    boolean fits = reserve(most);
    for (Lane lane : lanes) {
      lane.lot.setClosed(!fits);
    }
    stopped = false;
    caller.asked = 0;
    crown.startRound(most, meter.budget().evaluations() - meter.evaluations());
    turns.start();
    round++;
    present.set(0);
    wakeOthers();
    play(0, caller);
    waiting[0].until(allHaveLeft, () -> true);
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    crown.endRound();
    return Tree.NONE;
  }

  /** {@return how many playouts the next round has at most} */
  private int playoutsInRound() {
    long left = Math.min(tree.visitsLeft(), meter.budget().nodes() - meter.nodes());
    int share = Math.clamp(tree.visits[Tree.ROOT], LEAST_IN_ROUND_PER_THREAD * playouts.size(), MOST_IN_ROUND);
    return (int) Math.min(share, Math.min(left, ending.playoutsBefore()));
  }

  private void play(int thread, BooleanSupplier goesOn) {
    try {
      takeUpSearch(thread);
      for (int looks = 0; !turns.areOver(); looks++) {
        if (takeTurn(thread) || playTask(thread, goesOn)) {
          looks = 0;
        } else {
          Waiting.pause(looks);
        }
      }
    } catch (Throwable e) { // Rethrown once all threads have left the round.
      failure = e;
      stopped = true;
      turns.breakOff();
    }
  }

  /** A thread makes what it writes to, so that it lies apart from that of others. */
  private void takeUpSearch(int thread) {
    if (searches[thread] != search) {
      positions[thread] = origin.copy();
      meters[thread] = meter.fork();
      searches[thread] = search;
    }
  }

  /** Whoever has the turn has the crown to himself. Returns false if none is due. */
  private boolean takeTurn(int thread) {
    int number = turns.takeTurn();
    if (number == Turns.NONE) {
      return false;
    }
    Lane lane = lanes[number];
    if (lane.hasTask()) {
      crown.gather(lane);
    }
    if (crown.isDealt()) {
      turns.close(number);
    } else if (crown.deal(lane, positions[thread])) {
      turns.endTurnWithTask(number);
    } else {
      turns.endTurnWithout(number);
    }
    return true;
  }

  /** Plays a task that is dealt; returns false if there is none. */
  private boolean playTask(int thread, BooleanSupplier goesOn) {
    int number = turns.takeTask();
    if (number == Turns.NONE) {
      return false;
    }
    Lane lane = lanes[number];
    Meter own = meters[thread];
    own.draw(lane.dealt, lane.evaluationsDealt);
    playouts.get(thread).reseed(lane.seed);
    lane.play(tree, playouts.get(thread), positions[thread], own, goesOn);
    meter.join(own);
    turns.endTask(number);
    return true;
  }

  private void playRounds(int thread) {
    int[] last = {0};
    BooleanSupplier enters = () -> ended || enter(last);
    BooleanSupplier goesOn = () -> !stopped;
    while (true) {
      int before = last[0];
      waiting[thread].until(enters, () -> searching);
      if (last[0] == before) { // Closed. A round that has been entered must be left, though, for the caller waits.
        return;
      }
      play(thread, goesOn);
      present.decrementAndGet();
      waiting[0].wake();
    }
  }

  /** Joins the round, unless there is none or this thread has played in it. */
  private boolean enter(int[] last) {
    int others = present.get();
    if (others == CLOSED || round == last[0] || !present.compareAndSet(others, others + 1)) {
      return false;
    }
    last[0] = round;
    return true;
  }

  @Override
  public long cpuNanosOfOthers() {
    long sum = 0;
    for (Thread thread : others) {
      sum += thread == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
    }
    return sum;
  }

  @Override
  public void close() {
    ended = true;
    wakeOthers();
  }
}
