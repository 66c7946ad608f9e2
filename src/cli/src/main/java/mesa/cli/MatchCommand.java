package mesa.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mesa.arena.Format;
import mesa.arena.Tournament;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa match}: a tournament of two players. */
@Command(
    name = "match",
    header = "Play a match of two players.",
    description = "%nEach opening is played twice, once from either side. An interrupted match goes on with "
        + "./mesa tournament --resume DIR.",
    footer = {
      "",
      "Examples:",
      "  ./mesa match ${bundle:game} ${bundle:player} ${bundle:opponent}",
      "  ./mesa match ${bundle:game} ${bundle:player} random --games 100 --seed 7 --json",
    })
final class MatchCommand implements Callable<Integer> {
  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", paramLabel = "A", description = "A player; ./mesa list players shows them.")
  private String first;

  @Parameters(index = "2", paramLabel = "B", description = "The other player.")
  private String second;

  @Mixin
  private TournamentOptions options;

  @Override
  public Integer call() {
    Tournament tournament =
        options.tournament(mesa.registry().game(game), List.of(first, second), Format.ROUND_ROBIN, mesa.registry());
    TournamentRunner runner = new TournamentRunner(options, mesa.console());
    int code = runner.play(tournament, options.out().orElseGet(() -> TournamentRunner.usualFolder(tournament)));
    return code == 0 ? runner.finish() : code;
  }
}
