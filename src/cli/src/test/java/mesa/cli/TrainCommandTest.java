package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Training itself needs the trainer's class path, which only the launcher gives it. */
class TrainCommandTest {
  @Test
  void train_withoutRecipe_listsThem() {
    Ran ran = Ran.mesa("train");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("recipe", "tictactoe", "self-play");
  }

  @Test
  void train_withoutRecipeAsJson_namesGamesAndPurpose() throws IOException {
    assertThat(new ObjectMapper().readTree(Ran.mesa("train", "--json").out()))
        .anyMatch(row -> row.get("name").asText().equals("tictactoe") && row.get("game").asText().equals("tictactoe"));
  }
}
