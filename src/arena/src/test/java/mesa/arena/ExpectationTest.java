package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.Claim;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Game CHESS = Registry.load().game("chess");

  private static Position position(String... moves) {
    Position position = CHESS.start();
    for (String move : moves) {
      position.make(position.parseMove(move));
    }
    return position;
  }

  private static Decision decision(Position position, String move, float value) {
    return new Decision(position.parseMove(move), value, null);
  }

  private static Player thinking(Position position, Outcome proven, int plies, String... line) {
    Position copy = position.copy();
    List<Integer> moves = List.of(line).stream().map(text -> {
      int move = copy.parseMove(text);
      copy.make(move);
      return move;
    }).toList();
    return new Player() {
      @Override
      public Decision choose(Position at, Meter meter) {
        throw new AssertionError("nobody asks for another move");
      }

      @Override
      public Optional<Analysis> analysis() {
        return Optional.of(new Analysis(List.of(new Analysis.Line(moves, 0, 0, 0, 9, proven, plies)), 14, 0));
      }
    };
  }

  @Test
  void of_anEnginesLine_isWrittenAsTheGameDoesUpToTheFirstIllegalMove() {
    Position position = position("e2e4");
    Claim said = Claim.NONE.expecting(0, "e7e5  Nf3 b8c6 f1f8 a7a6");

    assertThat(Expectation.of(said, null, decision(position, "e7e5", 0), position.copy(), true).line())
        .isEqualTo("e7e5 g1f3 b8c6");
  }

  @Test
  void of_anEnginesLineOfAnotherMove_isLeftOut() {
    Position position = position("e2e4");

    assertThat(Expectation.of(Claim.NONE.expecting(5, "c7c5 g1f3"), null, decision(position, "e7e5", 0), position.copy(), true))
        .isEqualTo(Claim.NONE.expecting(5, ""));
  }

  @Test
  void contradiction_bothHoldAWinForCertain_isWarnedOf() {
    MoveLog log = new MoveLog();
    log.add(0, 0, 0, 0, 0, 0);
    log.claim(Claim.NONE.expecting(5, ""));
    assertThat(Expectation.contradiction(log)).isEmpty();
    log.add(1, 0, 0, 0, 0, 0);
    log.claim(Claim.NONE.expecting(-4, ""));
    assertThat(Expectation.contradiction(log)).isEmpty();
    log.add(0, 0, 0, 0, 0, 0);
    log.claim(Claim.NONE.expecting(3, ""));
    log.add(1, 0, 0, 0, 0, 0);
    log.claim(Claim.NONE.expecting(7, ""));

    assertThat(Expectation.contradiction(log)).singleElement()
        .satisfies(warning -> assertThat(warning.kind() + ": " + warning.text())
            .isEqualTo("both: it is certain to win in 7 plies, as its opponent was a move before, in 3"));
  }

  @Test
  void of_aLineBeyondMate_endsThere() {
    Position position = position("f2f3", "e7e5", "g2g4");

    assertThat(Expectation.of(Claim.NONE.expecting(1, "d8h4 a2a3"), null, decision(position, "d8h4", 1), position.copy(), true)
        .line()).isEqualTo("d8h4");
  }

  @Test
  void of_aSearchHere_isItsAnalysis() {
    Position position = position("e2e4");
    Player player = thinking(position, Outcome.FIRST_WON, 6, "e7e5", "g1f3");

    assertThat(Expectation.of(Claim.NONE, player, decision(position, "e7e5", -1), position.copy(), true))
        .isEqualTo(new Claim(9, 14, -1, -1, -1, -1, -6, "e7e5 g1f3"));
    assertThat(Expectation.of(Claim.NONE, player, decision(position, "e7e5", -1), position.copy(), false))
        .isEqualTo(Claim.NONE.expecting(-6, ""));
  }

  @Test
  void of_aSearchHereWithoutNeed_isNotAsked() {
    Position position = position("e2e4");
    Player player = thinking(position, Outcome.FIRST_WON, 6, "e7e5");

    assertThat(Expectation.of(Claim.NONE, player, decision(position, "e7e5", 0.5f), position.copy(), false))
        .isSameAs(Claim.NONE);
  }
}
