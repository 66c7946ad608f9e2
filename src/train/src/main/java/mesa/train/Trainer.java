package mesa.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.net.Net;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/**
 * Runs recipes. All that takes long is kept in the work folder as soon as it is done, each file whole or not at all, so
 * a run that was ended, however roughly, goes on where it was when it is started again with the same seed.
 */
public final class Trainer {
  private final Recipe recipe;
  private final Game game;
  private final Registry registry;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final NetShape shape;

  private Trainer(Recipe recipe, Registry registry, TrainingOptions options, TrainingListener listener) {
    this.recipe = recipe;
    this.game = recipe.game();
    this.registry = registry;
    this.options = options;
    this.listener = listener;
    Encoder encoder = game.encoder().orElseThrow(() ->
        new BadInputException(game.name() + " has no encoder, so no net can see it"));
    this.shape = NetShape.of(encoder, recipe.plan().valueWidth(), recipe.plan().policyWidth());
  }

  /**
   * Makes a net and its card.
   *
   * @param recipe what to do
   * @param registry where the recipe's players and evaluators come from
   * @param options what a person chooses
   * @param listener hears how it gets on
   * @return what it came to
   * @throws BadInputException if the recipe names a player that is not there or not fit, or the work folder holds
   *     another run's files
   * @throws IOException if a file can't be written or read
   */
  public static TrainingSummary train(
      Recipe recipe, Registry registry, TrainingOptions options, TrainingListener listener) throws IOException {
    return new Trainer(recipe, registry, options, listener).run();
  }

  private TrainingSummary run() throws IOException {
    long start = options.nanoClock().getAsLong();
    Files.createDirectories(options.work());
    Path folder = options.out().toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (!Files.isWritable(folder)) { // Better now than after all the learning.
      throw new BadInputException("\"" + folder + "\", where the net is to go, can't be written; choose another --out");
    }
    Learned learned = switch (recipe.plan()) {
      case SelfPlayPlan plan -> playItself(plan);
      case TeacherPlan plan -> learnFromTeacher(plan);
    };
    double seconds = (options.nanoClock().getAsLong() - start) / 1e9;
    Fitting.Fitted fitted = learned.fitted;
    Map<String, String> provenance = provenance(learned.samples, learned.steps);
    provenance.put("seconds", String.valueOf(Math.round(seconds)));
    Net net = Net.of(game, shape, provenance, fitted.weights());
    Pool.Batch asked = learned.pool.draw(Rounding.POSITIONS, new Rng(seed(0)));
    Rounding rounding = Rounding.of(shape, fitted.weights(), net, asked);
    rounding.check();
    net.write(options.out());
    TrainingSummary summary = new TrainingSummary(
        options.out(),
        options.card(),
        learned.samples,
        learned.steps,
        seconds,
        fitted.training().value(),
        fitted.training().policy(),
        fitted.validation().value(),
        fitted.validation().policy());
    ModelCard.write(recipe, shape, options, summary, rounding);
    return summary;
  }

  /**
   * A net, and what went into it.
   *
   * @param fitted the last weights and losses
   * @param pool what was learned from last
   * @param samples over all generations
   * @param steps over all generations
   */
  private record Learned(Fitting.Fitted fitted, Pool pool, long samples, long steps) {}

  private Map<String, String> provenance(long samples, long steps) {
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("recipe", recipe.name());
    provenance.put("seed", Long.toString(options.seed()));
    provenance.put("samples", Long.toString(samples));
    provenance.put("steps", Long.toString(steps));
    provenance.put("commit", options.commit());
    return provenance;
  }

