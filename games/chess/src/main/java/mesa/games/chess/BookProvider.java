package mesa.games.chess;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;
import mesa.core.Spec;

/** Brings the player {@code book} of chess. */
public final class BookProvider implements PlayerProvider {
  private static final Option<String> FILE = Option.file("file", null, "a file", "a Polyglot book (.bin)");
  private static final Option<String> PICK =
      Option.choice("pick", List.of("weighted", "best"), "draws a move by its weight, or takes the heaviest");
  private static final Option<Long> PLIES =
      Option.integer("plies", null, 0, Integer.MAX_VALUE, "plies of a game that the book is asked for; usually all");
  private static final Option<Spec> THEN = Option.player("then", "rules", "plays where the book has no move");

  /** Makes the provider; for the service loader. */
  public BookProvider() {}

  @Override
  public String name() {
    return "book";
  }

  @Override
  public String summary() {
    return "plays from an opening book, then as another player";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FILE, PICK, PLIES, THEN);
  }

  @Override
  public boolean plays(Game game) {
    return game instanceof Chess;
  }

  @Override
  public Player create(Setup setup) {
    PolyglotBook book = PolyglotBook.open(file(setup));
    Long plies = setup.get(PLIES);
    return new BookPlayer(
        book, setup.get(PICK).equals("best"), plies == null ? Long.MAX_VALUE : plies, setup.player(THEN));
  }

  private static Path file(Setup setup) {
    String file = setup.get(FILE);
    if (file == null) {
      throw new BadInputException("book needs a file (in \"" + setup.spec() + "\"), as in book:file=book.bin");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInputException("book's file \"" + file + "\" is no path: " + e.getReason(), e);
    }
  }
}
