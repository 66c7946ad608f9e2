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
import picocli.CommandLine.ParentCommand;

/** {@code mesa iso}: the budget at which two players are equally strong. */
@Command(
    name = "iso",
    header = "Find the budget at which one player is as strong as another.",
    description = {
      "%nA plays as it is, B with budgets of a range such as nodes=16..4096x2. Each few games are played where, by the "
          + "results so far, most can be learnt. The answer is a budget with its interval, what that is of A's, in its unit "
          + "and in processor time, and the Elo that B gains by a doubling.",
      "%nIt ends after --games games, or as soon as the interval is as narrow as --width asks for. Fine ranges cost nothing: "
          + "x1.2 is as good as x2. An interrupted search goes on with ./mesa tournament --resume DIR.",
    },
    footer = {
      "",
      TournamentRunner.EXIT_CODES + ".",
      "",
      "Example:",
      "  ./mesa iso ${bundle:example.game} alphabeta:eval=uniform,nodes=100 mcts:eval=rollout,nodes=4..1024x1.5 --games 400",
      "  ./mesa iso ${bundle:example.game} alphabeta:eval=uniform,nodes=100 mcts:eval=rollout,nodes=4..1024x1.5 --width 1.5",
    })
final class IsoCommand implements Callable<Integer> {
  @ParentCommand
  private Mesa mesa;

  @Mixin
  private TwoPlayers players;

  @Mixin
  private TournamentOptions options;

  @Override
  public Integer call() {
    List<String> rungs = Lineup.of(List.of(players.second()));
    if (rungs.size() < 2) {
      throw new BadInputException("\"" + players.second() + "\" has no range of budgets; write one such as nodes=16..4096x2");
    }
    List<String> all = new ArrayList<>(List.of(players.first()));
    all.addAll(rungs);
    Tournament tournament =
        options.tournament(mesa.registry().game(players.game()), all, Format.parse("iso"), mesa.registry());
    TournamentRunner runner = new TournamentRunner(options, mesa.console());
    int code = runner.play(tournament, options.out().orElseGet(() -> TournamentRunner.usualFolder(tournament)));
    return code == 0 ? runner.finish() : code;
  }
}
