package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models are evaluated as their descriptions say, and refused where the two do not fit. */
class OnnxEvaluatorTest {
  private static final Game GAME = Registry.load().game("tictactoe");
  private static final Encoder ENCODER = GAME.encoder().orElseThrow();
  private static final String[] DESCRIPTION = {
    "game = tictactoe", "input.board = tictactoe-18.1", "value.kind = scalar", "moves = tictactoe-18.1"};

  @TempDir Path folder;

  private final TinyModel model = new TinyModel();

  @Test
  void evaluate_ofFeatures_isWhatTheModelComputes() {
    assertComputes(describedBy(DESCRIPTION), 0);
  }

  @Test
  void evaluate_ofFeaturesInAnotherShape_isTheSame() {
    model.input = new long[] {-1, 2, 3, 3};
    assertComputes(describedBy(DESCRIPTION), 0);
  }

  @Test
  void evaluate_withABatchOfOneAlone_isTheSame() {
    model.input = new long[] {1, 18};
    assertComputes(describedBy(DESCRIPTION), 0);
  }

  @Test
  void evaluate_ofTheOtherSidesView_showsThat() {
    assertComputes(describedBy(
        "game=tictactoe", "input.board=tictactoe-18.1/other", "value.kind=scalar", "moves=tictactoe-18.1"), 1);
  }

  @Test
  void evaluate_ofAModelThatDescribesItself_needsNoFile() {
    for (String line : DESCRIPTION) {
      model.graph.metadata("mesa." + line.split(" = ")[0], line.split(" = ")[1]);
    }
    assertComputes(model.write(folder.resolve("tiny.onnx")), 0);
  }

  @Test
  void evaluate_byAListOfMoves_findsThemByName() {
    // The encoder numbers cells from a3 by rows; the list has them in this order.
    assertComputes(describedBy("game=tictactoe", "input.board=tictactoe-18.1", "value.kind=scalar",
        "moves=" + cells()), 0);
  }

  private static String cells() {
    Position start = GAME.start();
    String[] texts = new String[9];
    Moves moves = Moves.of(start);
    for (int i = 0; i < moves.size(); i++) {
      texts[ENCODER.action(start, moves.get(i))] = start.format(moves.get(i));
    }
    return String.join(" ", texts);
  }

  @ParameterizedTest
  @CsvSource({"wdl-logits, Identity", "wdl, Softmax"})
  void value_ofWinDrawAndLoss_isWinLessLoss(String kind, String activation) {
    model.values = 3;
    model.activation = activation;
    Path file = describedBy(
        "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=" + kind, "moves=tictactoe-18.1");
    Position position = GAME.parse("x../.o./... x");
    double[] e = new double[3];
    for (int i = 0; i < 3; i++) {
      e[i] = Math.exp(dot(model.valueWeights, i, features(position, 0)));
    }
    try (Evaluator evaluator = evaluator(file)) {
      assertThat((double) evaluator.value(position)).isCloseTo((e[0] - e[2]) / (e[0] + e[1] + e[2]), within(1e-6));
    }
  }

  private void assertComputes(Path file, int viewer) {
    try (Evaluator evaluator = evaluator(file)) {
      for (String text : new String[] {".../.../... x", "x../.o./... x", "xo./.x./..o x", "xo./.../... x", "x../.../... o"}) {
        Position position = GAME.parse(text);
        Moves moves = Moves.of(position);
        float[] priors = new float[moves.size()];
        float value = evaluator.evaluate(position, moves, priors);
        long[] features = features(position, viewer);
        assertThat((double) value).as("value of %s", text)
            .isCloseTo(Math.tanh(dot(model.valueWeights, 0, features)), within(1e-6));
        double sum = 0;
        for (int i = 0; i < moves.size(); i++) {
          sum += Math.exp(dot(model.policyWeights, ENCODER.action(position, moves.get(i)), features));
        }
        for (int i = 0; i < moves.size(); i++) {
          double logit = dot(model.policyWeights, ENCODER.action(position, moves.get(i)), features);
          assertThat((double) priors[i]).as("prior of %s in %s", position.format(moves.get(i)), text)
              .isCloseTo(Math.exp(logit) / sum, within(1e-6));
        }
      }
    }
  }

  private static long[] features(Position position, int viewer) {
    long[] bits = new long[1];
    ENCODER.encode(position, position.sideToMove() ^ viewer, bits);
    return bits;
  }

  private static double dot(float[] weights, int row, long[] features) {
    double sum = 0;
    for (int i = 0; i < TinyModel.FEATURES; i++) {
      sum += (features[0] >>> i & 1) * weights[row * TinyModel.FEATURES + i];
    }
    return sum;
  }

