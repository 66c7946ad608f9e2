package mesa.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.PlaneEncoder;

/**
 * What a game can show to a net, by the ids of its encoder and its planes.
 *
 * @param game any game
 */
record Sights(Game game) {
  private static final String OTHER = "/other";

  /**
   * Finds what fills an input.
   *
   * @param input its name, for messages
   * @param text an id, followed by /other for the other side's view of features
   * @throws BadInputException if the game shows nothing of that name
   */
  Feed feed(String input, String text) {
    Optional<Encoder> encoder = game.encoder();
    if (encoder.isPresent() && text.startsWith(encoder.get().id())) {
      String view = text.substring(encoder.get().id().length());
      if (view.isEmpty() || view.equals(OTHER)) {
        return new Feed.Features(encoder.get(), view.isEmpty() ? 0 : 1);
      }
    }
    return planes(text).<Feed>map(Feed.Planes::new)
        .orElseThrow(() -> unknown("its input \"" + input + "\" is to show", text));
  }

  private Optional<PlaneEncoder> planes(String id) {
    return game.planeEncoders().stream().filter(planes -> planes.id().equals(id)).findFirst();
  }

  /**
   * How a policy is ordered.
   *
   * @param order where moves stand
   * @param actions how many numbers there are
   */
  record Slots(MoveOrder order, int actions) {}

  /**
   * Finds an order of moves.
   *
   * @param text an id, or moves separated by spaces
   * @throws BadInputException if the game has no such order
   */
  Slots slots(String text) {
    List<String> moves = List.of(text.strip().split("\\s+"));
    if (moves.size() > 1) {
      return new Slots(MoveOrder.of(moves), moves.size());
    }
    Optional<Encoder> encoder = game.encoder().filter(any -> any.id().equals(text));
    if (encoder.isPresent()) {
      return new Slots(MoveOrder.of(encoder.get()), encoder.get().actions());
    }
    PlaneEncoder planes = planes(text).orElseThrow(() -> unknown("its moves are in the order", text));
    return new Slots(MoveOrder.of(planes), planes.actions());
  }

  private BadInputException unknown(String what, String text) {
    List<String> ids = new ArrayList<>();
    game.encoder().ifPresent(encoder -> ids.add(encoder.id()));
    game.planeEncoders().forEach(planes -> ids.add(planes.id()));
    return new BadInputException(what + " \"" + text + "\", where " + String.join(" or ", ids) + " is expected");
  }
}
