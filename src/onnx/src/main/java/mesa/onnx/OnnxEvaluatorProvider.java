package mesa.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.Setup;

/** The evaluator {@code onnx}: any model in ONNX format that gives a value and a policy. */
public final class OnnxEvaluatorProvider implements EvaluatorProvider {
  private static final Option<String> FILE = Option.file("file", null, "the path of an .onnx file", "the model");
  private static final Option<String> ABOUT = Option.fileBeside("about", FILE, Description.SUFFIX,
      "the path of a file of properties", "what the model's inputs and outputs mean; if not given, the file's name with .properties");

  /** Makes the provider. */
  public OnnxEvaluatorProvider() {}

  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public String summary() {
    return "a model in ONNX format with a value and a policy, by ONNX Runtime";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FILE, ABOUT, Running.BATCH, Running.REMEMBERED);
  }

  @Override
  public boolean judges(Game game) {
    return game.encoder().isPresent() || !game.planeEncoders().isEmpty();
  }

  @Override
  public Evaluator create(Setup setup) {
    String file = setup.get(FILE);
    if (file == null) {
      throw new BadInputException("onnx needs a model: name it with the option file, such as onnx:file=my.onnx");
    }
    String about = setup.get(ABOUT);
    for (String needed : about == null ? List.of(file) : List.of(file, about)) {
      if (!Files.isRegularFile(Path.of(needed))) {
        throw new BadInputException("there is no file \"" + needed + "\" (in \"" + setup.spec() + "\")");
      }
    }
    try {
      return OnnxModel.evaluator(Path.of(file), Path.of(about == null ? file + Description.SUFFIX : about),
          setup.game(), Running.batch(setup), Running.remembered(setup));
    } catch (BadInputException e) {
      throw new BadInputException("\"" + file + "\" is no model for " + setup.game().name() + ": " + e.getMessage(), e);
    }
  }
}
