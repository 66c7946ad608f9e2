package mesa.search;

import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Setup;

/** The evaluator {@code uniform}: value 0, equal priors. */
public final class UniformProvider implements EvaluatorProvider {
  /** Makes the provider. */
  public UniformProvider() {}

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public String summary() {
    return "knows nothing: every position even, every move equal";
  }

  @Override
  public Evaluator create(Setup setup) {
    return new UniformEvaluator();
  }
}
