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

  @Test
  void assertNoneEach_ofATaskThatAllocatesItsAnswerAlone_passes() {
    int[] sum = new int[1];
    Allocation.assertNoneEach("a search", "node", nodes -> {
      for (long node = 0; node < nodes; node++) {
        sum[0] += 3;
      }
      kept = new byte[100];
    }, 10, 1000);
    assertThat(kept).isNotNull();
  }

  @Test
  void assertNoneEach_ofATaskThatAllocatesForEachUnit_saysHowMuch() {
    assertThatThrownBy(() -> Allocation.assertNoneEach("a search", "node", nodes -> {
      for (long node = 0; node < nodes; node++) {
        kept = new byte[16];
      }
    }, 10, 1000))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("a search allocates (32|40)\\.00 bytes for each node when warm; it should allocate nothing");
  }
}
