package mesa.onnx;

import mesa.core.Moves;
import mesa.core.Position;

/** Finds where in a net's policy the moves of a position stand. */
interface MoveOrder {
  /** Writes the places of moves, in their order. */
  void places(Position position, Moves moves, int[] into);
}
