package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;

/** What {@link PlayerContract} asks of an {@link Analysis}. */
final class AnalysisChecks {
  private static final double TOLERANCE = 1e-3;

  private AnalysisChecks() {}

  /** Checks the lines that a decision in a position rests on. */
  static void check(Analysis analysis, Position position, Decision decision) {
    assertThat(analysis.lines()).as("lines").isNotEmpty();
    assertThat(analysis.lines().getFirst().moves()).as("the first line").startsWith(decision.move());
    Set<Integer> first = new HashSet<>();
    double priors = 0;
    for (Analysis.Line line : analysis.lines()) {
      checkMoves(line, position.copy());
      assertThat(first.add(line.moves().getFirst())).as("%s begins like a line before", line).isTrue();
      if (!Float.isNaN(line.value())) {
        assertThat(line.value()).as("value of %s", line).isBetween(-1f, 1f);
      }
      if (!Float.isNaN(line.prior())) {
        assertThat(line.prior()).as("prior of %s", line).isBetween(0f, 1f);
        priors += line.prior();
      }
      checkProof(line, position.sideToMove());
    }
    assertThat(priors).as("sum of priors").isLessThanOrEqualTo(1 + TOLERANCE);
  }

  private static void checkMoves(Analysis.Line line, Position position) {
    for (int move : line.moves()) {
      assertThat(Moves.of(position).contains(move)).as("move %d of %s is legal", move, line).isTrue();
      position.make(move);
    }
    if (line.proven().isOver() && line.plies() == line.moves().size()) {
      assertThat(position.outcome()).as("outcome at the end of %s", line).isEqualTo(line.proven());
    }
  }

  private static void checkProof(Analysis.Line line, int side) {
    if (!line.proven().isOver()) {
      assertThat(line.plies()).as("plies of %s, which proves nothing", line).isZero();
    } else {
      assertThat(line.value()).as("value of %s", line).isEqualTo(line.proven().valueFor(side));
      assertThat(line.plies()).as("plies of %s", line).isGreaterThanOrEqualTo(line.proven() == Outcome.DRAWN ? 0 : 1);
    }
  }
}
