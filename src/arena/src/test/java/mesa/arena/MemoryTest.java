package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void requireRoom_heapThatStaysFull_endsTheRunWithoutBlamingOthers() {
    assertThatCode(() -> Memory.requireRoom(0.5, "hog")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Memory.requireRoom(0.01, "hog")).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("hog ran out of memory, and 99 % of Java's ").hasMessageContaining("--resume");
  }

  @Test
  void freeShare_now_isAShare() {
    assertThat(Memory.freeShare()).isBetween(0.0, 1.0);
  }
}
