package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;

class IsoWidthTest {
  @Test
  void parse_itsOwnText_isTheSameRule() {
    assertThat(StoppingRule.parse("iso:width=1.5")).hasToString("iso:width=1.5");
    assertThat(IsoWidth.of(2)).hasToString("iso:width=2");
  }

  @Test
  void of_noWidth_isRefused() {
    assertThatThrownBy(() -> IsoWidth.of(1)).isInstanceOf(BadInputException.class).hasMessageContaining("\"1.0\"");
    assertThatThrownBy(() -> StoppingRule.parse("iso:wide=2")).isInstanceOf(BadInputException.class)
        .hasMessageContaining("iso:width=1.5");
  }

  @Test
  void build_otherFormats_areRefused() {
    Pile pile = new Pile(9, false);
    assertThatThrownBy(() -> Tournament.of(pile, Players.of(pile, "random", "first")).stop(IsoWidth.of(2)).build())
        .isInstanceOf(BadInputException.class).hasMessageContaining("search for equal strength");
  }
}
