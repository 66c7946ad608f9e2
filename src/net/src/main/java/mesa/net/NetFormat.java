package mesa.net;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Game;

/**
 * What a net's file holds, as the module's README describes it: format 2 with integers, which is written, and format 1
 * with floats, which other programs find easier to write and whose weights are rounded when read.
 */
final class NetFormat {
  private static final String FLOATS = "1";
  private static final String INTEGERS = "2";
  private static final String ACTIVATION = "screlu";
  private static final String PROVENANCE = "train.";

  private NetFormat() {}

  static Safetensors write(Net net) {
    NetShape shape = net.shape();
    Part value = net.value();
    Part policy = net.policy();
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("format", INTEGERS);
    metadata.put("game", net.game());
    metadata.put("encoder", net.encoder());
    metadata.put("activation", ACTIVATION);
    metadata.put("inputs", Integer.toString(shape.inputs()));
    metadata.put("actions", Integer.toString(shape.actions()));
    metadata.put("value.head", shape.head().key());
    metadata.put("value.width", Integer.toString(shape.valueWidth()));
    metadata.put("value.scale", Integer.toString(value.scale()));
    metadata.put("value.out.scale", Integer.toString(value.outScale()));
    metadata.put("policy.width", Integer.toString(shape.policyWidth()));
    metadata.put("policy.scale", Integer.toString(policy.scale()));
    metadata.put("policy.out.scale", Integer.toString(policy.outScale()));
    net.provenance().forEach((key, text) -> metadata.put(PROVENANCE + key, text));
    SequencedMap<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    for (NetTensor tensor : NetTensor.values()) {
      int[] sizes = shape.sizes(tensor);
      tensors.put(tensor.key(), switch (tensor) {
        case VALUE_FEATURES -> Safetensors.Tensor.of(sizes, value.features());
        case VALUE_FEATURES_BIAS -> Safetensors.Tensor.of(sizes, value.featuresBias());
        case VALUE_OUT -> Safetensors.Tensor.of(sizes, value.out());
        case VALUE_OUT_BIAS -> Safetensors.Tensor.of(sizes, value.outBias());
        case POLICY_FEATURES -> Safetensors.Tensor.of(sizes, policy.features());
        case POLICY_FEATURES_BIAS -> Safetensors.Tensor.of(sizes, policy.featuresBias());
        case POLICY_OUT -> Safetensors.Tensor.of(sizes, policy.out());
        case POLICY_OUT_BIAS -> Safetensors.Tensor.of(sizes, policy.outBias());
      });
    }
    return new Safetensors(metadata, tensors);
  }

  /**
   * Understands a file.
   *
   * @param file its contents
   * @param game what it has to be for
   * @return the net
   * @throws BadInputException if it is no such net; the message lacks the file's name
   */
  static Net read(Safetensors file, Game game) {
    Map<String, String> metadata = file.metadata();
    Encoder encoder = Net.encoder(game);
    String format = expect(metadata, "format", FLOATS, INTEGERS);
    expect(metadata, "game", game.family());
    expect(metadata, "encoder", encoder.id());
    expect(metadata, "activation", ACTIVATION);
    expect(metadata, "inputs", Integer.toString(encoder.inputs()));
    expect(metadata, "actions", Integer.toString(encoder.actions()));
    boolean integers = format.equals(INTEGERS);
    NetShape shape = new NetShape(
        encoder.inputs(),
        encoder.actions(),
        number(metadata, "value.width", 1, NetShape.WIDEST),
        number(metadata, "policy.width", 1, NetShape.WIDEST),
        ValueHead.of(integers || metadata.containsKey("value.head")
            ? expect(metadata, "value.head", ValueHead.SCALAR.key(), ValueHead.WDL.key()) : ValueHead.SCALAR.key()));
    checkNames(file);
    Map<String, String> provenance = new TreeMap<>();
    metadata.forEach((key, text) -> {
      if (key.startsWith(PROVENANCE)) {
        provenance.put(key.substring(PROVENANCE.length()), text);
      }
    });
    if (integers) {
      Part value = new Part(
          number(metadata, "value.scale", 1, Part.FINEST),
          number(metadata, "value.out.scale", 1, Part.FINEST_OUT),
          shorts(file, shape, NetTensor.VALUE_FEATURES),
          shorts(file, shape, NetTensor.VALUE_FEATURES_BIAS),
          shorts(file, shape, NetTensor.VALUE_OUT),
          tensor(file, shape, NetTensor.VALUE_OUT_BIAS, Safetensors.Kind.I32).ints());
      Part policy = new Part(
          number(metadata, "policy.scale", 1, Part.FINEST),
          number(metadata, "policy.out.scale", 1, Part.FINEST_OUT),
          shorts(file, shape, NetTensor.POLICY_FEATURES),
          shorts(file, shape, NetTensor.POLICY_FEATURES_BIAS),
          shorts(file, shape, NetTensor.POLICY_OUT),
          tensor(file, shape, NetTensor.POLICY_OUT_BIAS, Safetensors.Kind.I32).ints());
      return new Net(game, shape, provenance, value, policy);
    }
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      weights.put(tensor, tensor(file, shape, tensor, Safetensors.Kind.F32).floats());
    }
    return Net.of(game, shape, provenance, weights);
  }

  private static String expect(Map<String, String> metadata, String key, String... expected) {
    String found = metadata.get(key);
    if (!List.of(expected).contains(String.valueOf(found))) {
      throw new BadInputException("its metadata has " + (found == null ? "no " + key : key + " \"" + found + "\"")
          + ", where \"" + String.join("\" or \"", expected) + "\" is expected");
    }
    return found;
  }

  private static int number(Map<String, String> metadata, String key, int least, int most) {
    String text = metadata.get(key);
    try {
      int number = Integer.parseInt(String.valueOf(text));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BadInputException("its metadata has " + (text == null ? "no " + key : key + " \"" + text + "\"")
        + ", where a whole number from " + least + " to " + most + " is expected");
  }

  private static void checkNames(Safetensors file) {
    List<String> known = Arrays.stream(NetTensor.values()).map(NetTensor::key).toList();
    file.tensors().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new BadInputException(
          "it has a tensor \"" + name + "\", where only " + String.join(", ", known) + " are expected");
    });
  }

  private static short[] shorts(Safetensors file, NetShape shape, NetTensor tensor) {
    return tensor(file, shape, tensor, Safetensors.Kind.I16).shorts();
  }

  private static Safetensors.Tensor tensor(
      Safetensors file, NetShape shape, NetTensor tensor, Safetensors.Kind kind) {
    Safetensors.Tensor stored = file.tensors().get(tensor.key());
    int[] sizes = shape.sizes(tensor);
    if (stored == null || stored.kind() != kind || !Arrays.equals(stored.sizes(), sizes)) {
      throw new BadInputException("tensor \"" + tensor.key() + "\" "
          + (stored == null ? "is missing" : "is " + stored.kind() + " of shape " + Arrays.toString(stored.sizes()))
          + ", where " + kind + " of shape " + Arrays.toString(sizes) + " is expected");
    }
    return stored;
  }
}
