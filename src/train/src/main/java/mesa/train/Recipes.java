package mesa.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Registry;
import mesa.core.Suggestion;

/** The recipes that the installed games ship, each game in its {@code recipes.json}. */
public final class Recipes {
  static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .build();

  private Recipes() {}

  /**
   * Lists all recipes. A game with options is taken with its usual ones.
   *
   * @param registry what is installed
   * @return the recipes by name
   * @throws BadInputException if a game's recipes are malformed or two games have one of the same name
   */
  public static SortedMap<String, Recipe> all(Registry registry) {
    SortedMap<String, Recipe> recipes = new TreeMap<>();
    for (GameProvider provider : registry.games()) {
      Game game = registry.game(provider.name());
      game.resource("recipes.json").ifPresent(url -> read(game, url).forEach((name, recipe) -> {
        Recipe other = recipes.put(name, recipe);
        if (other != null) {
          throw new BadInputException(
              "both " + other.game().name() + " and " + game.name() + " have a recipe named " + name);
        }
      }));
    }
    return recipes;
  }

  /**
   * Finds a recipe.
   *
   * @param registry what is installed
   * @param name as a user types it
   * @return the recipe
   * @throws BadInputException if there is none of that name
   */
  public static Recipe find(Registry registry, String name) {
    SortedMap<String, Recipe> all = all(registry);
    Recipe recipe = all.get(name);
    if (recipe == null) {
      throw new BadInputException("there is no recipe named \"" + name + "\"" + Suggestion.of(name, all.keySet())
          + "; there " + (all.size() == 1 ? "is " : "are ") + String.join(", ", all.keySet()));
    }
    return recipe;
  }

  private static SortedMap<String, Recipe> read(Game game, URL url) {
    try (InputStream in = url.openStream()) {
      return parse(game, JSON.readTree(in));
    } catch (JsonProcessingException e) {
      throw new BadInputException("the recipes of " + game.name() + " are no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException("the recipes of " + game.name() + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads recipes.
   *
   * @param game what they are for
   * @param json an object that holds plans by name
   * @return the recipes by name
   */
  static SortedMap<String, Recipe> parse(Game game, JsonNode json) {
    SortedMap<String, Recipe> recipes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      try {
        Plan plan = JSON.treeToValue(entry.getValue(), Plan.class);
        recipes.put(entry.getKey(), new Recipe(entry.getKey(), game, plan));
      } catch (JsonMappingException e) {
        throw new BadInputException("recipe " + entry.getKey() + " of " + game.name() + ": " + because(e), e);
      } catch (JsonProcessingException e) {
        throw new BadInputException("recipe " + entry.getKey() + ": " + e.getOriginalMessage(), e);
      }
    }
    return recipes;
  }

  private static String because(JsonMappingException e) {
    String text = e.getCause() instanceof BadInputException bad ? bad.getMessage() : e.getOriginalMessage();
    return text.lines().findFirst().orElse("");
  }
}
