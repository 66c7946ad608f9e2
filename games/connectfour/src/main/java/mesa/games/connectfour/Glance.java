package mesa.games.connectfour;

/** What the rules look at, seen from the side to move. */
final class Glance {
  final long own;
  final long other;
  /** Cells on which a disc may fall. */
  final long landings;
  /** Free cells with which a side would make four, sooner or later. */
  final long ownThreats;
  final long otherThreats;
  /** Landings after which the other side can't make four on top of the disc. */
  final long sound;
  /** The rows that the mover comes to fill when the rest of the board is full: odd for side 0, even for side 1. */
  final long ownRows;

  Glance(ConnectFourPosition position) {
    int side = position.sideToMove();
    own = position.discs(side);
    other = position.discs(side ^ 1);
    landings = Cells.landings(own | other);
    ownThreats = Cells.threats(own, own | other);
    otherThreats = Cells.threats(other, own | other);
    sound = landings & ~(otherThreats >>> 1);
    ownRows = side == 0 ? Cells.ODD_ROWS : ~Cells.ODD_ROWS;
  }

  /** {@return the landings on which {@code own} makes two threats at once, or two on top of each other} */
  static long forks(long own, long other) {
    long forks = 0;
    for (long left = Cells.landings(own | other); left != 0; left &= left - 1) {
      long cell = Long.lowestOneBit(left);
      long threats = Cells.threats(own | cell, own | other | cell);
      long wins = threats & Cells.landings(own | other | cell);
      if ((wins & wins - 1 | wins << 1 & threats) != 0) {
        forks |= cell;
      }
    }
    return forks;
  }

  /** {@return the landings on which {@code own} makes a threat in these rows that it hasn't yet} */
  static long makersOf(long rows, long own, long other) {
    long makers = 0;
    long now = Cells.threats(own, own | other);
    for (long left = Cells.landings(own | other); left != 0; left &= left - 1) {
      long cell = Long.lowestOneBit(left);
      if ((Cells.threats(own | cell, own | other | cell) & ~now & rows) != 0) {
        makers |= cell;
      }
    }
    return makers;
  }
}
