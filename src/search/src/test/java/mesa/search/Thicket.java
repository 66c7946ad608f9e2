package mesa.search;

import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * A made-up game for tests: layers of numbered spots, from each of which one to {@code width} moves lead to spots of
 * the next layer, so that lines transpose. Who moves, where games end and who wins is drawn from the seed. The mover
 * depends on the spot, so turns are taken in no order: double moves are the rule. With one side there is nothing to
 * flip at all.
 *
 * @param seed draws everything
 * @param sides 1 or 2
 * @param shortest no spot before this layer is final
 * @param plies layers; the last one's spots are all final
 * @param width most moves of a spot, at least 1
 * @param spots of a layer
 */
record Thicket(long seed, int sides, int shortest, int plies, int width, int spots) implements Game {
  @Override
  public String name() {
    return "thicket";
  }

  @Override
  public Position start() {
    return new Spot(new int[] {0});
  }

  @Override
  public Position parse(String text) {
    throw new BadInputException("a thicket has no text");
  }

  private final class Spot implements Position {
    private final int[] trail = new int[plies + 1];
    private final int[] moves = new int[plies];
    private int ply;

    Spot(int[] trail) {
      System.arraycopy(trail, 0, this.trail, 0, trail.length);
      ply = trail.length - 1;
    }

    private int draw(int purpose, int bound) {
      return (int) Long.remainderUnsigned(Rng.mix(hash() + purpose), bound);
    }

    private int count() {
      return ply == 0 ? width : 1 + draw(1, width);
    }

    @Override
    public int sideToMove() {
      return sides == 1 || ply == 0 ? 0 : draw(2, 2);
    }

    @Override
    public void legalMoves(Moves into) {
      if (outcome().isOver()) {
        return;
      }
      for (int i = 0; i < count(); i++) {
        into.add(i);
      }
    }

    @Override
    public void make(int move) {
      int next = draw(100 + move, spots);
      moves[ply] = move;
      trail[++ply] = next;
    }

    @Override
    public void unmake() {
      ply--;
    }

    @Override
    public Outcome outcome() {
      if (ply < plies && (ply < shortest || draw(3, 8) > 0)) {
        return Outcome.ONGOING;
      }
      return new Outcome[] {Outcome.FIRST_WON, Outcome.SECOND_WON, Outcome.DRAWN}[draw(4, 3)];
    }

    @Override
    public long hash() {
      return Rng.mix(seed + 1_000_003L * ply + trail[ply]);
    }

    @Override
    public Position copy() {
      Spot copy = new Spot(Arrays.copyOf(trail, ply + 1));
      System.arraycopy(moves, 0, copy.moves, 0, ply);
      return copy;
    }

    @Override
    public int movesMade() {
      return ply;
    }

    @Override
    public int moveMade(int index) {
      return moves[index];
    }

    @Override
    public String text() {
      return Thicket.this + " " + Arrays.toString(Arrays.copyOf(moves, ply));
    }

    @Override
    public String format(int move) {
      return Integer.toString(move);
    }

    @Override
    public int parseMove(String text) {
      return Integer.parseInt(text);
    }

    @Override
    public String diagram() {
      return text();
    }
  }
}
