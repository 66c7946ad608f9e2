package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;

class AnswersTest {
  // 1858 moves are those of lc0's networks: 8 + 4 + 4 * 1858 = 7444 bytes each, of which 2^17 are less than 2^30.
  @Test
  void new_moreThanAGibibyte_isRefused() {
    assertThatThrownBy(() -> new Answers(1 << 20, 1858))
        .isInstanceOf(BadInputException.class)
        .hasMessage("remembered=1048576 answers of 1858 moves take 7.3 GiB; at most 131072 fit into the one that they may");
    assertThatThrownBy(() -> new Answers(1 << 20, Integer.MAX_VALUE)).isInstanceOf(BadInputException.class);
  }
}
