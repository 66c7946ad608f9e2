package mesa.testkit;

import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/** A random game replayed and taken back with all that a search asks of it on the way; allocates nothing itself. */
final class GameLoop implements Runnable {
  private final Position position;
  private final int[] line;
  private final Encoder encoder;
  private final long[] bits;
  private final Moves moves = new Moves();
  private final int[] slots = new int[1024];
  private final int sides;
  /** Keeps the compiler from dropping what nobody reads. */
  private long sink;

  GameLoop(Game game, Rng rng, int plies) {
    position = game.start();
    encoder = game.encoder().orElse(null);
    bits = new long[encoder == null ? 0 : encoder.words()];
    sides = game.sides();
    for (int ply = 0; ply < plies && !position.outcome().isOver(); ply++) {
      Moves legal = Moves.of(position);
      position.make(legal.get(rng.below(legal.size())));
    }
    line = new int[position.movesMade()];
    for (int ply = 0; ply < line.length; ply++) {
      line[ply] = position.moveMade(ply);
    }
    while (position.movesMade() > 0) {
      position.unmake();
    }
  }

  int length() {
    return line.length;
  }

  @Override
  public void run() {
    for (int move : line) {
      look();
      position.make(move);
    }
    look();
    for (int ply = 0; ply < line.length; ply++) {
      position.unmake();
    }
  }

  private void look() {
    sink += position.hash() + position.outcome().ordinal() + position.sideToMove() + position.movesMade();
    moves.clear();
    position.legalMoves(moves);
    if (encoder == null) {
      return;
    }
    for (int side = 0; side < sides; side++) {
      encoder.encode(position, side, bits);
      sink += bits[0];
    }
    for (int i = 0; i < moves.size(); i++) {
      sink += encoder.action(position, moves.get(i));
    }
    encoder.actions(position, moves, slots);
    sink += slots[0];
  }
}
