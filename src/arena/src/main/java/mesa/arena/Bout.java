package mesa.arena;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mesa.core.Budget;
import mesa.core.Claim;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.PlayerFault;
import mesa.core.Position;
import mesa.core.Score;

/**
 * One game while it is played: asks the two places in turn, judges their answers, and keeps the record. Belongs to the
 * thread that plays it until the watchdog {@linkplain #leave takes it over}.
 */
final class Bout {
  private final Terms terms;
  private final Waiting waiting;
  private final Adjudicator adjudicator;
  private final Place[] places;
  private final Moves legal;
  private final Opening opening;
  private final StringBuilder text;
  private final int movesFrom;
  private final MoveLog log = new MoveLog();
  private List<Warned> warnings = List.of();
  /** Null as long as the game goes on, and for good if it is broken off. */
  private Ending ending;

  /**
   * Sets a game up.
   *
   * @param terms of all games
   * @param waiting what its thread waits for
   * @param adjudicator that has begun a new game
   * @param places the two, with who plays this game
   * @param legal for the legal moves of one position after another
   * @param opening where it begins
   * @param start the text of the first position
   */
  Bout(Terms terms, Waiting waiting, Adjudicator adjudicator, Place[] places, Moves legal, Opening opening, String start) {
    this.terms = terms;
    this.waiting = waiting;
    this.adjudicator = adjudicator;
    this.places = places;
    this.legal = legal;
    this.opening = opening;
    text = new StringBuilder(2 * start.length() + 128).append(start).append('\n');
    movesFrom = text.length();
    text.append(opening.text());
    for (int i = 0; i < opening.moves().length; i++) {
      log.opening();
    }
  }

  /**
   * Plays it.
   *
   * @param seeds of both seats
   * @throws StartFault if a player could not be started, so that there was no game
   */
  void play(long... seeds) {
    if (begin(0, seeds[0]) && begin(1, seeds[1])) {
      places[0].ledger().begin();
      places[1].ledger().begin();
      playOut(opening.position(terms.game()));
    }
    places[0].endGame();
    places[1].endGame();
  }

  /** {@return how it ended, or null if it has not} */
  Ending ending() {
    return ending;
  }

  /** {@return the first position and, on a line of their own, the moves: what makes a game distinct} */
  String text() {
    return text.toString();
  }

  /** {@return the moves as the game writes them, with spaces between, those of the opening included} */
  String moves() {
    return text.substring(movesFrom);
  }

  MoveLog log() {
    return log;
  }

  List<Warned> warnings() {
    return warnings;
  }

  private boolean begin(int seat, long seed) {
    Place place = places[seat];
    Call call = new Call(seat, null, place.mostNanosOffTheClock());
    if (!waiting.begin(call)) {
      return false;
    }
    place.getReady(seed);
    waiting.end(call);
    if (place.thrown() instanceof PlayerFault fault && fault.kind() == PlayerFault.Kind.START) {
      throw new StartFault(seat, fault);
    }
    if (call.isLate()) {
      ending = Ending.lost(seat, End.STALL, silence(call) + " until told to stop");
    } else if (place.thrown() != null) {
      ending = Ending.thrown(seat, place.thrown());
    }
    return ending == null;
  }

  private void playOut(Position position) {
    while (!waiting.isStopped()) {
      if (position.outcome().isOver()) {
        ending = Ending.normal(position.outcome(), position.ending());
        return;
      }
      if (log.size() - opening.moves().length >= terms.maxPlies()) {
        ending = Ending.called(Outcome.DRAWN, "no end after " + terms.maxPlies() + " moves");
        return;
      }
      int seat = position.sideToMove();
      int move = ask(seat, position);
      if (ending != null || waiting.isStopped()) {
        return;
      }
      make(move, position);
      if (!position.outcome().isOver()) {
        Verdict verdict = adjudicator.moved(seat, log.score(log.size() - 1), position, log.size());
        if (verdict != null) {
          ending = Ending.called(verdict.outcome(), verdict.why());
          return;
        }
      }
    }
  }

  private void make(int move, Position position) {
    if (text.charAt(text.length() - 1) != '\n') {
      text.append(' ');
    }
    text.append(position.format(move));
    position.make(move);
  }

