package mesa.search;

import mesa.core.BadInputException;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * A one-sided puzzle for tests: one arm is chosen at the start, then nothing but waiting is left, for ever. Its
 * evaluator knows what each arm pays, so that a search can be followed with pencil and paper.
 *
 * @param pays for each arm, in [-1, 1]
 * @param priors for each arm, adding up to 1
 */
record Bandit(float[] pays, float[] priors) implements Game {
  @Override
  public String name() {
    return "bandit";
  }

  @Override
  public int sides() {
    return 1;
  }

  @Override
  public Position start() {
    return new Pull();
  }

  @Override
  public Position parse(String text) {
    throw new BadInputException("a bandit has no text");
  }

  Evaluator evaluator() {
    return new Evaluator() {
      @Override
      public float value(Position position) {
        return position.movesMade() == 0 ? 0 : pays[position.moveMade(0)];
      }

      @Override
      public void priors(Position position, Moves moves, float[] into) {
        System.arraycopy(moves.size() == 1 ? new float[] {1} : priors, 0, into, 0, moves.size());
      }
    };
  }

  private final class Pull implements Position {
    private int arm;
    private int made;

    @Override
    public int sideToMove() {
      return 0;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int i = 0; i < (made == 0 ? pays.length : 1); i++) {
        into.add(i);
      }
    }

    @Override
    public void make(int move) {
      arm = made++ == 0 ? move : arm;
    }

    @Override
    public void unmake() {
      made--;
    }

    @Override
    public Outcome outcome() {
      return Outcome.ONGOING;
    }

    @Override
    public long hash() {
      return Rng.mix(1000L * made + arm);
    }

    @Override
    public Position copy() {
      Pull copy = new Pull();
      copy.arm = arm;
      copy.made = made;
      return copy;
    }

    @Override
    public int movesMade() {
      return made;
    }

    @Override
    public int moveMade(int index) {
      return index == 0 ? arm : 0;
    }

    @Override
    public String text() {
      return "arm " + arm + " after " + made;
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
