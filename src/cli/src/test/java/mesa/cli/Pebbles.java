package mesa.cli;

import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * A game for these tests: some pebbles, of which each side in turn takes one or two; who takes the last one wins. A
 * position is written {@code 10 first}: pebbles left and the side to move; a move is how many are taken.
 */
record Pebbles(int pebbles) implements Game {
  static final int USUAL = 10;

  @Override
  public String name() {
    return pebbles == USUAL ? "pebbles" : "pebbles:size=" + pebbles;
  }

  @Override
  public Position start() {
    return new Heap(pebbles, 0);
  }

  @Override
  public Position parse(String text) {
    if (!text.matches("\\d{1,3} (first|second)")) {
      throw new BadInputException("\"" + text + "\" is no position; write pebbles left and the side to move: 10 first");
    }
    String[] words = text.split(" ");
    return new Heap(Integer.parseInt(words[0]), words[1].equals("first") ? 0 : 1);
  }

  /** A heap of pebbles. */
  private static final class Heap implements Position {
    private final int pebblesAtFirst;
    private final int sideAtFirst;
    private final Moves made = new Moves();
    private int left;

    Heap(int pebbles, int side) {
      pebblesAtFirst = pebbles;
      sideAtFirst = side;
      left = pebbles;
    }

    @Override
    public int sideToMove() {
      return (sideAtFirst + made.size()) % 2;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int take = 1; take <= Math.min(2, left); take++) {
        into.add(take);
      }
    }

    @Override
    public void make(int move) {
      made.add(move);
      left -= move;
    }

    @Override
    public void unmake() {
      left += made.get(made.size() - 1);
      int[] kept = made.toArray();
      made.clear();
      for (int i = 0; i < kept.length - 1; i++) {
        made.add(kept[i]);
      }
    }

    @Override
    public Outcome outcome() {
      return left == 0 ? Outcome.wonBy(1 - sideToMove()) : Outcome.ONGOING;
    }

    @Override
    public String ending() {
      return left == 0 ? "the last pebble is taken" : "";
    }

    @Override
    public long hash() {
      return Rng.mix(2 * left + sideToMove());
    }

    @Override
    public Position copy() {
      Heap copy = new Heap(pebblesAtFirst, sideAtFirst);
      for (int move : made.toArray()) {
        copy.make(move);
      }
      return copy;
    }

    @Override
    public int movesMade() {
      return made.size();
    }

    @Override
    public int moveMade(int index) {
      return made.get(index);
    }

    @Override
    public String text() {
      return left + (sideToMove() == 0 ? " first" : " second");
    }

    @Override
    public String format(int move) {
      return Integer.toString(move);
    }

    @Override
    public int parseMove(String text) {
      for (int move : Moves.of(this).toArray()) {
        if (format(move).equals(text)) {
          return move;
        }
      }
      throw new BadInputException("\"" + text + "\" is not legal in \"" + text() + "\"");
    }

    @Override
    public String diagram() {
      return "[" + "o".repeat(left) + "]";
    }
  }
}