  @Test
  void model_withInputsOfAnotherShape_isRefusedWithTheExpectedOne() {
    model.input = new long[] {-1, 18, 1, 2};
    assertRefused("its input \"board\" is FLOAT of shape [-1, 18, 1, 2], where FLOAT of shape [batch, 18] is expected",
        DESCRIPTION);
  }

  @Test
  void model_withAPolicyOfAnotherSize_isRefusedWithTheExpectedOne() {
    model.actions = 10;
    assertRefused("its output \"policy\" is FLOAT of shape [-1, 10], where FLOAT of shape [batch, 9] is expected",
        DESCRIPTION);
  }

  @Test
  void model_withAValueOfAnotherSize_isRefusedWithTheExpectedOne() {
    model.values = 3;
    assertRefused("its output \"value\" is FLOAT of shape [-1, 3], where FLOAT of shape [batch, 1] is expected",
        DESCRIPTION);
  }

  @Test
  void model_ofAnotherGame_isRefused() {
    assertRefused("its description has game \"hex\", where \"tictactoe\" is expected", "game=hex");
  }

  @Test
  void model_forAnotherEncoding_isRefused() {
    assertRefused("its input \"board\" is to show \"tictactoe-18.2\", where tictactoe-18.1 is expected",
        "game=tictactoe", "input.board=tictactoe-18.2", "value.kind=scalar", "moves=tictactoe-18.1");
  }

  @Test
  void model_inAnotherOrderOfMoves_isRefused() {
    assertRefused("its moves are in the order \"alphabetical\", where tictactoe-18.1 is expected",
        "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=scalar", "moves=alphabetical");
  }

  @Test
  void model_withAnUnknownKindOfValue_isRefused() {
    assertRefused("its description has value.kind \"wld\", where scalar or tanh or wdl or wdl-logits is expected",
        "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=wld", "moves=tictactoe-18.1");
  }

  @Test
  void model_whoseDescriptionNamesAnotherOutput_isRefused() {
    assertRefused("it has no output \"v\" for the value, but policy, value; its description may say value=NAME",
        "game=tictactoe", "input.board=tictactoe-18.1", "value=v", "value.kind=scalar", "moves=tictactoe-18.1");
  }

  @Test
  void model_whoseDescriptionNamesAnotherInput_isRefused() {
    assertRefused("its description has input.bord, where the model's inputs are board",
        "game=tictactoe", "input.board=tictactoe-18.1", "input.bord=tictactoe-18.1", "value.kind=scalar",
        "moves=tictactoe-18.1");
  }

  @Test
  void model_whoseDescriptionHasAnUnknownKey_isToldTheNearest() {
    assertRefused("its description has the key \"value.kid\"; did you mean value.kind? Known are "
        + "game, value, value.kind, policy, policy.kind, moves, input.NAME", "game=tictactoe", "value.kid=scalar");
  }

  @Test
  void model_withoutADescription_saysWhatIsMissingAndWhere() {
    Path file = model.write(folder.resolve("tiny.onnx"));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("its description has no game").hasMessageContaining("mesa.game")
        .hasMessageContaining(".properties");
  }

  @Test
  void model_thatIsATextOrCutShort_isNoneInThatFormat() throws IOException {
    byte[] whole = Files.readAllBytes(model.write(folder.resolve("tiny.onnx")));
    Files.write(folder.resolve("half.onnx"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("text.onnx"), "no model at all");
    for (String name : new String[] {"half.onnx", "text.onnx"}) {
      assertThatThrownBy(() -> evaluator(folder.resolve(name))).isInstanceOf(BadInputException.class).hasMessage(
          "\"" + folder.resolve(name) + "\" is no model for tictactoe: it is no file in ONNX format, or not whole");
    }
  }

  @Test
  void model_thatIsEmpty_isRefusedInTheRuntimesWords() throws IOException {
    Path file = Files.createFile(folder.resolve("none.onnx"));
    assertThatThrownBy(() -> evaluator(file)).isInstanceOf(BadInputException.class).hasMessage(
        "\"" + file + "\" is no model for tictactoe: ONNX Runtime refuses it: ModelProto does not have a graph.");
  }

  @Test
  void model_thatIsNotThere_isRefused() {
    assertThatThrownBy(() -> evaluator(folder.resolve("none.onnx"))).isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no file");
  }

  private void assertRefused(String message, String... description) {
    Path file = describedBy(description);
    assertThatThrownBy(() -> evaluator(file).close()).isInstanceOf(BadInputException.class)
        .hasMessage("\"" + file + "\" is no model for tictactoe: " + message);
  }

  private Path describedBy(String... lines) {
    Path file = model.write(folder.resolve("tiny.onnx"));
    TinyModel.describe(file, lines);
    return file;
  }

  private static Evaluator evaluator(Path file) {
    return Registry.load().evaluator(GAME, Spec.parse("onnx:file=" + file));
  }
}
