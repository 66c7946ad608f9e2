package mesa.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.BadInputException;

/**
 * A model that ONNX Runtime runs on the calling thread alone, with room for a batch: rows of floats are put, the first
 * so many are run, and rows of floats are got. What it allocates at a run is what the runtime's own interface allocates.
 */
final class Session implements AutoCloseable {
  /**
   * An input or output.
   *
   * @param name in the model
   * @param sizes of a row, the batch left out
   */
  record Port(String name, long... sizes) {
    int size() {
      return (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }
  }

  private final OrtSession session;
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final List<FloatBuffer> given = new ArrayList<>();
  private final List<FloatBuffer> found = new ArrayList<>();
  /** The buffers' first rows as tensors, by how many; made when first needed. */
  private final Map<String, OnnxTensor>[] inputsOf;
  private final Map<String, OnnxTensor>[] outputsOf;
  private boolean closed;

  /**
   * Makes room for a batch.
   *
   * @param model loaded; closed with this
   * @param inputs all of its inputs, each with a batch as first size
   * @param outputs those of its outputs that are wanted
   * @param batch the most rows
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // An array of maps.
  Session(OrtSession model, List<Port> inputs, List<Port> outputs, int batch) {
    session = model;
    this.inputs = inputs;
    this.outputs = outputs;
    inputs.forEach(input -> given.add(floats(batch * input.size())));
    outputs.forEach(output -> found.add(floats(batch * output.size())));
    inputsOf = new Map[batch + 1];
    outputsOf = new Map[batch + 1];
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Makes a session of a model. */
  private interface Loader {
    OrtSession load(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
  }

  /**
   * Loads a model.
   *
   * @param model as a file holds it
   * @throws BadInputException if the runtime refuses it; the message lacks the file's name
   */
  static OrtSession load(byte[] model) {
    return load((environment, options) -> environment.createSession(model, options));
  }

  /**
   * Loads a model's file, and what else it names.
   *
   * @param model the file
   * @throws BadInputException if the runtime refuses it; the message lacks the file's name
   */
  static OrtSession load(Path model) {
    return load((environment, options) -> environment.createSession(model.toString(), options));
  }

  private static OrtSession load(Loader loader) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL); // What fails is thrown, too.
      return loader.load(environment(), options);
    } catch (OrtException e) {
      throw new BadInputException(e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF
          ? "it is no file in ONNX format, or not whole" : "ONNX Runtime refuses it: " + oneLine(e), e);
    } catch (LinkageError e) {
      throw new BadInputException("ONNX Runtime has no library for " + System.getProperty("os.name") + " on "
          + System.getProperty("os.arch"), e);
    }
  }

  private static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "mesa");
  }

  /** What the runtime says, without the number of the error, the file and the place in the runtime's own sources. */
  private static String oneLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("")
        .replaceFirst("^Error code - \\S+ - message: ", "")
        .replaceFirst("^Load model from .* failed:", "")
        .replaceFirst("^\\S+\\.(cc|h):\\d+ .*\\) ", "");
  }

  /** Gives an input's row. */
  void put(int input, int row, float[] numbers) {
    int size = inputs.get(input).size();
    given.get(input).put(row * size, numbers, 0, size);
  }

  /** Reads an output's row. */
  void get(int output, int row, float[] into) {
    int size = outputs.get(output).size();
    found.get(output).get(row * size, into, 0, size);
  }

  /** Runs the first rows. */
  void run(int rows) {
    try {
      if (inputsOf[rows] == null) {
        inputsOf[rows] = tensors(inputs, given, rows);
        outputsOf[rows] = tensors(outputs, found, rows);
      }
      session.run(inputsOf[rows], Set.of(), outputsOf[rows]).close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + oneLine(e), e);
    }
  }

  private static Map<String, OnnxTensor> tensors(List<Port> ports, List<FloatBuffer> buffers, int rows)
      throws OrtException {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      long[] shape = new long[port.sizes().length + 1];
      shape[0] = rows;
      System.arraycopy(port.sizes(), 0, shape, 1, port.sizes().length);
      tensors.put(port.name(),
          OnnxTensor.createTensor(environment(), buffers.get(i).slice(0, rows * port.size()), shape));
    }
    return tensors;
  }

  /** Gives its memory back; may be called again. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (int rows = 0; rows < inputsOf.length; rows++) {
      if (inputsOf[rows] != null) {
        inputsOf[rows].values().forEach(OnnxTensor::close);
        outputsOf[rows].values().forEach(OnnxTensor::close);
      }
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + oneLine(e), e);
    }
  }
}
