package mesa.arena;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Reads and makes openings. A list has one on a line: moves from the start of the game, separated by spaces, or the
 * text of a position, such as a FEN. Empty lines and what follows {@code #} are skipped.
 */
final class Openings {
  private static final Pattern RANDOM = Pattern.compile("random:(\\d{1,4})");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /** Draws in a row that bring no new opening before the game is taken to have no more. */
  private static final int PATIENCE = 1000;

  private Openings() {}

  /**
   * Finds openings.
   *
   * @param game what is played
   * @param text {@code none}, {@code random:PLIES}, the name of a list that ships with the game, or a file
   * @param wanted how many random ones to make, at least 1; a list is always read whole
   * @param seed of the random ones
   * @return at least one; fewer random ones than wanted where the game has no more
   * @throws BadInputException if there is no such list, or a line of it is wrong
   */
  static List<Opening> load(Game game, String text, int wanted, long seed) {
    if (text.equals("none")) {
      return List.of(Opening.NONE);
    }
    Matcher random = RANDOM.matcher(text);
    if (random.matches()) {
      return random(game, Integer.parseInt(random.group(1)), wanted, seed);
    }
    List<Opening> openings = parse(game, text, read(game, text));
    if (openings.isEmpty()) {
      throw new BadInputException("the openings \"" + text + "\" hold no line");
    }
    return openings;
  }

  private static String read(Game game, String text) {
    try {
      Optional<java.net.URL> shipped =
          NAME.matcher(text).matches() ? game.resource("openings/" + text + ".txt") : Optional.empty();
      if (shipped.isPresent()) {
        try (InputStream in = shipped.get().openStream()) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      Path file = Path.of(text);
      if (Files.isRegularFile(file)) {
        return Files.readString(file);
      }
    } catch (InvalidPathException e) {
      // No file either: said below.
    } catch (IOException e) {
      throw new BadInputException("the openings \"" + text + "\" can't be read: " + e.getMessage(), e);
    }
    throw new BadInputException("\"" + text + "\" names no openings of " + game.name()
        + "; write none, random:PLIES, a list that ships with the game, or a file with moves or a position on each line");
  }

  private static List<Opening> parse(Game game, String source, String text) {
    List<Opening> openings = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      String content = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!content.isEmpty()) {
        try {
          openings.add(opening(game, content));
        } catch (BadInputException e) {
          throw new BadInputException(source + " line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return openings;
  }

  private static Opening opening(Game game, String line) {
    Opening opening = isPosition(game, line)
        ? new Opening(game.parse(line).text(), new int[0], "")
        : line(game, line.split("\\s+"));
    if (opening.position(game).outcome().isOver()) {
      throw new BadInputException("\"" + line + "\" leaves nothing to play: the game is over");
    }
    return opening;
  }

  /** A line is taken as moves unless its first word is none and the whole is a position. */
  private static boolean isPosition(Game game, String line) {
    try {
      game.start().parseMove(line.split("\\s+", 2)[0]);
      return false;
    } catch (BadInputException notAMove) {
      try {
        game.parse(line);
        return true;
      } catch (BadInputException notAPosition) {
        return false;
      }
    }
  }

  private static Opening line(Game game, String[] words) {
    Position position = game.start();
    int[] moves = new int[words.length];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      moves[i] = position.parseMove(words[i]);
      text.append(i == 0 ? "" : " ").append(position.format(moves[i]));
      position.make(moves[i]);
    }
    return new Opening(null, moves, text.toString());
  }

  private static List<Opening> random(Game game, int plies, int wanted, long seed) {
    Rng rng = new Rng(Rng.mix(seed));
    Set<Long> seen = new HashSet<>();
    List<Opening> openings = new ArrayList<>();
    Moves legal = new Moves();
    for (int failures = 0; openings.size() < wanted && failures < PATIENCE; failures++) {
      Position position = game.start();
      int[] moves = new int[plies];
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < plies && !position.outcome().isOver(); i++) {
        legal.clear();
        position.legalMoves(legal);
        moves[i] = legal.get(rng.below(legal.size()));
        text.append(i == 0 ? "" : " ").append(position.format(moves[i]));
        position.make(moves[i]);
      }
      if (!position.outcome().isOver() && seen.add(position.hash())) {
        openings.add(new Opening(null, moves, text.toString()));
        failures = 0;
      }
    }
    if (openings.isEmpty()) {
      throw new BadInputException("\"random:" + plies + "\" finds no opening: " + game.name()
          + " is over by then; ask for fewer plies");
    }
    return openings;
  }

  /**
   * Shuffles.
   *
   * @param openings any
   * @param seed the tournament's
   * @return the same ones in another order
   */
  static List<Opening> shuffled(List<Opening> openings, long seed) {
    return Arrays.stream(Lots.draw(openings.size(), new Rng(Rng.mix(~seed)))).mapToObj(openings::get).toList();
  }
}
