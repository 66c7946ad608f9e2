package mesa.games.connectfour;

import mesa.core.FastPlayout;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import mesa.core.Solvable;
import mesa.core.Tactical;

/**
 * Two sets of {@linkplain Cells cells}: the discs of both sides, and those of the side to move. A move is the number of
 * its column, 0 to 6; moves are listed from the middle outwards, {@code d c e b f a g}.
 */
final class ConnectFourPosition implements Position, FastPlayout, Solvable, Tactical {
  /** Keeps the empty board from the hash 0, which a transposition table may take for an empty slot. */
  private static final long SALT = 0x636f6e6e65637434L;

  private static final int[] ORDER = {3, 2, 4, 1, 5, 0, 6};

  /** Bits of each of the columns that {@link #OPEN} lists. */
  private static final int OPEN_BITS = 8;
  /** The feet of all columns as numbers of cells, a byte each, the first column lowest. */
  private static final long OPEN = 42L << 48 | 35L << 40 | 28L << 32 | 21L << 24 | 14L << 16 | 7L << 8;
  /** One random number is enough for so many moves: the odds are off by less than 7^8 / 2^64. */
  private static final int MOVES_A_DRAW = 8;

  /** With so many discs, games have seldom come by a mirror image, and looking for it would cost more than it saves. */
  static final int MIRRORED = 24;

  private final byte[] made = new byte[Cells.COUNT];
  private final int discsAtFirst;
  private int count;
  private long discs;
  private long own;
  private Outcome outcome;

  /** Takes the discs of side 0 and of side 1, which have to be reachable in a game; whose turn it is follows. */
  ConnectFourPosition(long first, long second) {
    discs = first | second;
    count = Long.bitCount(discs);
    discsAtFirst = count;
    own = sideToMove() == 0 ? first : second;
    outcome = outcomeNow();
  }

  /** {@return the discs of both sides} */
  long discs() {
    return discs;
  }

  /** {@return the discs of a side} */
  long discs(int side) {
    return side == sideToMove() ? own : own ^ discs;
  }

  /** {@return how many discs there are} */
  int count() {
    return count;
  }

  @Override
  public int sideToMove() {
    return count & 1;
  }

  @Override
  public void legalMoves(Moves into) {
    if (outcome == Outcome.ONGOING) {
      list(~discs & Cells.TOP, into);
    }
  }

  /** Lists columns by their top cells. */
  private static void list(long tops, Moves into) {
    for (int column : ORDER) {
      if ((tops & Cells.column(column)) != 0) {
        into.add(column);
      }
    }
  }

  @Override
  public boolean isLegal(int move) {
    return move >= 0 && move < Cells.COLUMNS && outcome == Outcome.ONGOING
        && (discs & Cells.TOP & Cells.column(move)) == 0;
  }

  @Override
  public void make(int move) {
    assert (discs & Cells.TOP & Cells.column(move)) == 0 && outcome == Outcome.ONGOING : move + " in " + this;
    made[count++] = (byte) move;
    own ^= discs;
    discs |= discs + Cells.foot(move);
    outcome = outcomeNow();
  }

  /** Only the side that has just moved can have made a four. */
  private Outcome outcomeNow() {
    if (Cells.hasFour(own ^ discs)) {
      return Outcome.wonBy(count & 1 ^ 1);
    }
    return count == Cells.COUNT ? Outcome.DRAWN : Outcome.ONGOING;
  }

