package mesa.arena;

import java.util.Arrays;
import java.util.Locale;
import mesa.core.BadInputException;

/** Which opening a pairing plays in which round. Either way each opening is played twice, with seats swapped. */
public enum OpeningPolicy {
  /** All pairings play the same opening in the same round. */
  SHARED,
  /** Each pairing starts elsewhere in the list, so that together they see as much of it as possible. */
  SPREAD;

  /**
   * Reads a policy.
   *
   * @param word {@code shared} or {@code spread}
   * @return the policy
   * @throws BadInputException if it is neither
   */
  public static OpeningPolicy parse(String word) {
    for (OpeningPolicy policy : values()) {
      if (policy.toString().equals(word)) {
        return policy;
      }
    }
    throw new BadInputException("\"" + word + "\" is no policy for openings; there are "
        + String.join(", ", Arrays.stream(values()).map(OpeningPolicy::toString).toList()));
  }

  /** {@return how far apart in the list two neighbouring pairings start} */
  int stride(int openings, int pairings) {
    return this == SHARED ? 0 : Math.ceilDiv(openings, Math.max(1, pairings));
  }

  /** {@return the word that {@link #parse} reads} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