  private Learned playItself(SelfPlayPlan plan) throws IOException {
    Path net = options.work().resolve("generation-000.safetensors");
    Map<NetTensor, float[]> weights = FirstWeights.of(shape, options.seed());
    Net.of(game, shape, provenance(0, 0), weights).write(net);
    List<Samples> all = new ArrayList<>();
    Fitting.Fitted fitted = null;
    Pool pool = null;
    for (int generation = 1; generation <= plan.generations(); generation++) {
      String name = String.format("generation-%03d", generation);
      String stage = "generation " + generation + " of " + plan.generations();
      all.add(selfPlay(plan, generation, net, options.work().resolve(name + ".samples"), stage + ": games"));
      Path next = options.work().resolve(name + ".safetensors");
      boolean last = generation == plan.generations();
      if (Files.exists(next) && !last) {
        weights = copies(Net.read(next, game));
      } else {
        pool = pool(all.subList(Math.max(0, all.size() - plan.window()), all.size()));
        fitted = Fitting.fit(shape, weights, pool, plan.learning(), seed(-generation),
            (done, total, note) -> listener.progress(stage + ": learning", done, total, note));
        Map<String, String> provenance = provenance(pool.size(), (long) generation * plan.learning().steps());
        Net made = Net.of(game, shape, provenance, fitted.weights());
        made.write(next);
        weights = copies(made); // Rounded, as a run that goes on from the file finds them.
      }
      net = next;
    }
    long samples = all.stream().mapToLong(Samples::size).sum();
    return new Learned(fitted, pool, samples, (long) plan.generations() * plan.learning().steps());
  }

  private Samples selfPlay(SelfPlayPlan plan, int generation, Path net, Path file, String stage) throws IOException {
    String origin = origin(plan, "about", "generations") + " generation " + generation;
    if (Files.exists(file)) {
      return Samples.read(file, origin);
    }
    Entrant entrant = registry.entrant(game, plan.player() + (plan.player().contains(":") ? "," : ":")
        + "eval=net,eval.file=" + net.toAbsolutePath());
    List<Samples> games = Games.all(
        plan.games(),
        options.jobs(),
        () -> new SelfPlayGame(game, plan, entrant, seed(generation), options.nanoClock()),
        done -> listener.progress(stage, done, plan.games(), ""));
    Samples samples = Samples.join(games);
    samples.write(file, origin);
    return samples;
  }

  private Learned learnFromTeacher(TeacherPlan plan) throws IOException {
    Entrant teacher = registry.entrant(game, plan.data().teacher());
    String origin = origin(plan.data());
    List<Samples> shards = Games.all(
        plan.shards(),
        options.jobs(),
        () -> new KeptShards(
            () -> new TeacherGames(game, plan.data(), teacher, seed(0), options.nanoClock()), options.work(), origin),
        done -> listener.progress("games of the teacher", done, plan.shards(), ""));
    Pool pool = pool(shards);
    Fitting.Fitted fitted = Fitting.fit(
        shape, FirstWeights.of(shape, options.seed()), pool, plan.learning(), seed(-1),
        (done, total, note) -> listener.progress("learning", done, total, note));
    return new Learned(fitted, pool, pool.size() + pool.validationSize(), plan.learning().steps());
  }

  private Pool pool(List<Samples> blocks) {
    Pool pool = new Pool(blocks);
    if (pool.size() == 0) {
      throw new BadInputException("recipe " + recipe.name() + " gives no samples to learn from; it needs more games");
    }
    return pool;
  }

  private static Map<NetTensor, float[]> copies(Net net) {
    Map<NetTensor, float[]> weights = new TreeMap<>();
    for (NetTensor tensor : NetTensor.values()) {
      weights.put(tensor, net.copy(tensor));
    }
    return weights;
  }

  /** {@return a seed of its own for each part of the run} */
  private long seed(int part) {
    return Rng.mix(Rng.mix(options.seed()) + part);
  }

  /** Describes what samples depend on: the plan without the keys that don't matter, the encoder and the seed. */
  private String origin(Object plan, String... irrelevant) {
    ObjectNode json = Recipes.JSON.valueToTree(plan);
    json.remove(List.of(irrelevant));
    String encoder = game.encoder().orElseThrow().id();
    return game.name() + " " + encoder + " " + json + " seed " + options.seed();
  }
}
