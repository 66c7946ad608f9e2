package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Registry;

/** Turns what a run's journal says of it back into the choices that it was laid out by. */
final class Choices {
  private Choices() {}

  /**
   * Reads the choices of a run.
   *
   * @param run what it was, by its journal
   * @param added specs of players who join those it had
   * @param registry knows its game and players
   * @return the same choices
   * @throws mesa.core.BadInputException if something of it can't be had any more
   */
  static TournamentBuilder of(Run run, List<String> added, Registry registry) {
    Game game = registry.game(run.game());
    List<Entrant> entrants = new ArrayList<>();
    for (Run.Participant player : run.players()) {
      entrants.add(registry.entrant(game, player.spec()));
    }
    added.forEach(spec -> entrants.add(registry.entrant(game, spec)));
    return Tournament.of(game, entrants)
        .format(Format.parse(run.format()))
        .games(run.games())
        .swapSeats(run.legs() == Schedule.LEGS)
        .reverseSeats(run.reverse() != null && run.reverse())
        .openings(run.openings().source())
        .openingPolicy(OpeningPolicy.parse(run.openings().policy()))
        .openingPlies(run.openings().plies())
        .openingStart(run.openings().start())
        .shuffleOpenings(run.openings().shuffled())
        .repeatOpenings(run.openings().repeat())
        .timeControl(run.clock() == null ? null : TimeControl.parse(run.clock()))
        .adjudication(adjudication(run.adjudication(), game, registry))
        .maxPlies(run.maxPlies())
        .enforceBudgets(run.enforce() != null && run.enforce())
        .flag(run.flag() == null ? FlagRule.LOSS : FlagRule.parse(run.flag()))
        .withdrawAfter(run.withdraw() == null ? TournamentBuilder.USUAL_WITHDRAWAL : run.withdraw())
        .allot(new Allotment(run.resources(), run.needs() == null ? Map.of() : run.needs()))
        .patience(run.patienceNanos() == null ? TournamentBuilder.USUAL_PATIENCE_NANOS : run.patienceNanos())
        .stop(run.stop() == null ? null : StoppingRule.parse(run.stop()))
        .seed(run.seed())
        .ledger(Told.parse(run.ledger()))
        .parity(run.parity() == null ? null : EqualCompute.Unit.parse(run.parity()))
        .stages(run.stages() == null ? List.of() : run.stages());
  }

  private static Adjudication adjudication(Run.Rules rules, Game game, Registry registry) {
    return rules == null ? Adjudication.NONE : new Adjudication(
        rules.resign() == null ? null : ResignRule.parse(rules.resign()),
        rules.draw() == null ? null : DrawRule.parse(rules.draw()),
        rules.exact() == null ? null : ExactRule.parse(rules.exact(), game, registry),
        rules.shadow());
  }
}
