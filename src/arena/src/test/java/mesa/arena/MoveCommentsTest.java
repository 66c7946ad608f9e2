package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.core.Claim;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;

class MoveCommentsTest {
  private static final long SECOND = 1_000_000_000;

  private static List<String> comments(String budget, MoveLog log, Warned... warnings) {
    return MoveComments.of(Runs.ofTwo(budget), new PlayedGame(0, "p/0/0", 0, 0, 0, 0, 1, Outcome.DRAWN, End.NORMAL, -1, "",
        null, "a b c d", 1, 1, 0, 0, BudgetUse.NONE, BudgetUse.NONE, Cost.NONE, Cost.NONE, List.of(), List.of(warnings), log));
  }

  private static MoveLog threeMoves(long nanos) {
    MoveLog log = new MoveLog();
    log.opening();
    log.add(1, 800, 0, 0, nanos, 31);
    log.claim(new Claim(12, 17, 4000, -1, -1, -1, 0, "b c d"));
    log.add(0, 400, 30, 2, nanos, MoveLog.NO_SCORE);
    log.claim(new Claim(-1, -1, 0, -1, -1, -1, 0, "")); // As engines say that have had no millisecond yet.
    log.add(1, 0, 0, 0, nanos, -10_000);
    log.claim(new Claim(9, -1, -1, -1, -1, -1, -4, ""));
    return log;
  }

  @Test
  void of_aLogWithoutClocks_tellsWhatIsKnown() {
    assertThat(comments("nodes=800", threeMoves(SECOND / 4))).containsExactly("book",
        "+0.31/12 0.250s, n=800, sd=17, nps=4000, pv=\"b c d\"",
        "0.250s, n=400, ev=30, tk=2, nps=1600",
        "-M4/9 0.250s");
  }

  // 8 s and 0.5 s; each move takes 1.25 s and brings 0.5 s.
  @Test
  void of_playersWithClocks_tellsWhatIsLeft() {
    List<String> comments = comments("clock=8+0.5~0.1", threeMoves(5 * SECOND / 4));

    assertThat(comments.get(1)).contains("tl=7.750s");
    assertThat(comments.get(2)).contains("tl=7.750s");
    assertThat(comments.get(3)).contains("tl=7.000s");
  }

  @Test
  void of_aWarning_standsAtItsMove() {
    assertThat(comments("nodes=800", threeMoves(0), new Warned(1, "pv", 2, 3, "\"zz\" is no move")))
        .satisfies(comments -> assertThat(comments.get(3)).isEqualTo("-M4/9 0.000s, warning=\"'zz' is no move\""));
  }

  @Test
  void of_totalsAlone_areNone() {
    assertThat(comments("nodes=800", null)).isEmpty();
  }
}
