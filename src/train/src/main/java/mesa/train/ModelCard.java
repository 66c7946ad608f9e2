package mesa.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import mesa.net.NetShape;

/** Says in Markdown where a net comes from. How strong it is, a tournament has to say. */
final class ModelCard {
  private ModelCard() {}

  static void write(
      Recipe recipe, NetShape shape, TrainingOptions options, TrainingSummary summary, Rounding rounding)
      throws IOException {
    Files.writeString(options.card(), text(recipe, shape, options, summary, rounding));
  }

  private static String text(
      Recipe recipe, NetShape shape, TrainingOptions options, TrainingSummary summary, Rounding rounding) {
    String game = recipe.game().name();
    String card = """
        # A net for %s

        %s.

        | | |
        | --- | --- |
        | recipe | `./mesa train %s --seed %d` |
        | shape | %d inputs; value 2 x %d -> 1; policy %d -> %d; %d weights |
        | samples | %d |
        | steps | %d of %d samples |
        | seconds | %d on %d threads |
        | loss, training | value %.4f, policy %.4f |
        | loss, games kept back | value %.4f, policy %.4f |
        | rounding to 16 bits | %s |
        | commit | %s |

        The value's loss is the mean of ((v - target) / 2)^2, the policy's the cross-entropy over legal moves in nats.
        The seconds leave out what an earlier run had left in the work folder.

        ## Data

        ```json
        %s
        ```

        ## Strength

        Not measured yet. To measure it:

            ./mesa tournament %s policy:eval=net,eval.file=%s mcts:eval=net,eval.file=%s,nodes=64 random --games 1000
        """;
    return String.format(
            Locale.ROOT,
            card,
            game,
            recipe.plan().about(),
            recipe.name(),
            options.seed(),
            shape.inputs(),
            shape.valueWidth(),
            shape.policyWidth(),
            shape.actions(),
            shape.weights(),
            summary.samples(),
            summary.steps(),
            recipe.plan().learning().batch(),
            Math.round(summary.seconds()),
            options.jobs(),
            summary.valueLoss(),
            summary.policyLoss(),
            summary.validationValueLoss(),
            summary.validationPolicyLoss(),
            rounding,
            options.commit().isEmpty() ? "unknown" : options.commit(),
            json(recipe.plan()),
            game,
            options.out().getFileName(),
            options.out().getFileName());
  }

  private static String json(Plan plan) {
    try {
      return Recipes.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
