package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import mesa.train.Recipe;
import mesa.train.Recipes;
import mesa.train.Trainer;
import mesa.train.TrainingOptions;
import mesa.train.TrainingSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa train}: makes a net by a recipe that a game ships. */
@Command(
    name = "train",
    header = "Train a net by a recipe; without a recipe, list those there are.",
    description = "%nSamples and intermediate nets are kept in the work folder as soon as they are whole: an interrupted "
        + "run goes on from there when it is started again.",
    footer = {
      "",
      "Examples:",
      "  ./mesa train",
      "  ./mesa train RECIPE --out mine.safetensors --seed 2",
      "  ./mesa match ${bundle:example.game} mcts:eval=net,eval.file=mine.safetensors,nodes=100 ${bundle:example.player}",
    })
final class TrainCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RECIPE", description = "Which net to make, and how.")
  private String name;

  @Option(names = "--out", paramLabel = "FILE",
      description = "The net, ending in .safetensors; its model card is written beside it. "
          + "Default: net.safetensors in the work folder.")
  private Path out;

  @Option(names = "--work", paramLabel = "DIR",
      description = "Folder for samples and intermediate nets; default: data/RECIPE.")
  private Path work;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "Where all randomness comes from; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--jobs", paramLabel = "N", converter = Count.class,
      description = "Games at the same time; default: one a processor. Changes nothing but the time.")
  private Integer jobs;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  private record RecipeRow(String name, String game, String about) {}

  @Override
  public Integer call() throws IOException {
    if (name == null) {
      list();
      return 0;
    }
    Recipe recipe = Recipes.find(mesa.registry(), name);
    Path folder = work == null ? TrainingOptions.usualWork(recipe) : work;
    TrainingOptions options = new TrainingOptions(
        out == null ? folder.resolve("net.safetensors") : out,
        folder,
        seed,
        jobs == null ? Runtime.getRuntime().availableProcessors() : jobs,
        System.getProperty("mesa.commit", ""),
        System::nanoTime);
    try (OnInterrupt interrupt = new OnInterrupt(() -> {})) {
      return train(recipe, options, interrupt);
    }
  }

  /** PyTorch must have come to rest when the process ends, else it crashes; so an interrupt is thrown into its loop. */
  private int train(Recipe recipe, TrainingOptions options, OnInterrupt interrupt) throws IOException {
    TrainingSummary summary;
    try (StageProgress progress = new StageProgress(mesa.console(), quiet)) {
      summary = Trainer.train(recipe, mesa.registry(), options, (stage, done, total, note) -> {
        if (interrupt.interrupted()) {
          throw new CancellationException();
        }
        progress.show(stage, done, total, note);
      });
    } catch (CancellationException e) {
      mesa.console().err().println("mesa: interrupted; started again, it goes on from " + options.work());
      return INTERRUPTED;
    }
    report(summary, recipe);
    return 0;
  }

  private void list() {
    List<RecipeRow> rows = Recipes.all(mesa.registry()).values().stream()
        .map(recipe -> new RecipeRow(recipe.name(), recipe.game().name(), recipe.plan().about())).toList();
    if (json) {
      Json.print(rows, mesa.console().out());
      return;
    }
    Table table = new Table("recipe", "game", "makes");
    rows.forEach(row -> table.add(row.name, row.game, row.about));
    table.print(mesa.console().out());
  }

  private void report(TrainingSummary summary, Recipe recipe) {
    PrintWriter out = mesa.console().out();
    if (json) {
      Json.print(summary, out);
      return;
    }
    out.printf("%d samples, %d steps, %.0f s%n", summary.samples(), summary.steps(), summary.seconds());
    out.printf("losses on games kept back: value %.4f, policy %.4f%n",
        summary.validationValueLoss(), summary.validationPolicyLoss());
    out.println("net   " + summary.net());
    out.println("card  " + summary.card());
    out.printf("try   ./mesa evaluate %s mcts:eval=net,eval.file=%s,nodes=100%n", recipe.game().name(), summary.net());
  }
}
