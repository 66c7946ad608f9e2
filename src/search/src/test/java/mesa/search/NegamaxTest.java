package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import mesa.core.Moves;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;

/** What one search finds in webs small enough to see it; side 0, who moves at {@code r}, is called white. */
class NegamaxTest {
  @Test
  void search_drawByRepetitionOnOneWay_isNoneOnAnother() {
    // Along r a p, white repeats a for a draw. Along r b p he has not been at a, where black wins.
    Web web = new Web()
        .spot('r', 0, "ab")
        .spot('a', 1, "pw")
        .spot('b', 1, "p")
        .spot('p', 0, "aw")
        .end('w', Outcome.SECOND_WON);
    assertThat(search(web, Technique.TABLE, 4, -2, 0)).as("white has no draw").isNegative();
  }

  @Test
  void search_repetitionAcrossAPass_doesNotSaveOneWhoMustMove() {
    // At b black must move, and loses. If he passed, white could but go back, which is no repetition then: c looks good.
    Web web = new Web()
        .spot('r', 0, "acb")
        .end('a', Outcome.DRAWN)
        .spot('b', 1, "w").pass('b', 'm')
        .spot('c', 1, "l").worth('c', 50)
        .end('l', Outcome.SECOND_WON)
        .spot('m', 0, "r")
        .end('w', Outcome.FIRST_WON);
    assertThat(search(web, Technique.NULL, 10)).isEqualTo(Wins.WIN - 2);
  }

  @Test
  void search_repetitionAfterAPassThatFailed_isSeen() {
    // By c white stands badly, by a he loses, whatever a pass of black's would do; by b he gets back to r.
    Web web = new Web()
        .spot('r', 0, "cab").worth('r', -100)
        .spot('a', 1, "w").worth('a', -150).pass('a', 'm')
        .spot('b', 1, "r")
        .spot('c', 1, "d")
        .spot('d', 0, "e").worth('d', -100)
        .spot('e', 1, "f")
        .spot('f', 0, "w").worth('f', -100)
        .spot('m', 0, "w").worth('m', 200)
        .end('w', Outcome.SECOND_WON);
    assertThat(search(web, Technique.NULL, 4)).isZero();
  }

  @Test
  void search_passThatWouldEndTheGame_provesNothing() {
    Web web = new Web()
        .spot('r', 0, "ab")
        .end('a', Outcome.DRAWN)
        .spot('b', 1, "x").pass('b', 'l')
        .spot('x', 0, "y")
        .spot('y', 1, "w")
        .end('l', Outcome.SECOND_WON)
        .end('w', Outcome.FIRST_WON);
    assertThat(search(web, Technique.NULL, 4)).isEqualTo(Wins.WIN - 4);
  }

  @Test
  void search_lossThatOnlyAPassPutsOff_isFoundWhereAWinIsKnown() {
    // White wins by a in nine plies and by b in five: a pass would save black at b, but he has none.
    Web web = new Web()
        .spot('r', 0, "ab")
        .spot('a', 1, "c").spot('c', 0, "d").spot('d', 1, "e").spot('e', 0, "f")
        .spot('f', 1, "g").spot('g', 0, "h").spot('h', 1, "i").spot('i', 0, "w")
        .spot('b', 1, "x").pass('b', 'm')
        .spot('x', 0, "y").spot('y', 1, "z").spot('z', 0, "w")
        .spot('m', 0, "o")
        .end('o', Outcome.DRAWN)
        .end('w', Outcome.FIRST_WON);
    assertThat(search(web, Technique.NULL, 9)).isEqualTo(Wins.WIN - 5);
  }

  @Test
  void search_lateMoveThatSeemsToRefute_isSearchedToFullDepth() {
    // Black's fifth move at b seems to save him, until white's third from then on.
    Web web = new Web()
        .spot('r', 0, "ab")
        .end('a', Outcome.DRAWN)
        .spot('b', 1, "cdefs")
        .end('c', Outcome.FIRST_WON).end('d', Outcome.FIRST_WON).end('e', Outcome.FIRST_WON).end('f', Outcome.FIRST_WON)
        .spot('s', 0, "t")
        .spot('t', 1, "u").worth('t', -100)
        .spot('u', 0, "w")
        .end('w', Outcome.FIRST_WON);
    assertThat(search(web, Technique.LMR, 5)).isEqualTo(Wins.WIN - 5);
  }

  private static int search(Web web, Technique technique, int depth) {
    return search(web, technique, depth, -Wins.WIN, Wins.WIN);
  }

  private static int search(Web web, Technique technique, int depth, int alpha, int beta) {
    RootSearch root = new RootSearch(web.evaluator(), Techniques.only(Set.of(technique)), 1 << 16);
    root.start(web.start(), Search.unlimited());
    return root.search(new RootLine(), new Moves(0), depth, alpha, beta);
  }
}
