package mesa.arena;

/** What a draw has to know about a player: its points, whom it has met, and in which seat. Not thread-safe. */
final class SwissPlayer {
  private final int index;
  private final int lot;
  private final int[] meetings;
  private int points;
  private int byes;
  /** Games in which it moved first, less those in which it moved second. */
  private int seats;
  private int lastSeat = -1;

  /**
   * Enters a player.
   *
   * @param index as entered
   * @param lot its place among those with equal points, from 0
   * @param players how many there are
   */
  SwissPlayer(int index, int lot, int players) {
    this.index = index;
    this.lot = lot;
    meetings = new int[players];
  }

  int index() {
    return index;
  }

  int lot() {
    return lot;
  }

  /** {@return doubled points: 2 for a win, 1 for a draw} */
  int points() {
    return points;
  }

  int byes() {
    return byes;
  }

  int meetings(SwissPlayer other) {
    return meetings[other.index];
  }

  /** Notes that two players are drawn together, in these seats. */
  static void meet(SwissPlayer first, SwissPlayer second) {
    first.meetings[second.index]++;
    second.meetings[first.index]++;
    first.sit(0);
    second.sit(1);
  }

  private void sit(int seat) {
    seats += 1 - 2 * seat;
    lastSeat = seat;
  }

  /** Adds doubled points. */
  void score(int doubled) {
    points += doubled;
  }

  /** Notes a bye, which counts as so many doubled points. */
  void rest(int doubled) {
    byes++;
    points += doubled;
  }

  /** {@return whether both get the seat that is their due, or neither has one} */
  boolean suitsSeatOf(SwissPlayer other) {
    return due() * other.due() <= 0;
  }

  /** {@return whether both have had one seat two times more often than the other, and it was the same seat} */
  boolean needsSeatOf(SwissPlayer other) {
    return Math.abs(seats) >= 2 && Math.abs(other.seats) >= 2 && seats * other.seats > 0;
  }

  /** {@return below 0 if it should move first next time, above 0 if second: by balance, and then by turns} */
  private int due() {
    return seats != 0 ? 2 * seats : lastSeat < 0 ? 0 : 1 - 2 * lastSeat;
  }

  /** {@return whether this one moves first against that one; where nothing is due, lots decide by turns} */
  boolean movesFirst(SwissPlayer other, int turn) {
    return due() != other.due() ? due() < other.due() : (lot < other.lot) == (turn % 2 == 0);
  }
}
