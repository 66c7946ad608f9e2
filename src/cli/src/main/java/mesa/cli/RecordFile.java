package mesa.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.RecordFormat;
import mesa.core.Registry;

/**
 * A file of finished games, plain or compressed by gzip, or a pipe that brings one.
 *
 * @param path where it is
 * @param format how its games are written
 */
record RecordFile(Path path, RecordFormat format) {
  private static final String COMPRESSED = ".gz";
  private static final int BUFFER = 1 << 16;

  /**
   * Finds a file and the format of its games.
   *
   * @param game the spec of the game; null to go by the ending of the file's name
   * @throws BadInputException if there is no such file or pipe, or no game keeps its records so
   */
  static RecordFile of(Path path, String game, Registry registry) {
    if (!Files.exists(path)) {
      throw new BadInputException("there is no file \"" + path + "\" to read games from");
    }
    if (Files.isDirectory(path)) {
      throw new BadInputException("\"" + path + "\" is a folder; a file of games is wanted");
    }
    return new RecordFile(path, game == null ? byName(path, registry) : formatOf(registry.game(game)));
  }

  private static RecordFormat formatOf(Game game) {
    return game.recordFormat().orElseThrow(
        () -> new BadInputException("there is no format for records of games of " + game.name()));
  }

  /** The first game in the order of names whose files end so. */
  private static RecordFormat byName(Path path, Registry registry) {
    String name = path.getFileName().toString();
    String plain = name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    List<RecordFormat> formats = registry.games().stream().map(GameProvider::name).sorted()
        .flatMap(game -> registry.game(game).recordFormat().stream()).toList();
    return formats.stream().filter(format -> plain.endsWith("." + format.extension())).findFirst().orElseThrow(() -> {
      TreeSet<String> endings = new TreeSet<>();
      formats.forEach(format -> endings.add("." + format.extension()));
      return new BadInputException("the name of \"" + path + "\" does not say which game it is of: endings are "
          + String.join(", ", endings) + "; --game says it, too");
    });
  }

  /** Whether bytes begin as a compressed file does. */
  private static boolean isCompressed(InputStream in) throws IOException {
    in.mark(2);
    boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return compressed;
  }

  /** Its bytes, decompressed if they are compressed. */
  static InputStream plain(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, BUFFER);
    return isCompressed(in) ? new GZIPInputStream(in, BUFFER) : in;
  }
}
