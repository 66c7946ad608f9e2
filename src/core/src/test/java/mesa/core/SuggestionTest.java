package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
  private static final List<String> KNOWN = List.of("alphabeta", "greedy", "mcts", "nodes", "c");

  @ParameterizedTest
  @CsvSource({"node, nodes", "MCTS, mcts", "mtcs, mcts", "alphabet, alphabeta", "gredy, greedy"})
  void of_aMisspeltName_isTheNearest(String typed, String meant) {
    assertThat(Suggestion.of(typed, KNOWN)).isEqualTo("; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"stockfish", "d", "''", "xyz"})
  void of_anythingElse_isNothing(String typed) {
    assertThat(Suggestion.of(typed, KNOWN)).isEmpty();
  }
}
