package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueCacheTest {
  @Test
  void get_ofWhatWasPut_isItUntilAnotherTakesItsPlace() {
    ValueCache cache = new ValueCache(12 * 16);
    assertThat(cache.get(0)).isNaN();
    cache.put(5, 0.25f);
    assertThat(cache.get(5)).isEqualTo(0.25f);
    assertThat(cache.get(5 + 16)).as("another of the same place").isNaN();
    cache.put(5 + 16, -1);
    assertThat(cache.get(5)).isNaN();
    cache.clear();
    assertThat(cache.get(5 + 16)).isNaN();
  }
}
