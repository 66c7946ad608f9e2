package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import mesa.core.BatchEvaluator;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Score;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Evaluator} has to fulfil, checked on positions drawn from seeded random games. An evaluator extends
 * this with a constructor that names it, and overrides the hooks where it promises more or less.
 *
 * <p>How well it judges is not asked here.
 */
public abstract class EvaluatorContract {
  private static final float SUM_TOLERANCE = 1e-4f;
  /** Half a point where the scale is steepest, 1/1600, and some more for values that are floats. */
  private static final float SCORE_TOLERANCE = 1e-3f;
  private static final float UNTOUCHED = -7;

  private final Game game;
  private final Spec spec;

  /**
   * Names the evaluator.
   *
   * @param game what it judges
   * @param spec the evaluator, registered or {@code class:...}
   */
  protected EvaluatorContract(Game game, String spec) {
    this.game = game;
    this.spec = Spec.parse(spec);
  }

  /** {@return how many random positions are judged} */
  protected int samples() {
    return 40;
  }

  /** {@return after how many plies the random games are broken off that the positions are drawn from} */
  protected int plies() {
    return 80;
  }

  /** {@return positions that games are played from too, as texts} */
  protected List<String> positions() {
    return List.of();
  }

  /** {@return the seed of all randomness in these tests} */
  protected long seed() {
    return 1;
  }

  /** {@return whether a position is always judged the same; rollouts and the like say no} */
  protected boolean isDeterministic() {
    return true;
  }

  /**
   * Names positions that are as good for their mover as this one is for its own: turned boards, swapped colours.
   *
   * @param position not over
   * @return texts of such positions; by default none
   */
  protected List<String> mirrored(Position position) {
    return List.of();
  }

  /** {@return by how much values that should be equal may differ, as sums of floats in another order do} */
  protected float tolerance() {
    return 1e-5f;
  }

  /** {@return whether a warm evaluator allocates nothing; only adapters of foreign code have reason to say no} */
  protected boolean allocatesNothing() {
    return true;
  }

  /** Values are in [-1, 1]. */
  @Test
  public final void value_ofAnyPosition_isInRange() {
    Evaluator evaluator = evaluator();
    judge(position -> assertThat(evaluator.value(position)).as("value").isBetween(-1f, 1f));
  }

  /** Priors of all moves and of some moves, in any order, are probabilities, and nothing is written behind them. */
  @Test
  public final void priors_ofAllOrSomeMoves_areADistribution() {
    Evaluator evaluator = evaluator();
    Rng rng = new Rng(seed());
    judge(position -> {
      for (Moves moves : List.of(Moves.of(position), some(position, rng))) {
        float[] priors = blank(moves);
        evaluator.priors(position, moves, priors);
        assertDistribution("priors", position, moves, priors);
        float[] together = blank(moves);
        float value = evaluator.evaluate(position, moves, together);
        assertThat(value).as("value by evaluate").isBetween(-1f, 1f);
        assertDistribution("priors by evaluate", position, moves, together);
      }
    });
  }

  /** A prior belongs to its move, wherever the move is listed. */
  @Test
  public final void priors_ofReversedMoves_areReversed() {
    assumeTrue(isDeterministic(), "this evaluator says that it is random");
    Evaluator evaluator = evaluator();
    judge(position -> {
      Moves moves = Moves.of(position);
      Moves reversed = new Moves();
      for (int i = moves.size() - 1; i >= 0; i--) {
        reversed.add(moves.get(i));
      }
      float[] priors = blank(moves);
      evaluator.priors(position, moves, priors);
      float[] backwards = blank(moves);
      evaluator.priors(position, reversed, backwards);
      for (int i = 0; i < moves.size(); i++) {
        assertThat(backwards[moves.size() - 1 - i]).as("prior of %s", position.format(moves.get(i)))
            .isCloseTo(priors[i], within(tolerance()));
      }
    });
  }

  /** Asking for both at once gives what asking apart gives. */
  @Test
  public final void evaluate_comparedWithValueAndPriors_agrees() {
    assumeTrue(isDeterministic(), "this evaluator says that it is random");
    Evaluator evaluator = evaluator();
    judge(position -> {
      Moves moves = Moves.of(position);
      float[] together = blank(moves);
      float value = evaluator.evaluate(position, moves, together);
      float[] apart = blank(moves);
      evaluator.priors(position, moves, apart);
      assertThat(value).as("value by evaluate").isCloseTo(evaluator.value(position), within(tolerance()));
      assertThat(together).as("priors by evaluate").containsExactly(apart, within(tolerance()));
    });
  }

  /** A batch answers what single calls answer, each slot for its own position. */
  @Test
  public final void run_ofAnyBatch_answersAsSingleCalls() {
    Evaluator evaluator = evaluator();
    assumeTrue(evaluator instanceof BatchEvaluator, "this evaluator takes no batches");
    assumeTrue(isDeterministic(), "this evaluator says that it is random");
    BatchEvaluator batches = (BatchEvaluator) evaluator;
    List<Position> positions = sample();
    for (int from = 0, size = 1; from < positions.size(); from += size, size = size % batches.batchSize() + 1) {
      List<Position> batch = positions.subList(from, Math.min(from + size, positions.size()));
      List<float[]> expected = new ArrayList<>();
      List<Float> values = new ArrayList<>();
      for (Position position : batch) {
        expected.add(blank(Moves.of(position)));
        values.add(batches.evaluate(position, Moves.of(position), expected.getLast()));
      }
      for (int slot = 0; slot < batch.size(); slot++) {
        batches.stage(slot, batch.get(slot), Moves.of(batch.get(slot)));
      }
      batches.run(batch.size());
      for (int slot = 0; slot < batch.size(); slot++) {
        String where = "slot " + slot + " of " + batch.size() + ", " + batch.get(slot).text();
        float[] priors = blank(Moves.of(batch.get(slot)));
        batches.priors(slot, priors);
        assertThat(batches.value(slot)).as("value of %s", where).isCloseTo(values.get(slot), within(tolerance()));
        assertThat(priors).as("priors of %s", where).containsExactly(expected.get(slot), within(tolerance()));
      }
    }
  }

