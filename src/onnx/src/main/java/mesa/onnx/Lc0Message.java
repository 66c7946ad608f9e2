package mesa.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;

/** A message of lc0's files with its fields at hand, by their numbers. Layers are decoded when they are asked for. */
final class Lc0Message {
  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Map<Integer, List<ProtoReader>> parts = new HashMap<>();
  private final long encoding;

  /**
   * Finds the fields.
   *
   * @param reader of the message, at its start
   * @param encoding how layers in it are stored that do not say so themselves
   */
  Lc0Message(ProtoReader reader, long encoding) {
    this.encoding = encoding;
    while (reader.next()) {
      if (reader.isBytes()) {
        parts.computeIfAbsent(reader.field(), field -> new ArrayList<>()).add(reader.message());
      } else {
        numbers.put(reader.field(), reader.number());
      }
    }
  }

  /** Says whether it has the field. */
  boolean has(int field) {
    return numbers.containsKey(field) || parts.containsKey(field);
  }

  /** A field that is a whole number, or what it means if it is missing. */
  long number(int field, long standard) {
    return numbers.getOrDefault(field, standard);
  }

  /** A field that is a message, which has no fields if it is missing; the last one counts. */
  Lc0Message child(int field) {
    List<Lc0Message> all = children(field);
    return all.isEmpty() ? new Lc0Message(ProtoReader.EMPTY, encoding) : all.getLast();
  }

  /** All messages in a field that may be repeated. */
  List<Lc0Message> children(int field) {
    if (numbers.containsKey(field)) {
      throw new BadInputException("it is damaged: field " + field + " is a number, where a message is expected");
    }
    return parts.getOrDefault(field, List.of()).stream()
        .map(part -> new Lc0Message(part.again(), encoding)).toList();
  }

  /** The numbers of a layer, none if it is missing. */
  float[] layer(int field) {
    List<ProtoReader> layers = parts.getOrDefault(field, List.of());
    return layers.isEmpty() ? new float[0] : Lc0Layer.read(layers.getLast().again(), encoding);
  }

  /** A fully connected layer: its weights, and its biases in the next field. */
  Dense dense(int field) {
    return new Dense(layer(field), layer(field + 1));
  }

  /** A normalisation: its gammas, and its betas in the next field. */
  Norm norm(int field) {
    return new Norm(layer(field), layer(field + 1));
  }

  /** The message ConvBlock. */
  Convolution convolution(int field) {
    return Convolution.read(child(field));
  }
}
