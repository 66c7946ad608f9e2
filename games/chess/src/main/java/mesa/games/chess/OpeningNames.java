package mesa.games.chess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What openings are called, by position: a game has the name of the last of its positions that has one. */
final class OpeningNames {
  private static final String FILE = "openings.txt";

  /** Plies after which no name comes any more. */
  private final int longest;

  private final Map<Long, Map<String, String>> names = new HashMap<>();

  /** Holds the one table, read when it is first wanted. */
  private static final class Shipped {
    static final OpeningNames NAMES = read();
  }

  static OpeningNames shipped() {
    return Shipped.NAMES;
  }

  private OpeningNames(List<Line> lines) {
    lines.forEach(line -> names.put(line.end().hash(), line.tags()));
    longest = lines.stream().mapToInt(line -> line.moves().length).max().orElse(0);
  }

  /**
   * A line of the file.
   *
   * @param tags the code, the opening and perhaps its variation, by the names that PGN has for them
   * @param moves from the start, in algebraic notation
   */
  record Line(Map<String, String> tags, String[] moves) {
    /** Reads {@code B33 Sicilian defence: Pelikan variation | e4 c5 ...}. */
    static Line parse(String text) {
      String[] halves = text.split("\\|");
      String[] name = halves[0].strip().substring(4).split(": ", 2);
      Map<String, String> tags = new LinkedHashMap<>();
      tags.put("ECO", halves[0].substring(0, 3));
      tags.put("Opening", name[0]);
      if (name.length == 2) {
        tags.put("Variation", name[1]);
      }
      return new Line(tags, halves[1].strip().split(" +"));
    }

    /** {@return a new position after its moves} */
    ChessPosition end() {
      ChessPosition position = (ChessPosition) Chess.GAME.start();
      for (String move : moves) {
        position.make(position.parseMove(move));
      }
      return position;
    }
  }

  /** {@return the lines of the file in their order} */
  static List<Line> lines() {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(OpeningNames.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpeningNames read() {
    return new OpeningNames(lines());
  }

  /**
   * Names the opening of a game.
   *
   * @param position where it began; moved on
   * @param moves legal from there
   * @return tags, or none if none of its positions has a name
   */
  Map<String, String> of(ChessPosition position, List<String> moves) {
    Map<String, String> latest = Map.of();
    for (int ply = 0; ply < Math.min(longest, moves.size()); ply++) {
      position.make(MoveText.find(position, moves.get(ply)));
      latest = names.getOrDefault(position.hash(), latest);
    }
    return latest;
  }
}
