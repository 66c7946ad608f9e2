package mesa.arena;

import java.util.List;
import java.util.stream.Stream;
import mesa.core.Warning;

/**
 * A kind of thing that a player did in a game which it should not have, though it cost it nothing.
 *
 * @param seat whose player it was
 * @param kind one word, as {@link Warning} has it
 * @param moves how many of its moves show it
 * @param ply moves made before the first of these, those of the opening counted
 * @param text what it was at that move
 */
record Warned(int seat, String kind, int moves, int ply, String text) {
  /** {@return both together, told as this one was} */
  Warned plus(Warned other) {
    return new Warned(seat, kind, moves + other.moves, ply, text);
  }

  /** {@return what is known once a move has shown more; the same list if it shows nothing} */
  static List<Warned> and(List<Warned> known, int seat, int ply, List<Warning> more) {
    List<Warned> all = known;
    for (Warning warning : more) {
      Warned first = all.stream().filter(warned -> warned.seat == seat && warned.kind.equals(warning.kind())).findFirst()
          .orElse(null);
      Warned now = new Warned(seat, warning.kind(), 1, ply, warning.text());
      all = Stream.concat(all.stream().filter(warned -> warned != first), Stream.of(first == null ? now : first.plus(now)))
          .toList();
    }
    return all;
  }
}
