package mesa.uci;

import java.util.Locale;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;
import mesa.core.Position;

/** Makes a move of what an engine has answered. */
final class AnswerMove {
  private static final int LONGEST_TEXT = 20;

  private AnswerMove() {}

  /**
   * Finds the move that an answer names; capital letters are forgiven.
   *
   * @param name of the engine, for messages
   * @param result of its search
   * @param position where it was asked
   * @return a legal move
   * @throws PlayerFault of kind {@link Kind#ILLEGAL} if it looks like a move or says that there is none, else {@link
   *     Kind#PROTOCOL}
   */
  static int of(String name, Engine.Result result, Position position) {
    String text = result.move();
    if (text.isEmpty() || result.cut()) {
      throw new PlayerFault(Kind.PROTOCOL, name + " answers with "
          + (result.cut() ? "a line longer than " + LineReader.LONGEST + " bytes" : "bestmove alone"));
    }
    try {
      return position.parseMove(text);
    } catch (BadInputException e) {
      try {
        return position.parseMove(text.toLowerCase(Locale.ROOT));
      } catch (BadInputException again) {
        boolean understood = text.equals("0000") || text.equals("(none)") || looksLikeAMove(text, position);
        throw new PlayerFault(understood ? Kind.ILLEGAL : Kind.PROTOCOL, name + " answers with \"" + shortened(text)
            + "\", which is no legal move in " + position.text());
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }

  /** Whether a text has letters and digits where a legal move has; more may follow, as after e7e8q. */
  private static boolean looksLikeAMove(String text, Position position) {
    String shape = shape(text);
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      if (shape.startsWith(shape(position.format(moves.get(i))))) {
        return true;
      }
    }
    return false;
  }

  private static String shape(String text) {
    return text.replaceAll("[A-Za-z]", "a").replaceAll("[0-9]", "0");
  }
}
