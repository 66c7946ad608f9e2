package mesa.arena;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.RecordFormat;
import mesa.core.Registry;
import mesa.core.Suggestion;
import mesa.core.SuiteFormat;

/**
 * What can be made of a run's journal for other programs, the same bytes each time. Games are read one after the other, in
 * the order of the schedule, so that a million of them take no more memory than a few.
 */
public final class Export {
  private static final String GAMES = "games";
  private static final String MOVES = "moves";
  private static final String POSITIONS = "positions";
  private static final String CROSS = "cross";

  private final Path folder;
  private final Game game;

  private Export(Path folder, Game game) {
    this.folder = folder;
    this.game = game;
  }

  /**
   * Looks at a run.
   *
   * @param folder of it
   * @param registry knows its game
   * @return what can be made of it
   * @throws BadInputException if there is no journal
   * @throws IOException if it can't be read
   */
  public static Export of(Path folder, Registry registry) throws IOException {
    return new Export(folder, registry.game(JournalReader.run(folder.resolve(Journal.FILE)).game()));
  }

  /** {@return names of formats: games, moves, positions, cross, and the endings of what the game's people use} */
  public List<String> formats() {
    List<String> formats = new ArrayList<>(List.of(GAMES, MOVES, POSITIONS, CROSS));
    game.recordFormat().map(RecordFormat::extension).ifPresent(formats::add);
    game.suiteFormat().map(SuiteFormat::extension).ifPresent(formats::add);
    return formats;
  }

  /**
   * Checks the name of a format.
   *
   * @param format of {@link #formats}
   * @throws BadInputException if it is none of them
   */
  public void require(String format) {
    if (!formats().contains(format)) {
      throw new BadInputException("\"" + format + "\" is no format for games of " + game.name()
          + Suggestion.of(format, formats(), "there are " + String.join(", ", formats())));
    }
  }

  /**
   * Writes all games.
   *
   * @param format of {@link #formats}
   * @param out where to; left open
   * @throws BadInputException if there is no such format, or the journal is damaged
   * @throws IOException if something can't be read or written
   */
  public void write(String format, Writer out) throws IOException {
    require(format);
    Optional<RecordFormat> records = game.recordFormat().filter(known -> known.extension().equals(format));
    switch (format) {
      case GAMES -> GamesCsv.write(new GameIndex(folder), game, out);
      case MOVES -> MovesCsv.write(new GameIndex(folder), out);
      case CROSS -> CrossCsv.write(Results.read(folder), out);
      default -> {
        if (records.isPresent()) {
          GameFile.write(new GameIndex(folder), game, records.get(), out);
        } else {
          FinalPositions.write(new GameIndex(folder), game, out);
        }
      }
    }
  }
}
