package mesa.onnx;

import java.util.List;
import mesa.core.BatchEvaluator;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * Evaluates with a model that gives a value and a policy. What has been answered lately is not asked of the model again,
 * so that a value and, later, the priors of the same position cost one run.
 */
final class DenseEvaluator implements BatchEvaluator {
  private static final Moves NO_MOVES = new Moves(0);
  private static final int NO_ROW = -1;

  /** Of unvisited moves, measured with Maia's 1900: src/search/README.md. */
  private static final double FIRST_PLAY_REDUCTION = 0.2;

  /** The model's outputs by their order in the session. */
  static final int VALUE = 0;
  static final int POLICY = 1;

  private final List<Feed> feeds;
  private final float[][] sights;
  private final MoveOrder order;
  private final Heads heads;
  private final Session session;
  private final Answers answers;
  private final float[] valueNumbers;
  private final float[] policyNumbers;
  private final Slot[] slots;
  /** How many rows of the session are waiting to be run. */
  private int waiting;

  /** A position that was staged. */
  private static final class Slot {
    /** The session's row where it waits, or NO_ROW once there is an answer. */
    int row = NO_ROW;
    long key;
    int moves;
    int[] places = new int[64];
    float[] priors = new float[64];
    float value;
  }

  /**
   * Makes an evaluator.
   *
   * @param feeds what fills each of the session's inputs
   * @param order where moves stand in the policy
   * @param heads what the outputs are
   * @param session with the outputs VALUE and POLICY; closed with this
   * @param batch for how many rows it has room
   * @param remembered how many answers are kept, 0 or a power of two
   */
  DenseEvaluator(List<Feed> feeds, MoveOrder order, Heads heads, Session session, int batch, int remembered) {
    this.feeds = feeds;
    this.order = order;
    this.heads = heads;
    this.session = session;
    sights = feeds.stream().map(feed -> new float[feed.size()]).toArray(float[][]::new);
    answers = new Answers(remembered, heads.actions());
    valueNumbers = new float[heads.valueNumbers()];
    policyNumbers = new float[heads.actions()];
    slots = new Slot[batch];
    for (int i = 0; i < batch; i++) {
      slots[i] = new Slot();
    }
  }

  @Override
  public int batchSize() {
    return slots.length;
  }

  @Override
  public void stage(int slot, Position position, Moves moves) {
    Slot staged = slots[slot];
    staged.moves = moves.size();
    if (staged.places.length < moves.size()) {
      staged.places = new int[2 * moves.size()];
      staged.priors = new float[2 * moves.size()];
    }
    order.places(position, moves, staged.places);
    staged.key = 0;
    for (int i = 0; i < sights.length; i++) {
      feeds.get(i).show(position, sights[i]);
      staged.key = Answers.key(staged.key, sights[i], sights[i].length);
    }
    int known = answers.find(staged.key);
    if (known != Answers.NONE && staged.row == NO_ROW) {
      staged.value = answers.value(known);
      readPriors(staged, answers.policies(), answers.from(known));
      return;
    }
    if (staged.row == NO_ROW) {
      staged.row = waiting++;
    }
    for (int i = 0; i < sights.length; i++) {
      session.put(i, staged.row, sights[i]);
    }
  }

  @Override
  public void run(int count) {
    try {
      if (waiting != 0) {
        session.run(waiting);
        for (Slot slot : slots) {
          if (slot.row != NO_ROW) {
            answer(slot);
          }
        }
      }
    } finally { // After a failure too, nothing may seem to wait that will not be run.
      giveUp();
    }
  }

  private void giveUp() {
    if (waiting != 0) {
      waiting = 0;
      for (Slot slot : slots) {
        slot.row = NO_ROW;
      }
    }
  }

  private void answer(Slot slot) {
    session.get(VALUE, slot.row, valueNumbers);
    session.get(POLICY, slot.row, policyNumbers);
    float value = heads.value(valueNumbers);
    if (Float.isNaN(value)) {
      throw new IllegalStateException("the model's value is no number");
    }
    slot.value = Math.clamp(value, -1f, 1f);
    readPriors(slot, policyNumbers, 0);
    answers.remember(slot.key, slot.value, policyNumbers);
  }

  /** Reads the staged moves' numbers out of a policy and makes them probabilities. */
  private void readPriors(Slot slot, float[] policy, int from) {
    float[] priors = slot.priors;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < slot.moves; i++) {
      priors[i] = policy[from + slot.places[i]];
      greatest = Math.max(greatest, priors[i]);
    }
    float sum = 0;
    for (int i = 0; i < slot.moves; i++) {
      priors[i] = heads.weight(priors[i], greatest);
      sum += priors[i];
    }
    if (Float.isNaN(sum)) {
      throw new IllegalStateException("the model's policy is no number");
    }
    for (int i = 0; i < slot.moves; i++) {
      priors[i] = sum == 0 ? 1f / slot.moves : priors[i] / sum;
    }
  }

  @Override
  public double firstPlayReduction() {
    return FIRST_PLAY_REDUCTION;
  }

  @Override
  public float value(int slot) {
    return slots[slot].value;
  }

  @Override
  public void priors(int slot, float[] into) {
    System.arraycopy(slots[slot].priors, 0, into, 0, slots[slot].moves);
  }

  @Override
  public float value(Position position) {
    judge(position, NO_MOVES);
    return slots[0].value;
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    evaluate(position, moves, into);
  }

  @Override
  public float evaluate(Position position, Moves moves, float[] priors) {
    judge(position, moves);
    priors(0, priors);
    return slots[0].value;
  }

  private void judge(Position position, Moves moves) {
    giveUp(); // What was staged and not run.
    stage(0, position, moves);
    run(1);
  }

  /** Reads another output of the model for the position asked last; it must not have been remembered. */
  void peek(int output, float[] into) {
    session.get(output, 0, into);
  }

  /** Forgets what has been answered. */
  void forget() {
    answers.clear();
  }

  @Override
  public void close() {
    session.close();
  }
}
