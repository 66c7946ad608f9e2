package mesa.train;

import java.util.function.LongSupplier;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Encoder;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/** Plays games of self-play, one at a time, for one thread. */
final class SelfPlayGame implements Games.Worker<Samples> {
  private final Game game;
  private final Encoder encoder;
  private final SelfPlayPlan plan;
  private final Entrant entrant;
  private final Player player;
  private final long seed;
  private final LongSupplier nanoClock;
  private final Moves legal = new Moves();

  /**
   * Makes a worker.
   *
   * @param seed of all games of this generation; with its number it makes each game's own
   */
  SelfPlayGame(Game game, SelfPlayPlan plan, Entrant entrant, long seed, LongSupplier nanoClock) {
    this.game = game;
    this.encoder = game.encoder().orElseThrow();
    this.plan = plan;
    this.entrant = entrant;
    this.player = entrant.newPlayer();
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  @Override
  public Samples run(int number) {
    Rng rng = new Rng(Rng.mix(seed + number));
    player.newGame(rng.next());
    Position position = game.start();
    SampleWriter samples = new SampleWriter(encoder);
    RandomPlay.open(position, rng.below(plan.openingPlies() + 1), rng);
    for (int ply = 0; ply < plan.longest() && !position.outcome().isOver(); ply++) {
      legal.clear();
      position.legalMoves(legal);
      Decision decision = player.choose(position.copy(), entrant.budget().start(nanoClock));
      if (decision.policy() == null || Float.isNaN(decision.value())) {
        throw new BadInputException("\"" + entrant + "\" can't teach itself: it gives no value or no policy");
      }
      float[] targets = targets(decision, legal);
      samples.add(position, legal, decision.move(), decision.value(), targets);
      position.make(ply < plan.temperaturePlies()
          ? legal.get(RandomPlay.draw(targets, plan.temperature(), rng))
          : decision.move());
    }
    samples.endGame(number, position.outcome());
    return samples.samples();
  }

  /** The policy, or the move alone where a proof made the search prefer it to what it had visited most. */
  private static float[] targets(Decision decision, Moves legal) {
    int chosen = legal.indexOf(decision.move());
    float[] policy = decision.policy();
    for (float probability : policy) {
      if (probability > policy[chosen]) {
        float[] certain = new float[policy.length];
        certain[chosen] = 1;
        return certain;
      }
    }
    return policy;
  }

  @Override
  public void close() {
    player.close();
  }
}
