package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Outcome;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjudicationTest {
  private static final Pile PILE = new Pile(100, false);
  private static final int NONE = MoveLog.NO_SCORE;

  @TempDir
  private Path folder;

  private static Adjudication rules(String resign, String draw, boolean shadow) {
    return new Adjudication(
        resign == null ? null : ResignRule.parse(resign), draw == null ? null : DrawRule.parse(draw), null, shadow);
  }

  /** Seats take turns thinking so; returns what comes of it and after which move. */
  private static String after(Adjudication rules, int... scores) {
    Adjudicator adjudicator = new Adjudicator(rules);
    adjudicator.begin();
    Position position = PILE.start();
    for (int ply = 1; ply <= scores.length; ply++) {
      position.make(1);
      Verdict verdict = adjudicator.moved((ply - 1) % 2, scores[ply - 1], position, ply);
      if (verdict != null) {
        return verdict.outcome() + " after " + ply;
      }
    }
    return adjudicator.shadows().isEmpty() ? "goes on" : adjudicator.shadows().toString();
  }

  @Test
  void resign_soManyOfItsOwnMovesInARow_isLost() {
    assertThat(after(rules("2,600", null, false), 0, -600, 0, -601)).isEqualTo("FIRST_WON after 4");
    assertThat(after(rules("2,600", null, false), -700, 0, -700)).isEqualTo("SECOND_WON after 3");
  }

  @Test
  void resign_aBetterMoveOrNoOpinionBetween_startsAnew() {
    assertThat(after(rules("2,600", null, false), -600, 0, -599, 0, -600, 0)).isEqualTo("goes on");
    assertThat(after(rules("2,600", null, false), -600, 0, NONE, 0, -600, 0)).isEqualTo("goes on");
  }

  // The other player must see itself winning: that it thinks much of the position in either direction is not enough.
  @Test
  void resign_twoSided_needsTheOthersAgreement() {
    Adjudication rules = rules("2,600,two", null, false);

    assertThat(after(rules, -600, 0, -600, 0, -600)).isEqualTo("goes on");
    assertThat(after(rules, -600, -600, -600, -600, -600, -600)).isEqualTo("goes on");
    assertThat(after(rules, -600, 600, -600, 600)).isEqualTo("SECOND_WON after 4");
    assertThat(after(rules, 600, -600, 600, -600)).isEqualTo("FIRST_WON after 4");
  }

  @Test
  void draw_levelForBothFromItsMoveOn_isDrawn() {
    assertThat(after(rules(null, "1,2,20", false), 20, -20, 0, 5)).isEqualTo("DRAWN after 4");
    assertThat(after(rules(null, "1,2,20", false), 20, -21, 0, 5, 0)).isEqualTo("goes on");
    assertThat(after(rules(null, "1,2,20", false), 0, NONE, 0, NONE, 0, NONE)).isEqualTo("goes on");
    assertThat(after(rules(null, "5,1,20", false), 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo("DRAWN after 8");
  }

  // In this game two stones taken are progress.
  @Test
  void draw_progressBetween_startsAnewUnlessToldNotTo() {
    assertThat(afterTaking("1,2,20", 1, 1, 2, 1, 1)).isEqualTo("goes on");
    assertThat(afterTaking("1,2,20", 1, 1, 2, 1, 1, 1)).isEqualTo("DRAWN after 6");
    assertThat(afterTaking("1,2,20,reset=never", 1, 1, 2, 1, 1)).isEqualTo("DRAWN after 4");
  }

  @Test
  void draw_positionWithANumberOfItsOwn_countsFromThere() {
    Adjudicator adjudicator = new Adjudicator(rules(null, "12,1,20", false));
    adjudicator.begin();
    Position position = PILE.parse("50/0/11");
    String found = "";
    for (int ply = 1; ply <= 6; ply++) {
      position.make(1);
      found += adjudicator.moved((ply - 1) % 2, 0, position, ply) == null ? "-" : "D";
    }

    assertThat(found).as("moves 11, 11, 12, ... have been made; before the third it is number 12").isEqualTo("-DDDDD");
  }

  @Test
  void draw_certainWins_areNeverLevel() {
    assertThat(after(rules(null, "1,1,10000", false), 9_999, -9_999)).isEqualTo("DRAWN after 2");
    assertThat(after(rules(null, "1,1,10000", false), 10_000, -10_000, 10_000, -10_000)).isEqualTo("goes on");
  }

  private static String afterTaking(String draw, int... stones) {
    Adjudicator adjudicator = new Adjudicator(rules(null, draw, false));
    adjudicator.begin();
    Position position = PILE.start();
    for (int ply = 1; ply <= stones.length; ply++) {
      position.make(stones[ply - 1]);
      Verdict verdict = adjudicator.moved((ply - 1) % 2, 0, position, ply);
      if (verdict != null) {
        return verdict.outcome() + " after " + ply;
      }
    }
    return "goes on";
  }

  @Test
  void parse_drawRule_isReadBack() {
    assertThat(DrawRule.parse("34,8,20")).hasToString("34,8,20").isEqualTo(DrawRule.parse("34,8,20,reset=zeroing"));
    assertThat(DrawRule.parse("34,8,20,reset=never")).hasToString("34,8,20,reset=never");
  }

  @Test
  void moved_shadow_notesTheFirstPlaceOfEachRule() {
    assertThat(after(rules("1,600", "1,1,20", true), 0, 0, -600, 0, 0, -600))
        .isEqualTo("[Shadow[rule=draw, ply=2, outcome=DRAWN], Shadow[rule=resign, ply=3, outcome=SECOND_WON]]");
  }

  // With 1 to 3 stones taken, who is to move loses where their number is a multiple of four.
  @ParameterizedTest
  @CsvSource({"win,1", "both,1", "draw,7"})
  void exact_solved_endsTheGameAtOnceIfSuchResultsCount(String of, int moves) throws IOException {
    Pile pile = new Pile(7, false);
    ExactRule rule = ExactRule.parse(of, pile, Players.REGISTRY);
    Tournament.of(pile, Players.of(pile, "first", "first,name=other")).adjudication(new Adjudication(null, null, rule, false))
        .build().play(folder, 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder, "game")).allSatisfy(game -> {
      assertThat(game.get("moves").asText().split(" ")).hasSize(moves);
      assertThat(game.get("end").asText()).isEqualTo(moves == 1 ? "adjudicated" : "normal");
      // After one stone six are left, of which the second player takes two; both go on taking one: the first wins.
      assertThat(game.get("res").toString()).isEqualTo(moves == 1 ? "[0,1]" : "[1,0]");
    });
    assertThat(Journals.lines(folder, "run").getFirst().get("adjudication").toString())
        .isEqualTo("{\"exact\":\"" + of + "\",\"shadow\":false}");
  }

  @Test
  void play_drawnByRule_saysSoAndIsReadBack() throws IOException {
    Pile dull = new Pile(30, true);
    Tournament.of(dull, Players.of(dull, "random", "random,name=other")).adjudication(rules(null, "1,2,10000,reset=never", false))
        .build().play(folder, 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder, "game")).allSatisfy(game -> {
      assertThat(game.get("why").asText()).isEqualTo("drawn after 2 moves within 10000 of equal");
      assertThat(game.get("moves").asText().split(" ")).hasSize(4);
    });
    assertThat(Tournament.read(folder, Players.REGISTRY).resume(folder, 1, TournamentListener.NONE).isComplete()).isTrue();
  }

  @Test
  void play_shadow_playsOnAndNotesIt() throws IOException {
    Pile dull = new Pile(30, true);
    Tournament.of(dull, Players.of(dull, "random", "random,name=other")).adjudication(rules(null, "1,2,10000,reset=never", true))
        .build().play(folder, 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder, "game")).allSatisfy(game -> {
      assertThat(game.get("end").asText()).isEqualTo("normal");
      assertThat(game.get("shadow").toString()).isEqualTo("[[\"draw\",4,0]]");
    });
    assertThat(Results.read(folder).standings().remarks())
        .contains("Note: the rule draw would have ended 2 games, 0 of them otherwise than they ended.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3,-600", "0,600", "3,600,both"})
  void parse_noResignRule_isRefused(String text) {
    assertThatThrownBy(() -> ResignRule.parse(text)).isInstanceOf(BadInputException.class).hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "34,8", "34,0,20", "34,8,20,two", "34,8,20,reset=always"})
  void parse_noDrawRule_isRefused(String text) {
    assertThatThrownBy(() -> DrawRule.parse(text)).isInstanceOf(BadInputException.class).hasMessageContaining(text);
  }

  @Test
  void parse_exactRule_namesItsSolver() {
    assertThat(ExactRule.parse("both,solver:nodes=5", PILE, Players.REGISTRY)).hasToString("both,solver:nodes=5");
    assertThat(ExactRule.parse("win", PILE, Players.REGISTRY)).hasToString("win");
    assertThatThrownBy(() -> ExactRule.parse("all", PILE, Players.REGISTRY)).isInstanceOf(BadInputException.class);
  }

  private static Verdict verdict(String of, Position position, Analysis.Line... lines) {
    return ExactRule.parse(of, PILE, Players.REGISTRY).verdict(position, Optional.of(new Analysis(List.of(lines))));
  }

  private static Analysis.Line line(int move, float value, Outcome proven) {
    return new Analysis.Line(List.of(move), value, -1, Float.NaN, 1, proven, 0);
  }

  @Test
  void verdict_oneWinningMove_isEnough() {
    assertThat(verdict("both", PILE.parse("7/1"), line(3, 1, Outcome.SECOND_WON)).outcome()).isEqualTo(Outcome.SECOND_WON);
    assertThat(verdict("draw", PILE.parse("7/1"), line(3, 1, Outcome.SECOND_WON))).isNull();
  }

  // Two stones leave two moves.
  @Test
  void verdict_lossOrDraw_takesAProofOfEachMove() {
    Position position = PILE.parse("2/0");

    assertThat(verdict("both", position, line(1, -1, Outcome.SECOND_WON))).isNull();
    assertThat(verdict("both", position, line(1, -1, Outcome.SECOND_WON), line(2, -1, Outcome.SECOND_WON)).outcome())
        .isEqualTo(Outcome.SECOND_WON);
    assertThat(verdict("both", position, line(1, 0, Outcome.DRAWN), line(2, 0, Outcome.ONGOING))).isNull();
    assertThat(verdict("both", position, line(1, 0, Outcome.DRAWN), line(2, -1, Outcome.SECOND_WON)).outcome())
        .isEqualTo(Outcome.DRAWN);
  }

  @Test
  void verdict_valueOfExactlyZeroOrOneWithoutProof_isNotBelieved() {
    Position position = PILE.parse("2/0");

    assertThat(verdict("both", position, line(1, 0, Outcome.ONGOING), line(2, 0, Outcome.ONGOING))).isNull();
    assertThat(verdict("both", position, line(1, 1, Outcome.ONGOING), line(2, -1, Outcome.ONGOING))).isNull();
    assertThat(ExactRule.parse("both", PILE, Players.REGISTRY).verdict(position, Optional.empty())).isNull();
  }

  @Test
  void parse_playerThatTellsNoProofs_isRefused() {
    assertThatThrownBy(() -> ExactRule.parse("both,scripted:does=first", PILE, Players.REGISTRY))
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"both,scripted:does=first\" won't do: scripted:does=first does not tell what it proves; name a solver or "
            + "a search, as in both,solver");
  }
}
