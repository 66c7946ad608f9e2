package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyTest {
  private static final Registry REGISTRY = Registry.load();

  @TempDir
  private Path folder;

  private Accuracy accuracy(String gameName, String solver, String... players) throws IOException {
    Game game = REGISTRY.game(gameName);
    Tournament.of(game, Stream.of(players).map(player -> REGISTRY.entrant(game, player)).toList()).games(10).repeatOpenings(true).build()
        .play(folder, 1, TournamentListener.NONE);
    List<Long> progress = new ArrayList<>();
    Accuracy accuracy = Accuracy.of(folder, solver, REGISTRY, (games, all) -> progress.add(games));
    assertThat(progress).hasSize(10).isSorted();
    return accuracy;
  }

  @Test
  void of_thePerfectAgainstTheRandom_tellsThemApart() throws IOException {
    Accuracy accuracy = accuracy("tictactoe", "solver", "solver", "random");
    Accuracy.Row perfect = accuracy.row("solver").orElseThrow();
    Accuracy.Row random = accuracy.row("random").orElseThrow();

    assertThat(perfect.optimal()).isEqualTo(1);
    assertThat(perfect.optimalReach()).isNaN();
    assertThat(perfect.regret()).isZero();
    assertThat(random.optimal()).isBetween(0.3, 0.95);
    assertThat(random.regret()).isBetween(0.02, 0.6);
    assertThat(random.unproved() + perfect.unproved()).isZero();
    assertThat(accuracy.text()).contains("100.0 %", "Unproved").doesNotContain("NaN", "± 0.0 ");
  }

  @Test
  void of_aSmallBudget_countsWhatIsNotProvedApart() throws IOException {
    Accuracy accuracy = accuracy("tictactoe", "solver:nodes=20", "solver", "random");

    assertThat(accuracy.rows()).allSatisfy(row -> assertThat(row.unproved()).isPositive());
    assertThat(accuracy.rows()).filteredOn(row -> row.judged() > 0).allSatisfy(row -> assertThat(row.optimal()).isBetween(0.0, 1.0));
  }

  @Test
  void of_twice_isTheSame() throws IOException {
    Accuracy first = accuracy("tictactoe", "solver:nodes=50", "solver", "random");

    assertThat(Accuracy.of(folder, "solver:nodes=50", REGISTRY, (games, all) -> {}).text()).isEqualTo(first.text());
  }

  @Test
  void of_aPlayerThatProvesNothing_isRefused() {
    assertThatThrownBy(() -> accuracy("tictactoe", "random", "solver", "random")).isInstanceOf(BadInputException.class)
        .hasMessageContaining("does not tell what it proves");
  }
}
