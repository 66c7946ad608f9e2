package mesa.games.hex;

import java.net.URL;
import java.util.Optional;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.Position;

/**
 * Hex on a rhombus of 2 to 13 cells a side. Side 0, x, joins top and bottom, side 1, o, left and right; one of them
 * always succeeds, so there are no draws. The swap rule is not played: with best play who moves first wins.
 */
final class Hex implements Game {
  static final int USUAL_SIZE = 11;
  static final Option<Long> SIZE =
      Option.integer("size", (long) USUAL_SIZE, 2, Cells.LONGEST, "cells along each side of the board");

  private final Board board;
  private final HexEncoder encoder;

  Hex(int size) {
    board = Board.of(size);
    encoder = new HexEncoder(board);
  }

  Board board() {
    return board;
  }

  @Override
  public String name() {
    return board.size == USUAL_SIZE ? "hex" : "hex:size=" + board.size;
  }

  @Override
  public Position start() {
    return new HexPosition(board);
  }

  @Override
  public Position parse(String text) {
    return Notation.parse(text, board);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(encoder);
  }

  /** What ships with another size than the usual one lies in a folder of that name; who serves as an engine is one for all. */
  @Override
  public Optional<URL> resource(String path) {
    return Game.super.resource(board.size == USUAL_SIZE || path.equals("uci.properties") ? path : board.size + "/" + path);
  }

  @Override
  public String toString() {
    return name();
  }
}
