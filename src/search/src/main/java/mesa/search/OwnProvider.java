package mesa.search;

import java.util.Optional;
import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Registry;
import mesa.core.Setup;
import mesa.core.Spec;

/**
 * The evaluator {@code own}: whichever hand-written one the game brings along, so that a search can be named without
 * knowing the game. A game's own evaluator is one whose provider stands in the package of the game's class; of several
 * the one registered first. A game that brings none is judged by {@code uniform}.
 */
public final class OwnProvider implements EvaluatorProvider {
  /** Makes the provider. */
  public OwnProvider() {}

  @Override
  public String name() {
    return "own";
  }

  @Override
  public String summary() {
    return "the evaluator that the game brings along; uniform where it brings none";
  }

  @Override
  public Evaluator create(Setup setup) {
    Game game = setup.game();
    Optional<EvaluatorProvider> own = own(game, setup.registry());
    return own.isPresent()
        ? setup.registry().evaluator(game, Spec.named(own.get().name()))
        : new UniformEvaluator();
  }

  private static Optional<EvaluatorProvider> own(Game game, Registry registry) {
    String home = game.getClass().getPackageName();
    return registry.evaluators().stream()
        .filter(provider -> provider.getClass().getPackageName().equals(home) && provider.judges(game))
        .findFirst();
  }
}
