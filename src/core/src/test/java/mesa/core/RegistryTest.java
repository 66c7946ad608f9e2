package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game TOY = REGISTRY.game("toy");

  @Test
  void game_withOptions_isMadeByItsProvider() {
    assertThat(TOY.name()).isEqualTo("toy");
    assertThat(REGISTRY.game("toy:size=7").name()).isEqualTo("toy:size=7");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "tay         | there is no game named \"tay\"; did you mean toy? There is toy",
    "backgammon  | there is no game named \"backgammon\"; there is toy",
    "toy:sise=4  | toy has no option \"sise\" (in \"toy:sise=4\"); did you mean size? It has size",
    "toy:size=10 | size takes a whole number from 1 to 9, not \"10\" (in \"toy:size=10\")",
  })
  void game_thatIsWrong_isRefused(String spec, String message) {
    assertThatThrownBy(() -> REGISTRY.game(spec)).isInstanceOf(BadInputException.class).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "seekr              | there is no player of toy named \"seekr\"; did you mean seeker? There is seeker",
    "stranger           | there is no player of toy named \"stranger\"; there is seeker",
    "seeker:node=8      | seeker has no option \"node\" (in \"seeker:node=8\"); did you mean nodes?"
        + " It has eval, c and nodes, evals, ticks, depth, time, tc, name",
    "seeker:eval.node=8 | flat has no option \"node\" (in \"flat:node=8\"); it has file",
    "seeker:c=11        | c takes a number from 0.0 to 10.0, not \"11\" (in \"seeker:c=11\")",
    "seeker:nodes=0     | nodes takes a whole number of at least 1, not \"0\" (in \"seeker:nodes=0\")",
    "seeker:time=5      | time takes a time such as 100ms or 2s, not \"5\" (in \"seeker:time=5\")",
    "seeker:eval=flot   | there is no evaluator of toy named \"flot\"; did you mean flat? There is flat",
    "seeker:eval=       | eval takes an evaluator, not \"\" (in \"seeker:eval=\")",
  })
  void entrant_thatIsWrong_isRefused(String spec, String message) {
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, spec)).isInstanceOf(BadInputException.class).hasMessage(message);
  }

  @Test
  void entrant_ofAClassThatIsNoPlayer_isRefused() {
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, "class:java.lang.String"))
        .hasMessage("\"class:java.lang.String\" is neither a mesa.core.Player nor a mesa.core.PlayerProvider");
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, "class:com.acme.None"))
        .hasMessage("class \"com.acme.None\" can't be loaded (in \"class:com.acme.None\");"
            + " name the folder or jar that holds it with --classpath");
  }

  @Test
  void entrant_ofAFullSpec_hasLabelSpecAndBudget() {
    Entrant entrant = REGISTRY.entrant(TOY, "seeker:nodes=8,eval=flat,eval.file=a.b,name=Mine");
    assertThat(entrant.label()).isEqualTo("Mine");
    assertThat(entrant).hasToString("seeker:eval=flat,eval.file=a.b,name=Mine,nodes=8");
    assertThat(entrant.budget()).isEqualTo(Budget.ofNodes(8));
  }

  @Test
  void entrant_withoutABudget_hasTheUsualOneAndDropsItUnderAClock() {
    Entrant entrant = REGISTRY.entrant(TOY, "seeker");
    Clock clock = new Clock(5, 1, 0);
    assertThat(entrant.label()).isEqualTo("seeker");
    assertThat(entrant.budget()).isEqualTo(Budget.ofNodes(400));
    assertThat(entrant.budget(clock)).isEqualTo(Budget.UNLIMITED.withClock(clock));
  }

  @Test
  void entrant_withABudgetOfItsOwn_keepsItUnderAClock() {
    Clock clock = new Clock(5, 1, 0);
    assertThat(REGISTRY.entrant(TOY, "seeker:nodes=8").budget(clock)).isEqualTo(Budget.ofNodes(8).withClock(clock));
    assertThat(REGISTRY.entrant(TOY, "seeker:time=9ns").budget(clock)).isEqualTo(Budget.UNLIMITED.withClock(clock));
  }

  @Test
  void newPlayer_ofAnEntrant_getsGameOptionsAndEvaluator() {
    Entrant entrant = REGISTRY.entrant(TOY, "seeker:c=2,eval.file=a.b");
    Setup setup = ((Toys.ToyPlayer) entrant.newPlayer()).setup();
    assertThat(setup.game()).isSameAs(TOY);
    assertThat(setup.get(Toys.C)).isEqualTo(2);
    Setup inner = ((Toys.Flat) setup.evaluator(Toys.EVAL)).setup();
    assertThat(inner.get(Toys.FILE)).isEqualTo("a.b");
    assertThat(entrant.newPlayer()).isNotSameAs(entrant.newPlayer());
  }

  @Test
  void entrant_ofAProvidersClass_isCheckedLikeAnyOther() {
    assertThat(REGISTRY.entrant(TOY, "class:mesa.core.Toys$Players,c=2").newPlayer()).isInstanceOf(Toys.ToyPlayer.class);
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, "class:mesa.core.Toys$Players,d=2"))
        .hasMessageStartingWith("seeker has no option \"d\"");
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, "class:mesa.core.Toys$OtherPlayers"))
        .hasMessage("\"class:mesa.core.Toys$OtherPlayers\" plays other games than toy");
  }

  @Test
  void entrant_madeOfAnotherPlayer_hasItsLimitsAndHabit() {
    String wrapper = "class:mesa.core.Toys$Wrappers";
    assertThat(REGISTRY.entrant(TOY, wrapper).budget()).isEqualTo(Budget.ofNodes(400));
    assertThat(REGISTRY.entrant(TOY, wrapper + ",nodes=8").budget()).isEqualTo(Budget.ofNodes(8));
    Player inner = REGISTRY.entrant(TOY, wrapper + ",then=seeker,then.c=2,then.eval.file=x").newPlayer();
    assertThat(((Toys.ToyPlayer) inner).setup().spec()).hasToString("seeker:c=2,eval.file=x");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "then=seekr      | there is no player of toy named \"seekr\"; did you mean seeker? There is seeker",
    "then.d=2        | seeker has no option \"d\" (in \"seeker:d=2\"); it has eval, c",
    "then.nodes=8    | a player inside another has no budget of its own (in \"seeker:nodes=8\");"
        + " give it to the outer one, as in nodes=8",
    "then.eval=flot  | there is no evaluator of toy named \"flot\"; did you mean flat? There is flat",
  })
  void entrant_madeOfAPlayerThatIsWrong_isRefused(String option, String message) {
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, "class:mesa.core.Toys$Wrappers," + option))
        .isInstanceOf(BadInputException.class).hasMessage(message);
  }

  @Test
  void evaluator_ofAClass_isCheckedLikeAnyOther() {
    String spec = "seeker:eval=class:mesa.core.Toys$Evaluators,eval.";
    assertThat(REGISTRY.entrant(TOY, spec + "file=x")).isNotNull();
    assertThatThrownBy(() -> REGISTRY.entrant(TOY, spec + "fill=x")).hasMessageStartingWith("flat has no option \"fill\"");
  }

  @Test
  void options_ofAPlayer_areItsOwnItsPartsAndItsBudgets() {
    assertThat(REGISTRY.options(TOY, Spec.parse("seeker")).sequencedKeySet())
        .containsExactly("eval", "eval.file", "c", "nodes", "evals", "ticks", "depth", "time");
    assertThat(REGISTRY.options(TOY, Spec.parse("class:mesa.core.Toys$Wrappers,then=seeker")).sequencedKeySet())
        .contains("then", "then.eval", "then.eval.file", "then.c");
  }
}
