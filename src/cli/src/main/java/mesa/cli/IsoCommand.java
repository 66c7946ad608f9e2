package mesa.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mesa.arena.Format;
import mesa.arena.Lineup;
import mesa.arena.Tournament;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa iso}: the budget at which two players are equally strong. */
@Command(
    name = "iso",
    header = "Find the budget at which one player is as strong as another.",
    description = {
      "%nA plays as it is, B with budgets of a range such as nodes=16..4096x2. Each few games are played where, by the "
          + "results so far, most can be learnt. The answer is a budget with its interval, what that is of A's, in its unit "
          + "and in processor time, and the Elo that B gains by a doubling.",
      "%nFine ranges cost nothing: x1.2 is as good as x2. An interrupted search goes on with ./mesa tournament --resume DIR.",
    },
    footer = {
      "",
      "Example:",
      "  ./mesa iso ${bundle:game} alphabeta:eval=uniform,nodes=100 mcts:eval=rollout,nodes=4..1024x1.5 --games 400",
    })
final class IsoCommand implements Callable<Integer> {
  private static final int USUAL_GAMES = 400;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", paramLabel = "A", description = "A player with its budget.")
  private String fixed;

  @Parameters(index = "2", paramLabel = "B", description = "A player with a range of budgets.")
  private String ranged;

  @Mixin
  private TournamentOptions options;

  @Override
  public Integer call() {
    List<String> rungs = Lineup.of(List.of(ranged));
    if (rungs.size() < 2) {
      throw new BadInputException("\"" + ranged + "\" has no range of budgets; write one such as nodes=16..4096x2");
    }
    List<String> players = new ArrayList<>(List.of(fixed));
    players.addAll(rungs);
    Tournament tournament = options.tournament(
        mesa.registry().game(game), players, Format.parse("iso"), USUAL_GAMES, mesa.registry());
    TournamentRunner runner = new TournamentRunner(options, mesa.console());
    int code = runner.play(tournament, options.out().orElseGet(() -> TournamentRunner.usualFolder(tournament)));
    return code == 0 ? runner.finish() : code;
  }
}
