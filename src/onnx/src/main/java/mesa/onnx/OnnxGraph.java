package mesa.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * Writes an ONNX model node by node: each call appends a node and returns the name of its output. The numbers of fields
 * are those of <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxGraph {
  /** The version of the format and of the standard operators; ONNX Runtime has known both since 1.15. */
  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  /** Operators of ONNX Runtime's own. */
  static final String MICROSOFT = "com.microsoft";

  /** The types of a tensor's elements, by their number in the format. */
  enum Type {
    FLOAT(1), UINT8(2), INT8(3), INT32(6), INT64(7);

    private final int number;

    Type(int number) {
      this.number = number;
    }
  }

  private final ProtoWriter graph = new ProtoWriter();
  private final ProtoWriter model = new ProtoWriter();
  private int names;

  private String name(String stem) {
    return stem + "_" + names++;
  }

  /** Declares an input of floats; a negative size is any, such as that of a batch. */
  String input(String name, long... shape) {
    graph.message(11, value(name, shape));
    return name;
  }

  /** Declares an output of floats. */
  void output(String name, long... shape) {
    graph.message(12, value(name, shape));
  }

  private static ProtoWriter value(String name, long[] shape) {
    ProtoWriter sizes = new ProtoWriter();
    for (long size : shape) {
      sizes.message(1, size < 0 ? new ProtoWriter().text(2, "batch") : new ProtoWriter().number(1, size));
    }
    ProtoWriter tensor = new ProtoWriter().number(1, Type.FLOAT.number).message(2, sizes);
    return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
  }

  /** Stores a constant; its type is that of the array: float[], byte[] (signed), int[] or long[]. */
  String constant(String stem, Object data, long... shape) {
    return switch (data) {
      case float[] floats -> {
        ByteBuffer raw = little(4 * floats.length);
        raw.asFloatBuffer().put(floats);
        yield constant(stem, Type.FLOAT, raw, shape);
      }
      case byte[] bytes -> constant(stem, Type.INT8, ByteBuffer.wrap(bytes), shape);
      case int[] ints -> {
        ByteBuffer raw = little(4 * ints.length);
        raw.asIntBuffer().put(ints);
        yield constant(stem, Type.INT32, raw, shape);
      }
      case long[] longs -> {
        ByteBuffer raw = little(8 * longs.length);
        raw.asLongBuffer().put(longs);
        yield constant(stem, Type.INT64, raw, shape);
      }
      default -> throw new IllegalArgumentException("no constant: " + data);
    };
  }

  /** Stores a constant that is one byte without a sign. */
  String constantByte(String stem, int value) {
    return constant(stem, Type.UINT8, ByteBuffer.wrap(new byte[] {(byte) value}));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(String stem, Type type, ByteBuffer raw, long... shape) {
    String name = name(stem);
    ProtoWriter tensor = new ProtoWriter();
    for (long size : shape) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, type.number).text(8, name).bytes(9, raw.array()));
    return name;
  }

  /** Appends a standard node with one output. */
  String node(String operator, Map<String, ?> attributes, String... inputs) {
    String output = name(operator);
    node("", operator, attributes, inputs, output);
    return output;
  }

  /** Appends a standard node without attributes. */
  String node(String operator, String... inputs) {
    return node(operator, Map.of(), inputs);
  }

  /** Appends a node of ONNX Runtime's own. */
  String microsoft(String operator, Map<String, ?> attributes, String... inputs) {
    String output = name(operator);
    node(MICROSOFT, operator, attributes, inputs, output);
    return output;
  }

  /** Appends a node whose outputs are named by who calls. */
  void node(String domain, String operator, Map<String, ?> attributes, String[] inputs, String... outputs) {
    ProtoWriter node = new ProtoWriter();
    for (String input : inputs) {
      node.text(1, input);
    }
    for (String output : outputs) {
      node.text(2, output);
    }
    node.text(3, name(operator)).text(4, operator);
    attributes.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.message(5, attribute(entry.getKey(), entry.getValue())));
    graph.message(1, node.text(7, domain));
  }

  private static ProtoWriter attribute(String name, Object value) {
    ProtoWriter attribute = new ProtoWriter().text(1, name);
    switch (value) {
      case Float number -> attribute.real(2, number).number(20, 1);
      case Integer number -> attribute.number(3, number).number(20, 2);
      case String text -> attribute.text(4, text).number(20, 3);
      case int[] numbers -> {
        for (int number : numbers) {
          attribute.number(8, number);
        }
        attribute.number(20, 7);
      }
      default -> throw new IllegalArgumentException("no attribute: " + value);
    }
    return attribute;
  }

  /** Adds an entry to the model's metadata. */
  void metadata(String key, String value) {
    model.message(14, new ProtoWriter().text(1, key).text(2, value));
  }

  /** The model as a file holds it; the graph is finished then. */
  byte[] toBytes() {
    graph.text(2, "mesa");
    return model.number(1, IR_VERSION).text(2, "mesa").message(7, graph)
        .message(8, new ProtoWriter().text(1, "").number(2, OPSET))
        .message(8, new ProtoWriter().text(1, MICROSOFT).number(2, 1))
        .toBytes();
  }
}
