package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
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

class NetTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @Test
  void read_ofWhatWasWritten_isEqual() throws IOException {
    Net net = RandomNets.of(CHESS, 12, 20, 3);
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
        damage("no JSON", header("{", "["), "no JSON"),
        damage("other dtype", header("\"dtype\":\"F32\"", "\"dtype\":\"F16\""), "where \"F32\" is expected"),
        damage("other shape", header("\"shape\":[768,4]", "\"shape\":[384,8]"), "where shape [768, 4] is expected"),
        damage("negative size", header("\"shape\":[768,4]", "\"shape\":[-768,4]"), "impossible shape [-768,4]"),
        damage("size beyond reason", header("\"shape\":[4]", "\"shape\":[2147483647,99]"), "impossible shape"),
        damage("overlapping offsets", header("\"data_offsets\":[12288,", "\"data_offsets\":[0,"),
            "[12288,12304] are expected"),
        damage("other tensor", header("\"value.out\"", "\"value.uot\""),
            "\"value.out\" is missing, where shape [8] is"),
        damage("other game", header("\"game\":\"chess\"", "\"game\":\"go\""),
            "game \"go\", where \"chess\" is expected"),
        damage("other encoder", header("\"encoder\":\"", "\"encoder\":\"my-"), "encoder \"my-"),
        damage("other version", header("\"format\":\"1\"", "\"format\":\"9\""),
            "format \"9\", where \"1\" is expected"),
        damage("other activation", header("\"screlu\"", "\"relu\""), "activation \"relu\", where \"screlu\""),
        damage("other inputs", header("\"inputs\":\"768\"", "\"inputs\":\"64\""),
            "64 inputs and 11280 actions, where 768"),
        damage("width no number", header("\"value.width\":\"4\"", "\"value.width\":\"wide\""), "value.width \"wide\""),
        damage("metadata no string", header("\"inputs\":\"768\"", "\"inputs\":768"), "\"inputs\" in __metadata__"),
        damage("NaN", file -> lastFloat(file, Float.NaN), "number 11279 of tensor \"policy.out.bias\" is NaN"),
        damage("infinite", file -> lastFloat(file, Float.POSITIVE_INFINITY), "is Infinity"));
  }

  private static Arguments damage(String what, UnaryOperator<byte[]> damage, String message) {
    return Arguments.of(what, damage, message);
  }

  private static byte[] longAt(byte[] file, long number) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number);
    return file;
  }

  private static byte[] lastFloat(byte[] file, float number) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4, number);
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
