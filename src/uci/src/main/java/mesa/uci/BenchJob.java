package mesa.uci;

import java.io.UncheckedIOException;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * {@code bench}: lets the player play with itself for some moves, each with a fixed number of nodes, and tells of a fingerprint
 * of what it has done, the same wherever it does the same, and of its speed. It is a fresh player with a fixed seed; the
 * position and the player that serve are left alone. What comes next waits for it; {@code stop} ends it.
 */
final class BenchJob extends Chore {
  private static final int PLIES = 20;
  private static final long SEED = 1;

  private final Game game;
  private final Entrant entrant;
  private final long nodes;
  private volatile Meter meter;

  /**
   * Makes the job.
   *
   * @param game from whose start it plays
   * @param entrant who plays
   * @param nodes a move, at least 1
   * @param output takes what came of it
   */
  BenchJob(Game game, Entrant entrant, long nodes, Output output) {
    super(output);
    this.game = game;
    this.entrant = entrant;
    this.nodes = nodes;
  }

  @Override
  void work() {
    try (Player player = entrant.newPlayer()) {
      player.newGame(SEED);
      play(player);
    } catch (BadInputException | PlayerFault e) {
      output().tell(e.getMessage());
    } catch (UncheckedIOException e) {
      throw e; // Nobody listens any more.
    } catch (RuntimeException | Error e) { // Whatever a player throws.
      output().tell("the player failed: " + e);
    }
  }

  private void play(Player player) {
    long fingerprint = 0;
    long sum = 0;
    long nanos = 0;
    Position position = game.start();
    for (int ply = 0; ply < PLIES && !position.outcome().isOver(); ply++) {
      meter = Budget.ofNodes(nodes).start(System::nanoTime);
      if (isStopped()) { // Looked at once the meter is there: a stop meets either.
        break;
      }
      Decision decision = player.choose(position.copy(), meter);
      nanos += meter.elapsedNanos();
      sum += meter.nodes();
      fingerprint = Rng.mix(fingerprint ^ Rng.mix(31 * meter.nodes() + decision.move()));
      position.make(decision.move());
    }
    if (!isStopped()) {
      output().say("Nodes searched: " + sum);
      output().say("Nodes/second: " + (long) (sum * 1e9 / Math.max(1, nanos)));
      output().say("Signature: " + (fingerprint >>> 32));
    }
  }

  @Override
  public void stop() {
    super.stop();
    Meter running = meter;
    if (running != null) {
      running.stop();
    }
  }
}
