package mesa.onnx;

import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;

/** Which of several heads of a network of lc0's is used, by the names that lc0 has for them. */
enum HeadChoice {
  POLICY("policy head", 45, 3, "vanilla", "optimistic", "soft", "opponent"),
  VALUE("value head", 44, 1, "winner", "q", "st");

  private final String what;
  private final int field;
  private final int first;
  private final List<String> names;

  /**
   * Makes a choice.
   *
   * @param field of the message Weights where the heads are
   * @param first field of the first of them there; the others follow
   * @param names of the heads in this order, the usual one first
   */
  HeadChoice(String what, int field, int first, String... names) {
    this.what = what;
    this.field = field;
    this.first = first;
    this.names = List.of(names);
  }

  /** The names, the usual one first. */
  List<String> names() {
    return names;
  }

  /** The message that holds all of the heads. */
  Lc0Message heads(Lc0Message weights) {
    return weights.child(field);
  }

  /**
   * Finds a head.
   *
   * @param weights the message Weights
   * @param name one of {@link #names}
   * @return its message, or nothing if the network has only one head, which has the usual name
   * @throws BadInputException if it has none of this name
   */
  Optional<Lc0Message> find(Lc0Message weights, String name) {
    Lc0Message heads = heads(weights);
    List<String> there = weights.has(field)
        ? names.stream().filter(head -> heads.has(first + names.indexOf(head))).toList() : names.subList(0, 1);
    if (!there.contains(name)) {
      throw new BadInputException("it has no " + what + " \"" + name + "\"; it has " + String.join(", ", there));
    }
    return weights.has(field) ? Optional.of(heads.child(first + names.indexOf(name))) : Optional.empty();
  }
}
