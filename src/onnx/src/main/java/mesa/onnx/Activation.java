package mesa.onnx;

/** What follows a layer, by the numbers of ActivationFunction in lc0's net.proto, from 1 on. */
enum Activation {
  MISH, RELU, NONE, TANH, SIGMOID, SELU, SWISH,
  /** The square of RELU. */
  RELU_2;

  /** Writes it behind a flow. */
  String write(OnnxGraph graph, String flow) {
    return switch (this) {
      case MISH -> graph.node("Mul", flow, graph.node("Tanh", graph.node("Softplus", flow)));
      case RELU -> graph.node("Relu", flow);
      case NONE -> flow;
      case TANH -> graph.node("Tanh", flow);
      case SIGMOID -> graph.node("Sigmoid", flow);
      case SELU -> graph.node("Selu", flow);
      case SWISH -> graph.node("Mul", flow, graph.node("Sigmoid", flow));
      case RELU_2 -> {
        String positive = graph.node("Relu", flow);
        yield graph.node("Mul", positive, positive);
      }
    };
  }
}
