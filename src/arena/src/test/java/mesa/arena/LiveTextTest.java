package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTextTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  @Test
  void line_threeWhoAlwaysDoTheSame_areLevel() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "first", "first,name=b", "first,name=c")).games(2).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(results.liveLine()).isEqualTo("3 players are level in pile:size=21 with 50 %");
  }

  @Test
  void line_oneGameOfThreePlayers_itsWinnerLeads() throws IOException {
    List<String> lines = new ArrayList<>();
    Tournament.of(PILE, Players.of(PILE, "first", "first,name=b", "first,name=c")).games(2).build()
        .play(folder, 1, soFar -> lines.add(soFar.liveLine()));

    assertThat(lines.getFirst()).endsWith(" leads pile:size=21 with 100 %");
  }
}