  /** The score is the value on alpha-beta's scale. */
  @Test
  public final void score_ofAnyPosition_agreesWithValue() {
    Evaluator evaluator = evaluator();
    judge(position -> {
      int score = evaluator.score(position);
      assertThat(score).as("score").isBetween(-Score.MAX, Score.MAX);
      if (isDeterministic()) {
        assertThat(Score.toValue(score)).as("value of score %d", score)
            .isCloseTo(evaluator.value(position), within(SCORE_TOLERANCE));
      }
    });
  }

  /** Judging leaves the position as it was. */
  @Test
  public final void anyCall_leavesThePositionAsItWas() {
    Evaluator evaluator = evaluator();
    judge(position -> {
      Snapshot before = Snapshot.of(game, position);
      Moves moves = Moves.of(position);
      evaluator.value(position);
      assertThat(Snapshot.of(game, position)).as("position after value").isEqualTo(before);
      evaluator.priors(position, moves, blank(moves));
      assertThat(Snapshot.of(game, position)).as("position after priors").isEqualTo(before);
      evaluator.evaluate(position, moves, blank(moves));
      assertThat(Snapshot.of(game, position)).as("position after evaluate").isEqualTo(before);
      evaluator.score(position);
      assertThat(Snapshot.of(game, position)).as("position after score").isEqualTo(before);
      assertThat(moves.toArray()).as("the moves asked about").isEqualTo(Moves.of(position).toArray());
    });
  }

  /** Positions that are the same but for a symmetry have the same value. */
  @Test
  public final void value_ofMirroredPositions_isTheSame() {
    Evaluator evaluator = evaluator();
    assumeTrue(sample().stream().anyMatch(position -> !mirrored(position).isEmpty()), "no symmetry is named");
    judge(position -> {
      float value = evaluator.value(position);
      for (String text : mirrored(position)) {
        assertThat(evaluator.value(game.parse(text))).as("value of %s", text).isCloseTo(value, within(tolerance()));
      }
    });
  }

  /** What an evaluator says depends on the position and the seed, not on what it was asked before the game. */
  @Test
  public final void newGame_withTheSameSeed_repeatsEveryValue() {
    Evaluator evaluator = evaluator();
    List<String> first = judgements(evaluator);
    assertThat(judgements(evaluator())).as("another evaluator of %s", spec).isEqualTo(first);
    evaluator.newGame(seed() + 1);
    sample().forEach(evaluator::value);
    evaluator.newGame(seed());
    assertThat(judgements(evaluator)).as("the same evaluator in a new game").isEqualTo(first);
  }

  /** Judging allocates nothing once warm. */
  @Test
  public final void warmEvaluator_allocatesNothing() {
    assumeTrue(allocatesNothing(), "this evaluator says that it allocates");
    Evaluator evaluator = evaluator();
    Position[] positions = sample().toArray(Position[]::new);
    Moves moves = new Moves();
    float[] priors = new float[1024];
    float[] sink = new float[1];
    Allocation.assertNone(spec + " judging " + positions.length + " positions", () -> {
      for (Position position : positions) {
        moves.clear();
        position.legalMoves(moves);
        sink[0] += evaluator.value(position) + evaluator.score(position);
        evaluator.priors(position, moves, priors);
        sink[0] += evaluator.evaluate(position, moves, priors);
      }
    });
  }

  private Evaluator evaluator() {
    Evaluator evaluator = Registry.load().evaluator(game, spec);
    evaluator.newGame(seed());
    return evaluator;
  }

  private List<Position> sample() {
    return new RandomGames(game, positions(), 8, plies(), seed()).sample(samples());
  }

  private void judge(Consumer<Position> check) {
    for (Position position : sample()) {
      Where.check(() -> "by " + spec + " in " + position.text(), () -> check.accept(position));
    }
  }

  private List<String> judgements(Evaluator evaluator) {
    List<String> judgements = new ArrayList<>();
    for (Position position : sample()) {
      Moves moves = Moves.of(position);
      float[] priors = blank(moves);
      float value = evaluator.evaluate(position, moves, priors);
      judgements.add(position.text() + " " + value + " " + Arrays.toString(priors));
    }
    return judgements;
  }

  /** {@return about half of the legal moves, at least one, in random order} */
  private static Moves some(Position position, Rng rng) {
    int[] legal = Moves.of(position).toArray();
    Moves some = new Moves();
    for (int left = legal.length; some.size() < (legal.length + 1) / 2; left--) {
      int drawn = rng.below(left);
      some.add(legal[drawn]);
      legal[drawn] = legal[left - 1];
    }
    return some;
  }

  /** {@return room for a prior a move and one more, which must stay as it is} */
  private static float[] blank(Moves moves) {
    float[] priors = new float[moves.size() + 1];
    Arrays.fill(priors, UNTOUCHED);
    return priors;
  }

  private static void assertDistribution(String what, Position position, Moves moves, float[] priors) {
    double sum = 0;
    for (int i = 0; i < moves.size(); i++) {
      assertThat(priors[i]).as("%s, of %s", what, position.format(moves.get(i))).isBetween(0f, 1f);
      sum += priors[i];
    }
    assertThat((float) sum).as("sum of %s", what).isCloseTo(1, within(SUM_TOLERANCE));
    assertThat(priors[moves.size()]).as("what lay behind the %s", what).isEqualTo(UNTOUCHED);
  }
}
