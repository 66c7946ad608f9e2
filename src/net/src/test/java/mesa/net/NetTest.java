package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @Test
  void read_ofWhatWasWritten_isEqual() throws IOException {
    Net net = RandomNets.of(CHESS, new NetShape(768, 11_280, 12, 20, ValueHead.WDL), 3);
    Path file = folder.resolve("new/folder/a.safetensors");
    net.write(file);
    Net read = Net.read(file, CHESS);
    assertThat(read.shape()).isEqualTo(net.shape());
    assertThat(read.provenance()).isEqualTo(Map.of("seed", "3"));
    for (NetTensor tensor : NetTensor.values()) {
      assertThat(read.copy(tensor)).as(tensor.key()).isEqualTo(net.copy(tensor));
    }
    assertThat(file.resolveSibling("a.safetensors.partial")).doesNotExist();
  }

  /** Format 1, as other programs write it. */
  @Test
  void read_ofFloats_roundsThem() throws IOException {
    NetShape shape = new NetShape(768, 11_280, 12, 20, ValueHead.SCALAR);
    Map<NetTensor, float[]> weights = RandomNets.weights(shape, 3);
    Map<String, String> metadata = new HashMap<>(Map.of("format", "1", "game", "chess", "encoder", "chess-768.2",
        "activation", "screlu", "inputs", "768", "actions", "11280", "value.width", "12", "policy.width", "20"));
    SequencedMap<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    for (NetTensor tensor : NetTensor.values()) {
      float[] data = weights.get(tensor);
      ByteBuffer bytes = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(data);
      tensors.put(tensor.key(), new Safetensors.Tensor(Safetensors.Kind.F32, shape.sizes(tensor), bytes));
    }
    Path file = folder.resolve("floats");
    Files.write(file, new Safetensors(metadata, tensors).toBytes());
    Net read = Net.read(file, CHESS);
    Net rounded = Net.of(CHESS, shape, Map.of(), weights);
    for (NetTensor tensor : NetTensor.values()) {
      assertThat(read.copy(tensor)).as(tensor.key()).isEqualTo(rounded.copy(tensor))
          .containsExactly(weights.get(tensor), within(0.51f / 255));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void of_noNumber_isRefused(float number) {
    NetShape shape = NetShape.of(CHESS.encoder().orElseThrow(), 4, 4);
    Map<NetTensor, float[]> weights = RandomNets.weights(shape, 3);
    weights.get(NetTensor.POLICY_OUT_BIAS)[11_279] = number;
    assertThatThrownBy(() -> Net.of(CHESS, shape, Map.of(), weights))
        .isInstanceOf(BadInputException.class)
        .hasMessage("number 11279 of tensor \"policy.out.bias\" is " + number + ", where a finite number is expected");
  }

  @Test
  void write_ofEqualNets_givesEqualBytes() throws IOException {
    RandomNets.of(CHESS, 4, 4, 3).write(folder.resolve("a"));
    RandomNets.of(CHESS, 4, 4, 3).write(folder.resolve("b"));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void read_ofMissingFile_saysSo() {
    assertThatThrownBy(() -> Net.read(folder.resolve("none.safetensors"), CHESS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no file \"" + folder.resolve("none.safetensors"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void read_ofDamagedFile_saysWhatIsWrongAndWhatIsExpected(String what, UnaryOperator<byte[]> damage, String message)
      throws IOException {
    Path file = folder.resolve("a.safetensors");
    RandomNets.of(CHESS, 4, 4, 3).write(file);
    Files.write(file, damage.apply(Files.readAllBytes(file)));
    assertThatThrownBy(() -> Net.read(file, CHESS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a.safetensors")
        .hasMessageContaining(message)
        .message().doesNotContain("\n");
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("empty", file -> new byte[0], "0 bytes"),
        damage("half a length", file -> Arrays.copyOf(file, 5), "5 bytes"),
        damage("huge header", file -> longAt(file, 1L << 40), "2 to 1048576 are expected"),
        damage("negative header", file -> longAt(file, -1), "2 to 1048576 are expected"),
        damage("header past the end", file -> Arrays.copyOf(file, 100), "truncated: the header is"),
        damage("last byte missing", file -> Arrays.copyOf(file, file.length - 1),
            "truncated: tensor \"policy.out.bias\""),
        damage("bytes behind", file -> Arrays.copyOf(file, file.length + 4), "4 bytes follow the last tensor"),
        damage("no JSON", header("{", "["), "no JSON: Unexpected character"),
        damage("behind the JSON", header("]}} ", "]}}1"), "no JSON: Trailing token (of type VALUE_NUMBER_INT) found"),
        damage("nested", header("{\"__metadata__\":", "{\"__metadata__\":" + "[".repeat(2000)),
            "no JSON: Document nesting depth (1001) exceeds the maximum allowed (1000)"),
        damage("a name twice", header("\"value.out\"", "\"value.features\""), "Duplicate field 'value.features'"),
        damage("offsets in words", header("\"data_offsets\":[0,", "\"data_offsets\":[\"0\","),
            "data_offsets [\"0\",6144], where [0,6144] are expected"),
        damage("unknown dtype", header("\"dtype\":\"I16\"", "\"dtype\":\"F16\""),
            "has dtype \"F16\", where one of [F32, I16, I32] is expected"),
        damage("other dtype", header("\"dtype\":\"I16\",\"shape\":[768,4]", "\"dtype\":\"I32\",\"shape\":[768,2]"),
            "tensor \"value.features\" is I32 of shape [768, 2], where I16 of shape [768, 4] is expected"),
        damage("other shape", header("\"shape\":[768,4]", "\"shape\":[384,8]"),
            "tensor \"value.features\" is I16 of shape [384, 8], where I16 of shape [768, 4] is expected"),
        damage("negative size", header("\"shape\":[768,4]", "\"shape\":[-768,4]"), "impossible shape [-768,4]"),
        damage("size beyond reason", header("\"shape\":[4]", "\"shape\":[2147483647,99]"), "impossible shape"),
        damage("overlapping offsets", header("\"data_offsets\":[6144,", "\"data_offsets\":[0,"),
            "[6144,6152] are expected"),
        damage("other tensor", header("\"value.out\"", "\"value.uot\""), "it has a tensor \"value.uot\", where only"),
        damage("other game", header("\"game\":\"chess\"", "\"game\":\"go\""),
            "game \"go\", where \"chess\" is expected"),
        damage("other encoder", header("\"encoder\":\"", "\"encoder\":\"my-"), "encoder \"my-"),
        damage("other version", header("\"format\":\"2\"", "\"format\":\"9\""),
            "format \"9\", where \"1\" or \"2\" is expected"),
        damage("no version", header("\"format\":\"2\",", ""), "no format, where \"1\" or \"2\" is expected"),
        damage("other activation", header("\"screlu\"", "\"relu\""), "activation \"relu\", where \"screlu\""),
        damage("other head", header("\"value.head\":\"scalar\"", "\"value.head\":\"vector\""),
            "value.head \"vector\", where \"scalar\" or \"wdl\" is expected"),
        damage("head of another shape", header("\"value.head\":\"scalar\"", "\"value.head\":\"wdl\""),
            "tensor \"value.out\" is I16 of shape [8], where I16 of shape [3, 8] is expected"),
        damage("other inputs", header("\"inputs\":\"768\"", "\"inputs\":\"64\""),
            "inputs \"64\", where \"768\" is expected"),
        damage("width no number", header("\"value.width\":\"4\"", "\"value.width\":\"wide\""),
            "value.width \"wide\", where a whole number from 1 to 8192 is expected"),
        damage("no scale", header("\"value.scale\":\"255\",", ""),
            "no value.scale, where a whole number from 1 to 255 is expected"),
        damage("scale beyond 16 bits squared", header("\"value.scale\":\"255\"", "\"value.scale\":\"256\""),
            "value.scale \"256\", where a whole number from 1 to 255 is expected"),
        damage("metadata no string", header("\"inputs\":\"768\"", "\"inputs\":768"), "\"inputs\" in __metadata__"),
        damage("weights beyond 16 bits", NetTest::featuresAtTheirGreatest,
            "weights of value.features that one unit adds up come to"),
        damage("output beyond 32 bits", NetTest::lastBiasAtItsGreatest, "weights of policy.out in one row come to"));
  }

  /** All features of the value, which come first in the file, at 32767. */
  private static byte[] featuresAtTheirGreatest(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int start = 8 + (int) bytes.getLong(0);
    for (int i = 0; i < 768 * 4; i++) {
      bytes.putShort(start + 2 * i, Short.MAX_VALUE);
    }
    return file;
  }

  /** The last slot's bias, at the end of the file, at 2^31 - 1. */
  private static byte[] lastBiasAtItsGreatest(byte[] file) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, Integer.MAX_VALUE);
    return file;
  }

  private static Arguments damage(String what, UnaryOperator<byte[]> damage, String message) {
    return Arguments.of(what, damage, message);
  }

  private static byte[] longAt(byte[] file, long number) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number);
    return file;
  }

  /** Replaces the first occurrence in the header, whose length is corrected. */
  private static UnaryOperator<byte[]> header(String old, String now) {
    return file -> {
      int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
      String header = new String(file, 8, length, StandardCharsets.UTF_8);
      assertThat(header).contains(old);
      int at = header.indexOf(old);
      byte[] changed = (header.substring(0, at) + now + header.substring(at + old.length()))
          .getBytes(StandardCharsets.UTF_8);
      ByteBuffer result = ByteBuffer.allocate(file.length - length + changed.length).order(ByteOrder.LITTLE_ENDIAN);
      return result.putLong(changed.length).put(changed).put(file, 8 + length, file.length - 8 - length).array();
    };
  }
}
