package mesa.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.BatchEvaluator;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;

/** Judges as another evaluator does, several positions in one run, and notes how many that were. */
final class Panel implements BatchEvaluator {
  /** How many positions each run has had. */
  final List<Integer> runs = new ArrayList<>();
  /** The run that fails, counted from 1; none if 0. */
  int fails;

  private final Evaluator judge;
  private final Position[] staged;
  private final Moves[] moves;
  private final float[] values;
  private final float[][] priors;

  Panel(Evaluator judge, int slots) {
    this.judge = judge;
    staged = new Position[slots];
    moves = new Moves[slots];
    values = new float[slots];
    priors = new float[slots][];
  }

  @Override
  public int batchSize() {
    return staged.length;
  }

  @Override
  public void stage(int slot, Position position, Moves asked) {
    staged[slot] = position.copy();
    moves[slot] = new Moves(asked.size());
    moves[slot].addAll(asked);
    values[slot] = Float.NaN;
  }

  @Override
  public void run(int count) {
    runs.add(count);
    if (runs.size() == fails) {
      throw new IllegalStateException("out of order");
    }
    for (int slot = 0; slot < count; slot++) {
      values[slot] = judge.value(staged[slot]);
      priors[slot] = new float[moves[slot].size()];
      judge.priors(staged[slot], moves[slot], priors[slot]);
      staged[slot] = null; // Must be staged anew.
    }
    Arrays.fill(values, count, values.length, Float.NaN);
  }

  @Override
  public float value(int slot) {
    return values[slot];
  }

  @Override
  public void priors(int slot, float[] into) {
    System.arraycopy(priors[slot], 0, into, 0, priors[slot].length);
  }

  @Override
  public float value(Position position) {
    Arrays.fill(values, Float.NaN);
    return judge.value(position);
  }

  @Override
  public void priors(Position position, Moves asked, float[] into) {
    Arrays.fill(values, Float.NaN);
    judge.priors(position, asked, into);
  }
}
