package mesa.arena;

/** What one player's moves cost each, gathered over its games, where the journal tells of moves. Not thread-safe. */
final class MoveCosts {
  /** Processor time of a few quick moves is unknown; of more, the others would tell too little. */
  private static final double KNOWN = 0.9;

  private final Spread nodes = new Spread();
  private final Spread nanos = new Spread();
  private final Spread cpuNanos = new Spread();

  /** Adds the moves of a game that one seat made. */
  void add(MoveLog log, int seat) {
    for (int ply = 0; ply < log.size(); ply++) {
      if (log.seat(ply) == seat) {
        nodes.add(log.nodes(ply));
        nanos.add(log.nanos(ply));
        if (log.cpuNanos(ply) != Ledger.UNKNOWN) {
          cpuNanos.add(log.cpuNanos(ply));
        }
      }
    }
  }

  /** {@return nodes of a move, or null if no move is known} */
  Quantiles nodes() {
    return nodes.quantiles();
  }

  /** {@return nanoseconds of a move by the clock, or null likewise} */
  Quantiles nanos() {
    return nanos.quantiles();
  }

  /** {@return nanoseconds of processor time of a move, or null if that of too many moves is not known} */
  Quantiles cpuNanos() {
    return cpuNanos.count() < KNOWN * nanos.count() ? null : cpuNanos.quantiles();
  }
}
