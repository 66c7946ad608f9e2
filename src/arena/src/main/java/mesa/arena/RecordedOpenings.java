package mesa.arena;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameRecord;
import mesa.core.Position;
import mesa.core.RecordEntry;
import mesa.core.RecordFormat;
import mesa.core.RecordReader;
import mesa.core.SuiteFormat;

/** Takes openings from files in the formats of a game's people. */
final class RecordedOpenings {
  private RecordedOpenings() {}

  /**
   * Takes the first moves of games; those that two games share come once, and games that end before are passed over.
   *
   * @param game that is played
   * @param format of the file
   * @param source names the file in messages
   * @param in its bytes
   * @param plies how many moves
   * @return openings in the order of the file
   * @throws BadInputException if a game can't be read; the message has its line
   */
  static List<Opening> read(Game game, RecordFormat format, String source, InputStream in, int plies) throws IOException {
    Set<List<String>> seen = new LinkedHashSet<>();
    List<Opening> openings = new ArrayList<>();
    String usualStart = game.start().text();
    RecordReader reader = format.read(in);
    for (RecordEntry entry = reader.next(); entry != null; entry = reader.next()) {
      switch (entry) {
        case RecordEntry.Broken broken ->
            throw new BadInputException(source + " line " + broken.line() + ": " + broken.message());
        case RecordEntry.Whole whole -> {
          GameRecord record = whole.game();
          if (record.moves().size() >= plies) {
            List<String> moves = new ArrayList<>(record.moves().subList(0, plies));
            String start = record.start().equals(usualStart) ? null : record.start();
            Opening opening = opening(game, start, moves).named(record.tags());
            moves.add(record.start());
            if (!opening.position(game).outcome().isOver() && seen.add(moves)) {
              openings.add(opening);
            }
          }
        }
      }
    }
    return openings;
  }

  private static Opening opening(Game game, String start, List<String> words) {
    Position position = start == null ? game.start() : game.parse(start);
    int[] moves = new int[words.size()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = position.parseMove(words.get(i));
      position.make(moves[i]);
    }
    return new Opening(start, moves, String.join(" ", words));
  }

  /**
   * Takes positions.
   *
   * @param format of the file
   * @param source names the file in messages
   * @param in its bytes
   * @return openings in the order of the file
   * @throws BadInputException if a line is wrong; the message has its number
   */
  static List<Opening> read(SuiteFormat format, String source, InputStream in) throws IOException {
    List<Opening> openings = new ArrayList<>();
    format.read(new InputStreamReader(in, StandardCharsets.UTF_8), source,
        problem -> openings.add(new Opening(problem.position(), new int[0], "").named(problem.id())),
        fault -> {
          throw fault;
        });
    return openings;
  }
}
