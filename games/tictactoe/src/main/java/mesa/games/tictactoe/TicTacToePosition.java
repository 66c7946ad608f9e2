package mesa.games.tictactoe;

import mesa.core.FastPlayout;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** Two sets of {@linkplain Lines cells}, one a side. A move is the number of its cell. */
final class TicTacToePosition implements Position, FastPlayout {
  static final int CELLS = 9;

  /** Keeps the empty board from the hash 0, which a transposition table may take for an empty slot. */
  private static final long SALT = 0x7469637461637465L;

  /** By free cells and a number: the free cell that has so many before it. */
  private static final byte[] FREE = new byte[(Lines.ALL + 1) * CELLS];

  static {
    for (int free = 0; free <= Lines.ALL; free++) {
      int number = 0;
      for (int left = free; left != 0; left &= left - 1) {
        FREE[free * CELLS + number++] = (byte) Integer.numberOfTrailingZeros(left);
      }
    }
  }

  private final int[] cells = new int[2];
  private final byte[] made = new byte[CELLS];
  private int movesMade;
  private int side;

  /** Takes the cells of side 0, those of side 1 and the side to move; they have to be reachable in a game. */
  TicTacToePosition(int first, int second, int side) {
    cells[0] = first;
    cells[1] = second;
    this.side = side;
  }

  /** {@return the cells of a side} */
  int cells(int of) {
    return cells[of];
  }

  @Override
  public int sideToMove() {
    return side;
  }

  @Override
  public void legalMoves(Moves into) {
    if (outcome().isOver()) {
      return;
    }
    for (int free = Lines.ALL & ~(cells[0] | cells[1]); free != 0; free &= free - 1) {
      into.add(Integer.numberOfTrailingZeros(free));
    }
  }

  @Override
  public void make(int move) {
    assert ((cells[0] | cells[1]) >> move & 1) == 0 && !outcome().isOver() : move + " in " + this;
    made[movesMade++] = (byte) move;
    cells[side] |= 1 << move;
    side ^= 1;
  }

  @Override
  public void unmake() {
    assert movesMade > 0 : this;
    side ^= 1;
    cells[side] ^= 1 << made[--movesMade];
  }

  @Override
  public Outcome outcome() {
    // Only the side that has just moved can have completed a line.
    if (Lines.won(cells[side ^ 1])) {
      return Outcome.wonBy(side ^ 1);
    }
    return (cells[0] | cells[1]) == Lines.ALL ? Outcome.DRAWN : Outcome.ONGOING;
  }

  @Override
  public Outcome playOut(Rng rng, int plies) {
    return plies < CELLS - Integer.bitCount(cells[0] | cells[1])
        ? playSome(rng, plies)
        : RandomPlay.outcome(cells[0], cells[1], (int) (rng.next() >>> Long.SIZE - RandomPlay.BITS));
  }

  /** Plays random moves, which may be broken off. */
  private Outcome playSome(Rng rng, int plies) {
    Outcome outcome = outcome();
    int mover = cells[side];
    int other = cells[side ^ 1];
    int free = Lines.ALL & ~(mover | other);
    int turn = side;
    // One random number does for all moves: as a fraction, times the number of free cells, it is a choice and what is
    // left of the fraction. There are at most 9! ways to fill the board, far fewer than 2^64.
    long fraction = rng.next();
    for (int made = 0; !outcome.isOver() && made < plies; made++) {
      int count = Integer.bitCount(free);
      int cell = 1 << FREE[free * CELLS + (int) Math.unsignedMultiplyHigh(fraction, count)];
      fraction *= count;
      free ^= cell;
      int moved = mover | cell;
      outcome = Lines.won(moved) ? Outcome.wonBy(turn) : free == 0 ? Outcome.DRAWN : Outcome.ONGOING;
      mover = other;
      other = moved;
      turn ^= 1;
    }
    return outcome;
  }

  @Override
  public String ending() {
    return switch (outcome()) {
      case ONGOING -> "";
      case DRAWN -> "board full";
      case FIRST_WON, SECOND_WON -> "three in a row";
    };
  }

  @Override
  public long hash() {
    // The side to move follows from the cells. The scrambling is one to one, so no two positions share a hash.
    return Rng.mix(SALT + (cells[0] | cells[1] << CELLS));
  }

  @Override
  public Position copy() {
    TicTacToePosition copy = new TicTacToePosition(cells[0], cells[1], side);
    System.arraycopy(made, 0, copy.made, 0, movesMade);
    copy.movesMade = movesMade;
    return copy;
  }

  @Override
  public int movesMade() {
    return movesMade;
  }

  @Override
  public int moveMade(int index) {
    assert index < movesMade : index + " of " + movesMade;
    return made[index];
  }

  @Override
  public String text() {
    return Notation.text(this);
  }

  @Override
  public String format(int move) {
    return Notation.cell(move);
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
