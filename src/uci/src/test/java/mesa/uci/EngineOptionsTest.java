package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineOptionsTest {
  private final EngineOptions options = new EngineOptions("engine");

  EngineOptionsTest() {
    options.declare("option name Hash type spin default 16 min 1 max 33554432");
    options.declare("option name Clear Hash type button");
    options.declare("option name Ponder type check default false");
    options.declare("option name Style type combo default Solid var Solid var Very Risky var Normal");
    options.declare("option name Debug Log File type string default <empty>");
    options.declare("option name");
    options.declare("option name Odd type spin default x min y");
  }

  @ParameterizedTest
  @CsvSource({
    "Hash, 64, setoption name Hash value 64",
    "hash, 64, setoption name Hash value 64",
    "Clear Hash, '', setoption name Clear Hash",
    "Ponder, true, setoption name Ponder value true",
    "Style, very risky, setoption name Style value very risky",
    "Debug Log File, a b.txt, setoption name Debug Log File value a b.txt",
    "Odd, -3, setoption name Odd value -3",
  })
  void command_valueThatFits_isWritten(String name, String value, String command) {
    assertThat(options.command(name, value)).isEqualTo(command);
  }

  @ParameterizedTest
  @CsvSource({
    "Hash, 0, 'takes a whole number from 1 to 33554432, not \"0\"'",
    "Hash, much, 'takes a whole number from 1 to 33554432, not \"much\"'",
    "Ponder, 1, 'takes true or false, not \"1\"'",
    "Style, Risky, 'takes one of Solid, Very Risky, Normal, not \"Risky\"'",
    "Hahs, 5, 'has no option \"Hahs\"; did you mean Hash?'",
  })
  void command_anythingElse_isRefusedSayingWhatFits(String name, String value, String message) {
    assertThatThrownBy(() -> options.command(name, value)).isInstanceOf(BadInputException.class)
        .hasMessageContaining(message).hasMessageContaining("\"engine\"");
  }
}
