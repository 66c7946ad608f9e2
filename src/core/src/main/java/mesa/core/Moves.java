package mesa.core;

import java.util.Arrays;

/**
 * A reusable list of moves, each an {@code int} coded by its game. Grows when it must and never shrinks, so a warm list
 * allocates nothing. Not thread-safe.
 */
public final class Moves {
  private int[] moves;
  private int size;

  /** Makes an empty list with room for 256 moves, more than any position of chess has. */
  public Moves() {
    this(256);
  }

  /**
   * Makes an empty list.
   *
   * @param room moves that fit before the list has to grow, at least 0
   */
  public Moves(int room) {
    moves = new int[room];
  }

  /**
   * Lists the legal moves of a position. Allocates: for tests, protocols and players in no hurry.
   *
   * @param position any position
   * @return a new list, in the position's order; empty if the game is over
   */
  public static Moves of(Position position) {
    Moves moves = new Moves(64);
    position.legalMoves(moves);
    return moves;
  }

  /** {@return how many moves there are} */
  public int size() {
    return size;
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * Reads a move.
   *
   * @param index in [0, {@link #size}); unchecked beyond that (asserted)
   * @return the move there
   */
  public int get(int index) {
    assert index < size : index + " of " + size;
    return moves[index];
  }

  /**
   * Appends a move.
   *
   * @param move any move
   */
  public void add(int move) {
    if (size == moves.length) {
      moves = Arrays.copyOf(moves, Math.max(16, 2 * size));
    }
    moves[size++] = move;
  }

  /**
   * Appends moves.
   *
   * @param others what is appended, in its order
   */
  public void addAll(Moves others) {
    for (int i = 0; i < others.size; i++) {
      add(others.get(i));
    }
  }

  /**
   * Takes moves out; the others keep their order.
   *
   * @param others what is taken out, as far as it is there
   */
  public void removeAll(Moves others) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!others.contains(moves[i])) {
        moves[kept++] = moves[i];
      }
    }
    size = kept;
  }

  /**
   * Overwrites a move, for lists that are sorted in place.
   *
   * @param index in [0, {@link #size})
   * @param move what stands there from now on
   */
  public void set(int index, int move) {
    assert index < size : index + " of " + size;
    moves[index] = move;
  }

  /** Empties the list and keeps its room. */
  public void clear() {
    size = 0;
  }

  /**
   * Looks a move up.
   *
   * @param move any move
   * @return its first index, or -1
   */
  public int indexOf(int move) {
    for (int i = 0; i < size; i++) {
      if (moves[i] == move) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Looks a move up.
   *
   * @param move any move
   * @return whether it is listed
   */
  public boolean contains(int move) {
    return indexOf(move) >= 0;
  }

  /** {@return the moves as a new array} */
  public int[] toArray() {
    return Arrays.copyOf(moves, size);
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}
