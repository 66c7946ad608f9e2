package mesa.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/** Draws moves at random, a node for each until its budget is spent, and plays the last. The faulty ones extend it. */
public class NimPlayer implements Player {
  /** Nodes that it spends if it may. */
  private static final int NODES = 200;

  final Rng rng = new Rng(0);

  /** For the registry. */
  public NimPlayer() {}

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    Moves moves = Moves.of(position);
    int move = moves.get(0);
    for (int i = 0; i < NODES && meter.spendNode(); i++) {
      move = moves.get(rng.below(moves.size()));
    }
    float[] policy = new float[moves.size()];
    policy[moves.indexOf(move)] = 1;
    return new Decision(move, 0, policy);
  }

  /** Takes four, which nobody may. */
  public static final class Cheats extends NimPlayer {
    /** For the registry. */
    public Cheats() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      return Decision.of(4);
    }
  }

  /** Is surer of its win than anyone can be. */
  public static final class Boasts extends NimPlayer {
    /** For the registry. */
    public Boasts() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      Decision decision = super.choose(position, meter);
      return new Decision(decision.move(), 1.5f, decision.policy());
    }
  }

  /** Shares out half of what there is. */
  public static final class HasHalfAPolicy extends NimPlayer {
    /** For the registry. */
    public HasHalfAPolicy() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      Decision decision = super.choose(position, meter);
      decision.policy()[Moves.of(position).indexOf(decision.move())] = 0.5f;
      return decision;
    }
  }

  /** Works without counting. */
  public static final class CountsNothing extends NimPlayer {
    /** For the registry. */
    public CountsNothing() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      return Decision.of(Moves.of(position).get(0));
    }
  }

  /** Looks at the clock a hundred times more than it should. */
  public static final class Dawdles extends NimPlayer {
    /** For the registry. */
    public Dawdles() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      Decision decision = super.choose(position, meter);
      for (int i = 0; i < 100; i++) {
        meter.elapsedNanos();
      }
      return decision;
    }
  }

  /** Takes four where it may spend seven. */
  public static final class FailsAtSeven extends NimPlayer {
    /** For the registry. */
    public FailsAtSeven() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      return meter.budget().nodes() == 7 ? Decision.of(4) : super.choose(position, meter);
    }
  }

  /** Plays one move and tells of another. */
  public static final class TellsTales extends NimPlayer {
    /** For the registry. */
    public TellsTales() {}

    @Override
    public Optional<Analysis> analysis() {
      return Optional.of(new Analysis(List.of(
          new Analysis.Line(List.of(4), 0, -1, Float.NaN, 0, Outcome.ONGOING, 0))));
    }
  }

  /** Spends one node of however many. */
  public static final class GivesUpEarly extends NimPlayer {
    /** For the registry. */
    public GivesUpEarly() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      meter.spendNode();
      return Decision.of(Moves.of(position).get(0));
    }
  }

  /** Goes on with the last game's random numbers. */
  public static final class IgnoresTheSeed extends NimPlayer {
    /** For the registry. */
    public IgnoresTheSeed() {}

    @Override
    public void newGame(long seed) {}
  }

  /** Has no answer where it may spend nothing. */
  public static final class NeedsANode extends NimPlayer {
    /** For the registry. */
    public NeedsANode() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      return meter.spendNode() ? Decision.of(Moves.of(position).get(0)) : null;
    }
  }

  /** Starts a thread and forgets it. */
  public static final class LeavesAThread extends NimPlayer {
    /** Ends what was left. */
    static final CountDownLatch END = new CountDownLatch(1);

    /** For the registry. */
    public LeavesAThread() {
      Thread thread = new Thread(() -> {
        try {
          END.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }, "left by a player");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
