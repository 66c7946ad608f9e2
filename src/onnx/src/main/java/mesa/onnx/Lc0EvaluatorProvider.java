package mesa.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.PlaneEncoder;
import mesa.core.Setup;

/** The evaluator {@code lc0}: a network in lc0's format, for games that can show themselves as such networks see them. */
public final class Lc0EvaluatorProvider implements EvaluatorProvider {
  /** What networks see; the number of the input format follows. */
  private static final String PLANES = "lc0-112.";

  private static final Option<String> FILE =
      Option.file("file", null, "the path of a network, such as a .pb.gz", "the network");

  private static final Option<String> ROUNDING = Option.choice("rounding", List.of("lc0", "none"),
      "lc0: as lc0 itself reads values and priors, by quick logarithms; none: exactly");

  private static final Option<String> PRECISION = Option.choice("precision", List.of("float", "int8"),
      "of the tower's convolutions; int8 is faster and a little off");

  private static final Option<String> POLICY = Option.choice("policy", HeadChoice.POLICY.names(),
      "which policy head, where the network has several");

  private static final Option<String> VALUE = Option.choice("value", HeadChoice.VALUE.names(),
      "which value head, where the network has several");

  /** Makes the provider. */
  public Lc0EvaluatorProvider() {}

  @Override
  public String name() {
    return "lc0";
  }

  @Override
  public String summary() {
    return "a network in lc0's format (residual, attention), by ONNX Runtime";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FILE, ROUNDING, PRECISION, POLICY, VALUE, Running.BATCH, Running.REMEMBERED);
  }

  @Override
  public boolean judges(Game game) {
    return !encoders(game).isEmpty();
  }

  /** The planes that a game can show to such networks, by the number of the input format. */
  private static SortedMap<Integer, PlaneEncoder> encoders(Game game) {
    SortedMap<Integer, PlaneEncoder> encoders = new TreeMap<>();
    for (PlaneEncoder encoder : game.planeEncoders()) {
      if (encoder.id().startsWith(PLANES)) {
        encoders.put(Integer.valueOf(encoder.id().substring(PLANES.length())), encoder);
      }
    }
    return encoders;
  }

  @Override
  public Evaluator create(Setup setup) {
    String file = setup.get(FILE);
    if (file == null) {
      throw new BadInputException("lc0 needs a network: name it with the option file, such as lc0:file=my.pb.gz");
    }
    SortedMap<Integer, PlaneEncoder> encoders = encoders(setup.game());
    PlaneEncoder any = encoders.get(encoders.firstKey());
    Lc0Weights.Chosen heads = new Lc0Weights.Chosen(setup.get(POLICY), setup.get(VALUE));
    Lc0Weights weights = Lc0Weights.read(
        Path.of(file), heads, encoders.keySet().toArray(Integer[]::new), any.planes(), any.actions());
    PlaneEncoder encoder = encoders.get(weights.format().input());
    try {
      return evaluator(setup, weights, encoder);
    } catch (BadInputException e) {
      throw new BadInputException("\"" + file + "\" can't be evaluated: " + e.getMessage(), e);
    }
  }

  private static Evaluator evaluator(Setup setup, Lc0Weights weights, PlaneEncoder encoder) {
    if (setup.get(PRECISION).equals("float")) {
      return evaluator(setup, weights, encoder, Rounding.none(), Running.batch(setup), Running.remembered(setup));
    }
    if (weights.tower() == null) {
      throw new BadInputException("it has no convolutions, whose numbers precision=int8 rounds; use precision=float");
    }
    if (weights.format().usual() != Activation.RELU) {
      throw new BadInputException("its activation is Mish, where ReLU is expected for precision=int8");
    }
    Rounding watching = Rounding.watching();
    List<Rounding.Range> ranges;
    try (DenseEvaluator floats = evaluator(setup, weights, encoder, watching, 1, 0)) {
      ranges = Calibration.ranges(setup.game(), floats, watching.watched());
    }
    return evaluator(setup, weights, encoder, Rounding.to(ranges), Running.batch(setup), Running.remembered(setup));
  }

  private static DenseEvaluator evaluator(
      Setup setup, Lc0Weights weights, PlaneEncoder encoder, Rounding rounding, int batch, int remembered) {
    ValueKind kind = weights.format().hasWdl() ? ValueKind.WDL : ValueKind.SCALAR;
    byte[] model = Lc0Graph.write(weights, encoder, rounding);
    List<Session.Port> outputs = new ArrayList<>();
    outputs.add(new Session.Port(Lc0Graph.VALUE, kind.outputs()));
    outputs.add(new Session.Port(Lc0Graph.POLICY, encoder.actions()));
    outputs.addAll(rounding.watched());
    Session session = new Session(
        Session.load(model),
        List.of(new Session.Port(Lc0Graph.PLANES, encoder.planes(), encoder.rows(), encoder.columns())),
        outputs,
        batch);
    Heads heads = setup.get(ROUNDING).equals("lc0")
        ? new Lc0Heads(kind, encoder.actions()) : new Heads.Plain(kind, encoder.actions(), true);
    return new DenseEvaluator(
        List.of(new Feed.Planes(encoder)), MoveOrder.of(encoder), heads, session, batch, remembered);
  }
}
