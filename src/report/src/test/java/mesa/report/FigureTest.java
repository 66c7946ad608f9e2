package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final List<Trial> TRIALS = List.of(
      Trials.of("one", "random", 10, 20),
      Trials.of("one", "mcts:nodes=16", 400, 60),
      Trials.of("one", "mcts:nodes=64", 100, 80),
      Trials.of("two", "rules", 50, 50),
      Trials.of("two", "mcts:nodes=16", 300, 70),
      Trials.of("two", "random", 20, 10));

  @Test
  void of_twoGames_hasAFigureEach() {
    assertThat(Figure.of(TRIALS)).extracting(Figure::game).containsExactly("one", "two");
  }

  @Test
  void lines_ofALadder_areOneInTheOrderOfTheBudgets() {
    Figure.Line ladder = Figure.of(TRIALS).getFirst().lines().get(1);

    assertThat(ladder.kind()).isEqualTo("mcts");
    assertThat(ladder.trials()).extracting(Trial::budget).containsExactly("nodes=16", "nodes=64");
  }

  @Test
  void styles_ofAKind_areTheSameInAllFiguresAndDifferInsideOne() {
    List<Figure> figures = Figure.of(TRIALS);

    assertThat(figures.get(0).lines()).extracting(Figure.Line::kind, Figure.Line::style)
        .containsExactly(tuple("random", 0), tuple("mcts", 1));
    assertThat(figures.get(1).lines()).extracting(Figure.Line::kind, Figure.Line::style)
        .containsExactly(
            tuple("rules", 2),
            tuple("mcts", 1),
            tuple("random", 0));
  }
}
