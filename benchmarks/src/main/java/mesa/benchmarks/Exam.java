package mesa.benchmarks;

import java.util.List;
import java.util.function.Function;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One player before the questions of one game. Each question is a game of its own: nothing that was learned from one
 * helps with the next, or with the same when it comes round again.
 */
@State(Scope.Thread)
public abstract class Exam implements Checked {
  private final String game;
  private final Function<Game, List<Question>> asks;
  private List<Question> questions;
  private Player player;
  private Budget budget;
  private double optimalShare;
  private double askedShare;
  private int next;
  private Position position;

  /**
   * Enrols for a game.
   *
   * @param game its spec
   * @param asks finds what is asked
   */
  Exam(String game, Function<Game, List<Question>> asks) {
    this.game = game;
    this.asks = asks;
  }

  /**
   * How the player did when it was asked every question once, with seeds of its own. JMH adds up what all
   * iterations, forks and threads report, so each reports its part.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Strength {
    /** Questions to which it answered with one of the best moves. */
    public double optimal;
    /** Questions. */
    public double asked;

    /** Makes counters at 0. */
    public Strength() {}
  }

  /** {@return the player, as {@link Params} writes it} */
  abstract String player();

  /** Makes the player. */
  @Override
  public final void check(String parameter, String value) {
    if (parameter.equals("player")) {
      Registry registry = Registry.load();
      registry.entrant(registry.game(game), Params.spec(value)).newPlayer().close();
    }
  }

  /**
   * Asks every question once.
   *
   * @param params say how many iterations, forks and threads there will be
   */
  @Setup
  public void setUp(BenchmarkParams params) {
    Registry registry = Registry.load();
    Game rules = registry.game(game);
    Entrant entrant = registry.entrant(rules, Params.spec(player()));
    questions = asks.apply(rules);
    player = entrant.newPlayer();
    budget = entrant.budget();
    int optimal = 0;
    for (Question question : questions) {
      advance();
      optimal += question.best().contains(choose().move()) ? 1 : 0;
    }
    double parts = params.getMeasurement().getCount() * Math.max(1, params.getForks()) * params.getThreads();
    optimalShare = optimal / parts;
    askedShare = questions.size() / parts;
  }

  /** Turns to the next question, outside what is timed: a player with a large table takes a while to clear it. */
  @Setup(Level.Invocation)
  public void advance() {
    player.newGame(next);
    position = questions.get(next).position().copy();
    next = (next + 1) % questions.size();
  }

  final Decision answer(Strength strength) {
    strength.optimal = optimalShare;
    strength.asked = askedShare;
    return choose();
  }

  private Decision choose() {
    return player.choose(position, budget.start(System::nanoTime));
  }
}
