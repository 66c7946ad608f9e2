package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  // printf 'mesa1/1/a\nb/0/0/0' | sha256sum
  @Test
  void seed_knownGame_isTheBeginningOfItsSha256() {
    assertThat(new Fingerprint().seed(1, "a\nb", 0, 0, 0)).isEqualTo(0x3c48f3925d0e04ceL).isEqualTo(4343989650550817998L);
  }

  @Test
  void key_eitherOrder_isTheSame() {
    assertThat(Pairing.key("b", "a")).isEqualTo("a\nb").isEqualTo(Pairing.key("a", "b"));
  }

  // printf abc | sha256sum: the first test vector of FIPS 180-2.
  @Test
  void whole_abc_isThePublishedVector() {
    assertThat(new Fingerprint().whole("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
