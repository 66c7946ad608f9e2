package mesa.onnx;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of all input formats are read as lc0 itself read the same files; lc0-inputs.json says how it was asked. */
class Lc0InputTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void evaluate_ofEachInputFormat_isWhatLc0Reads(int input) throws IOException {
    check(input, "lc0-inputs.json", "chess");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void evaluate_ofChess960_isWhatLc0Reads(int input) throws IOException {
    check(input, "lc0-chess960.json", "chess960");
  }

  private void check(int input, String readings, String game) throws IOException {
    RandomLc0 network = RandomLc0.of(RandomLc0.Kind.MAP);
    network.value = 2;
    network.input = input;
    Path file = network.write(folder.resolve("random.pb.gz"));
    Lc0Readings.of(readings).check(String.valueOf(input), game, "lc0:file=" + file);
  }
}
