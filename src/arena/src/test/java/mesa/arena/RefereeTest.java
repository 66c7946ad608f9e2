package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mesa.core.Entrant;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefereeTest {
  private static final Pile PILE = new Pile(9, false);
  private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(43_200_000));

  /** Advances by a millisecond at each look, of which a move takes two: one before it, one after. */
  private final AtomicLong nanos = new AtomicLong();

  private PlayedGame play(String first, String second, TimeControl control, int maxPlies) {
    return play(first, second, control, maxPlies, false);
  }

  private PlayedGame play(String first, String second, TimeControl control, int maxPlies, boolean enforces) {
    Referee referee = new Referee(
        new Terms(PILE, Adjudication.NONE, maxPlies, enforces, false, FlagRule.LOSS, 1, NOON, () -> nanos.addAndGet(1_000_000)), OwnThreads.ofCaller());
    List<Entrant> entrants = Players.of(PILE, first, second);
    return referee.play("id/0/0", new Fixture(0, 0, 0, 0, 0, 1), Opening.NONE,
        new Seat(entrants.get(0), entrants.get(0).newPlayer(), control),
        new Seat(entrants.get(1), entrants.get(1).newPlayer(), control), 1, 2);
  }

  private PlayedGame play(String first, String second) {
    return play(first, second, null, 1000);
  }

  @Test
  void play_toTheEnd_tellsMovesResultAndCost() {
    PlayedGame game = play("first", "first,name=other");

    assertThat(game.moves()).isEqualTo("take1 take1 take1 take1 take1 take1 take1 take1 take1");
    assertThat(game.outcome()).isEqualTo(Outcome.FIRST_WON);
    assertThat(game.end()).isEqualTo(End.NORMAL);
    assertThat(game.culprit()).isEqualTo(-1);
    assertThat(game.why()).isEqualTo("the pile is empty");
    assertThat(game.startMillis()).isEqualTo(43_200_000);
    assertThat(List.of(game.firstCost().moves(), game.firstCost().nanos())).containsExactly(5L, 5_000_000L);
    assertThat(List.of(game.secondCost().moves(), game.secondCost().nanos())).containsExactly(4L, 4_000_000L);
  }

  // printf '9/0\ntake1 take1 take1 take1 take1 take1 take1 take1 take1' | sha256sum
  @Test
  void play_knownGame_hashIsTheBeginningOfItsSha256() {
    assertThat(play("first", "first,name=other").hash())
        .isEqualTo(new Fingerprint().of("9/0\ntake1 take1 take1 take1 take1 take1 take1 take1 take1"));
  }

  @Test
  void play_countedCosts_areTheMetersOwn() {
    PlayedGame game = play("random", "first");

    assertThat(game.firstCost().nodes()).isEqualTo(game.firstCost().moves()).isEqualTo(game.firstCost().ticks());
    assertThat(game.log().nodes(0)).isEqualTo(1);
    assertThat(game.log().nodes(1)).isZero();
    assertThat(game.log().score(0)).isBetween(-500, 500);
    assertThat(game.log().score(1)).isEqualTo(MoveLog.NO_SCORE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "throw    | CRASH    | java.lang.IllegalStateException: out of ideas",
    "overflow | CRASH    | java.lang.StackOverflowError",
    "greedy   | CRASH    | java.lang.OutOfMemoryError: Requested array size exceeds VM limit",
    "illegal  | ILLEGAL  | move 99 is not legal in 8/1",
    "null     | PROTOCOL | no decision",
  })
  void play_playerFails_losesWithItsCause(String fault, End end, String why) {
    PlayedGame game = play("first", fault);

    assertThat(game.outcome()).isEqualTo(Outcome.FIRST_WON);
    assertThat(game.end()).isEqualTo(end);
    assertThat(game.culprit()).isEqualTo(1);
    assertThat(game.why()).isEqualTo(why);
    assertThat(game.moves()).isEqualTo("take1");
    assertThat(game.log().size()).isEqualTo(1);
    assertThat(game.secondCost().moves()).isEqualTo(1);
  }

  @Test
  void play_firstPlayerFailsAtOnce_thereIsNoMove() {
    PlayedGame game = play("throw", "first");

    assertThat(game.outcome()).isEqualTo(Outcome.SECOND_WON);
    assertThat(game.culprit()).isZero();
    assertThat(game.moves()).isEmpty();
  }

  @Test
  void play_playerHandsItsPositionBackChanged_losesTheGame() {
    PlayedGame game = play("first", "vandal");

    assertThat(game.end()).isEqualTo(End.PROTOCOL);
    assertThat(game.culprit()).isOne();
    assertThat(game.why()).isEqualTo("the position that it was given came back changed");
    assertThat(game.moves()).isEqualTo("take1");
  }

  // It makes moves on the positions that it has kept of earlier moves.
  @Test
  void play_playerSpoilsPositionsLater_refereeHasItsOwn() {
    PlayedGame game = play("hoarder", "hoarder,name=other");

    assertThat(game.end()).isEqualTo(End.NORMAL);
    assertThat(game.moves()).isEqualTo("take1 take1 take1 take1 take1 take1 take1 take1 take1");
  }

  @Test
  void play_tooLong_isADraw() {
    PlayedGame game = play("first", "first,name=other", null, 4);

    assertThat(game.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(game.end()).isEqualTo(End.ADJUDICATED);
    assertThat(game.culprit()).isEqualTo(-1);
    assertThat(game.why()).isEqualTo("no end after 4 moves");
    assertThat(game.moves()).isEqualTo("take1 take1 take1 take1");
  }

  // Three moves of 1 ms from 2 ms leave -1 ms; the first player runs out first.
  @Test
  void play_flagFalls_losesOnTime() {
    PlayedGame game = play("first", "first,name=other", new TimeControl(0, 2_000_000, 0, 0), 1000);

    assertThat(game.outcome()).isEqualTo(Outcome.SECOND_WON);
    assertThat(game.end()).isEqualTo(End.TIME);
    assertThat(game.culprit()).isZero();
    assertThat(game.why()).isEqualTo("the flag fell 1 ms before the move take1");
    assertThat(game.moves()).isEqualTo("take1 take1 take1 take1");
  }

  // Five moves of 1 ms from 2 ms end 3 ms late.
  @Test
  void play_flagFallsWithinTheMargin_costsNothingYet() {
    assertThat(play("first", "first,name=other", new TimeControl(0, 2_000_000, 0, 3_000_000), 1000).end())
        .isEqualTo(End.NORMAL);
  }

  @Test
  void play_incrementCoversEachMove_nobodyLosesOnTime() {
    assertThat(play("first", "first,name=other", new TimeControl(0, 0, 1_000_000, 0), 1000).end()).isEqualTo(End.NORMAL);
  }

  // Two moves in 2.5 ms, time and again: each takes 1 ms, so that nobody runs out.
  @Test
  void play_clockOfPeriods_isRefilledAfterSoManyMoves() {
    assertThat(play("first", "first,name=other", new TimeControl(2, 2_500_000, 0, 0), 1000).end()).isEqualTo(End.NORMAL);
  }

  // The second move of the period is 0.5 ms late; a refill before the look at the flag would hide it.
  @Test
  void play_lastMoveOfAPeriodIsLate_losesOnTime() {
    PlayedGame game = play("first", "first,name=other", new TimeControl(2, 1_500_000, 0, 0), 1000);

    assertThat(game.end()).isEqualTo(End.TIME);
    assertThat(game.firstCost().moves()).isEqualTo(2);
  }

  // The second player's fourth move is 1 ms late; of the two stones left the first player can't make a win in this game.
  @ParameterizedTest
  @CsvSource({"LOSS, FIRST_WON, 1, 'the flag fell 1 ms before the move take1'",
      "FIDE, DRAWN, -1, 'the flag fell 1 ms before the move take1, and the other side can''t win'"})
  void play_flagFallsWhereTheOtherCannotWin_isDrawnByFide(FlagRule rule, Outcome outcome, int culprit, String why) {
    Referee referee = new Referee(new Terms(PILE, Adjudication.NONE, 1000, false, false, rule, 1, NOON,
        () -> nanos.addAndGet(1_000_000)), OwnThreads.ofCaller());
    List<Entrant> entrants = Players.of(PILE, "first", "first,name=other");
    PlayedGame game = referee.play("id/0/0", new Fixture(0, 0, 0, 0, 0, 1), Opening.NONE,
        new Seat(entrants.get(0), entrants.get(0).newPlayer(), null),
        new Seat(entrants.get(1), entrants.get(1).newPlayer(), new TimeControl(0, 3_000_000, 0, 0)), 1, 2);

    assertThat(game.end()).isEqualTo(End.TIME);
    assertThat(game.moves()).isEqualTo("take1 take1 take1 take1 take1 take1 take1");
    assertThat(game.outcome()).isEqualTo(outcome);
    assertThat(game.culprit()).isEqualTo(culprit);
    assertThat(game.why()).isEqualTo(why);
  }

  @Test
  void play_moveLongerThanItsTime_isNotedAndNotPunished() {
    PlayedGame game = play("first,time=500us", "first");

    assertThat(game.end()).isEqualTo(End.NORMAL);
    assertThat(game.firstUse().nanos().moves()).isEqualTo(5);
    assertThat(game.secondUse().nanos()).isEqualTo(BudgetUse.Excess.NONE);
  }

  @Test
  void play_moreThanItsBudget_isNotedOrCostsTheGame() {
    PlayedGame noted = play("over,nodes=5", "first", null, 1000, false);
    assertThat(noted.end()).isEqualTo(End.NORMAL);
    assertThat(noted.firstUse().nodes()).isEqualTo(new BudgetUse.Excess(5, 9_995, 49_975));

    PlayedGame enforced = play("first", "over,nodes=5", null, 1000, true);
    assertThat(enforced.end()).isEqualTo(End.BUDGET);
    assertThat(enforced.culprit()).isOne();
    assertThat(enforced.outcome()).isEqualTo(Outcome.FIRST_WON);
    assertThat(enforced.why()).isEqualTo("9995 nodes too many");
  }
}
