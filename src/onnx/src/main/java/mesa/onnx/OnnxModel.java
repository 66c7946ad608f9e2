package mesa.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;

/** A model from elsewhere and what its inputs and outputs mean, each checked against the other. */
final class OnnxModel {
  private final OrtSession session;
  private final Description description;
  private final Sights sights;
  private int batch;

  private OnnxModel(OrtSession session, Description description, Game game, int batch) {
    this.session = session;
    this.description = description;
    this.batch = batch;
    sights = new Sights(game);
  }

  /**
   * Makes an evaluator.
   *
   * @param file the model
   * @param about the file of properties that describes it, which need not be there
   * @param game what it has to be for
   * @param batch the most positions in a run
   * @param remembered how many answers are kept
   * @throws BadInputException if the model does not suit its description or the game; the message lacks the file's name
   */
  static DenseEvaluator evaluator(Path file, Path about, Game game, int batch, int remembered) {
    OrtSession session = Session.load(file);
    try {
      Description description = Description.of(session.getMetadata().getCustomMetadata(), about);
      DenseEvaluator evaluator = new OnnxModel(session, description, game, batch).evaluator(remembered, game);
      session = null;
      return evaluator;
    } catch (OrtException e) {
      throw new BadInputException("its metadata can't be read: " + e.getMessage(), e);
    } finally {
      close(session);
    }
  }

  private static void close(OrtSession session) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private DenseEvaluator evaluator(int remembered, Game game) throws OrtException {
    String family = description.require("game", "the game's name");
    if (!family.equals(game.family())) {
      throw new BadInputException("its description has game \"" + family + "\", where \"" + game.family()
          + "\" is expected");
    }
    List<Feed> feeds = new ArrayList<>();
    List<Session.Port> inputs = inputs(feeds);
    ValueKind kind = valueKind();
    Sights.Slots slots = sights.slots(description.require("moves", "the order of moves in the policy"));
    List<Session.Port> outputs = new ArrayList<>();
    outputs.add(output("value", kind.outputs()));
    outputs.add(output("policy", slots.actions()));
    DenseEvaluator evaluator = new DenseEvaluator(feeds, slots.order(), new Heads.Plain(kind, slots.actions(), hasLogits()),
        new Session(session, inputs, outputs, batch), batch, remembered);
    tryOut(evaluator, game);
    return evaluator;
  }

  /** What shapes do not tell shows at the first run. */
  private void tryOut(DenseEvaluator evaluator, Game game) {
    try {
      for (int rows = 1; rows <= Math.min(2, batch); rows++) {
        for (int row = 0; row < rows; row++) {
          evaluator.stage(row, game.start(), Moves.of(game.start()));
        }
        evaluator.run(rows);
      }
      evaluator.forget();
    } catch (IllegalStateException e) {
      throw new BadInputException("it fails at the start of the game: " + e.getMessage(), e);
    }
  }

  private List<Session.Port> inputs(List<Feed> feeds) throws OrtException {
    SortedMap<String, String> shown = description.inputs();
    List<Session.Port> inputs = new ArrayList<>();
    for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
      String name = input.getKey();
      String text = shown.remove(name);
      if (text == null) {
        description.require("input." + name, "what that input shows");
      }
      Feed feed = sights.feed(name, text);
      feeds.add(feed);
      inputs.add(port("input", name, input.getValue(), feed.sizes()));
    }
    if (!shown.isEmpty()) {
      throw new BadInputException("its description has input." + shown.firstKey() + ", where the model's inputs are "
          + String.join(", ", session.getInputNames()));
    }
    return inputs;
  }

  private Session.Port output(String role, int size) throws OrtException {
    String name = description.get(role).orElse(role);
    NodeInfo info = session.getOutputInfo().get(name);
    if (info == null) {
      throw new BadInputException("it has no output \"" + name + "\" for the " + role + ", but "
          + String.join(", ", session.getOutputNames()) + "; its description may say " + role + "=NAME");
    }
    return port("output", name, info, size);
  }

  private ValueKind valueKind() {
    List<String> kinds = Arrays.stream(ValueKind.values()).map(ValueKind::key).toList();
    String expected = String.join(" or ", kinds);
    String text = description.require("value.kind", expected);
    return ValueKind.of(text).orElseThrow(() -> new BadInputException(
        "its description has value.kind \"" + text + "\", where " + expected + " is expected"));
  }

  private boolean hasLogits() {
    String kind = description.get("policy.kind").orElse("logits");
    if (!kind.equals("logits") && !kind.equals("probabilities")) {
      throw new BadInputException("its description has policy.kind \"" + kind
          + "\", where logits or probabilities is expected");
    }
    return kind.equals("logits");
  }

  /**
   * Checks an input's or output's type and shape: a batch, and then the sizes, or as many numbers in another shape of
   * fewer or more sizes.
   */
  private Session.Port port(String what, String name, NodeInfo info, int... sizes) {
    int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    if (info.getInfo() instanceof TensorInfo tensor) {
      long[] shape = tensor.getShape();
      long[] row = shape.length == 0 ? shape : Arrays.copyOfRange(shape, 1, shape.length);
      boolean sameRank = row.length == sizes.length;
      boolean fits = shape.length > 0 && (shape[0] == 1 || shape[0] < 0)
          && Arrays.stream(row).reduce(1, (a, b) -> a * b) == count
          && (!sameRank || Arrays.equals(row, Arrays.stream(sizes).asLongStream().toArray()));
      if (fits && tensor.type == OnnxJavaType.FLOAT) {
        batch = shape[0] == 1 ? 1 : batch;
        return new Session.Port(name, row);
      }
    }
    throw new BadInputException("its " + what + " \"" + name + "\" is " + text(info) + ", where FLOAT of shape [batch, "
        + String.join(", ", Arrays.stream(sizes).mapToObj(Integer::toString).toList()) + "] is expected");
  }

  private static String text(NodeInfo info) {
    return info.getInfo() instanceof TensorInfo tensor
        ? tensor.type + " of shape " + Arrays.toString(tensor.getShape()) : "no tensor";
  }
}
