package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TournamentTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  @Test
  void play_threePlayers_everyoneMeetsEveryoneFromBothSeats() throws IOException {
    Tournament tournament =
        Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=other")).games(10).build();

    Results results = tournament.play(folder, 2, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(30);
    assertThat(results.standings().rows()).extracting(Standings.Row::games).containsOnly(20);
  }
}
