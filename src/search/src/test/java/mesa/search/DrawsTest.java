package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static mesa.search.Forks.end;
import static mesa.search.Forks.endless;
import static mesa.search.Forks.fork;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tree search makes of draws that are certain, in games that can be followed with pencil and paper. */
class DrawsTest {
  private static final Forks.Place DRAW = end(Outcome.DRAWN);
  private static final Forks.Place LOSS = end(Outcome.SECOND_WON);

  private static Mcts mcts(float slack, boolean early, boolean reuse) {
    return new Mcts(List.of(Forks.evaluator()), new MctsSettings(new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null,
        slack, new Pace(early), 1 << 20, 0, 0, reuse));
  }

  private static Tree searched(Mcts mcts, Forks.Place first, int nodes) {
    Position position = new Forks(first).start();
    mcts.choose(position, Search.nodes(nodes));
    new TreeInvariants(true).check(mcts.tree(), position);
    return mcts.tree();
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f})
  void choose_drawBesideWhatSeemsWorse_isPlayedAndVisitedOnce(float slack) {
    Mcts mcts = mcts(slack, false, false);
    Position position = new Forks(fork(0, endless(-0.3), DRAW, endless(-0.6))).start();
    Decision decision = mcts.choose(position, Search.nodes(1000));
    assertThat(decision.move()).isEqualTo(1);
    assertThat(decision.value()).isZero();
    assertThat(decision.policy()).as("visits of what seems worse count for the draw").containsExactly(0, 1, 0);
    assertThat(mcts.tree().visits[mcts.tree().childBy(Tree.ROOT, 1)]).as("visits of the draw").isEqualTo(1);
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(1000);
    new TreeInvariants(true).check(mcts.tree(), position);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f})
  void choose_drawBesideWhatSeemsBetter_playsOn(float slack) {
    Mcts mcts = mcts(slack, false, false);
    Decision decision = mcts.choose(new Forks(fork(0, endless(-0.6), DRAW, endless(0.3))).start(), Search.nodes(1000));
    assertThat(decision.move()).isEqualTo(2);
    assertThat(decision.value()).as("what is worse than the draw counts as one").isBetween(0.25f, 0.3f);
    assertThat(decision.policy()[2]).isGreaterThan(0.8f);
  }

  /** The first move is cut off at last, and may have most visits by then. */
  @Test
  void choose_drawBesideWhatCanBeNoBetter_hasAllThePolicy() {
    Mcts mcts = mcts(0, false, false);
    Decision decision = mcts.choose(
        new Forks(fork(0, fork(0.3, endless(0.4), endless(0.2), DRAW), endless(-0.4), DRAW)).start(), Search.nodes(300));
    assertThat(decision.move()).isEqualTo(2);
    assertThat(decision.policy()).containsExactly(0, 0, 1);
  }

  @Test
  void analysis_draws_comeBeforeWhatSeemsWorseAndAfterWhatSeemsBetter() {
    Mcts mcts = mcts(0, false, false);
    mcts.choose(new Forks(fork(0, endless(-0.3), DRAW, LOSS, endless(0.1), DRAW, endless(-0.2))).start(), Search.nodes(300));
    assertThat(mcts.analysis().orElseThrow().lines().stream().map(line -> line.moves().getFirst()))
        .containsExactly(3, 1, 4, 5, 0, 2);
  }

  /** The root is proven by the draw and by what can be no better, some of which is open and has more visits. */
  @Test
  void choose_gumbelWhereADrawIsProven_playsIt() {
    Game game = Registry.load().game("tictactoe");
    int proven = 0;
    for (int seed = 0; seed < 20; seed++) {
      Position position = game.parse("oxx/.../.o. x");
      try (Mcts mcts = (Mcts) Registry.load().entrant(game, "mcts:root=gumbel").newPlayer()) {
        mcts.newGame(seed);
        Decision decision = mcts.choose(position.copy(), Search.nodes(1000));
        proven += mcts.tree().isOpen(Tree.ROOT) ? 0 : 1;
        position.make(decision.move());
      }
      assertThat(Search.minimax(position)).as("value after the move to %s, seed %d", position.text(), seed).isZero();
    }
    assertThat(proven).isEqualTo(20);
  }

  /** The second side can draw after each of the first one's moves but the last, and the first surely draws by that. */
  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f})
  void choose_nothingCanBeBetterThanTheDraw_provesItThoughTheRestHasNoEnd(float slack) {
    Tree tree = searched(mcts(slack, false, false),
        fork(0, fork(0, DRAW, endless(0.9)), fork(0, endless(0.8), DRAW), DRAW), 1000);
    assertThat(tree.verdict(Tree.ROOT)).isEqualTo(Verdict.of(0, 1));
    assertThat(tree.visits[Tree.ROOT]).isLessThan(20);
  }

  @Test
  void choose_drawForTheOtherSide_boundsWhatTheMoveIsWorth() {
    Tree tree = searched(mcts(0.2f, false, false), fork(0, fork(0.5, DRAW, endless(0.9)), endless(-0.2)), 1000);
    int bounded = tree.childBy(Tree.ROOT, 0);
    assertThat(tree.verdict(bounded)).isEqualTo(Verdict.NOT_WON);
    assertThat(tree.value(bounded)).as("0.9 for the first side, but a draw at most").isZero();
    assertThat(tree.value(Tree.ROOT)).isCloseTo(0, within(0.02f));
  }

  /** What leads by visits pays 0.5 as long as the game is young, and loses at last. */
  @Test
  void choose_earlyWhereADrawIsCertain_goesOnWhileItMayYetBePlayed() {
    Forks.Place tempting = LOSS;
    for (int i = 0; i < 200; i++) {
      tempting = fork(0.5, tempting);
    }
    Forks.Place first = fork(0, tempting, DRAW, endless(-0.9));
    int[] moves = new int[2];
    for (int early = 0; early < 2; early++) {
      Mcts mcts = mcts(0, early == 1, false);
      moves[early] = mcts.choose(new Forks(first).start(), Search.nodes(300)).move();
    }
    assertThat(moves[1]).as("as without early").isEqualTo(moves[0]).isEqualTo(1);
  }

  /** A 23rd of the time times (1.40 - share) x 1.39: all visits count for the draw, half of them for one of two alike. */
  @Test
  void choose_drawOnAGameClock_isAsSureAsWhatSeemsNoBetterHasVisits() {
    long[] nodes = new long[2];
    for (int draws = 0; draws < 2; draws++) {
      long[] now = {0};
      Meter meter = Budget.UNLIMITED.withClock(new Clock(23_000_000, 0, 0)).start(() -> now[0] += 1000);
      Forks.Place first = fork(0, endless(-0.9), draws == 1 ? DRAW : endless(0.5), endless(draws == 1 ? -0.8 : 0.5));
      mcts(0.2f, false, false).choose(new Forks(first).start(), meter);
      nodes[draws] = meter.nodes();
    }
    assertThat(nodes[1]).as("nodes for the draw, of %d for one of two alike", nodes[0]).isBetween(nodes[0] / 4, nodes[0] * 2 / 3);
  }

  /** At the first search the reply is cut off, for the first side has a draw elsewhere; then that side plays there all the same. */
  @Test
  void choose_rootThatWasCutOff_isSearchedLikeAnyOther() {
    Mcts mcts = mcts(0, false, true);
    Forks.Place first = fork(0, fork(0, fork(0.1, DRAW, endless(0.2)), endless(0.9), endless(0.6)), DRAW, endless(0.4));
    Position position = new Forks(first).start();
    mcts.choose(position.copy(), Search.nodes(60));
    Tree tree = mcts.tree();
    position.make(0);
    Decision decision = mcts.choose(position.copy(), Search.nodes(500));
    assertThat(tree.visits[Tree.ROOT]).as("visits with those kept").isGreaterThan(500);
    assertThat(decision.value()).as("the second side is left with 0.2 at best for the first").isBetween(-0.3f, 0f);
    new TreeInvariants(true).check(tree, position);
  }
}
