package mesa.arena;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mesa.core.BadInputException;

/** What the journal tells of each game: the more, the longer are its lines. */
public enum Told {
  /** What each seat has spent in all. */
  GAME,
  /** Besides, what each move cost and what its player thought of it. */
  MOVE,
  /** Besides, the main line that its player expected. */
  LINES;

  /**
   * Reads a word.
   *
   * @param word in small letters
   * @return what it names
   * @throws BadInputException if that is nothing
   */
  public static Told parse(String word) {
    return Arrays.stream(values()).filter(told -> told.toString().equals(word)).findFirst()
        .orElseThrow(() -> new BadInputException("--ledger is " + String.join(", ", words().subList(0, 2)) + " or "
            + words().getLast() + ", not \"" + word + "\""));
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(Told::toString).collect(Collectors.toList());
  }

  /** {@return whether it tells of each move} */
  boolean tellsMoves() {
    return this != GAME;
  }

  /** {@return the word that {@link #parse} reads} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
