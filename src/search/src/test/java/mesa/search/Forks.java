package mesa.search;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** A game written out: sides take turns, and move i leads to branch i. Its evaluator gives each place its worth. */
record Forks(Forks.Place first) implements Game {
  /**
   * Somewhere in the game.
   *
   * @param end how the game ends here, or ONGOING
   * @param worth for side 0
   * @param branches none where the game goes on for ever, by one move that leads here again
   */
  record Place(Outcome end, float worth, Place... branches) {}

  static Place end(Outcome outcome) {
    return new Place(outcome, 0);
  }

  /** {@return a place from which there is no end} */
  static Place endless(double worth) {
    return new Place(Outcome.ONGOING, (float) worth);
  }

  static Place fork(double worth, Place... branches) {
    return new Place(Outcome.ONGOING, (float) worth, branches);
  }

  @Override
  public String name() {
    return "forks";
  }

  @Override
  public Position start() {
    return new Here();
  }

  @Override
  public Position parse(String text) {
    throw new BadInputException("forks have no text");
  }

  static Evaluator evaluator() {
    return new Evaluator() {
      @Override
      public float value(Position position) {
        float worth = ((Here) position).place().worth;
        return position.sideToMove() == 0 ? worth : -worth;
      }

      @Override
      public void priors(Position position, Moves moves, float[] into) {
        UniformEvaluator.fill(moves.size(), into);
      }
    };
  }

  private final class Here implements Position {
    private final List<Integer> made = new ArrayList<>();

    Place place() {
      Place place = first;
      for (int move : made) {
        place = place.branches.length == 0 ? place : place.branches[move];
      }
      return place;
    }

    @Override
    public int sideToMove() {
      return made.size() % 2;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int i = 0; i < Math.max(1, place().branches.length) && !outcome().isOver(); i++) {
        into.add(i);
      }
    }

    @Override
    public void make(int move) {
      made.add(move);
    }

    @Override
    public void unmake() {
      made.removeLast();
    }

    @Override
    public Outcome outcome() {
      return place().end;
    }

    @Override
    public long hash() {
      return Rng.mix(made.hashCode());
    }

    @Override
    public Position copy() {
      Here copy = new Here();
      copy.made.addAll(made);
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
      return made.toString();
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
