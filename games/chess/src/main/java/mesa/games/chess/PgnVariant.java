package mesa.games.chess;

import java.util.Locale;
import java.util.Set;
import mesa.core.BadInputException;

/** What the tag Variant says, in the words of many programs. */
final class PgnVariant {
  /** How the tag names Chess960 in Mesa's files. */
  static final String CHESS960 = "Chess960";

  private static final Set<String> ORTHODOX =
      Set.of("", "?", "-", "chess", "standard", "normal", "orthodox", "regular", "from position");

  private static final Set<String> NAMES_OF_CHESS960 =
      Set.of("chess960", "chess 960", "chess-960", "960", "fischerandom", "fischerrandom", "fischer random", "frc");

  private PgnVariant() {}

  /**
   * Checks whether the game of a file can be read.
   *
   * @param said the tag Variant
   * @param fen the tag FEN; null if there is none
   * @param variant the rules by which games are read; those of Chess960 include orthodox ones
   * @throws BadInputException if it is another game, or where it starts isn't said
   */
  static void check(String said, String fen, Variant variant) {
    String name = said.strip().toLowerCase(Locale.ROOT);
    boolean chess960 = NAMES_OF_CHESS960.contains(name);
    if (!chess960 && !ORTHODOX.contains(name)) {
      throw new BadInputException("variant \"" + said + "\" is not played here; orthodox chess and Chess960 are");
    }
    if (chess960 && !variant.chess960()) {
      throw new BadInputException("variant \"" + said + "\" is another game; read it as the game chess960");
    }
    if (chess960 && fen == null) {
      throw new BadInputException("variant \"" + said + "\" wants a tag FEN, which says where the game starts");
    }
  }
}
