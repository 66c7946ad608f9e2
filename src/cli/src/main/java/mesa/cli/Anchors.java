package mesa.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;

/** Ratings that a user gives: {@code PLAYER=ELO}, where the player's name may hold equals signs of its own. */
final class Anchors {
  private Anchors() {}

  /**
   * Reads them.
   *
   * @param texts as the user wrote them
   * @return Elo by player
   * @throws BadInputException if one is malformed
   */
  static Map<String, Double> parse(List<String> texts) {
    Map<String, Double> anchors = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.lastIndexOf('=');
      try {
        double elo = Double.parseDouble(text.substring(equals + 1));
        if (equals < 1 || !Double.isFinite(elo)) {
          throw new NumberFormatException();
        }
        anchors.put(text.substring(0, equals), elo);
      } catch (NumberFormatException e) {
        throw new BadInputException("\"" + text + "\" gives no rating; write PLAYER=ELO, such as random=0", e);
      }
    }
    return anchors;
  }
}
