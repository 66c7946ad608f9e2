package mesa.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;

/**
 * The contents of a safetensors file (github.com/huggingface/safetensors): named tensors of numbers and a few strings
 * about them. A file is 8 bytes with the header's length, little-endian, the header in JSON, and the tensors
 * one after another without gaps. Reading executes nothing and allocates no more than the file is long.
 *
 * @param metadata the strings of {@code __metadata__}
 * @param tensors by name, in the order of their data
 */
record Safetensors(Map<String, String> metadata, SequencedMap<String, Tensor> tensors) {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /** Kinds of numbers, by their names in a file. */
  enum Kind {
    F32(Float.BYTES), I16(Short.BYTES), I32(Integer.BYTES);

    final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }
  }

  /**
   * Numbers and how they are arranged.
   *
   * @param kind of each number
   * @param sizes slowest varying first
   * @param data the numbers, little-endian, as many as the product of the sizes, from 0 to the limit
   */
  record Tensor(Kind kind, int[] sizes, ByteBuffer data) {
    static Tensor of(int[] sizes, short[] numbers) {
      ByteBuffer data = room(Short.BYTES * numbers.length);
      data.asShortBuffer().put(numbers);
      return new Tensor(Kind.I16, sizes, data);
    }

    static Tensor of(int[] sizes, int[] numbers) {
      ByteBuffer data = room(Integer.BYTES * numbers.length);
      data.asIntBuffer().put(numbers);
      return new Tensor(Kind.I32, sizes, data);
    }

    private static ByteBuffer room(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    short[] shorts() {
      short[] numbers = new short[data.limit() / Short.BYTES];
      data.asShortBuffer().get(numbers);
      return numbers;
    }

    int[] ints() {
      int[] numbers = new int[data.limit() / Integer.BYTES];
      data.asIntBuffer().get(numbers);
      return numbers;
    }

    float[] floats() {
      float[] numbers = new float[data.limit() / Float.BYTES];
      data.asFloatBuffer().get(numbers);
      return numbers;
    }
  }

  /** {@return the file} */
  byte[] toBytes() {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode strings = header.putObject("__metadata__");
    new TreeMap<>(metadata).forEach(strings::put);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", entry.getValue().kind().name());
      ArrayNode shape = node.putArray("shape");
      Arrays.stream(entry.getValue().sizes()).forEach(shape::add);
      node.putArray("data_offsets").add(offset).add(offset += entry.getValue().data().limit());
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) & -8; // Spaces after the JSON, so that the data is aligned.
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(8 + padded + offset)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.position() < 8 + padded) {
      bytes.put((byte) ' ');
    }
    for (Tensor tensor : tensors.values()) {
      bytes.put(tensor.data().duplicate());
    }
    return bytes.array();
  }

  /**
   * Reads a file.
   *
   * @param file all of it
   * @param where its name, for messages
   * @return its contents
   * @throws BadInputException if it is malformed in any way
   */
  static Safetensors parse(byte[] file, String where) {
    if (file.length < 8) {
      throw bad(where, "it has " + file.length + " bytes, too few for the header's length");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.getLong();
    if (length < 2 || length > LONGEST_HEADER) {
      throw bad(where, "its header would be " + Long.toUnsignedString(length) + " bytes long, where 2 to "
          + LONGEST_HEADER + " are expected");
    }
    if (length > file.length - 8) {
      throw bad(where,
          "it is truncated: the header is " + length + " bytes long, but only " + (file.length - 8) + " follow");
    }
    JsonNode header = parseHeader(file, (int) length, where);
    Map<String, String> metadata = new TreeMap<>();
    LinkedHashMap<String, Tensor> tensors = new LinkedHashMap<>();
    bytes.position(8 + (int) length);
    long offset = 0;
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (entry.getKey().equals("__metadata__")) {
        readMetadata(entry.getValue(), metadata, where);
      } else {
        Tensor tensor = readTensor(entry.getKey(), entry.getValue(), offset, bytes, where);
        offset += tensor.data().limit();
        tensors.put(entry.getKey(), tensor);
      }
    }
    if (bytes.hasRemaining()) {
      throw bad(where, bytes.remaining() + " bytes follow the last tensor, where the file should end");
    }
    return new Safetensors(metadata, tensors);
  }

  private static JsonNode parseHeader(byte[] file, int length, String where) {
    JsonNode header;
    try {
      header = JSON.readTree(new String(file, 8, length, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "\"" + where + "\" is no safetensors file: its header is no JSON: " + plain(e.getOriginalMessage()), e);
    }
    if (!header.isObject()) {
      throw bad(where, "its header is no JSON object");
    }
    return header;
  }

  /** Without what a parser adds in brackets for programmers. */
  private static String plain(String message) {
    return message.replaceAll(" \\((start marker|bound as|for Object starting).*|, from `.*`", "");
  }

  private static void readMetadata(JsonNode node, Map<String, String> metadata, String where) {
    if (!node.isObject()) {
      throw bad(where, "__metadata__ is no object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw bad(where, "\"" + entry.getKey() + "\" in __metadata__ is no string");
      }
      metadata.put(entry.getKey(), entry.getValue().textValue());
    }
  }

  private static Tensor readTensor(String name, JsonNode node, long offset, ByteBuffer bytes, String where) {
    String tensor = "tensor \"" + name + "\"";
    JsonNode shape = node.path("shape");
    JsonNode offsets = node.path("data_offsets");
    Kind kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(node.path("dtype").asText())).findFirst()
        .orElseThrow(() -> bad(where,
            tensor + " has dtype " + node.path("dtype") + ", where one of " + Arrays.toString(Kind.values())
                + " is expected"));
    if (!shape.isArray() || !offsets.isArray() || offsets.size() != 2 || node.size() != 3) {
      throw bad(where, tensor + " must have dtype, shape and two data_offsets, not " + node);
    }
    int[] sizes = new int[shape.size()];
    long count = 1;
    for (int i = 0; i < sizes.length; i++) {
      JsonNode size = shape.get(i);
      if (!size.canConvertToInt() || !size.isIntegralNumber() || size.intValue() < 1
          || (count *= size.intValue()) > Integer.MAX_VALUE / kind.bytes) {
        throw bad(where, tensor + " has the impossible shape " + shape);
      }
      sizes[i] = size.intValue();
    }
    long length = kind.bytes * count;
    if (!isNumber(offsets.get(0), offset) || !isNumber(offsets.get(1), offset + length)) {
      throw bad(where,
          tensor + " has data_offsets " + offsets + ", where [" + offset + "," + (offset + length) + "] are expected");
    }
    if (bytes.remaining() < length) {
      throw bad(where,
          "it is truncated: " + tensor + " needs " + length + " bytes, but only " + bytes.remaining() + " are left");
    }
    ByteBuffer data = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return new Tensor(kind, sizes, data);
  }

  private static boolean isNumber(JsonNode node, long number) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() == number;
  }

  private static BadInputException bad(String where, String what) {
    return new BadInputException("\"" + where + "\" is no safetensors file: " + what);
  }
}
