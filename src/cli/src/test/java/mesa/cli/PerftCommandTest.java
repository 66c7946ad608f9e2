package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerftCommandTest {
  /** From ten pebbles, nine moves are nine ones, or one two and eight ones: 1 + 9 sequences. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 8", "9, 10", "10, 1", "11, 0"})
  void perft_ofPebbles_endsWithTheCount(int depth, long nodes) {
    for (String jobs : new String[] {"1", "3"}) {
      Ran ran = Ran.mesa("perft", "pebbles", Integer.toString(depth), "--jobs", jobs);

      assertThat(ran.code()).isZero();
      assertThat(ran.lastLine()).isEqualTo("nodes " + nodes);
    }
  }

  /** 197,281 sequences of four moves from the start of chess: chessprogramming.org, Perft Results. */
  @Test
  void perft_ofChessOnTwoThreads_isThePublishedCount() {
    assertThat(Ran.mesa("perft", "chess", "4", "--jobs", "2").lastLine()).isEqualTo("nodes 197281");
  }

  @Test
  void perft_divided_countsForEachFirstMove() {
    Ran ran = Ran.mesa("perft", "pebbles", "2", "--divide", "--position", "2 second");

    assertThat(ran.out()).contains("1: 1\n2: 0\n");
    assertThat(ran.lastLine()).isEqualTo("nodes 1");
  }

  @Test
  void perft_asJson_hasTheSameCount() {
    assertThat(Ran.mesa("perft", "pebbles", "3", "--json").out()).contains("\"nodes\" : 8");
  }
}
