package mesa.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EntrantTest {
  /** As when several tables fit one by one, and not together. */
  @Test
  void newPlayer_noMemoryIsLeft_saysWhoWantsItAndWhatToDo() {
    Entrant entrant = new Entrant("Big", Spec.parse("big:hash=8000"), Budget.UNLIMITED, false, new TreeMap<>(), () -> {
      throw new OutOfMemoryError("Java heap space");
    });
    assertThatThrownBy(entrant::newPlayer).isInstanceOf(BadInputException.class)
        .hasMessageContaining("not enough memory left for big:hash=8000").hasMessageContaining("-Xmx");
  }
}
