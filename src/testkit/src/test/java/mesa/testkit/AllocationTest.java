package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AllocationTest {
  private Object kept;

  @Test
  void bytes_ofAnArrayOfThousandLongs_isItsSize() {
    // 8,000 bytes and a header of 12 to 24, by JVM and its flags.
    assertThat(Allocation.bytes(() -> kept = new long[1000])).isBetween(8_012L, 8_024L);
    assertThat(kept).isNotNull();
  }

  @Test
  void bytes_ofArithmetic_isZero() {
    int[] sum = new int[1];
    assertThat(Allocation.bytes(() -> sum[0] += 3)).isZero();
  }

  @Test
  void bytes_ofAListThatGrowsOnce_isZero() {
    List<String> list = new ArrayList<>();
    assertThat(Allocation.bytes(() -> {
      list.clear();
      for (int i = 0; i < 100; i++) {
        list.add("");
      }
    })).isZero();
  }

  @Test
  void assertNone_ofATaskThatAllocates_namesItAndTheBytes() {
    assertThatThrownBy(() -> Allocation.assertNone("a playout", () -> kept = new byte[100]))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("a playout allocates 1\\d\\d bytes when warm; it should allocate nothing");
  }
}
