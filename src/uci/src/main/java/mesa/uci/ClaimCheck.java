package mesa.uci;

import mesa.core.BadInputException;
import mesa.core.Meter;
import mesa.core.Position;
import mesa.core.Warning;

/**
 * Looks for what can't be true in what an engine says of its search: in the last of the lines about its best move, which is
 * the one that goes into the record. None of it costs the engine anything; it is noted.
 */
final class ClaimCheck {
  /** Longer texts are cut: they come from outside and go into the record. */
  private static final int LONGEST_TEXT = 60;

  private final Meter meter;

  ClaimCheck(Meter meter) {
    this.meter = meter;
  }

  private void warn(String kind, String text) {
    meter.warn(new Warning(kind, text));
  }

  private static String quoted(String text) {
    return "\"" + (text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...") + "\"";
  }

  /**
   * Checks numbers, main line and distance to mate.
   *
   * @param info what the engine has said
   * @param answer its move, as it is written
   * @param position where it moved; moves are made on it and taken back
   */
  void check(EngineInfo info, String answer, Position position) {
    if (!info.odd().isEmpty()) {
      warn("number", quoted(info.odd()) + " can't be");
    }
    if (info.mainLine().isEmpty()) {
      return;
    }
    if (!answer.equals(info.favourite())) {
      warn("bestmove", "the answer " + quoted(answer) + " is not how the main line " + quoted(info.mainLine()) + " begins");
    }
    int side = position.sideToMove();
    int made = position.movesMade();
    int plies = follow(info.mainLine(), position);
    if (plies >= 0 && info.mate() != 0) {
      checkMate(info, plies, position.outcome().isOver() ? position.outcome().valueFor(side) : 0);
    }
    while (position.movesMade() > made) {
      position.unmake();
    }
  }

  /** {@return how many moves the line has, or -1 if it can't be played} */
  private int follow(String line, Position position) {
    int plies = 0;
    Words words = new Words(line);
    for (String word = words.next(); word != null; word = words.next()) {
      if (position.outcome().isOver()) {
        warn("pv", "the main line goes on with " + quoted(word) + " after " + position.ending() + " in " + position.text());
        return -1;
      }
      try {
        position.make(position.parseMove(word));
      } catch (BadInputException e) {
        warn("pv", quoted(word) + " in the main line is no legal move in " + position.text());
        return -1;
      }
      plies++;
    }
    return plies;
  }

  /** A line that is cut short contradicts nothing; one that ends elsewhere than the score says does. */
  private void checkMate(EngineInfo info, int plies, int result) {
    long distance = info.mate() > 0 ? 2 * info.mate() - 1 : -2 * info.mate();
    if (plies > distance || result != 0 && (plies != distance || result != Long.signum(info.mate()))) {
      warn("mate", "score mate " + info.mate() + " does not fit the main line of " + plies + " plies, "
          + quoted(info.mainLine()));
    }
  }
}
