package mesa.games.hex;

import mesa.core.Outcome;
import mesa.core.Rng;

/**
 * Random games in one stroke. Whoever has joined its edges keeps them joined whatever is played on, and on a full board
 * exactly one side has. So a random game is won by whoever has won once the free cells are dealt out at random, as many
 * to each side as it has moves left, and after fewer moves the same holds for the cells dealt so far.
 */
final class Playout {
  private final Board board;
  private final long[] free = new long[Cells.WORDS];
  private final long[] dealt = new long[Cells.WORDS];
  private final Flood flood;

  Playout(Board board) {
    this.board = board;
    flood = new Flood(board);
  }

  /**
   * Plays a game to its end.
   *
   * @param stones of both sides, neither of which has won; left as they are
   * @param empty how many cells are free
   * @param side to move
   * @param plies after so many moves the game is broken off
   */
  Outcome play(long[][] stones, int empty, int side, Rng rng, int plies) {
    for (int word = 0; word < board.words; word++) {
      free[word] = board.cells[word] & ~(stones[0][word] | stones[1][word]);
    }
    int moves = Math.min(plies, empty);
    int movesOfFirst = moves + 1 - side >> 1;
    deal(movesOfFirst, rng);
    if (joins(stones[0], 0)) {
      return Outcome.FIRST_WON;
    }
    if (moves == empty) {
      return Outcome.SECOND_WON;
    }
    for (int word = 0; word < board.words; word++) {
      free[word] &= ~dealt[word];
    }
    deal(moves - movesOfFirst, rng);
    return joins(stones[1], 1) ? Outcome.SECOND_WON : Outcome.ONGOING;
  }

  private boolean joins(long[] stones, int side) {
    for (int word = 0; word < board.words; word++) {
      dealt[word] |= stones[word];
    }
    return flood.joins(dealt, side);
  }

  /**
   * Draws a set of exactly so many free cells, each such set as likely as any other: a fair coin for each cell, and then
   * changes of single cells, drawn among those that have to change, until the number is right. From 121 cells that is 4
   * changes on average; drawing 61 of them one by one (Fisher and Yates) took three times as long, 208 ns.
   */
  private void deal(int count, Rng rng) {
    int surplus = -count;
    for (int word = 0; word < board.words; word++) {
      dealt[word] = free[word] & rng.next();
      surplus += Long.bitCount(dealt[word]);
    }
    int excess = surplus >> 31; // All ones where cells are missing.
    int left = Math.abs(surplus);
    while (left > 0) {
      // Each byte names one of 256 cells; most are not among those that have to change.
      for (long draws = rng.next(), i = 0; i < 8 && left > 0; i++, draws >>>= 8) {
        int cell = (int) draws & 255;
        int word = cell >> 6;
        long hit = free[word] & (dealt[word] ^ excess) & 1L << cell;
        dealt[word] ^= hit;
        left -= Long.bitCount(hit);
      }
    }
  }
}
