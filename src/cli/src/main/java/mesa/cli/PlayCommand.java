package mesa.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.PlayerProvider;
import mesa.core.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa play}: a game against the machine in the terminal. */
@Command(
    name = "play",
    header = "Play a game in the terminal.",
    description = "%nMoves are typed as the game's people write them. Besides moves: ? (the legal moves), undo, hint, "
        + "board, quit.",
    footer = {
      "",
      "Examples:",
      "  ./mesa play ${bundle:example.game}",
      "  ./mesa play ${bundle:example.game} ${bundle:example.player} --side second",
      "  ./mesa play ${bundle:example.game} ${bundle:example.player} --side none    watch it play itself",
    })
final class PlayCommand implements Callable<Integer> {
  private static final List<String> SIDES = List.of("first", "second", "both", "none");

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", arity = "0..1", paramLabel = "PLAYER",
      description = "Your opponent; ./mesa list players shows them, with their usual budgets; default: the strongest of the game's demo.")
  private String player;

  @Option(names = "--side", paramLabel = "SIDE", defaultValue = "first",
      description = "What you play: first, second, both or none; default: ${DEFAULT-VALUE}.")
  private String side;

  @Mixin
  private PositionOptions start;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "Where the player's randomness starts; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() {
    if (!SIDES.contains(side)) {
      throw new BadInputException(
          "--side is first, second, both or none, not \"" + side + "\"" + Suggestion.of(side, SIDES));
    }
    Game rules = mesa.registry().game(game);
    Entrant opponent = Asked.entrant(mesa.registry(), rules, player == null ? usualOpponent(rules) : player);
    boolean[] human = {side.equals("first") || side.equals("both"), side.equals("second") || side.equals("both")};
    new TerminalGame(start.of(rules), opponent, human, seed, mesa.console()).play();
    return 0;
  }

  private String usualOpponent(Game rules) {
    Optional<Demo> demo = Demo.of(rules);
    if (demo.isEmpty()) {
      List<String> players = mesa.registry().players().stream()
          .filter(provider -> provider.plays(rules)).map(PlayerProvider::name).sorted().toList();
      throw new BadInputException(rules.name() + " has no usual opponent; name one: ./mesa play " + rules.name()
          + " PLAYER, such as " + String.join(", ", players));
    }
    return demo.get().players().getLast();
  }
}
