package mesa.testkit;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * Everything that can be seen of a position, so that two moments can be compared.
 *
 * @param text of the position
 * @param hash in hexadecimal, for messages
 * @param sideToMove 0 or 1
 * @param outcome how it stands
 * @param ending why it is over
 * @param moves the legal ones, in order
 * @param made the moves made, oldest first
 * @param diagram for a terminal
 * @param features the encoder's bits as each side sees them; empty without an encoder
 */
record Snapshot(
    String text,
    String hash,
    int sideToMove,
    Outcome outcome,
    String ending,
    List<String> moves,
    List<Integer> made,
    String diagram,
    List<List<Integer>> features) {

  static Snapshot of(Game game, Position position) {
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < position.movesMade(); i++) {
      made.add(position.moveMade(i));
    }
    List<List<Integer>> features = new ArrayList<>();
    game.encoder().ifPresent(encoder -> {
      for (int side = 0; side < game.sides(); side++) {
        features.add(features(encoder, position, side));
      }
    });
    return new Snapshot(
        position.text(),
        Long.toHexString(position.hash()),
        position.sideToMove(),
        position.outcome(),
        position.ending(),
        moves(position),
        made,
        position.diagram(),
        features);
  }

  /** {@return the legal moves as texts, in the position's order} */
  static List<String> moves(Position position) {
    List<String> texts = new ArrayList<>();
    for (int move : Moves.of(position).toArray()) {
      texts.add(position.format(move));
    }
    return texts;
  }

  /** {@return the active features in ascending order, those past the encoder's last one included} */
  static List<Integer> features(Encoder encoder, Position position, int side) {
    long[] bits = new long[encoder.words()];
    encoder.encode(position, side, bits);
    List<Integer> active = new ArrayList<>();
    for (int feature = 0; feature < 64 * bits.length; feature++) {
      if ((bits[feature >> 6] >>> feature & 1) != 0) {
        active.add(feature);
      }
    }
    return active;
  }
}
