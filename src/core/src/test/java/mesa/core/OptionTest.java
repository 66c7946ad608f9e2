package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionTest {
  private static final Option<Long> INTEGER = Option.integer("n", 5L, 1, 9, "a count");
  private static final Option<Double> NUMBER = Option.number("c", 1.5, 0, 2, "a factor");
  private static final Option<Boolean> FLAG = Option.flag("noise", false, "root noise");
  private static final Option<Long> TIME = Option.duration("time", null, "time a move");
  private static final Option<String> CHOICE = Option.choice("mode", List.of("fast", "exact"), "how");
  private static final Option<String> TEXT = Option.text("file", null, "a file", "weights");
  private static final Option<Spec> EVAL = Option.evaluator("eval", "uniform", "judges");

  @Test
  void parse_ofGoodValues_readsThem() {
    assertThat(INTEGER.parse("9", "s")).isEqualTo(9);
    assertThat(NUMBER.parse("0.25", "s")).isEqualTo(0.25);
    assertThat(FLAG.parse("true", "s")).isTrue();
    assertThat(FLAG.parse("on", "s")).isTrue();
    assertThat(FLAG.parse("false", "s")).isFalse();
    assertThat(FLAG.parse("off", "s")).isFalse();
    assertThat(CHOICE.parse("exact", "s")).isEqualTo("exact");
    assertThat(TEXT.parse("a.safetensors", "s")).isEqualTo("a.safetensors");
    assertThat(EVAL.parse("net", "s")).isEqualTo(Spec.named("net"));
  }

  @ParameterizedTest
  @CsvSource({"5ns, 5", "5us, 5000", "100ms, 100000000", "1.5s, 1500000000", "2m, 120000000000", "0s, 0"})
  void parse_ofADuration_isInNanoseconds(String text, long nanos) {
    assertThat(TIME.parse(text, "s")).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "", "five", "5.0", "99999999999999999999"})
  void integer_ofABadValue_saysItsRange(String text) {
    assertRefused(INTEGER, text, "n takes a whole number from 1 to 9");
  }

  @Test
  void integer_withoutAnUpperEnd_saysTheLeast() {
    assertRefused(Option.integer("nodes", null, 1, Long.MAX_VALUE, "nodes"), "0",
        "nodes takes a whole number of at least 1");
  }

  @Test
  void integer_beyondAnUpperEndThatIsOutOfSight_saysIt() {
    assertRefused(Option.integer("depth", null, 1, Integer.MAX_VALUE, "plies"), "2147483648",
        "depth takes a whole number from 1 to 2147483647");
    assertRefused(Option.integer("nodes", null, 1, Long.MAX_VALUE, "nodes"), "9223372036854775808",
        "nodes takes a whole number from 1 to 9223372036854775807");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "2.1", "NaN", "Infinity", "", "x"})
  void number_ofABadValue_saysItsRange(String text) {
    assertRefused(NUMBER, text, "c takes a number from 0.0 to 2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "TRUE", "1"})
  void flag_ofABadValue_saysTheWords(String text) {
    assertRefused(FLAG, text, "noise takes true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "ms", "-1s", "1 s", "1h", "1e3s"})
  void duration_ofABadValue_givesExamples(String text) {
    assertRefused(TIME, text, "time takes a time such as 100ms or 2s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "faster"})
  void choice_ofAnotherWord_listsTheWords(String text) {
    assertRefused(CHOICE, text, "mode takes one of fast, exact");
  }

  @Test
  void text_ofNothing_saysWhatIsWanted() {
    assertRefused(TEXT, "", "file takes a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "net!", "a b"})
  void evaluator_ofWhatIsNoName_saysWhatIsWanted(String text) {
    assertRefused(EVAL, text, "eval takes an evaluator");
  }

  @Test
  void group_givenAValue_saysHowItIsWritten() {
    assertRefused(Option.group("option", "free"), "5", "option takes dotted names, as in option.NAME=VALUE");
  }

  private static void assertRefused(Option<?> option, String text, String message) {
    assertThatThrownBy(() -> option.parse(text, "the spec"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message + ", not \"" + text + "\" (in \"the spec\")");
  }

  @Test
  void toString_ofAnOption_isNameAndStandard() {
    assertThat(INTEGER).hasToString("n=5");
    assertThat(FLAG).hasToString("noise=false");
    assertThat(CHOICE).hasToString("mode=fast");
    assertThat(TIME).hasToString("time");
  }
}
