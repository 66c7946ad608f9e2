package mesa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");
  private static final String PLAN = """
      {"kind": "self-play", "about": "x", "player": "mcts", "generations": 1, "games": 2, "window": 1,
       "opening-plies": 0, "temperature-plies": 0, "temperature": 1.0, "longest": 9, "value-width": 8,
       "policy-width": 8, "learning": {"engine": "djl", "steps": 3, "batch": 4, "rate": 0.01, "decay": 0.0,
       "clip": 1.98, "result-share": 1.0, "quiet-only": false}}
      """;

  @Test
  void all_ofShippedRecipes_areForTheirGames() {
    assertThat(Recipes.all(REGISTRY)).isNotEmpty().allSatisfy((name, recipe) -> {
      assertThat(recipe.name()).isEqualTo(name);
      assertThat(recipe.game().encoder()).isPresent();
    });
  }

  @Test
  void find_ofMisspeltName_suggestsTheRightOne() {
    String name = Recipes.all(REGISTRY).firstKey();
    assertThat(Recipes.find(REGISTRY, name).name()).isEqualTo(name);
    assertThatThrownBy(() -> Recipes.find(REGISTRY, name + "x"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no recipe named \"" + name + "x\"; did you mean " + name + "?");
  }

  @Test
  void parse_ofPlan_readsEveryKey() throws JsonProcessingException {
    SelfPlayPlan plan = (SelfPlayPlan) parse(json -> { }).plan();
    assertThat(plan.games()).isEqualTo(2);
    assertThat(plan.learning()).isEqualTo(new Learning("djl", 3, 4, 0.01, 0, 1.98, 1, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void parse_ofMistake_saysWhatAndWhere(String what, Consumer<ObjectNode> change, String message) {
    assertThatThrownBy(() -> parse(change))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("recipe test of tictactoe: ")
        .hasMessageContaining(message)
        .message().doesNotContain("\n");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("unknown key", json -> json.put("gmaes", 3), "gmaes"),
        mistake("missing key", json -> json.remove("games"), "games"),
        mistake("unknown kind", json -> json.put("kind", "magic"), "magic"),
        mistake("no kind", json -> json.remove("kind"), "kind"),
        mistake("not a number", json -> json.put("games", "many"), "many"),
        mistake("a fraction", json -> json.put("games", 2.5), "2.5"),
        mistake("out of range", json -> json.put("games", 0), "games must be at least 1, not 0"),
        mistake("null", json -> json.putNull("player"), "player"),
        mistake("unknown key inside", json -> ((ObjectNode) json.get("learning")).put("speed", 1), "speed"),
        mistake("range inside", json -> ((ObjectNode) json.get("learning")).put("rate", 0), "rate must be above 0"),
        mistake("engine", json -> ((ObjectNode) json.get("learning")).put("engine", "jax"), "djl or sparse, not jax"));
  }

  private static Arguments mistake(String what, Consumer<ObjectNode> change, String message) {
    return Arguments.of(what, change, message);
  }

  private static Recipe parse(Consumer<ObjectNode> change) throws JsonProcessingException {
    ObjectNode plan = (ObjectNode) Recipes.JSON.readTree(PLAN);
    change.accept(plan);
    return Recipes.parse(GAME, Recipes.JSON.createObjectNode().set("test", plan)).get("test");
  }
}
