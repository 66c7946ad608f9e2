package mesa.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import mesa.core.Score;
import mesa.core.Tactical;

/**
 * A made-up game for tests, spelled out spot by spot: whose turn it is there, and where one can go. A move is the spot
 * that it leads to. Ways of different lengths may meet, and may lead back. All moves are quiet. Unless more is said, a
 * spot is worth 0, nobody can pass there, and its moves exchange nothing. The first spot is the start.
 */
final class Web implements Game {
  private static final Outcome[] ENDS = {Outcome.FIRST_WON, Outcome.SECOND_WON, Outcome.DRAWN};

  private record Spot(int side, Outcome outcome, int... moves) {}

  private final Map<Integer, Spot> spots = new HashMap<>();
  private final Map<Integer, Integer> worths = new HashMap<>();
  private final Map<Integer, Integer> passes = new HashMap<>();
  private final Map<Integer, Integer> exchanges = new HashMap<>();
  private int start;

  /**
   * Draws a web without circles, of so many spots, each with one to {@code width} moves to some of the next {@code reach}.
   * With two sides one can pass at about half of them. Moves to about half of them lose by exchange.
   */
  static Web random(Rng rng, int sides, int count, int width, int reach) {
    Web web = new Web();
    for (int spot = 0; spot < count; spot++) {
      if (spot == count - 1 || spot > 1 && rng.below(7) == 0) {
        web.end(spot, ENDS[rng.below(ENDS.length)]);
      } else {
        Moves moves = new Moves();
        for (int left = 1 + rng.below(width); left > 0; left--) {
          int next = Math.min(spot + 1 + rng.below(reach), count - 1);
          if (!moves.contains(next)) {
            moves.add(next);
          }
        }
        web.put(spot, new Spot(rng.below(sides), Outcome.ONGOING, moves.toArray())).worth(spot, rng.below(401) - 200);
      }
      if (rng.below(2) == 0) {
        web.exchange(spot, -rng.below(1000));
      }
    }
    for (int spot = 0; spot < count; spot++) {
      int next = Math.min(spot + 1 + rng.below(reach), count - 1);
      if (web.spots.get(spot).side != web.spots.get(next).side) {
        web.pass(spot, next);
      }
    }
    return web;
  }

  /** Says who moves at a spot, and where to. */
  Web spot(int spot, int side, String moves) {
    return put(spot, new Spot(side, Outcome.ONGOING, moves.chars().toArray()));
  }

  /** Says how the game ends at a spot. */
  Web end(int spot, Outcome outcome) {
    return put(spot, new Spot(0, outcome));
  }

  private Web put(int number, Spot spot) {
    start = spots.isEmpty() ? number : start;
    spots.put(number, spot);
    return this;
  }

  /** Says what a spot seems to be worth to side 0, in points of {@link Score}. */
  Web worth(int spot, int points) {
    worths.put(spot, points);
    return this;
  }

  /** Says where one who passes at a spot gets to. */
  Web pass(int spot, int next) {
    passes.put(spot, next);
    return this;
  }

  /** Says what moves to a spot gain by exchange. */
  Web exchange(int spot, int points) {
    exchanges.put(spot, points);
    return this;
  }

  /** {@return one who judges by {@link #worth} alone} */
  Evaluator evaluator() {
    return new Evaluator() {
      @Override
      public float value(Position position) {
        return Score.toValue(score(position));
      }

      @Override
      public int score(Position position) {
        int worth = worths.getOrDefault(((Walk) position).at(), 0);
        return position.sideToMove() == 0 ? worth : -worth;
      }

      @Override
      public void priors(Position position, Moves moves, float[] into) {
        UniformEvaluator.fill(moves.size(), into);
      }
    };
  }

  @Override
  public String name() {
    return "web";
  }

  @Override
  public Position start() {
    return new Walk(new int[] {start}, 0);
  }

  @Override
  public Position parse(String text) {
    throw new BadInputException("a web has no text");
  }

  private final class Walk implements Position, Tactical {
    private int[] trail;
    private int ply;

    Walk(int[] trail, int ply) {
      this.trail = trail;
      this.ply = ply;
    }

    int at() {
      return trail[ply];
    }

    private Spot spot() {
      return spots.get(at());
    }

    @Override
    public int sideToMove() {
      return spot().side;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int move : spot().moves) {
        into.add(move);
      }
    }

    @Override
    public void make(int move) {
      trail = ++ply < trail.length ? trail : Arrays.copyOf(trail, 2 * ply);
      trail[ply] = move;
    }

    @Override
    public void unmake() {
      ply--;
    }

    @Override
    public Outcome outcome() {
      return spot().outcome;
    }

    @Override
    public long hash() {
      return Rng.mix(at());
    }

    @Override
    public Position copy() {
      return new Walk(trail.clone(), ply);
    }

    @Override
    public int movesMade() {
      return ply;
    }

    @Override
    public int moveMade(int index) {
      return trail[index + 1];
    }

    @Override
    public String text() {
      return Arrays.toString(Arrays.copyOf(trail, ply + 1));
    }

    @Override
    public String format(int move) {
      return Character.toString(move);
    }

    @Override
    public int parseMove(String text) {
      return text.codePointAt(0);
    }

    @Override
    public String diagram() {
      return text();
    }

    @Override
    public void noisyMoves(Moves into) {}

    @Override
    public void quietMoves(Moves into) {
      legalMoves(into);
    }

    @Override
    public void quietChecks(Moves into) {}

    @Override
    public boolean isLegal(int move) {
      return Moves.of(this).contains(move);
    }

    @Override
    public int gain(int move) {
      return 0;
    }

    @Override
    public int exchange(int move) {
      return exchanges.getOrDefault(move, 0);
    }

    @Override
    public int kind(int move) {
      return move % KINDS;
    }

    @Override
    public boolean inCheck() {
      return false;
    }

    @Override
    public boolean givesCheck(int move) {
      return false;
    }

    @Override
    public boolean makeNull() {
      Integer next = passes.get(at());
      if (next != null) {
        make(next);
      }
      return next != null;
    }
  }
}