  @Override
  public void unmake() {
    assert count > discsAtFirst : this;
    int move = made[--count];
    // Adding the foot carries to the cell above the highest disc.
    discs ^= (discs + Cells.foot(move) & Cells.column(move) << 1) >>> 1;
    own ^= discs;
    outcome = Outcome.ONGOING;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public String ending() {
    return switch (outcome) {
      case ONGOING -> "";
      case DRAWN -> "board full";
      case FIRST_WON, SECOND_WON -> "four in a row";
    };
  }

  @Override
  public long hash() {
    return Rng.mix(SALT + key());
  }

  /**
   * Names the position: in each column the bit above its discs is set, and below it those of the discs that belong to
   * the side to move. No two positions share a key, and the scrambling is one to one, so none share a hash.
   */
  private long key() {
    return own + discs + Cells.FOOT;
  }

  @Override
  public Outcome playOut(Rng rng, int plies) {
    if (outcome != Outcome.ONGOING) {
      return outcome;
    }
    long open = OPEN;
    int columns = Cells.COLUMNS;
    for (long full = discs & Cells.TOP; full != 0; full ^= Long.highestOneBit(full)) {
      // From the right, so that the columns to the left of a full one are where they were.
      open = without(open, Cells.columnOf(Long.highestOneBit(full)));
      columns--;
    }
    long all = discs;
    long mine = own;
    long yours = own ^ discs;
    long chance = rng.next();
    int last = plies < Cells.COUNT - count ? count + plies : Cells.COUNT;
    for (int ply = count; ply < last; ply++) {
      // The integer part of a fraction times n is a draw from n; what is left of it is the next fraction.
      int index = (int) Math.unsignedMultiplyHigh(chance, columns);
      chance = (ply & MOVES_A_DRAW - 1) == 0 ? rng.next() : chance * columns;
      long foot = 1L << (open >>> index * OPEN_BITS); // Of the distance the lowest six bits count.
      long then = all | all + foot;
      long moved = mine | then ^ all;
      if (Cells.hasFour(moved)) {
        return Outcome.wonBy(ply & 1);
      }
      all = then;
      mine = yours;
      yours = moved;
      if ((all & foot << Cells.ROWS - 1) != 0) {
        open = without(open, index);
        columns--;
      }
    }
    return last == Cells.COUNT ? Outcome.DRAWN : Outcome.ONGOING;
  }

  /** Takes a column out of a list. */
  private static long without(long open, int index) {
    long before = (1L << index * OPEN_BITS) - 1;
    return open & before | open >>> OPEN_BITS & ~before;
  }

  /** Lists a move that makes four, or else one that keeps the other side from it. */
  @Override
  public void noisyMoves(Moves into) {
    if (outcome != Outcome.ONGOING) {
      return;
    }
    long cell = urgent();
    if (cell != 0) {
      into.add(Cells.columnOf(cell));
    }
  }

  @Override
  public void quietMoves(Moves into) {
    if (outcome == Outcome.ONGOING) {
      long cell = urgent();
      list(~discs & Cells.TOP & ~(cell == 0 ? 0 : Cells.column(Cells.columnOf(cell))), into);
    }
  }

  @Override
  public void quietChecks(Moves into) {
    if (outcome == Outcome.ONGOING) {
      long noisy = urgent();
      long checking = 0;
      for (long cells = Cells.landings(discs); cells != 0; cells &= cells - 1) {
        int column = Cells.columnOf(cells & -cells);
        if ((noisy & Cells.column(column)) == 0 && givesCheck(column)) {
          checking |= Cells.column(column);
        }
      }
      list(checking & Cells.TOP, into);
    }
  }

  /** {@return a cell that makes four, or else one that keeps the other side from it; 0 if there is neither} */
  private long urgent() {
    long landings = Cells.landings(discs);
    long cells = landings & Cells.threats(own, discs);
    return Long.lowestOneBit(cells != 0 ? cells : landings & Cells.threats(own ^ discs, discs));
  }

  @Override
  public int gain(int move) {
    return (urgent() & Cells.column(move)) != 0 ? 1 : 0;
  }

  /** A side and the cell that it fills. */
  @Override
  public int kind(int move) {
    return sideToMove() << 6 | Long.numberOfTrailingZeros(Cells.landings(discs) & Cells.column(move));
  }

  @Override
  public int exchange(int move) {
    return 0;
  }

  /** {@return whether the other side would make four if it were to move} */
  @Override
  public boolean inCheck() {
    return (Cells.landings(discs) & Cells.threats(own ^ discs, discs)) != 0;
  }

  @Override
  public boolean givesCheck(int move) {
    long after = discs | discs + Cells.foot(move);
    return (Cells.landings(after) & Cells.threats(own | after ^ discs, after)) != 0;
  }

  /** Passing is never an option: to be the one who need not move is what wins the endgame. */
  @Override
  public boolean makeNull() {
    return false;
  }

  @Override
  public int pliesLeft() {
    return Cells.COUNT - count;
  }

  @Override
  public long solverKey() {
    long key = key();
    return count < MIRRORED ? Math.min(key, Prospects.mirrored(key)) : key;
  }

  @Override
  public boolean canWin() {
    return (Cells.landings(discs) & Cells.threats(own, discs)) != 0;
  }

  @Override
  public int atBest() {
    return Prospects.atBest(own, discs);
  }

  @Override
  public void soundMoves(Moves into) {
    Prospects.listSound(own, discs, into);
  }

  @Override
  public Position copy() {
    return new ConnectFourPosition(this);
  }

  private ConnectFourPosition(ConnectFourPosition other) {
    System.arraycopy(other.made, 0, made, 0, other.count);
    discsAtFirst = other.discsAtFirst;
    count = other.count;
    discs = other.discs;
    own = other.own;
    outcome = other.outcome;
  }

  @Override
  public int movesMade() {
    return count - discsAtFirst;
  }

  @Override
  public int moveMade(int index) {
    assert index < movesMade() : index + " of " + movesMade();
    return made[discsAtFirst + index];
  }

  @Override
  public String text() {
    return Notation.text(this);
  }

  @Override
  public String format(int move) {
    return Notation.column(move);
  }

  @Override
  public int parseMove(String text) {
    return Notation.parseMove(text, this);
  }

  @Override
  public String diagram() {
    return Notation.diagram(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
