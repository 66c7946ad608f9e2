package mesa.net;

import java.util.Arrays;
import java.util.stream.Collectors;
import mesa.core.BadInputException;

/** What the value's output layer says. */
public enum ValueHead {
  /** One number x, for the value tanh(x). */
  SCALAR("scalar", 1),
  /** The logits of the mover's win, of a draw and of the mover's loss; the value is P(win) - P(loss). */
  WDL("wdl", 3);

  private final String key;
  private final int outputs;

  ValueHead(String key, int outputs) {
    this.key = key;
    this.outputs = outputs;
  }

  /** {@return its name in a file} */
  public String key() {
    return key;
  }

  /** {@return how many numbers the layer computes} */
  public int outputs() {
    return outputs;
  }

  /**
   * Finds a head by its name in a file.
   *
   * @param key a name
   * @return the head
   * @throws BadInputException if there is none of that name
   */
  public static ValueHead of(String key) {
    return Arrays.stream(values()).filter(head -> head.key.equals(key)).findFirst().orElseThrow(() ->
        new BadInputException("there is no value head \"" + key + "\", only "
            + Arrays.stream(values()).map(ValueHead::key).collect(Collectors.joining(" and "))));
  }
}
