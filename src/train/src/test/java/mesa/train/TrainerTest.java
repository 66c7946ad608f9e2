package mesa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");
  private static final Learning LEARNING = new Learning("sparse", 20, 32, 0.01, 0, 1.98, 0.5, false);
  private static final Recipe SELF_PLAY = new Recipe("tiny", GAME, new SelfPlayPlan(
      "Learns in a second", "mcts:nodes=16,noise=0.25,alpha=2", 3, 8, 2, 2, 4, 1, 9, 16, 16, LEARNING));
  private static final Recipe TEACHER = new Recipe("taught", GAME, new TeacherPlan(
      "Learns in a second", new TeacherPlan.Data("mcts:eval=uniform,nodes=32", 5, 1, 0.2, 9, 2, 1, 0.1), 4, 16, 16,
      LEARNING));

  @TempDir Path folder;

  @Test
  void train_bySelfPlay_makesANetThatPlays() throws IOException {
    List<String> stages = new ArrayList<>();
    TrainingSummary summary = Trainer.train(SELF_PLAY, REGISTRY, options("a", 1, 2),
        (stage, done, total, note) -> stages.add(stage + " " + done + "/" + total));
    assertThat(summary.steps()).isEqualTo(60);
    assertThat(summary.samples()).isGreaterThan(50);
    assertThat(summary.card()).content().contains("# A net for tictactoe", "./mesa train tiny --seed 1", "\"mcts:nodes=16");
    assertThat(stages).contains("generation 1 of 3: games 8/8", "generation 3 of 3: learning 20/20");
    Entrant entrant = REGISTRY.entrant(GAME, "policy:eval=net,eval.file=" + summary.net());
    try (Player player = entrant.newPlayer()) {
      assertThat(player.choose(GAME.start(), Budget.UNLIMITED.start(() -> 0)).policy()).hasSize(9);
    }
  }

  @Test
  void train_withEqualSeeds_makesEqualNetsWhateverTheJobs() throws IOException {
    Path one = train(SELF_PLAY, "a", 1, 1);
    Path two = train(SELF_PLAY, "b", 1, 3);
    Path other = train(SELF_PLAY, "c", 2, 1);
    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.readAllBytes(other)).isNotEqualTo(Files.readAllBytes(one));
  }

  @Test
  void train_afterARunThatWasKilled_endsAsIfItHadNotBeen() throws IOException {
    byte[] whole = Files.readAllBytes(train(SELF_PLAY, "a", 1, 2));
    Path work = folder.resolve("a");
    Files.delete(folder.resolve("a.safetensors"));
    Files.delete(work.resolve("generation-003.safetensors"));
    Files.delete(work.resolve("generation-003.samples"));
    Files.delete(work.resolve("generation-002.safetensors"));
    Files.writeString(work.resolve("generation-002.safetensors.partial"), "cut o");
    assertThat(Files.readAllBytes(train(SELF_PLAY, "a", 1, 2))).isEqualTo(whole);
  }

  @Test
  void train_inAnotherRunsFolder_isRefused() throws IOException {
    train(SELF_PLAY, "a", 1, 2);
    assertThatThrownBy(() -> train(SELF_PLAY, "a", 2, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("generation-001.samples")
        .hasMessageContaining("seed 1 generation 1, where")
        .hasMessageContaining("delete it or use another folder");
  }

  @Test
  void train_byTeacher_keepsShardsAndUsesThemAgain() throws IOException {
    Path one = train(TEACHER, "a", 1, 2);
    byte[] whole = Files.readAllBytes(one);
    Path kept = folder.resolve("a/shard-00001.samples");
    var time = Files.getLastModifiedTime(kept);
    Files.delete(folder.resolve("a/shard-00002.samples"));
    assertThat(Files.readAllBytes(train(TEACHER, "a", 1, 1))).isEqualTo(whole);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(time);
  }

  @Test
  void train_byATeacherWithoutOpinion_isRefused() {
    Recipe recipe = new Recipe("taught", GAME, new TeacherPlan(
        "x", new TeacherPlan.Data("random", 5, 1, 0.2, 9, 2, 1, 0.1), 1, 16, 16, LEARNING));
    assertThatThrownBy(() -> train(recipe, "a", 1, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"random\" can't teach");
  }

  @Test
  void trainingOptions_withWrongEnding_areRefused() {
    assertThatThrownBy(() -> new TrainingOptions(Path.of("net.bin"), folder, 1, 1, "", () -> 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"net.bin\" must end in .safetensors");
  }

  private Path train(Recipe recipe, String name, long seed, int jobs) throws IOException {
    return Trainer.train(recipe, REGISTRY, options(name, seed, jobs), (stage, done, total, note) -> { }).net();
  }

  private TrainingOptions options(String name, long seed, int jobs) {
    return new TrainingOptions(
        folder.resolve(name + ".safetensors"), folder.resolve(name), seed, jobs, "abc1234", () -> 0);
  }
}
