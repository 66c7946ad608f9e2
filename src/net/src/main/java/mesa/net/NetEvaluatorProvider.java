package mesa.net;

import java.nio.file.Path;
import java.util.List;
import mesa.core.Encoder;
import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.Setup;

/** The evaluator {@code net}: a {@link SparseNet} from a file, or the one that ships with the game. */
public final class NetEvaluatorProvider implements EvaluatorProvider {
  private static final Option<String> FILE = Option.file(
      "file", "net.safetensors", "the path of a safetensors file", "the net; without it, the one that ships with the game");

  /** Makes the provider. */
  public NetEvaluatorProvider() {}

  @Override
  public String name() {
    return "net";
  }

  @Override
  public String summary() {
    return "a learned net: a value and a prior for each move";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FILE);
  }

  @Override
  public boolean judges(Game game) {
    return game.encoder().isPresent();
  }

  @Override
  public Evaluator create(Setup setup) {
    String file = setup.get(FILE);
    Net net = file == null ? Net.shipped(setup.game()) : Net.read(Path.of(file), setup.game());
    Encoder encoder = setup.game().encoder().orElseThrow();
    return new SparseNet(net, encoder);
  }
}
