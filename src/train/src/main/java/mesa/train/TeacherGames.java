package mesa.train;

import java.util.Arrays;
import java.util.function.LongSupplier;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Encoder;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/** Plays and labels shards of games by a teacher, one shard at a time, for one thread. */
final class TeacherGames implements Games.Worker<Samples> {
  private final Game game;
  private final Encoder encoder;
  private final TeacherPlan.Data plan;
  private final Entrant entrant;
  private final Player teacher;
  private final long seed;
  private final LongSupplier nanoClock;
  private final Moves legal = new Moves();

  TeacherGames(Game game, TeacherPlan.Data plan, Entrant entrant, long seed, LongSupplier nanoClock) {
    this.game = game;
    this.encoder = game.encoder().orElseThrow();
    this.plan = plan;
    this.entrant = entrant;
    this.teacher = entrant.newPlayer();
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  /** Makes a shard, whose samples depend on its number and the seed alone. */
  @Override
  public Samples run(int shard) {
    SampleWriter samples = new SampleWriter(encoder);
    for (int i = 0; i < plan.games(); i++) {
      int number = shard * plan.games() + i;
      samples.endGame(number, play(samples, new Rng(Rng.mix(seed + number))));
    }
    return samples.samples();
  }

  private Outcome play(SampleWriter samples, Rng rng) {
    teacher.newGame(rng.next());
    Position position = game.start();
    RandomPlay.open(position, plan.openingPlies(), rng);
    int decided = 0;
    for (int ply = 0; ply < plan.longest() && !position.outcome().isOver(); ply++) {
      legal.clear();
      position.legalMoves(legal);
      Decision decision = teacher.choose(position.copy(), entrant.budget().start(nanoClock));
      if (Float.isNaN(decision.value())) {
        throw new BadInputException("\"" + entrant + "\" can't teach: it gives no value");
      }
      samples.add(position, legal, decision.move(), decision.value(), targets(decision));
      decided = Math.abs(decision.value()) > plan.decidedValue() ? decided + 1 : 0;
      if (decided == plan.decidedPlies()) {
        boolean moverWins = decision.value() > 0;
        return Outcome.wonBy(moverWins ? position.sideToMove() : position.sideToMove() ^ 1);
      }
      boolean random = rng.unit() < plan.randomShare();
      position.make(random ? legal.get(rng.below(legal.size())) : decision.move());
    }
    return position.outcome();
  }

  private float[] targets(Decision decision) {
    if (decision.policy() != null) {
      return decision.policy();
    }
    float[] targets = new float[legal.size()];
    Arrays.fill(targets, (float) (plan.smoothing() / targets.length));
    targets[legal.indexOf(decision.move())] += (float) (1 - plan.smoothing());
    return targets;
  }

  @Override
  public void close() {
    teacher.close();
  }
}
