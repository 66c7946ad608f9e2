package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ListCommandTest {
  @Test
  void list_showsGamesPlayersEvaluatorsAndBudgets() {
    Ran ran = Ran.mesa("list");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("games\n", "pebbles", "size=10", "players\n", "mcts", "evaluators\n", "rollout", "nodes ");
  }

  @Test
  void list_ofOneKind_leavesOutTheOthers() {
    assertThat(Ran.mesa("list", "games").out()).contains("pebbles").doesNotContain("players\n", "rollout");
  }

  @Test
  void list_asJson_hasOptionsWithTheirUsualValues() throws Exception {
    JsonNode games = new ObjectMapper().readTree(Ran.mesa("list", "games", "--json").out()).get("games");

    JsonNode pebbles = games.findParents("name").stream().filter(row -> row.get("name").asText().equals("pebbles")).findFirst()
        .orElseThrow();
    assertThat(pebbles.get("options").get(0).get("standard").asText()).isEqualTo("10");
  }

  @Test
  void list_players_tellsTheirUsualBudgets() throws Exception {
    Ran ran = Ran.mesa("list", "players");
    assertThat(ran.out()).containsPattern("(?m)^  mcts (.*\n    )+nodes=800 ").doesNotContain("unlimited");
    JsonNode players = new ObjectMapper().readTree(Ran.mesa("list", "players", "--json").out()).get("players");
    JsonNode solver = players.findParents("name").stream().filter(row -> row.get("name").asText().equals("solver")).findFirst()
        .orElseThrow();
    assertThat(solver.get("budget").asText()).isEqualTo("nodes=200000");
    assertThat(solver.get("limits").toString()).isEqualTo("[\"nodes\",\"depth\",\"time\"]");
  }

  @Test
  void list_playerOfOneGame_saysWhichGame() {
    assertThat(Ran.mesa("list", "evaluators").out()).containsPattern("material .*\\[chess, chess960\\]");
  }
}
