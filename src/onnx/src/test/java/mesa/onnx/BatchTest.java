package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mesa.core.BatchEvaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches answer to the last bit what single calls answer, in whatever company. */
class BatchTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"float", "int8"})
  void run_ofAnyCompany_answersAsAlone(String precision) {
    assertSameInAnyCompany("lc0:batch=7,remembered=0,precision=" + precision + ",file="
        + new RandomLc0().write(folder.resolve("random.pb.gz")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "int8"})
  void run_ofAWholeNetwork_answersAsAlone(String precision) {
    Path file = Lc0ReferenceTest.FOLDER.resolve("maia-1100.pb.gz");
    assumeTrue(Files.exists(file), "there is no " + file);
    assertSameInAnyCompany("lc0:batch=7,remembered=0,precision=" + precision + ",file=" + file);
  }

  @ParameterizedTest
  @EnumSource(RandomLc0.Kind.class)
  void run_ofAttention_answersAsAlone(RandomLc0.Kind kind) {
    RandomLc0 network = RandomLc0.of(kind);
    network.scale = 4;
    assertSameInAnyCompany("lc0:batch=7,remembered=0,file=" + network.write(folder.resolve("random.pb.gz")));
  }

  private static void assertSameInAnyCompany(String spec) {
    List<Position> positions = game();
    List<String> alone = new ArrayList<>();
    try (BatchEvaluator evaluator = evaluator(spec)) {
      positions.forEach(position -> alone.add(single(evaluator, position)));
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < positions.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(5));
      int size = 1;
      for (int from = 0; from < order.size(); from += size, size = size % evaluator.batchSize() + 1) {
        List<Integer> batch = order.subList(from, Math.min(from + size, order.size()));
        for (int slot = 0; slot < batch.size(); slot++) {
          Position position = positions.get(batch.get(slot));
          evaluator.stage(slot, position, Moves.of(position));
        }
        evaluator.run(batch.size());
        for (int slot = 0; slot < batch.size(); slot++) {
          Position position = positions.get(batch.get(slot));
          assertThat(answer(evaluator, slot, position)).as("slot %d of %d, %s", slot, batch.size(), position.text())
              .isEqualTo(alone.get(batch.get(slot)));
        }
      }
    }
  }

  @Test
  void run_withAnswersRemembered_answersTheSame() {
    String file = "file=" + new RandomLc0().write(folder.resolve("random.pb.gz"));
    List<Position> positions = game();
    try (BatchEvaluator forgetful = evaluator("lc0:batch=4,remembered=0," + file);
        BatchEvaluator mindful = evaluator("lc0:batch=4,remembered=64," + file)) {
      for (int round = 0; round < 3; round++) {
        for (int from = 0; from + 4 <= positions.size(); from += 3) { // Each fourth position is known by then.
          for (int slot = 0; slot < 4; slot++) {
            Position position = positions.get(from + slot);
            forgetful.stage(slot, position, Moves.of(position));
            mindful.stage(slot, position, Moves.of(position));
          }
          forgetful.run(4);
          mindful.run(4);
          for (int slot = 0; slot < 4; slot++) {
            Position position = positions.get(from + slot);
            assertThat(answer(mindful, slot, position)).as(position.text())
                .isEqualTo(answer(forgetful, slot, position));
          }
        }
      }
    }
  }

  @Test
  void stage_givenUpByASingleCall_leavesNoTrace() {
    String file = "file=" + new RandomLc0().write(folder.resolve("random.pb.gz"));
    List<Position> positions = game();
    try (BatchEvaluator evaluator = evaluator("lc0:batch=2,remembered=0," + file)) {
      String expected = single(evaluator, positions.get(2));
      evaluator.stage(0, positions.get(0), Moves.of(positions.get(0)));
      evaluator.stage(1, positions.get(1), Moves.of(positions.get(1)));
      assertThat(single(evaluator, positions.get(2))).isEqualTo(expected);
      evaluator.stage(0, positions.get(1), Moves.of(positions.get(1)));
      evaluator.stage(0, positions.get(2), Moves.of(positions.get(2)));
      evaluator.run(1);
      assertThat(answer(evaluator, 0, positions.get(2))).as("staged over another").isEqualTo(expected);
    }
  }

  @Test
  void stage_ofAKnownPositionOverAnother_answersTheKnownOne() {
    String file = "file=" + new RandomLc0().write(folder.resolve("random.pb.gz"));
    List<Position> positions = game();
    try (BatchEvaluator evaluator = evaluator("lc0:batch=2," + file)) {
      String expected = single(evaluator, positions.get(2));
      evaluator.stage(0, positions.get(0), Moves.of(positions.get(0)));
      evaluator.stage(0, positions.get(2), Moves.of(positions.get(2)));
      evaluator.run(1);
      assertThat(answer(evaluator, 0, positions.get(2))).isEqualTo(expected);
      assertThat(single(evaluator, positions.get(2))).as("remembered").isEqualTo(expected);
    }
  }

  /** Its value is a logarithm, and so no number for some positions. */
  @Test
  void run_thatFails_leavesNothingBehind() {
    Path file = folder.resolve("log.onnx");
    TinyModel.describe(
        file, "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=scalar", "moves=tictactoe-18.1");
    TinyModel model = new TinyModel();
    model.activation = "Log";
    model.write(file);
    Game game = Registry.load().game("tictactoe");
    try (BatchEvaluator evaluator = (BatchEvaluator) Registry.load().evaluator(
        game, Spec.parse("onnx:batch=4,remembered=0,file=" + file))) {
      List<Position> sound = new ArrayList<>();
      List<Position> unsound = new ArrayList<>();
      for (int move : Moves.of(game.start()).toArray()) {
        Position position = game.start();
        position.make(move);
        try {
          evaluator.value(position);
          sound.add(position);
        } catch (IllegalStateException e) {
          unsound.add(position);
        }
      }
      assertThat(sound).as("positions with a value").hasSizeGreaterThan(2);
      evaluator.stage(0, sound.get(0), Moves.of(sound.get(0)));
      evaluator.stage(1, unsound.getFirst(), Moves.of(unsound.getFirst()));
      evaluator.stage(2, sound.get(1), Moves.of(sound.get(1)));
      assertThatThrownBy(() -> evaluator.run(3)).hasMessage("the model's value is no number");
      for (int slot = 2; slot >= 0; slot--) {
        evaluator.stage(slot, sound.get(slot), Moves.of(sound.get(slot)));
      }
      evaluator.run(3);
      List<String> answers = IntStream.range(0, 3).mapToObj(slot -> answer(evaluator, slot, sound.get(slot))).toList();
      assertThat(answers).isEqualTo(sound.subList(0, 3).stream().map(each -> single(evaluator, each)).toList());
    }
  }

  private static BatchEvaluator evaluator(String spec) {
    return (BatchEvaluator) Registry.load().evaluator(CHESS, Spec.parse(spec));
  }

  private static List<Position> game() {
    List<Position> positions = new ArrayList<>();
    Position position = CHESS.start();
    Rng rng = new Rng(11);
    while (positions.size() < 40 && !position.outcome().isOver()) {
      positions.add(position.copy());
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
    }
    return positions;
  }

  private static String single(BatchEvaluator evaluator, Position position) {
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    float value = evaluator.evaluate(position, moves, priors);
    return value + " " + Arrays.toString(priors);
  }

  private static String answer(BatchEvaluator evaluator, int slot, Position position) {
    float[] priors = new float[Moves.of(position).size()];
    evaluator.priors(slot, priors);
    return evaluator.value(slot) + " " + Arrays.toString(priors);
  }
}
