package mesa.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.Registry;
import mesa.testkit.EvaluatorContract;

class Lc0ContractTest extends EvaluatorContract {
  Lc0ContractTest() {
    super(Registry.load().game("chess"), "lc0:file=" + network());
  }

  private static Path network() {
    try {
      Path file = Files.createTempFile("random", ".pb.gz");
      file.toFile().deleteOnExit();
      return new RandomLc0().write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The runtime's own interface does. */
  @Override
  protected boolean allocatesNothing() {
    return false;
  }
}
