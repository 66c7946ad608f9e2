package mesa.core;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one game: deterministic, nothing hidden, one side (a puzzle) or two; games of chance, of hidden
 * information or of more than two sides are not for Mesa. Immutable and safe to share between threads.
 *
 * <p>What a game ships beside its rules it keeps as {@linkplain #resource resources} in the package of its class. The
 * framework looks for these, all of them optional:
 * <pre>
 * demo.txt              players of the demo tournament, a spec a line, the weakest first; first line: games=N openings=NAME
 * bench.txt             searches for the signature, a line each: SPEC | POSITION (empty for the start)
 * openings/NAME.txt     opening lines, moves separated by spaces, a line each; # starts a comment
 * suites.txt            suites of problems, a line each: NAME and what it is
 * suites/NAME.EXT       a suite, in the game's format and with the ending of its files
 * recipes.json          training recipes by name
 * uci.properties        player: who serves the game as a UCI engine; usual=true: this game, where none is named
 * net.safetensors       the net that eval=net means; net.md is its model card
 * </pre>
 */
public interface Game {
  /** {@return the spec that names this game, options included where they are not the usual ones: {@code hex:size=7}} */
  String name();

  /** {@return the name of the game whose nets suit this one: its own, unless it is a variant that shares an encoder} */
  default String family() {
    return name();
  }

  /** {@return how many sides there are, 1 or 2} */
  default int sides() {
    return 2;
  }

  /** {@return a new position at the start of the game} */
  Position start();

  /**
   * Reads a position.
   *
   * @param text as {@link Position#text} writes it, such as a FEN
   * @return a new position, with no move made yet
   * @throws BadInputException if the text is malformed or no legal position; the message quotes what is wrong and where
   */
  Position parse(String text);

  /** {@return what a network sees of this game, or nothing if it has no encoder} */
  default Optional<Encoder> encoder() {
    return Optional.empty();
  }

  /** {@return the planes in which convolutional nets of various origins may see this game; none unless it says so} */
  default List<PlaneEncoder> planeEncoders() {
    return List.of();
  }

  /** {@return the format in which this game's people keep their games, such as PGN, or nothing} */
  default Optional<RecordFormat> recordFormat() {
    return Optional.empty();
  }

  /** {@return the format in which this game's people keep positions with a known answer, such as EPD, or nothing} */
  default Optional<SuiteFormat> suiteFormat() {
    return Optional.empty();
  }

  /** {@return the format in which this game's people keep opening books, or nothing} */
  default Optional<BookFormat> bookFormat() {
    return Optional.empty();
  }

  /**
   * {@return settings without which an engine of the game's usual protocol would play another game, by name: for
   * Chess960 the option {@code UCI_Chess960}; usually none}
   */
  default Map<String, String> engineOptions() {
    return Map.of();
  }

  /**
   * Finds something that ships with the game.
   *
   * @param path relative to the package of the game's class, such as {@code openings/short.txt}
   * @return where it is, or nothing if the game does not ship it
   */
  default Optional<URL> resource(String path) {
    return Optional.ofNullable(getClass().getResource(path));
  }
}
