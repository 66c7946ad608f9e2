package mesa.onnx;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mesa.core.BadInputException;

/**
 * A network in lc0's format: its weights, with normalisation folded into convolutions.
 *
 * @param format what kind of heads it has
 * @param input the first convolution
 * @param blocks the residual tower
 * @param policyFirst the first of two convolutions of the policy head, or null where there is one
 * @param policy the policy head's last convolution
 * @param policyDense the fully connected layer that follows it, or null where there is none
 * @param value the value head's convolution
 * @param valueHidden the fully connected layer that follows it
 * @param valueOut the last one
 */
record Lc0Weights(
    Lc0Format format,
    Convolution input,
    List<Block> blocks,
    Convolution policyFirst,
    Convolution policy,
    Dense policyDense,
    Convolution value,
    Dense valueHidden,
    Dense valueOut) {
  /** A kernel of 3 x 3. */
  static final int KERNEL = 9;

  private static final int CELLS = 64;
  private static final int LARGEST_FILE = 1 << 30;
  private static final int MAGIC = 0x1c0;

  /**
   * A fully connected layer.
   *
   * @param weights by output, then by input
   * @param biases by output
   */
  record Dense(float[] weights, float[] biases) {
    Dense check(String what, int inputs) {
      if (biases.length == 0 || weights.length != inputs * biases.length) {
        throw new BadInputException("its " + what + " has " + weights.length + " weights, where " + biases.length
            + " x " + inputs + " are expected");
      }
      return this;
    }
  }

  /**
   * A residual block.
   *
   * @param first its first convolution
   * @param second its second one
   * @param squeeze the first layer of squeeze-and-excitation, or null where there is none
   * @param excite the second one
   */
  record Block(Convolution first, Convolution second, Dense squeeze, Dense excite) {}

  /**
   * Reads a file, gzipped or not.
   *
   * @throws BadInputException if it is not there or is no network that can be evaluated; the message says what is wrong
   */
  static Lc0Weights read(Path file, int planes, int actions) {
    try (InputStream in = Files.newInputStream(file)) {
      Lc0Weights weights = parse(ByteBuffer.wrap(unzipped(in.readNBytes(LARGEST_FILE))));
      weights.check(planes, actions);
      return weights;
    } catch (NoSuchFileException e) {
      throw new BadInputException("there is no file \"" + file + "\"; a network of lc0's, such as a .pb.gz, is wanted", e);
    } catch (ZipException | EOFException e) {
      throw new BadInputException("\"" + file + "\" is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e.getMessage(), e);
    } catch (BadInputException e) {
      throw new BadInputException("\"" + file + "\" is no network of lc0's that Mesa knows: " + e.getMessage(), e);
    }
  }

  private static byte[] unzipped(byte[] data) throws IOException {
    if (data.length < 2 || (data[0] & 0xff) != 0x1f || (data[1] & 0xff) != 0x8b) {
      return data;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
      byte[] bytes = in.readNBytes(LARGEST_FILE);
      if (in.read() >= 0) {
        throw new BadInputException("it has more than " + LARGEST_FILE + " bytes");
      }
      return bytes;
    }
  }

  /** Reads the message Net. */
  static Lc0Weights parse(ByteBuffer data) {
    ProtoReader net = new ProtoReader(data);
    long magic = 0;
    Lc0Format format = Lc0Format.CLASSICAL;
    ProtoReader weights = null;
    while (net.next()) {
      switch (net.field()) {
        case 1 -> magic = net.number();
        case 4 -> format = Lc0Format.read(net.message());
        case 10 -> weights = net.message();
        default -> { }
      }
    }
    if (magic != MAGIC) {
      throw new BadInputException("it begins with the number " + magic + ", where " + MAGIC + " is expected");
    }
    if (weights == null) {
      throw new BadInputException("it holds no weights");
    }
    return parse(format, weights);
  }

  /** Reads the message Weights. */
  private static Lc0Weights parse(Lc0Format format, ProtoReader weights) {
    Map<Integer, Convolution> convolutions = new HashMap<>();
    Map<Integer, float[]> layers = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    while (weights.next()) {
      int field = weights.field();
      switch (field) {
        case 1, 3, 6, 11 -> convolutions.put(field, Convolution.read(weights.message(), format.encoding()));
        case 2 -> blocks.add(block(weights.message(), format.encoding()));
        case 4, 5, 7, 8, 9, 10 -> layers.put(field, Lc0Layer.read(weights.message(), format.encoding()));
        default -> { }
      }
    }
    for (int field : new int[] {1, 3, 6}) {
      if (!convolutions.containsKey(field)) {
        throw new BadInputException("it lacks the " + Map.of(1, "input", 3, "policy", 6, "value").get(field)
            + "'s convolution");
      }
    }
    return new Lc0Weights(
        format,
        convolutions.get(1),
        List.copyOf(blocks),
        format.hasConvolutionPolicy() ? convolutions.get(11) : null,
        convolutions.get(3),
        format.hasConvolutionPolicy() ? null : dense(layers, 4),
        convolutions.get(6),
        dense(layers, 7),
        dense(layers, 9));
  }

  /** Reads the message Residual. */
  private static Block block(ProtoReader block, long encoding) {
    Convolution[] convolutions = new Convolution[2];
    Map<Integer, float[]> squeeze = new HashMap<>();
    while (block.next()) {
      switch (block.field()) {
        case 1, 2 -> convolutions[block.field() - 1] = Convolution.read(block.message(), encoding);
        case 3 -> {
          ProtoReader unit = block.message();
          while (unit.next()) {
            squeeze.put(unit.field(), Lc0Layer.read(unit.message(), encoding));
          }
        }
        default -> { }
      }
    }
    if (convolutions[0] == null || convolutions[1] == null) {
      throw new BadInputException("it has a residual block without two convolutions");
    }
    return new Block(convolutions[0], convolutions[1],
        squeeze.isEmpty() ? null : dense(squeeze, 1), squeeze.isEmpty() ? null : dense(squeeze, 3));
  }

  private static Dense dense(Map<Integer, float[]> layers, int field) {
    return new Dense(layers.getOrDefault(field, new float[0]), layers.getOrDefault(field + 1, new float[0]));
  }

  /** {@return how many channels the residual tower has} */
  int filters() {
    return input.outputs();
  }

  private void check(int planes, int actions) {
    int filters = filters();
    input.check("input's convolution", planes, KERNEL);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String name = "residual block " + (i + 1);
      checkOutputs(name, block.first.check(name, filters, KERNEL).outputs(), filters);
      checkOutputs(name, block.second.check(name, filters, KERNEL).outputs(), filters);
      if (block.squeeze != null) {
        block.squeeze.check(name + "'s squeeze", filters);
        block.excite.check(name + "'s excitation", block.squeeze.biases.length);
        checkOutputs(name + "'s excitation", block.excite.biases.length, 2 * filters);
      }
    }
    if (policyFirst != null) {
      policyFirst.check("policy's first convolution", filters, KERNEL);
    }
    if (policyDense == null) {
      policy.check("policy's convolution", policyFirst == null ? filters : policyFirst.outputs(), KERNEL);
    } else {
      policy.check("policy's convolution", filters, 1);
      policyDense.check("policy's layer", CELLS * policy.outputs());
      checkOutputs("policy's layer", policyDense.biases.length, actions);
    }
    value.check("value's convolution", filters, 1);
    valueHidden.check("value's first layer", CELLS * value.outputs());
    valueOut.check("value's second layer", valueHidden.biases.length);
    checkOutputs("value's second layer", valueOut.biases.length, format.hasWdl() ? 3 : 1);
  }

  private static void checkOutputs(String what, int outputs, int expected) {
    if (outputs != expected) {
      throw new BadInputException("its " + what + " has " + outputs + " outputs, where " + expected + " are expected");
    }
  }
}
