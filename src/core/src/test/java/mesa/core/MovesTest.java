package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MovesTest {
  private static Moves of(int... moves) {
    Moves list = new Moves(0);
    for (int move : moves) {
      list.add(move);
    }
    return list;
  }

  @Test
  void add_beyondItsRoom_grows() {
    Moves moves = new Moves(0);
    for (int i = 0; i < 1000; i++) {
      moves.add(3 * i);
    }
    assertThat(moves.size()).isEqualTo(1000);
    assertThat(moves.get(0)).isZero();
    assertThat(moves.get(999)).isEqualTo(2997);
  }

  @Test
  void clear_thenAdd_startsAfresh() {
    Moves moves = of(1, 2);
    moves.clear();
    assertThat(moves.isEmpty()).isTrue();
    moves.add(3);
    assertThat(moves.toArray()).containsExactly(3);
  }

  @Test
  void set_aMove_overwritesIt() {
    Moves moves = of(1, 2, 3);
    moves.set(1, 9);
    assertThat(moves).hasToString("[1, 9, 3]");
  }

  @Test
  void indexOf_aMove_isItsFirstPlaceOrMinusOne() {
    Moves moves = of(5, 7, 5);
    assertThat(moves.indexOf(5)).isZero();
    assertThat(moves.indexOf(7)).isEqualTo(1);
    assertThat(moves.indexOf(0)).as("never added, though the array holds zeros").isEqualTo(-1);
    assertThat(moves.contains(7)).isTrue();
    assertThat(moves.contains(0)).isFalse();
  }

  @Test
  void toArray_changed_leavesTheListAlone() {
    Moves moves = of(1, 2);
    moves.toArray()[0] = 9;
    assertThat(moves.get(0)).isEqualTo(1);
  }

  @Test
  void get_beyondTheEnd_isAsserted() {
    assertThatThrownBy(() -> of(1).get(1)).isInstanceOf(AssertionError.class).hasMessage("1 of 1");
  }

  @Test
  void addAll_andRemoveAll_keepTheOrder() {
    Moves moves = new Moves(0);
    Moves others = new Moves(2);
    others.add(4);
    others.add(9);
    moves.add(7);
    moves.addAll(others);
    moves.add(4);
    assertThat(moves.toArray()).containsExactly(7, 4, 9, 4);
    Moves gone = new Moves(1);
    gone.add(4);
    moves.removeAll(gone);
    assertThat(moves.toArray()).containsExactly(7, 9);
  }
}
