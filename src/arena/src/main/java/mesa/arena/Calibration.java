package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * What a unit of each player's work costs on this machine, before the first game: on the first openings of the run, with the
 * player's own budget and some time, of which the first half is left out, since a player warms up in it.
 */
final class Calibration {
  private static final int MOST_POSITIONS = 4;
  /** All players together take about this long, but each no more than {@link #MOST_NANOS}. */
  private static final long NANOS_OF_ALL = 500_000_000;
  private static final long MOST_NANOS = 60_000_000;
  private static final int MOVES_OF_HALF = 3;
  /** Beyond its time a player that is slow to start, or minds no clock, is waited for so long, or as long as the run's patience is. */
  private static final long GRACE_NANOS = 2_000_000_000;

  private final Plan plan;
  private final List<Position> positions;
  private final long nanos;

  private Calibration(Plan plan, List<Opening> openings) {
    this.plan = plan;
    nanos = Math.min(MOST_NANOS, NANOS_OF_ALL / plan.entrants().size());
    positions = openings.stream().limit(MOST_POSITIONS).map(opening -> opening.position(plan.game())).toList();
  }

  /**
   * Calibrates all players, one after another.
   *
   * @param plan who they are
   * @param openings on what
   * @param stopped asked before each player: the others are left out then
   * @return a price each, null of one that fails or does not answer in time
   */
  static List<Run.Price> of(Plan plan, List<Opening> openings, BooleanSupplier stopped) {
    Calibration calibration = new Calibration(plan, openings);
    List<Run.Price> prices = new ArrayList<>();
    plan.entrants().forEach(entrant -> prices.add(stopped.getAsBoolean() ? null : calibration.price(entrant)));
    return prices;
  }

  /** In a thread of its own, which may be left behind: nobody watches a player yet. */
  private Run.Price price(Entrant entrant) {
    OwnThreads threads = new OwnThreads(new ThreadGroup("mesa-calibration"));
    FutureTask<Run.Price> task = new FutureTask<>(() -> price(entrant, threads));
    Thread thread = new Thread(threads.group(), task, "mesa-calibration");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(nanos + Math.min(GRACE_NANOS, plan.patienceNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // Its games will tell what is wrong with it.
    }
    return null;
  }

  private Run.Price price(Entrant entrant, OwnThreads threads) {
    threads.look(null);
    try (Player player = entrant.newPlayer()) {
      Ledger ledger = new Ledger(threads);
      Cost first = half(entrant, player, ledger);
      if (first.nodes() + first.evaluations() + first.ticks() == 0) {
        return new Run.Price(null, null, null);
      }
      Cost cost = half(entrant, player, ledger);
      return new Run.Price(each(cost, cost.nodes()), each(cost, cost.evaluations()), each(cost, cost.ticks()));
    }
  }

  private static Double each(Cost cost, long units) {
    return units == 0 ? null : Math.round(100.0 * cost.cpuNanos() / units) / 100.0;
  }

  private Cost half(Entrant entrant, Player player, Ledger ledger) {
    player.newGame(plan.seed());
    ledger.open(entrant, player, 0);
    ledger.begin();
    long from = plan.nanoClock().getAsLong();
    int moves = 0;
    while (moves < MOVES_OF_HALF || plan.nanoClock().getAsLong() - from < nanos / 2) {
      Position position = positions.get(moves++ % positions.size()).copy();
      Budget budget = entrant.budget(Clock.perMove(Math.max(1, nanos / (2 * MOVES_OF_HALF))));
      Meter meter = budget.start(plan.nanoClock());
      ledger.before();
      player.choose(position, meter);
      ledger.after(meter, meter.elapsedNanos());
      boolean counts = meter.nodes() + meter.evaluations() + meter.ticks() > 0;
      if (Thread.currentThread().isInterrupted() || !counts && moves >= MOVES_OF_HALF) {
        break;
      }
    }
    return ledger.close(1);
  }
}
