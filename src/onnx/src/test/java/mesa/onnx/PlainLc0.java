package mesa.onnx;

/** A network of lc0's without attention by plain loops over doubles, as its documentation describes it. */
final class PlainLc0 {
  private static final int CELLS = 64;

  private final Lc0Weights weights;
  double[] policy;
  double[] value;

  PlainLc0(Lc0Weights weights) {
    this.weights = weights;
  }

  /** Fills policy, by slot, and value. */
  void evaluate(float[] planes, int[] layout) {
    double[] flow = new double[planes.length];
    for (int i = 0; i < flow.length; i++) {
      flow[i] = planes[i];
    }
    flow = active(convolution(weights.tower().input(), 3, flow));
    for (Lc0Tower.Block block : weights.tower().blocks()) {
      double[] second = convolution(block.second(), 3, active(convolution(block.first(), 3, flow)));
      if (block.squeeze() != null) {
        squeezeAndExcite(block, second);
      }
      for (int i = 0; i < flow.length; i++) {
        second[i] += flow[i];
      }
      flow = active(second);
    }
    if (weights.policy() instanceof Lc0Policy.Classical head) {
      policy = dense(head.layer(), active(convolution(head.convolution(), 1, flow)));
    } else if (weights.policy() instanceof Lc0Policy.Convolutions head) {
      double[] planesOut = convolution(head.last(), 3, active(convolution(head.first(), 3, flow)));
      policy = new double[layout.length];
      for (int slot = 0; slot < layout.length; slot++) {
        policy[slot] = planesOut[layout[slot]];
      }
    }
    value = dense(weights.value().out(),
        active(dense(weights.value().hidden(), active(convolution(weights.value().convolution(), 1, flow)))));
    if (value.length == 1) {
      value[0] = Math.tanh(value[0]);
    } else {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        value[i] = Math.exp(value[i]);
        sum += value[i];
      }
      for (int i = 0; i < 3; i++) {
        value[i] /= sum;
      }
    }
  }

  private static double[] convolution(Convolution convolution, int kernel, double[] flow) {
    int inputs = flow.length / CELLS;
    double[] out = new double[convolution.outputs() * CELLS];
    for (int output = 0; output < convolution.outputs(); output++) {
      for (int cell = 0; cell < CELLS; cell++) {
        double sum = convolution.biases()[output];
        for (int tap = 0; tap < kernel * kernel; tap++) {
          int row = cell / 8 + tap / kernel - kernel / 2;
          int column = cell % 8 + tap % kernel - kernel / 2;
          if (row < 0 || row > 7 || column < 0 || column > 7) {
            continue;
          }
          for (int input = 0; input < inputs; input++) {
            sum += convolution.weights()[(output * inputs + input) * kernel * kernel + tap]
                * flow[input * CELLS + row * 8 + column];
          }
        }
        out[output * CELLS + cell] = sum;
      }
    }
    return out;
  }

  private void squeezeAndExcite(Lc0Tower.Block block, double[] flow) {
    int filters = weights.tower().filters();
    double[] means = new double[filters];
    for (int i = 0; i < flow.length; i++) {
      means[i / CELLS] += flow[i] / CELLS;
    }
    double[] both = dense(block.excite(), active(dense(block.squeeze(), means)));
    for (int i = 0; i < flow.length; i++) {
      int filter = i / CELLS;
      flow[i] = flow[i] / (1 + Math.exp(-both[filter])) + both[filters + filter];
    }
  }

  private static double[] dense(Dense dense, double[] flow) {
    double[] out = new double[dense.biases().length];
    for (int output = 0; output < out.length; output++) {
      out[output] = dense.biases()[output];
      for (int input = 0; input < flow.length; input++) {
        out[output] += dense.weights()[output * flow.length + input] * flow[input];
      }
    }
    return out;
  }

  private double[] active(double[] flow) {
    for (int i = 0; i < flow.length; i++) {
      flow[i] = weights.format().usual() == Activation.MISH
          ? flow[i] * Math.tanh(Math.log1p(Math.exp(flow[i]))) : Math.max(0, flow[i]);
    }
    return flow;
  }
}
