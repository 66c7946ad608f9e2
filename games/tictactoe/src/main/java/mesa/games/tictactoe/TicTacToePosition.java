package mesa.games.tictactoe;

import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** Two sets of {@linkplain Lines cells}, one a side. A move is the number of its cell. */
final class TicTacToePosition implements Position {
  static final int CELLS = 9;

  /** Keeps the empty board from the hash 0, which a transposition table may take for an empty slot. */
  private static final long SALT = 0x7469637461637465L;

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
