package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import mesa.core.BadInputException;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no network that Mesa knows is refused by name. */
class Lc0WeightsTest {
  @TempDir Path folder;

  private RandomLc0 network = new RandomLc0();

  @Test
  void read_ofAnUnknownInputFormat_namesIt() {
    network.input = 132;
    assertRefused("its input format is number 132, where INPUT_CLASSICAL_112_PLANE or INPUT_112_WITH_CASTLING_PLANE or "
        + "INPUT_112_WITH_CANONICALIZATION or INPUT_112_WITH_CANONICALIZATION_HECTOPLIES or "
        + "INPUT_112_WITH_CANONICALIZATION_V2 is expected");
  }

  @Test
  void read_ofTheFirstInputFormatForChess960_namesThose() {
    Path file = network.write(folder.resolve("random.pb.gz"));
    assertThatThrownBy(() -> Registry.load().evaluator(
        Registry.load().game("chess960"), Spec.parse("lc0:file=" + file)))
        .isInstanceOf(BadInputException.class).hasMessageContaining("its input format is INPUT_CLASSICAL_112_PLANE, "
            + "where INPUT_112_WITH_CASTLING_PLANE or ");
  }

  @Test
  void read_ofAnotherStructure_namesIt() {
    network.structure = 5;
    assertRefused("its network structure is NETWORK_ONNX, where NETWORK_CLASSICAL or NETWORK_SE or "
        + "NETWORK_CLASSICAL_WITH_HEADFORMAT or NETWORK_SE_WITH_HEADFORMAT or NETWORK_ATTENTIONBODY_WITH_HEADFORMAT or "
        + "NETWORK_ATTENTIONBODY_WITH_MULTIHEADFORMAT is expected");
  }

  @Test
  void read_ofAnAttentionBodyWithAnotherPolicy_namesIt() {
    network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.policy = 2;
    assertRefused("its policy format is POLICY_CONVOLUTION, where POLICY_ATTENTION is expected");
  }

  @Test
  void read_ofAnUnknownActivation_namesIt() {
    network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.forwardActivation = 9;
    assertRefused("its activation is ACTIVATION_SOFTMAX, where ACTIVATION_DEFAULT or ACTIVATION_MISH or "
        + "ACTIVATION_RELU or ACTIVATION_NONE or ACTIVATION_TANH or ACTIVATION_SIGMOID or ACTIVATION_SELU or ACTIVATION_SWISH or "
        + "ACTIVATION_RELU_2 is expected");
  }

  @Test
  void read_ofAnUnknownEmbedding_namesIt() {
    network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.embedding = 3;
    assertRefused("its input embedding is number 3, where INPUT_EMBEDDING_NONE or INPUT_EMBEDDING_PE_MAP or "
        + "INPUT_EMBEDDING_PE_DENSE is expected");
  }

  @Test
  void read_ofRelativePositions_saysThatLc0RefusesThem() {
    network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.hasRelativePositions = true;
    assertRefused("it has an encoder layer with relative positions (rpe), which lc0 refuses, too");
  }

  @Test
  void read_ofHeadsThatDoNotDivideALayer_saysSo() {
    network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.attentionHeads = 5;
    assertRefused("its encoder layer 1's query has 12 outputs, which are not to be shared among 5 heads");
  }

  @Test
  void read_ofAHeadThatIsNotThere_saysWhichAre() {
    Path file = RandomLc0.of(RandomLc0.Kind.DENSE).write(folder.resolve("heads.pb.gz"));
    assertThatThrownBy(() -> Registry.load().evaluator(
        Registry.load().game("chess"), Spec.parse("lc0:policy=soft,file=" + file)))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("it has no policy head \"soft\"; it has vanilla, optimistic");
  }

  @Test
  void read_ofAnotherValueHeadWhereThereIsOne_saysWhich() {
    Path file = network.write(folder.resolve("one.pb.gz"));
    assertThatThrownBy(() -> Registry.load().evaluator(
        Registry.load().game("chess"), Spec.parse("lc0:value=q,file=" + file)))
        .isInstanceOf(BadInputException.class).hasMessageEndingWith("it has no value head \"q\"; it has winner");
  }

  @Test
  void int8_withoutATower_isRefused() {
    Path file = RandomLc0.of(RandomLc0.Kind.MAP).write(folder.resolve("map.pb.gz"));
    assertThatThrownBy(() -> Registry.load().evaluator(
        Registry.load().game("chess"), Spec.parse("lc0:precision=int8,file=" + file)))
        .isInstanceOf(BadInputException.class).hasMessage("\"" + file
            + "\" can't be evaluated: it has no convolutions, whose numbers precision=int8 rounds; use precision=float");
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
    assertRefused("it begins with the bytes 0d c1 01 00 00, where 0d c0 01 00 00 are expected");
  }

  @Test
  void read_ofAText_saysHowItBegins() throws IOException {
    Path file = Files.writeString(folder.resolve("text.pb.gz"), "a text");
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class).hasMessage("\"" + file
        + "\" is no network of lc0's that Mesa knows: it begins with the bytes 61 20 74 65 78, "
        + "where 0d c0 01 00 00 are expected");
  }

  @Test
  void read_ofAPolicyOfAnotherSize_saysWhatIsExpected() {
    network.policy = 1;
    network.actions = 1857;
    assertRefused("its policy's layer has 1857 outputs, where 1858 are expected");
  }

  @Test
  void read_ofAFileThatBreaksOff_isRefused() throws IOException {
    assertRefusedInPart(network.write());
  }

  @Test
  void read_ofAnAttentionBodyThatBreaksOff_isRefused() throws IOException {
    assertRefusedInPart(RandomLc0.of(RandomLc0.Kind.DENSE).write());
  }

  private void assertRefusedInPart(byte[] whole) throws IOException {
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

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 40})
  void read_ofTheBeginningOfAGzipFile_saysSo(int bytes) throws IOException {
    Path file = network.write(folder.resolve("whole.pb.gz"));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("whole.pb.gz\" is damaged: it breaks off where more of a gzip file is expected");
  }

  @Test
  void read_ofAnEmptyFile_saysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.pb"));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class).hasMessageEndingWith(": it is empty");
  }

  @Test
  void read_ofZerosPackedTight_isRefusedBeforeTheyFillTheMemory() throws IOException {
    Path file = folder.resolve("zeros.pb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[10_000_000]);
    }
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("unpacked it has more than " + 64 * Files.size(file) + " bytes");
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
