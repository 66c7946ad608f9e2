package mesa.games.chess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mesa.core.Moves;
import mesa.core.Position;

/** The moves that the lines of {@code opening-table.txt} play, by position, so that transpositions are found too. */
final class OpeningTable {
  private static final String FILE = "opening-table.txt";
  private static final Moves NOTHING = new Moves(0);

  private final Map<Long, Moves> moves = new HashMap<>();

  private OpeningTable() {}

  /** Holds the one table, read when it is first wanted. */
  private static final class Shipped {
    static final OpeningTable TABLE = read();
  }

  static OpeningTable shipped() {
    return Shipped.TABLE;
  }

  private static OpeningTable read() {
    OpeningTable table = new OpeningTable();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(OpeningTable.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
          .forEach(table::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void addLine(String line) {
    Position position = Chess.GAME.start();
    for (String text : line.split("\\s+")) {
      int move = position.parseMove(text);
      Moves known = moves.computeIfAbsent(position.hash(), hash -> new Moves(4));
      if (!known.contains(move)) {
        known.add(move);
      }
      position.make(move);
    }
  }

  /** {@return the moves known for a position, each once; none if it is in no line} */
  Moves of(Position position) {
    return moves.getOrDefault(position.hash(), NOTHING);
  }
}
