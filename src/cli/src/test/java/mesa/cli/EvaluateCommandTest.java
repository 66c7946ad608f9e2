package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  private static final String MCTS = "mcts:eval=rollout,nodes=200";

  @Test
  void evaluate_winInOne_findsItAndSaysSo() {
    Ran ran = Ran.mesa("evaluate", "pebbles", MCTS, "--position", "2 second");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("[oo]", "move      2", "value     +1.000", "cost ");
  }

  @Test
  void evaluate_asJson_hasAPolicyThatAddsUpToOne() throws Exception {
    Ran ran = Ran.mesa("evaluate", "pebbles", MCTS, "--moves", "1 2", "--json");
    JsonNode json = new ObjectMapper().readTree(ran.out());

    assertThat(json.get("position").asText()).isEqualTo("7 first");
    assertThat(json.get("policy").get("1").asDouble() + json.get("policy").get("2").asDouble()).isBetween(0.999, 1.001);
    assertThat(json.get("value").asDouble()).isBetween(-1.0, 1.0);
    assertThat(json.get("cost").get("nodes").asLong()).isBetween(1L, 200L);
  }

  @Test
  void evaluate_playerWithoutOpinion_saysSo() throws Exception {
    assertThat(Ran.mesa("evaluate", "pebbles", "random").out()).contains("value     none given");
    assertThat(new ObjectMapper().readTree(Ran.mesa("evaluate", "pebbles", "random", "--json").out()).get("value").isNull())
        .isTrue();
  }

  @Test
  void evaluate_sameSeed_saysTheSame() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode once = mapper.readTree(Ran.mesa("evaluate", "pebbles", MCTS, "--seed", "7", "--json").out());
    JsonNode again = mapper.readTree(Ran.mesa("evaluate", "pebbles", MCTS, "--seed", "7", "--json").out());

    assertThat(again.get("policy")).isEqualTo(once.get("policy"));
  }

  /** A net says itself how much untried moves should count for less; self-play, which wants them tried, leaves that out. */
  @Test
  void evaluate_searchByANet_takesTheNetsFirstPlayReductionButWithNoise() throws Exception {
    JsonNode usual = policy("mcts:eval=net,nodes=300");
    assertThat(usual).isEqualTo(policy("mcts:eval=net,nodes=300,fpu=0.2")).isNotEqualTo(policy("mcts:eval=net,nodes=300,fpu=0"));
    assertThat(policy("mcts:eval=net,nodes=300,noise=0.2")).isEqualTo(policy("mcts:eval=net,nodes=300,noise=0.2,fpu=0"))
        .isNotEqualTo(policy("mcts:eval=net,nodes=300,noise=0.2,fpu=0.2"));
  }

  private static JsonNode policy(String player) throws Exception {
    return new ObjectMapper().readTree(Ran.mesa("evaluate", "chess", player, "--json").out()).get("policy");
  }

  /** Two pebbles are left: taking both wins at once, taking one loses to the other side's taking the last. */
  @Test
  void evaluate_bySearch_tellsItsLines() throws Exception {
    String[] arguments = {"evaluate", "pebbles", "alphabeta:eval=rollout,multipv=2,depth=5", "--position", "2 second"};
    assertThat(Ran.mesa(arguments).out()).contains("win in 1", "loss in 2");
    String[] asJson = Arrays.copyOf(arguments, arguments.length + 1);
    asJson[arguments.length] = "--json";
    JsonNode lines = new ObjectMapper().readTree(Ran.mesa(asJson).out()).get("lines");
    assertThat(lines.get(0).get("moves").get(0).asText()).isEqualTo("2");
    assertThat(lines.get(0).get("proven").asText()).isEqualTo("win");
    assertThat(lines.get(1).get("moves")).hasSize(2);
    assertThat(lines.get(1).get("plies").asInt()).isEqualTo(2);
  }

  @Test
  void evaluate_multipv_limitsTheLines() throws Exception {
    JsonNode json = new ObjectMapper().readTree(
        Ran.mesa("evaluate", "pebbles", MCTS, "--multipv", "1", "--json").out());
    assertThat(json.get("lines")).hasSize(1);
    assertThat(Ran.mesa("evaluate", "pebbles", MCTS, "--multipv", "0").code()).isEqualTo(2);
  }

  /** A clock is for games; taken without a word, it would be a budget that does not hold. */
  @ParameterizedTest
  @ValueSource(strings = {"evaluate pebbles mcts:tc=1+0.1", "play pebbles mcts:tc=1+0.1", "suite endgames alphabeta:tc=1+0.1"})
  void call_gameClockWithoutAGame_isRefused(String command) {
    Ran ran = Ran.mesa(command.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("tc is the clock of a game", "time=100ms");
  }

  /** With best play tic-tac-toe is drawn; the solver does not count the plies to a draw. */
  @Test
  void evaluate_drawnLine_tellsNoPlies() {
    Ran ran = Ran.mesa("evaluate", "tictactoe", "solver:nodes=100000", "--moves", "b2 a1");
    assertThat(ran.out()).contains("  draw  ").doesNotContain("in 0");
  }
}
