package mesa.arena;

import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Moves;
import mesa.core.Option;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Spec;

/**
 * Two players take one to three stones from a pile; who takes the last one wins, or with {@code dull=true} nobody. A text
 * may end with the number of the move. Two stones taken are progress; of fewer than three stones the first player can't win.
 */
record Pile(int size, boolean dull) implements Game {
  private static final Option<Long> SIZE = Option.integer("size", 21L, 1, 1000, "stones");
  private static final Option<Boolean> DULL = Option.flag("dull", false, "whether every game is a draw");

  @Override
  public String name() {
    return "pile:" + (dull ? "dull=true," : "") + "size=" + size;
  }

  @Override
  public Position start() {
    return new Stones(size, 0, dull, new int[0]);
  }

  @Override
  public Position parse(String text) {
    try {
      String[] parts = text.split("/");
      Stones stones = new Stones(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), dull, new int[0]);
      stones.numberBefore = parts.length > 2 ? Integer.parseInt(parts[2]) - 1 : 0;
      return stones;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new BadInputException("\"" + text + "\" is no pile; write STONES/SIDE", e);
    }
  }

  /** Finds it by name. */
  public static final class Provider implements GameProvider {
    /** Makes it. */
    public Provider() {}

    @Override
    public String name() {
      return "pile";
    }

    @Override
    public String summary() {
      return "a game for tests";
    }

    @Override
    public java.util.List<Option<?>> options() {
      return java.util.List.of(SIZE, DULL);
    }

    @Override
    public Game create(Spec spec) {
      return new Pile(spec.get(SIZE).intValue(), spec.get(DULL));
    }
  }

  private static final class Stones implements Position {
    private int left;
    private int side;
    private final boolean dull;
    private int[] made;
    private int numberBefore;

    Stones(int left, int side, boolean dull, int[] made) {
      this.left = left;
      this.side = side;
      this.dull = dull;
      this.made = made;
    }

    @Override
    public int sideToMove() {
      return side;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int take = 1; take <= Math.min(3, left); take++) {
        into.add(take);
      }
    }

    @Override
    public void make(int move) {
      left -= move;
      side = 1 - side;
      made = java.util.Arrays.copyOf(made, made.length + 1);
      made[made.length - 1] = move;
    }

    @Override
    public void unmake() {
      left += made[made.length - 1];
      side = 1 - side;
      made = java.util.Arrays.copyOf(made, made.length - 1);
    }

    @Override
    public Outcome outcome() {
      return left > 0 ? Outcome.ONGOING : dull ? Outcome.DRAWN : Outcome.wonBy(1 - side);
    }

    @Override
    public String ending() {
      return left > 0 ? "" : "the pile is empty";
    }

    @Override
    public long hash() {
      return mesa.core.Rng.mix(2L * left + side);
    }

    @Override
    public Position copy() {
      Stones copy = new Stones(left, side, dull, made.clone());
      copy.numberBefore = numberBefore;
      return copy;
    }

    @Override
    public int movesMade() {
      return made.length;
    }

    @Override
    public int moveMade(int index) {
      return made[index];
    }

    @Override
    public int moveNumber() {
      return numberBefore + Position.super.moveNumber();
    }

    @Override
    public int movesWithoutProgress() {
      int moves = 0;
      while (moves < made.length && made[made.length - 1 - moves] != 2) {
        moves++;
      }
      return moves;
    }

    @Override
    public boolean mayWin(int winner) {
      return winner == 1 || left >= 3;
    }

    @Override
    public String text() {
      return left + "/" + side;
    }

    @Override
    public String format(int move) {
      return "take" + move;
    }

    @Override
    public int parseMove(String text) {
      for (int take = 1; take <= Math.min(3, left); take++) {
        if (text.equals(format(take))) {
          return take;
        }
      }
      throw new BadInputException("\"" + text + "\" is not legal with " + left + " stones");
    }

    @Override
    public String diagram() {
      return "o".repeat(left);
    }
  }
}
