package mesa.games.hex;

import mesa.core.FastPlayout;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Two sets of {@linkplain Cells cells}, one a side, and the {@linkplain Chains chains} that they form. A move is its
 * cell; moves are listed row by row from the top left corner.
 */
final class HexPosition implements Position, FastPlayout {
  final Board board;
  private final long[][] stones = new long[2][Cells.WORDS];
  private final Chains chains;
  private final Playout playout;
  /** By move made: its cell, and how many joins there were before it. */
  private final short[] made;
  private final short[] joinsBefore;
  private int movesMade;
  private int empty;
  private int side;
  private long hash;
  private Outcome outcome = Outcome.ONGOING;

  /** Makes an empty board. */
  HexPosition(Board board) {
    this.board = board;
    chains = new Chains(board);
    playout = new Playout(board);
    empty = board.size * board.size;
    made = new short[empty];
    joinsBefore = new short[empty];
    hash = Zobrist.EMPTY;
  }

  /** Takes the stones of side 0, those of side 1 and the side to move; they have to be reachable in a game. */
  HexPosition(Board board, long[] first, long[] second, int side) {
    this(board);
    place(first, 0);
    place(second, 1);
    this.side = side;
    if (chains.joinsEdges(side ^ 1)) {
      outcome = Outcome.wonBy(side ^ 1);
    }
  }

  private HexPosition(HexPosition other) {
    board = other.board;
    System.arraycopy(other.stones[0], 0, stones[0], 0, Cells.WORDS);
    System.arraycopy(other.stones[1], 0, stones[1], 0, Cells.WORDS);
    chains = new Chains(other.chains);
    playout = new Playout(board);
    made = other.made.clone();
    joinsBefore = other.joinsBefore.clone();
    movesMade = other.movesMade;
    empty = other.empty;
    side = other.side;
    hash = other.hash;
    outcome = other.outcome;
  }

  private void place(long[] cells, int of) {
    for (int cell = Cells.next(cells, 0); cell >= 0; cell = Cells.next(cells, cell + 1)) {
      put(cell, of);
    }
  }

  private void put(int cell, int of) {
    Cells.add(stones[of], cell);
    chains.add(cell, of);
    hash ^= Zobrist.of(cell, of);
    empty--;
  }

  /** {@return the stones of a side; not to be changed} */
  long[] stones(int of) {
    return stones[of];
  }

  /** {@return how many cells are empty} */
  int empty() {
    return empty;
  }

  @Override
  public int sideToMove() {
    return side;
  }

  @Override
  public void legalMoves(Moves into) {
    if (outcome != Outcome.ONGOING) {
      return;
    }
    for (int word = 0; word < board.words; word++) {
      int base = 64 * word;
      for (long free = board.cells[word] & ~(stones[0][word] | stones[1][word]); free != 0; free &= free - 1) {
        into.add(base + Long.numberOfTrailingZeros(free));
      }
    }
  }

  @Override
  public void make(int move) {
    assert Cells.has(board.cells, move) && !Cells.has(stones[0], move) && !Cells.has(stones[1], move)
        && outcome == Outcome.ONGOING : move + " in " + this;
    made[movesMade] = (short) move;
    joinsBefore[movesMade++] = (short) chains.joins();
    put(move, side);
    if (chains.joinsEdges(side)) {
      outcome = Outcome.wonBy(side);
    }
    side ^= 1;
  }

  @Override
  public void unmake() {
    assert movesMade > 0 : this;
    side ^= 1;
    int move = made[--movesMade];
    Cells.toggle(stones[side], move);
    chains.remove(move, joinsBefore[movesMade]);
    hash ^= Zobrist.of(move, side);
    empty++;
    outcome = Outcome.ONGOING;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public String ending() {
    return switch (outcome) {
      case FIRST_WON -> "top and bottom joined";
      case SECOND_WON -> "left and right joined";
      case ONGOING, DRAWN -> "";
    };
  }

  @Override
  public Outcome playOut(Rng rng, int plies) {
    return outcome == Outcome.ONGOING ? playout.play(stones, empty, side, rng, plies) : outcome;
  }

  @Override
  public long hash() {
    return hash;
  }

  @Override
  public Position copy() {
    return new HexPosition(this);
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
