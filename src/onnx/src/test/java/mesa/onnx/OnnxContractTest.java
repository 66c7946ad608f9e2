package mesa.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.Registry;
import mesa.testkit.EvaluatorContract;

class OnnxContractTest extends EvaluatorContract {
  OnnxContractTest() {
    super(Registry.load().game("tictactoe"), "onnx:file=" + model());
  }

  private static Path model() {
    try {
      Path file = Files.createTempFile("tiny", ".onnx");
      TinyModel.describe(file, "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=scalar",
          "moves=tictactoe-18.1");
      file.toFile().deleteOnExit();
      Path.of(file + ".properties").toFile().deleteOnExit();
      return new TinyModel().write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected int plies() {
    return 8;
  }

  /** The runtime's own interface does. */
  @Override
  protected boolean allocatesNothing() {
    return false;
  }
}