  /** Has a player choose; a move that costs it the game sets {@link #ending}. */
  private int ask(int seat, Position position) {
    Place place = places[seat];
    Budget budget = place.budget(places[1 - seat]);
    Meter meter = budget.start(terms.nanoClock());
    Call call = new Call(seat, meter, place.mostNanos(budget, terms.patienceNanos()));
    if (!waiting.begin(call)) {
      return 0;
    }
    Position given = position.copy();
    place.choose(given, meter);
    waiting.end(call);
    place.charge(meter);
    warnings = Warned.and(warnings, seat, log.size(), meter.warnings());
    ending = fault(seat, call, position, given);
    if (ending == null) {
      ending = accepted(seat, meter);
    }
    if (ending != null) {
      return 0;
    }
    log.claim(expected(seat, meter.claim(), position));
    warnings = Warned.and(warnings, seat, log.size() - 1, Expectation.contradiction(log));
    return place.decision().move();
  }

  /** {@return what a player says of its search, with what it expects; asked for off the clock, and watched like a start} */
  private Claim expected(int seat, Claim said, Position position) {
    Place place = places[seat];
    if (!terms.notesLines() && (said.distance() != 0 || Math.abs(place.decision().value()) != 1)) {
      return said;
    }
    Call call = new Call(seat, null, place.mostNanosOffTheClock());
    if (!waiting.begin(call)) {
      return said;
    }
    Claim whole = place.expected(said, position.copy(), terms.notesLines());
    waiting.end(call);
    return whole;
  }

  /** {@return what an answer costs that is none, comes too late or spoils what was given; null if all is well} */
  private Ending fault(int seat, Call call, Position position, Position given) {
    Place place = places[seat];
    if (call.isLate() && place.clock() == null) {
      return Ending.lost(seat, End.STALL, silence(call) + " until told to stop");
    }
    if (call.isLate() && place.hasFallen()) {
      return flagFell(seat, "an answer, and that had to be asked for", position);
    }
    if (place.thrown() != null) {
      return Ending.thrown(seat, place.thrown());
    }
    if (place.hasFallen()) {
      return flagFell(seat, "the move" + late(place.decision(), position), position);
    }
    Decision decision = place.decision();
    if (decision == null) {
      return Ending.lost(seat, End.PROTOCOL, "no decision");
    }
    if (!isLegal(decision, position)) {
      return Ending.lost(seat, End.ILLEGAL, "move " + decision.move() + " is not legal in " + position.text());
    }
    // Its own copy, so that nothing is spoilt; some nanoseconds find out.
    return given.hash() == position.hash() && given.movesMade() == position.movesMade() ? null
        : Ending.lost(seat, End.PROTOCOL, "the position that it was given came back changed");
  }

  private boolean isLegal(Decision decision, Position position) {
    legal.clear();
    position.legalMoves(legal);
    return legal.contains(decision.move());
  }

  /** {@return the move that came too late, for the record alone; empty if it is none} */
  private String late(Decision decision, Position position) {
    return decision != null && isLegal(decision, position) ? " " + position.format(decision.move()) : "";
  }

  private Ending flagFell(int seat, String what, Position position) {
    String why = "the flag fell " + places[seat].clock().lateMillis() + " ms before " + what;
    return terms.flag() == FlagRule.FIDE && !position.mayWin(1 - seat)
        ? new Ending(Outcome.DRAWN, End.TIME, -1, why + ", and the other side can't win")
        : Ending.lost(seat, End.TIME, why);
  }

  /** Takes a legal move into the record; returns what it costs if it broke its budget and that is enforced, or null. */
  private Ending accepted(int seat, Meter meter) {
    Place place = places[seat];
    if (place.clock() != null) {
      place.clock().moved();
    }
    BudgetUse use = BudgetUse.of(meter, place.nanos(), legal.size() == 1);
    place.ledger().use(use);
    if (terms.enforcesBudgets() && use.breach() != null) {
      return Ending.lost(seat, End.BUDGET, use.breach());
    }
    float value = place.decision().value();
    log.add(seat, meter.nodes(), meter.evaluations(), meter.ticks(), place.nanos(),
        Float.isNaN(value) ? MoveLog.NO_SCORE : Score.of(value));
    log.cpu(place.cpuNanos());
    log.ponder(place.ledger().ponderNanos());
    return null;
  }

  /**
   * Ends the game of a player that does not answer, in place of the thread that waits for it.
   *
   * @param unanswered what it waits for; it must have been {@linkplain Waiting#take taken} away
   * @param nanos how long, about
   */
  void leave(Call unanswered, long nanos) {
    int seat = unanswered.seat();
    if (unanswered.meter() != null) {
      places[seat].ledger().leave(unanswered.meter(), nanos);
    }
    places[1 - seat].endGame();
    ending = Ending.lost(seat, End.STALL, silence(unanswered) + ", nor when told to stop; its thread was left behind");
  }

  private String silence(Call late) {
    return late.mostNanos() == Call.WHILE_BUSY
        ? "no answer and nothing spent in " + seconds(terms.patienceNanos())
        : "no answer in " + seconds(late.mostNanos());
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " s";
  }
}
