package mesa.uci;

import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Plays an engine's moves. The process starts with the first game and is started again if it has died. Nodes are those
 * that the engine claims; a fault of the engine ends the game with an {@link IllegalStateException}.
 */
final class UciPlayer implements Player {
  /** How long an engine may think where only nodes or depth limit it. */
  private static final long PATIENCE_MILLIS = 60_000;

  /** What is added to a clock before the engine is told to stop. */
  private static final long GRACE_MILLIS = 1_000;

  private final Game game;
  private final List<String> command;
  private final Map<String, String> options;
  private UciEngine engine;

  UciPlayer(Game game, List<String> command, Map<String, String> options) {
    this.game = game;
    this.command = command;
    this.options = options;
  }

  @Override
  public void newGame(long seed) {
    if (engine != null) {
      try {
        engine.newGame();
        return;
      } catch (IllegalStateException e) {
        close(); // It has died or hung since its last answer; this game gets a fresh one.
      }
    }
    engine = new UciEngine(command);
    options.forEach(engine::set);
    game.engineOptions().forEach(this::require);
    engine.newGame();
  }

  private void require(String option, String value) {
    if (!engine.has(option)) {
      close();
      throw new BadInputException("\"" + command.getFirst() + "\" has no option " + option + ", without which it can't play "
          + game.name());
    }
    engine.set(option, value);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    if (engine == null) {
      newGame(0);
    }
    Budget budget = meter.budget();
    Clock clock = budget.clock();
    long patience = clock == null ? PATIENCE_MILLIS : clock.remainingNanos() / 1_000_000 + GRACE_MILLIS;
    String go = goCommand(budget, position.sideToMove());
    String text = engine.bestMove(positionCommand(position), go, patience, meter::elapsedNanos);
    UciInfo info = engine.info();
    meter.chargeNodes(Math.max(0, info.nodes()));
    int move = position.parseMove(text);
    if (text.equals(info.favourite())) {
      meter.favour(move, Math.max(0, info.favouriteNodes()), info.favouriteNanos());
    }
    return new Decision(move, info.value(), null);
  }

  /** Changes the position given, which is the player's own: the start is found by taking everything back. */
  private String positionCommand(Position position) {
    int made = position.movesMade();
    if (made == 0) {
      return start(position);
    }
    Position root = position.copy();
    while (root.movesMade() > 0) {
      root.unmake();
    }
    StringBuilder text = new StringBuilder(start(root)).append(" moves");
    for (int i = 0; i < made; i++) {
      int move = position.moveMade(i);
      text.append(' ').append(root.format(move));
      root.make(move);
    }
    return text.toString();
  }

  private String start(Position position) {
    String text = position.text();
    return text.equals(game.start().text()) ? "position startpos" : "position fen " + text;
  }

  static String goCommand(Budget budget, int side) {
    StringBuilder go = new StringBuilder("go");
    if (budget.nodes() != Long.MAX_VALUE) {
      go.append(" nodes ").append(budget.nodes());
    }
    if (budget.depth() != Integer.MAX_VALUE) {
      go.append(" depth ").append(budget.depth());
    }
    Clock clock = budget.clock();
    if (clock != null) {
      long millis = Math.max(1, clock.remainingNanos() / 1_000_000);
      if (clock.movesToGo() == 1) {
        go.append(" movetime ").append(millis);
      } else {
        char colour = side == 0 ? 'w' : 'b';
        go.append(' ').append(colour).append("time ").append(millis);
        go.append(' ').append(colour).append("inc ").append(clock.incrementNanos() / 1_000_000);
        if (clock.movesToGo() > 0) {
          go.append(" movestogo ").append(clock.movesToGo());
        }
      }
    }
    return go.toString();
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
