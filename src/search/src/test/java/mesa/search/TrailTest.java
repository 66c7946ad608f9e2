package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {
  private final Trail trail = new Trail(new UniformEvaluator());

  TrailTest() {
    trail.start(new Thicket(1, 2, 2, 8, 4, 30).start(), Search.unlimited());
    for (int ply = 0; ply < 6; ply++) {
      trail.node(ply).hash = 100 + ply;
    }
  }

  @Test
  void repeats_positionOnTheTrail_isSeenUntilAPassLiesBetween() {
    assertThat(trail.repeats(102, 6)).isTrue();
    assertThat(trail.repeats(999, 6)).isFalse();
    int limit = trail.breakAt(3);
    assertThat(trail.repeats(102, 6)).isFalse();
    assertThat(trail.repeats(103, 6)).isTrue();
    trail.breakAt(limit);
    assertThat(trail.repeats(102, 6)).isTrue();
  }

  @Test
  void endNoting_repetition_countsForThePliesBehindTheOneItReaches() {
    int atTwo = trail.beginNoting();
    int atThree = trail.beginNoting();
    int atFour = trail.beginNoting();
    trail.repeats(102, 6);
    assertThat(trail.endNoting(4, atFour)).as("what follows ply 4 rests on ply 2").isTrue();
    assertThat(trail.endNoting(3, atThree)).as("and so does what follows ply 3").isTrue();
    assertThat(trail.endNoting(2, atTwo)).as("what follows ply 2 rests on nothing before it").isFalse();
    assertThat(trail.endNoting(1, trail.beginNoting())).as("nor does a search without any").isFalse();
  }
}
