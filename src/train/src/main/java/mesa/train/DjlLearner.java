package mesa.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/** Learns with PyTorch by way of DJL: dense products, gradients by automatic differentiation. One thread calls it. */
final class DjlLearner implements Learner {
  private static final float ILLEGAL = -1e9f;

  static {
    // The natives are on the class path; nothing may be looked for elsewhere. One thread: where a core is busy with
    // something else, two wait for each other most of the time, and a step of a small net takes up to 60 times as long.
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
  }

  private final NetShape shape;
  private final Learning learning;
  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager();
  private final Map<NetTensor, NDArray> parameters = new EnumMap<>(NetTensor.class);
  private final Optimizer optimizer;
  private final int[] features;
  private final int[] slots;
  private final float[] targets;
  private float rate;

  DjlLearner(NetShape shape, Map<NetTensor, float[]> weights, Learning learning) {
    this.shape = shape;
    this.learning = learning;
    for (NetTensor tensor : NetTensor.values()) {
      int[] sizes = shape.sizes(tensor);
      Shape dims = sizes.length == 2 ? new Shape(sizes[0], sizes[1]) : new Shape(sizes[0]);
      NDArray parameter = manager.create(weights.get(tensor), dims);
      parameter.setRequiresGradient(true);
      parameters.put(tensor, parameter);
    }
    optimizer = Optimizer.adamW()
        .optLearningRateTracker((parameter, update) -> rate)
        .optWeightDecays((float) learning.decay())
        .build();
    features = new int[shape.inputs()];
    slots = new int[shape.actions()];
    targets = new float[shape.actions()];
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public Loss step(Pool.Batch batch, double rate) {
    this.rate = (float) rate;
    // One manager a step: what a step leaves behind lies in native memory, which no collector watches.
    try (NDManager step = manager.newSubManager()) {
      Loss loss;
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDList losses = losses(step, batch);
        collector.backward(losses.get(0).add(losses.get(1)));
        loss = loss(losses);
      }
      for (Map.Entry<NetTensor, NDArray> entry : parameters.entrySet()) {
        NDArray parameter = entry.getValue();
        try (NDArray gradient = parameter.getGradient()) {
          optimizer.update(entry.getKey().key(), parameter, gradient);
        }
        clip(parameter);
      }
      return loss;
    }
  }

  private void clip(NDArray parameter) {
    parameter.setRequiresGradient(false);
    try (NDArray clipped = parameter.clip(-learning.clip(), learning.clip())) {
      clipped.copyTo(parameter);
    }
    parameter.setRequiresGradient(true);
  }

  @Override
  public Loss loss(Pool.Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      return loss(losses(step, batch));
    }
  }

  private static Loss loss(NDList losses) {
    return new Loss(losses.get(0).getFloat(), losses.get(1).getFloat());
  }

  /** {@return the value's and the policy's loss} */
  private NDList losses(NDManager step, Pool.Batch batch) {
    Dense dense = dense(batch);
    int size = batch.size();
    for (NDArray parameter : parameters.values()) {
      parameter.tempAttach(step);
    }
    NDArray mover = step.create(dense.mover, new Shape(size, shape.inputs()));
    NDArray other = step.create(dense.other, new Shape(size, shape.inputs()));
    NDArray error = values(mover, other).sub(step.create(dense.values)).div(2).square().mul(step.create(dense.weights));
    NDArray logits = logits(mover).add(step.create(dense.illegal, new Shape(size, shape.actions())));
    NDArray targets = step.create(dense.targets, new Shape(size, shape.actions()));
    NDArray policy = logits.logSoftmax(1).mul(targets).sum().neg().div(size);
    return new NDList(error.sum().div(Math.max(1, dense.counted)), policy);
  }

  private NDArray values(NDArray mover, NDArray other) {
    NDArray both = hidden(mover, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS)
        .concat(hidden(other, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS), 1);
    NDArray out = both.matMul(parameters.get(NetTensor.VALUE_OUT).reshape(2L * shape.valueWidth(), 1)).squeeze(1);
    return out.add(parameters.get(NetTensor.VALUE_OUT_BIAS)).tanh();
  }

  private NDArray logits(NDArray mover) {
    return hidden(mover, NetTensor.POLICY_FEATURES, NetTensor.POLICY_FEATURES_BIAS)
        .matMul(parameters.get(NetTensor.POLICY_OUT).transpose())
        .add(parameters.get(NetTensor.POLICY_OUT_BIAS));
  }

  private NDArray hidden(NDArray view, NetTensor rows, NetTensor bias) {
    return view.matMul(parameters.get(rows)).add(parameters.get(bias)).clip(0, 1).square();
  }

  /** A batch as the dense arrays that matrix products want. */
  private static final class Dense {
    float[] mover;
    float[] other;
    float[] values;
    float[] weights;
    float[] illegal;
    float[] targets;
    int counted;
  }

  private Dense dense(Pool.Batch batch) {
    Dense dense = new Dense();
    int size = batch.size();
    dense.mover = new float[size * shape.inputs()];
    dense.other = new float[size * shape.inputs()];
    dense.values = new float[size];
    dense.weights = new float[size];
    dense.illegal = new float[size * shape.actions()];
    dense.targets = new float[size * shape.actions()];
    Arrays.fill(dense.illegal, ILLEGAL);
    for (int i = 0; i < size; i++) {
      Samples samples = batch.block(i);
      int sample = batch.sample(i);
      set(dense.mover, i * shape.inputs(), samples.mover(sample, features));
      set(dense.other, i * shape.inputs(), samples.other(sample, features));
      dense.values[i] = samples.valueTarget(sample, learning.resultShare());
      if (samples.isQuiet(sample) || !learning.quietOnly()) {
        dense.weights[i] = 1;
        dense.counted++;
      }
      int legal = samples.policy(sample, slots, targets);
      for (int j = 0; j < legal; j++) {
        dense.illegal[i * shape.actions() + slots[j]] = 0;
        dense.targets[i * shape.actions() + slots[j]] = targets[j];
      }
    }
    return dense;
  }

  private void set(float[] view, int from, int count) {
    for (int i = 0; i < count; i++) {
      view[from + features[i]] = 1;
    }
  }

  @Override
  public Map<NetTensor, float[]> weights() {
    Map<NetTensor, float[]> copies = new EnumMap<>(NetTensor.class);
    parameters.forEach((tensor, parameter) -> copies.put(tensor, parameter.toFloatArray()));
    return copies;
  }

  @Override
  public void close() {
    manager.close();
  }
}
