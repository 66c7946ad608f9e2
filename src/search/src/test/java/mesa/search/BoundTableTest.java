package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class BoundTableTest {
  private static final long SMALLEST = 1 << 20;

  @Test
  void probe_manyMoreKeysThanPlaces_neverAnswersForAnother() {
    BoundTable table = new BoundTable(SMALLEST);
    Map<Long, Integer> scores = new HashMap<>();
    Rng rng = new Rng(1);
    for (int i = 0; i < 400_000; i++) {
      long key = BoundTable.mix(i);
      int score = rng.below(255) - 127;
      table.store(key, score, true, 1 + rng.below(1000));
      scores.put(key, score);
    }
    int found = 0;
    for (Map.Entry<Long, Integer> known : scores.entrySet()) {
      long entry = table.probe(known.getKey());
      if (entry != BoundTable.NONE) {
        found++;
        assertThat(BoundTable.score(entry)).as("key %x", known.getKey()).isEqualTo(known.getValue());
      }
    }
    assertThat(found).as("places").isBetween(120_000, (int) SMALLEST / Long.BYTES);
  }

  @Test
  void store_laterAndLighter_leavesTheHeavyEntry() {
    BoundTable table = new BoundTable(SMALLEST);
    long heavy = BoundTable.mix(1);
    table.store(heavy, -5, false, 1_000_000);
    for (long low = 1; low < 100; low++) {
      table.store(heavy + low, 3, true, 1); // The high bits name the bucket.
    }
    assertThat(BoundTable.score(table.probe(heavy))).isEqualTo(-5);
    assertThat(BoundTable.score(table.probe(heavy + 99))).isEqualTo(3);
    assertThat(table.probe(heavy + 98)).isEqualTo(BoundTable.NONE);
  }

  @Test
  void settles_byBound_onlyOnItsSide() {
    BoundTable table = new BoundTable(SMALLEST);
    table.store(1, 4, true, 1);
    assertThat(BoundTable.settles(table.probe(1), 3)).as("4 or more is above 3").isTrue();
    assertThat(BoundTable.settles(table.probe(1), 4)).as("4 or more may be 4").isFalse();
    table.store(1, 4, false, 1);
    assertThat(BoundTable.settles(table.probe(1), 4)).as("4 or less is not above 4").isTrue();
    assertThat(BoundTable.settles(table.probe(1), 3)).as("4 or less may be 3").isFalse();
  }
}
