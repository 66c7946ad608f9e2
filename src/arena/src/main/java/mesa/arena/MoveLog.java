package mesa.arena;

import java.util.Arrays;
import java.util.function.Predicate;
import mesa.core.Claim;

/**
 * What each move of a game cost and what its player thought, in columns; the moves of the opening stand at zero. Grows
 * while the game is played and is left alone afterwards.
 */
final class MoveLog {
  /** Stands where a player had no opinion. */
  static final int NO_SCORE = Integer.MIN_VALUE;

  /** Stands where a move was the opening's. */
  static final int NOBODY = -1;

  private int size;
  private byte[] seats = new byte[16];
  private long[] nodes = new long[16];
  private long[] evaluations = new long[16];
  private long[] ticks = new long[16];
  private long[] nanos = new long[16];
  private int[] scores = new int[16];
  /** As long as the others once one is known, and empty until then. */
  private long[] cpuNanos = {};
  /** As long as the others once somebody has pondered, and empty until then. */
  private long[] ponderNanos = {};
  /** As long as the others once there is a claim, and empty until then. */
  private Claim[] claims = {};

  /** Adds a move of the opening, which cost nothing. */
  void opening() {
    add(NOBODY, 0, 0, 0, 0, NO_SCORE);
  }

  void add(int seat, long nodeCount, long evaluationCount, long tickCount, long nanoseconds, int score) {
    if (size == nodes.length) {
      seats = Arrays.copyOf(seats, 2 * size);
      nodes = Arrays.copyOf(nodes, 2 * size);
      evaluations = Arrays.copyOf(evaluations, 2 * size);
      ticks = Arrays.copyOf(ticks, 2 * size);
      nanos = Arrays.copyOf(nanos, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    seats[size] = (byte) seat;
    nodes[size] = nodeCount;
    evaluations[size] = evaluationCount;
    ticks[size] = tickCount;
    nanos[size] = nanoseconds;
    scores[size++] = score;
  }

  /** Keeps the processor time of the last move, or {@link Ledger#UNKNOWN}. */
  void cpu(long nanoseconds) {
    if (nanoseconds != Ledger.UNKNOWN || cpuNanos.length > 0) {
      int known = cpuNanos.length;
      if (known < size) {
        cpuNanos = Arrays.copyOf(cpuNanos, nodes.length);
        Arrays.fill(cpuNanos, known, nodes.length, Ledger.UNKNOWN);
      }
      cpuNanos[size - 1] = nanoseconds;
    }
  }

  /** Keeps the processor time that the player of the last move had pondered before it. */
  void ponder(long nanoseconds) {
    if (nanoseconds > 0) {
      ponderNanos = ponderNanos.length < size ? Arrays.copyOf(ponderNanos, nodes.length) : ponderNanos;
      ponderNanos[size - 1] = nanoseconds;
    }
  }

  /** Keeps what the player of the last move says of its search. */
  void claim(Claim claim) {
    if (!claim.equals(Claim.NONE)) {
      claims = claims.length < size ? Arrays.copyOf(claims, nodes.length) : claims;
      claims[size - 1] = claim;
    }
  }

  int size() {
    return size;
  }

  /** {@return who moved, 0 or 1, or {@link #NOBODY}} */
  int seat(int ply) {
    return seats[ply];
  }

  /** {@return whether seats 0 and 1 took turns from the first ply of all} */
  boolean alternates() {
    for (int ply = 0; ply < size; ply++) {
      if (seats[ply] != NOBODY && seats[ply] != ply % 2) {
        return false;
      }
    }
    return true;
  }

  /** {@return the seats of all who moved, a digit each, in order} */
  String movers() {
    StringBuilder text = new StringBuilder();
    for (int ply = 0; ply < size; ply++) {
      if (seats[ply] != NOBODY) {
        text.append(seats[ply]);
      }
    }
    return text.toString();
  }

  long nodes(int ply) {
    return nodes[ply];
  }

  long evaluations(int ply) {
    return evaluations[ply];
  }

  long ticks(int ply) {
    return ticks[ply];
  }

  long nanos(int ply) {
    return nanos[ply];
  }

  /** {@return what the player who moved expected, as {@link mesa.core.Score} counts, or {@link #NO_SCORE}} */
  int score(int ply) {
    return scores[ply];
  }

  /** {@return whether any move's processor time is known} */
  boolean hasCpu() {
    return cpuNanos.length > 0;
  }

  /** {@return nanoseconds of processor time, or {@link Ledger#UNKNOWN}} */
  long cpuNanos(int ply) {
    return ply < cpuNanos.length ? cpuNanos[ply] : Ledger.UNKNOWN;
  }

  /** {@return whether a player has pondered before any move} */
  boolean hasPondered() {
    return ponderNanos.length > 0;
  }

  /** {@return nanoseconds of processor time that the player who moved had pondered before} */
  long ponderNanos(int ply) {
    return ply < ponderNanos.length ? ponderNanos[ply] : 0;
  }

  /** {@return whether a player has said something of its search that is looked for} */
  boolean hasClaims(Predicate<Claim> which) {
    return Arrays.stream(claims).anyMatch(claim -> claim != null && which.test(claim));
  }

  /** {@return what the player who moved says of its search, {@link Claim#NONE} if nothing} */
  Claim claim(int ply) {
    return ply < claims.length && claims[ply] != null ? claims[ply] : Claim.NONE;
  }
}
