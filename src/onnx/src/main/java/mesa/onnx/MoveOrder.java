package mesa.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Moves;
import mesa.core.PlaneEncoder;
import mesa.core.Position;

/** Finds where in a net's policy the moves of a position stand. */
interface MoveOrder {
  /** Writes the places of moves, in their order. */
  void places(Position position, Moves moves, int[] into);

  /** By the slots of an encoder. */
  static MoveOrder of(Encoder encoder) {
    return encoder::actions;
  }

  /** By the slots of planes. */
  static MoveOrder of(PlaneEncoder encoder) {
    return (position, moves, into) -> {
      for (int i = 0; i < moves.size(); i++) {
        into[i] = encoder.action(position, moves.get(i));
      }
    };
  }

  /**
   * By a list of moves. Writing each move as text allocates.
   *
   * @param texts moves as the game's people write them, different ones
   * @throws BadInputException if one is there twice
   */
  static MoveOrder of(List<String> texts) {
    Map<String, Integer> places = new HashMap<>();
    for (String text : texts) {
      if (places.put(text, places.size()) != null) {
        throw new BadInputException("its list of moves has " + text + " twice");
      }
    }
    return (position, moves, into) -> {
      for (int i = 0; i < moves.size(); i++) {
        String text = position.format(moves.get(i));
        Integer place = places.get(text);
        if (place == null) {
          throw new BadInputException("the model's list of moves lacks " + text + ", legal in " + position.text());
        }
        into[i] = place;
      }
    };
  }
}
