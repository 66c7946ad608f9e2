package mesa.arena;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Setup;

/** Players for tests, one of each sort. */
final class Players {
  static final Registry REGISTRY = Registry.load();

  /** Players made and not closed yet. */
  static final AtomicInteger OPEN = new AtomicInteger();

  /** What the player that does {@code halt} does before each move. */
  static volatile Runnable halting;

  private static final Option<String> DOES = Option.choice(
      "does",
      List.of("random", "first", "throw", "overflow", "illegal", "null", "vandal", "hoarder", "greedy", "linger", "sleep", "wait", "over", "hang", "drowse", "halt",
          "unborn"),
      "what it does when asked for a move");

  private static final Option<String> FILE = Option.file("file", null, "a path", "never opened");

  private static final Option<Long> THREADS = Option.integer("threads", 1L, 1, 64, "threads, though it has but one");

  private Players() {}

  /** {@return players of a game by what they do, such as {@code random} or {@code random,name=other}} */
  static List<Entrant> of(Game game, String... does) {
    return Arrays.stream(does).map(what -> REGISTRY.entrant(game, "scripted:does=" + what)).toList();
  }

  /** Takes processor time until interrupted. */
  private static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** Finds them by name. */
  public static final class Provider implements PlayerProvider {
    /** Makes it. */
    public Provider() {}

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String summary() {
      return "a player for tests";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(DOES, FILE, THREADS);
    }

    @Override
    public Player create(Setup setup) {
      if (setup.get(DOES).equals("unborn")) {
        throw new BadInputException("there is no such player");
      }
      OPEN.incrementAndGet();
      return new Scripted(setup.get(DOES));
    }
  }

  private static final class Scripted implements Player {
    private final String does;
    private final Rng rng = new Rng(0);
    private Position kept;
    private Thread lingering;

    Scripted(String does) {
      this.does = does;
    }

    @Override
    public void newGame(long seed) {
      rng.reseed(seed);
    }

    @Override
    public Decision choose(Position position, Meter meter) {
      Moves moves = Moves.of(position);
      switch (does) {
        case "random" -> {
          meter.spendNode();
          meter.spendTick();
          return new Decision(moves.get(rng.below(moves.size())), (float) (rng.unit() - 0.5), null);
        }
        case "throw" -> throw new IllegalStateException("out of ideas");
        case "overflow" -> {
          return choose(position, meter);
        }
        case "illegal" -> {
          return Decision.of(99);
        }
        case "null" -> {
          return null;
        }
        case "vandal" -> {
          position.make(1);
          return Decision.of(1);
        }
        case "hoarder" -> {
          while (kept != null && !kept.outcome().isOver()) {
            kept.make(1);
          }
          kept = position;
          return Decision.of(1);
        }
        case "greedy" -> {
          kept = new int[Integer.MAX_VALUE].length > 0 ? position : null;
          return Decision.of(1);
        }
        case "linger" -> {
          if (lingering == null) {
            lingering = new Thread(Players::spin, "lingering");
            lingering.setDaemon(true);
            lingering.start();
          }
          pause(1); // Long enough for the tournament to look for threads.
          return Decision.of(moves.get(0));
        }
        case "sleep" -> {
          pause(20);
          return Decision.of(moves.get(0));
        }
        case "wait" -> {
          while (meter.spendTick()) {
            pause(1);
          }
          return Decision.of(moves.get(0));
        }
        case "hang" -> {
          while (true) { // Neither the meter nor an interrupt reaches it.
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
          }
        }
        case "drowse" -> {
          while (!Thread.interrupted()) {
            LockSupport.parkNanos(1_000_000);
          }
          return Decision.of(moves.get(0));
        }
        case "halt" -> {
          halting.run();
          return Decision.of(moves.get(0));
        }
        case "over" -> {
          meter.chargeNodes(10_000);
          return Decision.of(moves.get(0));
        }
        default -> {
          return Decision.of(moves.get(0));
        }
      }
    }

    @Override
    public void close() {
      if (lingering != null) {
        lingering.interrupt();
      }
      OPEN.decrementAndGet();
    }

    private static void pause(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
