package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import mesa.core.BadInputException;
import mesa.core.Rng;

/** How texts that people might type are refused. */
final class Refusal {
  private Refusal() {}

  /** {@return the text with one character lost, doubled, changed or moved} */
  static String mutated(String text, Rng rng) {
    if (text.isEmpty()) {
      return "x";
    }
    StringBuilder mutant = new StringBuilder(text);
    int at = rng.below(text.length());
    char other = rng.below(4) == 0 ? (char) (' ' + rng.below(95)) : text.charAt(rng.below(text.length()));
    switch (rng.below(4)) {
      case 0 -> mutant.deleteCharAt(at);
      case 1 -> mutant.insert(at, other);
      case 2 -> mutant.setCharAt(at, other);
      default -> mutant.append(mutant.charAt(at)).deleteCharAt(at);
    }
    return mutant.toString();
  }

  /** {@return the message with which a text is refused; taking it is a failure} */
  static String of(Runnable reading, String text) {
    String message = orNull(reading, text);
    if (message == null) {
      fail("\"" + text + "\" should be refused");
    }
    return message;
  }

  /** {@return the message with which a text is refused, or null if it is taken; any other exception is a failure} */
  static String orNull(Runnable reading, String text) {
    try {
      reading.run();
      return null;
    } catch (BadInputException e) {
      assertThat(e.getMessage()).as("refusal of \"%s\"", text).isNotBlank().doesNotContain("\n");
      return e.getMessage();
    } catch (RuntimeException e) {
      throw new AssertionError("\"" + text + "\" should be refused by a BadInputException, not " + e, e);
    }
  }
}
