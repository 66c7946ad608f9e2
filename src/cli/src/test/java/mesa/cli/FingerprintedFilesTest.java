package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mesa.core.Entrant;
import mesa.core.EvaluatorProvider;
import mesa.core.Option;
import mesa.core.PlayerProvider;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run keeps the fingerprints of the files that make its players what they are, whoever provides these. */
class FingerprintedFilesTest {
  private static final Registry REGISTRY = Registry.load();

  @TempDir
  private Path folder;

  private static Stream<Option<?>> options() {
    return Stream.of(
            REGISTRY.players().stream().map(PlayerProvider::options),
            REGISTRY.evaluators().stream().map(EvaluatorProvider::options))
        .flatMap(all -> all.flatMap(List::stream));
  }

  @Test
  void options_thatTakeAPath_areOfFiles() {
    assertThat(options().filter(option -> option.values().matches(".*\\b(path|file|program).*")))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(option -> assertThat(option.form()).as(option.name() + ": " + option.values())
            .isInstanceOf(Option.Form.File.class));
  }

  @Test
  void files_networksAndWhatDescribesThem_areAllThere() throws IOException {
    Path net = Files.createFile(folder.resolve("any.pb.gz"));
    Path model = Files.createFile(folder.resolve("any.onnx"));
    Path about = Files.createFile(folder.resolve("any.onnx.properties"));
    Path other = Files.createFile(folder.resolve("other.properties"));

    assertThat(entrant("lc0,eval.file=" + net).files()).containsOnlyKeys("eval.file");
    Entrant besides = entrant("onnx,eval.file=" + model);
    assertThat(besides.files()).containsOnlyKeys("eval.file", "eval.about")
        .containsEntry("eval.about", about.toUri().toURL());
    assertThat(entrant("onnx,eval.file=" + model + ",eval.about=" + other).files())
        .containsEntry("eval.about", other.toUri().toURL());
    Files.delete(about);
    assertThat(entrant("onnx,eval.file=" + model).files()).as("what describes it may be in the model itself")
        .containsOnlyKeys("eval.file");
  }

  private static Entrant entrant(String evaluator) {
    return REGISTRY.entrant(REGISTRY.game("chess"), "mcts:eval=" + evaluator);
  }
}
