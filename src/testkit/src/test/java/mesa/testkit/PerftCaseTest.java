package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import mesa.core.Game;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PerftCaseTest {
  private static final Game NIM = new Nim(Nim.Fault.NONE);

  /** From a pile of four: one leaves three more moves, two leaves two, three leaves one. */
  @TestFactory
  Stream<DynamicTest> tests_ofPilesCountedByHand() {
    String byHand = "by hand";
    return PerftCase.tests(NIM, List.of(
        new PerftCase("", 0, 1, byHand),
        new PerftCase("", 2, 9, byHand),
        new PerftCase("4 0", 2, 6, byHand),
        new PerftCase("3 1", 3, 1, byHand),
        new PerftCase("3 1", 4, 0, byHand)));
  }

  @Test
  void check_ofAWrongCount_showsTheCountOfEachFirstMove() {
    assertThatThrownBy(() -> new PerftCase("3 0", 2, 99, "a misprint").check(NIM))
        .isInstanceOf(AssertionError.class)
        .hasMessage("3 0 depth 2 = 99 by a misprint; counted 3\n1: 2\n2: 1\n3: 0");
  }

  @Test
  void tests_ofTwoCases_areNamedByPositionDepthAndCount() {
    List<PerftCase> cases = List.of(new PerftCase("", 1, 3, "x"), new PerftCase("2 0", 1, 2, "x"));
    assertThat(PerftCase.tests(NIM, cases).map(DynamicTest::getDisplayName))
        .containsExactly("start depth 1 = 3", "2 0 depth 1 = 2");
  }
}
