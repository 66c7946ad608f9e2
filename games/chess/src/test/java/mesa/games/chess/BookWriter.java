package mesa.games.chess;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Makes Polyglot books for tests. */
final class BookWriter {
  private static final int RECORD = 16;

  /** Weights by coded move, by key. */
  private final TreeMap<Long, TreeMap<Integer, Integer>> weights = new TreeMap<>(Long::compareUnsigned);

  BookWriter add(ChessPosition position, int move, int weight) {
    weights.computeIfAbsent(PolyglotKey.of(position), key -> new TreeMap<>())
        .merge(PolyglotBook.code(move), weight, Integer::sum);
    return this;
  }

  /** Adds a weight of 1 to each move of a game. */
  BookWriter line(String moves) {
    ChessPosition position = Games.start();
    for (String text : moves.split(" ")) {
      int move = position.parseMove(text);
      add(position, move, 1);
      position.make(move);
    }
    return this;
  }

  byte[] bytes() {
    int records = weights.values().stream().mapToInt(Map::size).sum();
    ByteBuffer out = ByteBuffer.allocate(RECORD * records);
    weights.forEach((key, moves) -> moves.forEach((move, weight) ->
        out.putLong(key).putShort((short) (int) move).putShort((short) (int) weight).putInt(0)));
    return out.array();
  }
}
