package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsoCommandTest {
  @TempDir
  private Path folder;

  private Ran iso(String... more) {
    List<String> args = new ArrayList<>(List.of("iso", "pebbles", "mcts:eval=rollout,nodes=16",
        "mcts:eval=rollout,nodes=2..128x2,reuse=false", "--games", "160", "--openings", "none", "--out", folder.toString(),
        "--quiet"));
    args.addAll(List.of(more));
    return Ran.mesa(args.toArray(String[]::new));
  }

  @Test
  void iso_nearlyTheSamePlayer_findsAboutTheSameBudget() throws IOException {
    Ran ran = iso("--json");
    JsonNode found = new ObjectMapper().readTree(ran.out()).get(0).get("equalStrength");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(found.get("unit").asText()).isEqualTo("nodes");
    assertThat(found.get("budget").get("value").asDouble()).isPositive();
    assertThat(found.get("opponent").asText()).isEqualTo("mcts:eval=rollout,reuse=false");
  }

  @Test
  void iso_asText_saysItInASentence() {
    assertThat(iso().out()).contains("As strong as mcts:eval=rollout,nodes=16 is mcts:eval=rollout,reuse=false at nodes=");
    assertThat(Ran.mesa("standings", folder.toString()).out()).contains("As strong as mcts:eval=rollout,nodes=16 is ");
  }

  @Test
  void iso_withoutARange_isRefused() {
    assertThat(Ran.mesa("iso", "pebbles", "random", "mcts:eval=rollout,nodes=8").err()).contains("has no range of budgets");
  }
}
