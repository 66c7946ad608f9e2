package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no network that Mesa knows is refused by name. */
class Lc0WeightsTest {
  @TempDir Path folder;

  private final RandomLc0 network = new RandomLc0();

  @ParameterizedTest
  @CsvSource({
    "3, its input format is INPUT_112_WITH_CANONICALIZATION where INPUT_CLASSICAL_112_PLANE is expected",
    "132, its input format is number 132 where INPUT_CLASSICAL_112_PLANE is expected",
  })
  void read_ofAnotherInputFormat_namesIt(int format, String message) {
    network.input = format;
    assertRefused(message.replace(" where", ", where"));
  }

  @Test
  void read_ofAnAttentionBody_namesIt() {
    network.structure = 6;
    assertRefused("its network structure is NETWORK_ATTENTIONBODY_WITH_HEADFORMAT, where NETWORK_CLASSICAL or "
        + "NETWORK_SE or NETWORK_CLASSICAL_WITH_HEADFORMAT or NETWORK_SE_WITH_HEADFORMAT is expected");
  }

  @Test
  void read_ofAnAttentionPolicy_namesIt() {
    network.policy = 3;
    assertRefused("its policy format is POLICY_ATTENTION, where POLICY_CLASSICAL or POLICY_CONVOLUTION is expected");
  }

  @Test
  void int8_ofMish_isRefused() {
    network.activation = 1;
    Path file = network.write(folder.resolve("mish.pb.gz"));
    assertThatThrownBy(() -> Registry.load().evaluator(
        Registry.load().game("chess"), Spec.parse("lc0:precision=int8,file=" + file)))
        .isInstanceOf(BadInputException.class).hasMessage("\"" + file
            + "\" can't be evaluated: its activation is Mish, where ReLU is expected for precision=int8");
  }

  @Test
  void read_ofAnotherMagicNumber_saysWhich() {
    network.magic = 0x1c1;
    assertRefused("it begins with the number 449, where 448 is expected");
  }

  @Test
  void read_ofAPolicyOfAnotherSize_saysWhatIsExpected() {
    network.policy = 1;
    network.actions = 1857;
    assertRefused("its policy's layer has 1857 outputs, where 1858 are expected");
  }

  @Test
  void read_ofAFileThatBreaksOff_isRefused() throws IOException {
    byte[] whole = network.write();
    for (int length : new int[] {0, 1, 4, 20, 100, 5_000, whole.length - 1}) {
      Path file = Files.write(folder.resolve("part.pb"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> evaluator(file)).as("%d bytes", length).isInstanceOf(BadInputException.class)
          .hasMessageContaining("part.pb");
    }
  }

  @Test
  void read_ofAZippedFileThatBreaksOff_isRefused() throws IOException {
    Path file = network.write(folder.resolve("whole.pb.gz"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class).hasMessageContaining("is damaged");
  }

  @Test
  void read_ofNoFile_saysSo() {
    assertThatThrownBy(() -> evaluator(folder.resolve("none.pb.gz"))).isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no file").hasMessageContaining("none.pb.gz");
  }

  @Test
  void read_withoutAFile_saysHowToNameOne() {
    assertThatThrownBy(() -> Registry.load().evaluator(Registry.load().game("chess"), Spec.parse("lc0")))
        .isInstanceOf(BadInputException.class).hasMessageContaining("lc0:file=");
  }

  @Test
  void evaluator_ofAGameWithoutThePlanes_isUnknown() {
    assertThatThrownBy(() -> Registry.load().evaluator(Registry.load().game("tictactoe"), Spec.parse("lc0:file=x")))
        .isInstanceOf(BadInputException.class).hasMessageContaining("no evaluator of tictactoe named \"lc0\"");
  }

  private void assertRefused(String message) {
    Path file = network.write(folder.resolve("random.pb.gz"));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class)
        .hasMessage("\"" + file + "\" is no network of lc0's that Mesa knows: " + message);
  }

  private static void evaluator(Path file) {
    Registry.load().evaluator(Registry.load().game("chess"), Spec.parse("lc0:file=" + file)).close();
  }
}
