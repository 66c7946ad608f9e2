package mesa.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a user may have meant by a misspelt name. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Finds the known name nearest to what was typed.
   *
   * @param typed a name that is not known
   * @param known the names that are
   * @return {@code ; did you mean NAME?}, to be put behind a message, or nothing if none is near
   */
  public static String of(String typed, Collection<String> known) {
    int limit = Math.max(2, typed.length() / 3);
    String lower = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance(lower, name) <= limit && distance(lower, name) < name.length())
        .min(Comparator.comparingInt(name -> distance(lower, name)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /**
   * The same with more to say.
   *
   * @param typed a name that is not known
   * @param known the names that are
   * @param more what follows, beginning with a small letter
   * @return {@code ; did you mean NAME? More} or {@code ; more}
   */
  public static String of(String typed, Collection<String> known, String more) {
    String suggestion = of(typed, known);
    return suggestion.isEmpty() ? "; " + more : suggestion + " " + StringUtils.capitalize(more);
  }

  private static int distance(String typed, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(typed, name.toLowerCase(Locale.ROOT));
  }
}
