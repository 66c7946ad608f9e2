package mesa.arena;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import mesa.core.BadInputException;
import mesa.core.BookFormat;
import mesa.core.Game;
import mesa.core.RecordFormat;
import mesa.core.Rng;
import mesa.core.SuiteFormat;

/** Finds the openings of a tournament, wherever they come from, and puts them in order. */
final class Openings {
  private static final Pattern RANDOM = Pattern.compile("random:(\\d{1,4})");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private Openings() {}

  /**
   * Finds openings.
   *
   * @param plan names them and says in which order they come
   * @param wanted how many to draw where they are drawn, at least 1; a list is always read whole
   * @return at least one; fewer drawn ones than wanted where there are no more
   * @throws BadInputException if there are none, or one is wrong
   */
  static List<Opening> load(Plan plan, int wanted) {
    List<Opening> found = find(plan.game(), plan.openings(), wanted, plan.seed(), plan.openingPlies());
    if (plan.openingStart() > found.size()) {
      throw new BadInputException(plan.openings().equals("none")
          ? "there is no opening " + plan.openingStart() + " to start with, for the openings are none: name a list, or leave it out"
          : "there is no opening " + plan.openingStart() + " among the " + found.size() + " of \""
          + plan.openings() + "\" to start with");
    }
    int[] order = plan.shuffled()
        ? Lots.draw(found.size(), new Rng(Rng.mix(~plan.seed())))
        : IntStream.range(0, found.size()).toArray();
    return IntStream.range(0, order.length)
        .mapToObj(i -> found.get(order[(plan.openingStart() - 1 + i) % order.length])).toList();
  }

  /**
   * Finds openings, in the order in which they are listed.
   *
   * @param game that is played
   * @param text names them, as for {@link TournamentBuilder#openings}
   * @param wanted how many to draw where they are drawn, at least 1; a list is always read whole
   * @param seed of the draw
   * @param plies how far games and books are followed
   * @return at least one; fewer drawn ones than wanted where there are no more
   * @throws BadInputException if there are none, or one is wrong
   */
  static List<Opening> find(Game game, String text, int wanted, long seed, int plies) {
    List<Opening> found = search(game, text, new DrawnOpenings(game, wanted, seed), plies);
    if (found.isEmpty()) {
      throw new BadInputException(
          "the openings \"" + text + "\" hold none of " + plies + " plies that leaves anything to play");
    }
    return found;
  }

  private static List<Opening> search(Game game, String text, DrawnOpenings drawn, int plies) {
    if (text.equals("none")) {
      return List.of(Opening.NONE);
    }
    Matcher random = RANDOM.matcher(text);
    if (random.matches()) {
      return drawn.random(Integer.parseInt(random.group(1)));
    }
    try {
      Optional<URL> shipped =
          NAME.matcher(text).matches() ? game.resource("openings/" + text + ".txt") : Optional.empty();
      if (shipped.isPresent()) {
        try (InputStream in = shipped.get().openStream()) {
          return OpeningLines.read(game, text, in);
        }
      }
      Path file = Path.of(text);
      if (Files.isRegularFile(file)) {
        return read(game, text, file, drawn, plies);
      }
    } catch (InvalidPathException e) {
      // No file either: said below.
    } catch (IOException e) {
      throw new BadInputException("the openings \"" + text + "\" can't be read: " + e.getMessage(), e);
    }
    throw new BadInputException("\"" + text + "\" names no openings of " + game.name()
        + "; write none, random:PLIES, a list that ships with the game, or a file" + kinds(game));
  }

  /** {@return what else than lines a file may hold, such as {@code (lines, .pgn, .epd, .bin; .gz of these)}} */
  private static String kinds(Game game) {
    List<String> endings = List.of(ending(game.recordFormat(), RecordFormat::extension),
        ending(game.suiteFormat(), SuiteFormat::extension), ending(game.bookFormat(), BookFormat::extension));
    return " (lines of moves or a position" + String.join("", endings) + ")";
  }

  private static <F> String ending(Optional<F> format, Function<F, String> extension) {
    return format.map(known -> ", ." + extension.apply(known)).orElse("");
  }

  private static List<Opening> read(Game game, String text, Path file, DrawnOpenings drawn, int plies) throws IOException {
    String name = file.getFileName().toString();
    boolean packed = name.endsWith(".gz");
    String ending = Arrays.stream((packed ? name.substring(0, name.length() - 3) : name).split("\\."))
        .reduce("", (earlier, last) -> last);
    if (game.bookFormat().isPresent() && game.bookFormat().get().extension().equals(ending) && !packed) {
      return drawn.fromBook(game.bookFormat().get().open(file), plies, text);
    }
    try (InputStream raw = Files.newInputStream(file); InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      if (game.recordFormat().isPresent() && game.recordFormat().get().extension().equals(ending)) {
        return RecordedOpenings.read(game, game.recordFormat().get(), text, in, plies);
      }
      if (game.suiteFormat().isPresent() && game.suiteFormat().get().extension().equals(ending)) {
        return RecordedOpenings.read(game.suiteFormat().get(), text, in);
      }
      return OpeningLines.read(game, text, in);
    }
  }
}
