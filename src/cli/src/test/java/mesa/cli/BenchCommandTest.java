package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Whatever changes a decision of a search has to change the file too, and so shows in the commit. */
  @Test
  void bench_ofEveryGame_givesTheSignaturesOnFile() throws IOException {
    Ran ran = Ran.mesa("bench", "--signatures");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines().filter(line -> !line.startsWith("pebbles ")))
        .as("signatures now; if the change was meant: ./mesa bench --signatures > benchmarks/signatures.txt")
        .containsExactlyElementsOf(Files.readAllLines(Path.of("../../benchmarks/signatures.txt")));
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
