package mesa.arena;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Player;

/**
 * What one seat spends in a game. Processor time is that of the thread that asks for moves, and what is {@linkplain
 * Player#cpuNanosElsewhere thought elsewhere}, by the player's word or by what is seen of its threads. Processor time is read around moves that promise to be long enough for that not to
 * matter, by how long the player's last one took; of the others it is estimated, as their share of the clock's time. What a
 * player ponders stands apart from all of that.
 */
final class Ledger {
  /** Stands for processor time that was not measured. */
  static final long UNKNOWN = -1;

  /** Reading a thread's processor time twice costs a microsecond. */
  private static final long MEASURED_FROM_NANOS = 50_000;

  /** Reading another process's costs up to some 50 us. */
  private static final long ELSEWHERE_MEASURED_FROM_NANOS = 10_000_000;

  /** No thread is started in less. */
  private static final long THREADS_FROM_NANOS = 20_000;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final OwnThreads threads;
  private final Map<Entrant, Long> lastNanos = new IdentityHashMap<>();
  private Entrant entrant;
  private Player player;
  private long last;

  private long moves;
  private long nodes;
  private long evaluations;
  private long ticks;
  private long nanos;
  private long bytes;
  private long madeBytes;
  private long peakBytes;
  private long measuredCpuNanos;
  private long unmeasuredNanos;
  private long elsewhereAtStart;
  private long elsewhereInMoves;
  private long ponderAtStart;
  private long ponderInMove;
  /** Of moves around which what was thought elsewhere was not measured. */
  private long unseenNanos;
  private BudgetUse use;

  private long bytesBefore;
  private long cpuBefore;
  private long elsewhereBefore;
  private long ponderBefore;

  /**
   * Begins a ledger.
   *
   * @param threads that players start
   */
  Ledger(OwnThreads threads) {
    this.threads = threads;
  }

  /**
   * Opens the page of a new game.
   *
   * @param newEntrant who it is
   * @param newPlayer that plays it
   * @param bytesOfMaking what of Java's heap making the player took
   */
  void open(Entrant newEntrant, Player newPlayer, long bytesOfMaking) {
    entrant = newEntrant;
    player = newPlayer;
    madeBytes = bytesOfMaking;
    peakBytes = 0;
    last = lastNanos.getOrDefault(newEntrant, 0L);
    moves = 0;
    nodes = 0;
    evaluations = 0;
    ticks = 0;
    nanos = 0;
    bytes = 0;
    measuredCpuNanos = 0;
    unmeasuredNanos = 0;
    elsewhereInMoves = 0;
    elsewhereAtStart = 0;
    ponderAtStart = 0;
    ponderBefore = 0;
    ponderInMove = 0;
    unseenNanos = 0;
    use = BudgetUse.NONE;
  }

  /** Notes that the player begins to get ready. */
  void beforeReady() {
    bytesBefore = ThreadUsage.bytes();
  }

  /** Notes that it has. */
  void afterReady() {
    peakBytes = ThreadUsage.bytes() - bytesBefore;
    threads.look(player);
  }

  /** Notes that the first move is near: what either player has done until now is no part of the game. */
  void begin() {
    elsewhereAtStart = elsewhere();
    ponderAtStart = pondered();
    ponderBefore = ponderAtStart;
  }

  private long elsewhere() {
    return Math.max(threads.cpuNanos(player), asked(player::cpuNanosElsewhere));
  }

  private long pondered() {
    return asked(player::ponderNanosElsewhere);
  }

  private static long asked(LongSupplier amount) {
    try {
      return amount.getAsLong();
    } catch (RuntimeException | Error e) {
      return 0; // It plays on; only its bill is wrong.
    }
  }

  /** Notes that a move begins. */
  void before() {
    elsewhereBefore = last >= ELSEWHERE_MEASURED_FROM_NANOS ? elsewhere() - pondered() : UNKNOWN;
    cpuBefore = last >= MEASURED_FROM_NANOS ? ThreadUsage.cpuNanos() : UNKNOWN;
    bytesBefore = ThreadUsage.bytes();
  }

  /**
   * Notes that a move has been made.
   *
   * @param meter what it counted
   * @param elapsedNanos how long it took by the clock
   * @return processor time in nanoseconds, or {@link #UNKNOWN}
   */
  long after(Meter meter, long elapsedNanos) {
    long taken = ThreadUsage.bytes() - bytesBefore;
    bytes += taken;
    peakBytes = Math.max(peakBytes, taken);
    count(meter, elapsedNanos);
    if (elapsedNanos >= THREADS_FROM_NANOS) {
      threads.look(player);
    }
    long pondered = pondered();
    ponderInMove = pondered - ponderBefore;
    ponderBefore = pondered;
    long cpu = UNKNOWN;
    if (cpuBefore == UNKNOWN) {
      unmeasuredNanos += elapsedNanos;
    } else {
      cpu = ThreadUsage.cpuNanos() - cpuBefore;
      measuredCpuNanos += cpu;
    }
    if (elsewhereBefore == UNKNOWN) {
      unseenNanos += elapsedNanos;
      return elsewhereAtStart == 0 ? cpu : UNKNOWN;
    }
    long there = Math.max(0, elsewhere() - pondered - elsewhereBefore);
    elsewhereInMoves += there;
    return cpu + there;
  }

  /** {@return nanoseconds of processor time that the player had pondered before its last move, since the one before} */
  long ponderNanos() {
    return ponderInMove;
  }

  /** Notes a move that was never made, from another thread than the one that waits for it. */
  void leave(Meter meter, long elapsedNanos) {
    count(meter, elapsedNanos);
    unmeasuredNanos += elapsedNanos;
  }

  private void count(Meter meter, long elapsedNanos) {
    moves++;
    nodes += meter.nodes();
    evaluations += meter.evaluations();
    ticks += meter.ticks();
    nanos += elapsedNanos;
    last = elapsedNanos;
  }

  /** Notes how a move kept to its budget. */
  void use(BudgetUse ofMove) {
    use = use.plus(ofMove);
  }

  /**
   * Closes the page.
   *
   * @param share of the processor that the thread had of late, in [0, 1]
   * @return what the game has cost
   */
  Cost close(double share) {
    lastNanos.put(entrant, last);
    long pondered = Math.max(0, pondered() - ponderAtStart);
    long elsewhere = Math.max(0, elsewhere() - elsewhereAtStart - pondered);
    // More than all processors together no thread elsewhere can have taken during moves that were not looked at.
    use = use.away(Math.max(0, elsewhere - elsewhereInMoves - unseenNanos * PROCESSORS));
    long cpu = measuredCpuNanos + (long) (share * unmeasuredNanos) + elsewhere;
    long process = asked(player::peakBytesElsewhere);
    return new Cost(moves, nodes, evaluations, ticks, nanos, cpu, bytes, process > 0 ? process : madeBytes + peakBytes,
        pondered);
  }

  /** {@return how the seat has kept to its budget; whole after {@link #close}} */
  BudgetUse use() {
    return use;
  }
}
