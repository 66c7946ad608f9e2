package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
  @Test
  void bench_twice_endsWithTheSameSignatureAndASpeed() {
    Ran once = Ran.mesa("bench", "pebbles");
    Ran again = Ran.mesa("bench", "pebbles");

    assertThat(once.code()).isZero();
    assertThat(once.lastLine()).matches("nps \\d+");
    assertThat(signature(once)).matches("signature \\d+").isEqualTo(signature(again));
  }

  @Test
  void fold_numbersInAnotherOrder_givesAnotherSignature() {
    Signature forwards = new Signature();
    forwards.fold(1);
    forwards.fold(2);
    Signature backwards = new Signature();
    backwards.fold(2);
    backwards.fold(1);

    assertThat(forwards.value()).isNotEqualTo(backwards.value());
  }

  private static String signature(Ran ran) {
    return ran.out().lines().filter(line -> line.startsWith("signature ")).findFirst().orElseThrow();
  }
}
