package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecTest {
  private static final Option<Long> NODES = Option.integer("nodes", 100L, 1, 1000, "nodes");
  private static final Option<Spec> EVAL = Option.evaluator("eval", "uniform", "evaluator");
  private static final Option<Map<String, String>> FREE = Option.group("option", "options of an engine");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "mcts                              | mcts",
    "mcts:nodes=800                    | mcts:nodes=800",
    "mcts:nodes=800,eval=net           | mcts:eval=net,nodes=800",
    "mcts:eval.file=a.b,eval=net       | mcts:eval=net,eval.file=a.b",
    "x:path=/tmp/a=b:c                 | x:path=/tmp/a=b:c",
    "uci:option.Move Overhead=5,cmd=sf | uci:cmd=sf,option.Move Overhead=5",
    "class:com.acme.Mine               | class:com.acme.Mine",
    "class:com.acme.Mine$Inner,nodes=8 | class:com.acme.Mine$Inner,nodes=8",
    "class:com.acme.Mine:nodes=8       | class:com.acme.Mine,nodes=8",
  })
  void toString_ofAParsedSpec_isCanonicalAndParsesToItself(String text, String canonical) {
    Spec spec = Spec.parse(text);
    assertThat(spec).hasToString(canonical);
    assertThat(Spec.parse(canonical)).isEqualTo(spec).hasSameHashCodeAs(spec);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "``             | \"\" is no name (in \"\"); a spec is written name:option=value,option=value",
    ":nodes=8       | \"\" is no name (in \":nodes=8\")",
    "m cts          | \"m cts\" is no name",
    "mcts=8         | \"mcts=8\" is no name",
    "class:         | \"class:\" is no name",
    "mcts:          | \"\" is no option (in \"mcts:\"); a spec is written name:option=value,option=value",
    "mcts:nodes     | \"nodes\" is no option (in \"mcts:nodes\")",
    "mcts:nodes=8,  | \"\" is no option (in \"mcts:nodes=8,\")",
    "mcts:=8        | \"=8\" is no option",
    "mcts:a..b=8    | \"a..b=8\" is no option",
    "mcts:n=1,n=2   | option n is given twice (in \"mcts:n=1,n=2\")",
  })
  void parse_ofAMalformedSpec_quotesWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Spec.parse(text)).isInstanceOf(BadInputException.class).hasMessageContaining(message);
  }

  @Test
  void equals_ofOtherOptionsOrName_isFalse() {
    assertThat(Spec.parse("a:x=1")).isNotEqualTo(Spec.parse("a:x=2")).isNotEqualTo(Spec.parse("b:x=1"));
  }

  @Test
  void options_ofASpec_areSorted() {
    assertThat(Spec.parse("a:y=1,x=2").options()).containsExactly(entry("x", "2"), entry("y", "1"));
  }

  @Test
  void get_ofAnOption_isItsValueOrTheStandard() {
    assertThat(Spec.parse("mcts:nodes=8").get(NODES)).isEqualTo(8);
    assertThat(Spec.parse("mcts").get(NODES)).isEqualTo(100);
    assertThat(Spec.parse("mcts").get(Option.text("file", null, "a file", "weights"))).isNull();
  }

  @Test
  void get_ofANestedSpec_hasTheDottedOptions() {
    Spec outer = Spec.parse("mcts:eval=mix,eval.a=net,eval.a.file=x,nodes=8");
    Spec inner = outer.get(EVAL);
    assertThat(inner).hasToString("mix:a=net,a.file=x");
    assertThat(inner.get(Option.evaluator("a", "uniform", "first"))).hasToString("net:file=x");
  }

  @Test
  void get_ofANestedSpecNotGiven_isTheStandardOneWithOptions() {
    assertThat(Spec.parse("mcts:eval.file=x").get(EVAL)).hasToString("uniform:file=x");
  }

  @Test
  void below_aGroup_isWhatFollowsTheDot() {
    assertThat(Spec.parse("uci:option.Hash=16,option.Move Overhead=5,cmd=x").below(FREE))
        .containsExactly(entry("Hash", "16"), entry("Move Overhead", "5"));
  }

  @Test
  void get_ofABadValue_quotesItAndTheSpec() {
    assertThatThrownBy(() -> Spec.parse("mcts:nodes=many,c=1").get(NODES))
        .isInstanceOf(BadInputException.class)
        .hasMessage("nodes takes a whole number from 1 to 1000, not \"many\" (in \"mcts:c=1,nodes=many\")");
  }

  @Test
  void with_anOption_setsItAndDropsWhatWasNestedBelow() {
    Spec spec = Spec.parse("mcts:eval=net,eval.file=x,nodes=8");
    assertThat(spec.with("nodes", "9")).hasToString("mcts:eval=net,eval.file=x,nodes=9");
    assertThat(spec.with("eval", "uniform")).hasToString("mcts:eval=uniform,nodes=8");
    assertThat(spec.with("eval", "net")).isEqualTo(spec);
    assertThat(spec.with("nodes", null)).hasToString("mcts:eval=net,eval.file=x");
  }
}
