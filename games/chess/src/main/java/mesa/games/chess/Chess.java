package mesa.games.chess;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import mesa.core.BookFormat;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.PlaneEncoder;
import mesa.core.Position;
import mesa.core.RecordFormat;
import mesa.core.Spec;
import mesa.core.SuiteFormat;

/**
 * Orthodox chess, or Chess960 from one of its start positions; see {@link ChessPosition} for the rules that end it.
 *
 * @param variant which of the two, and how draws are counted
 * @param startNumber the start position's number, as in {@link StartPosition}
 */
record Chess(Variant variant, int startNumber) implements Game {
  static final Chess GAME = new Chess(Variant.ORTHODOX, StartPosition.ORTHODOX);

  /** Chess960 from the orthodox start. */
  static final Chess CHESS960 = new Chess(Variant.CHESS960, StartPosition.ORTHODOX);

  static final Option<String> DRAWS = Option.choice("draws", Variant.Draws.words(),
      "claimed: a third occurrence or fifty moves end the game; forced: a fifth or seventy-five do");

  static final Option<Long> START = Option.integer("start", (long) StartPosition.ORTHODOX, 0, StartPosition.COUNT - 1,
      "the start position's number (Scharnagl's); 518 is the orthodox one");

  /** Makes orthodox chess. */
  static Chess orthodox(Spec spec) {
    return new Chess(new Variant(false, Variant.Draws.parse(spec.get(DRAWS))), StartPosition.ORTHODOX);
  }

  /** Makes Chess960. */
  static Chess chess960(Spec spec) {
    return new Chess(new Variant(true, Variant.Draws.parse(spec.get(DRAWS))), (int) (long) spec.get(START));
  }

  @Override
  public String name() {
    StringJoiner options = new StringJoiner(",", variant.chess960() ? "chess960:" : "chess:", "");
    options.setEmptyValue(variant.chess960() ? "chess960" : "chess");
    if (startNumber != StartPosition.ORTHODOX) {
      options.add("start=" + startNumber);
    }
    if (variant.draws() != Variant.Draws.CLAIMED) {
      options.add("draws=" + variant.draws());
    }
    return options.toString();
  }

  @Override
  public String family() {
    return "chess";
  }

  @Override
  public Position start() {
    return Fen.parse(StartPosition.fen(startNumber), variant);
  }

  @Override
  public Position parse(String text) {
    return Fen.parse(text, variant);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(ChessEncoder.ENCODER);
  }

  /** Castling from elsewhere can't be told from the planes of the first format. */
  @Override
  public List<PlaneEncoder> planeEncoders() {
    return variant.chess960() ? Lc0Planes.ENCODERS.subList(1, 5) : Lc0Planes.ENCODERS;
  }

  @Override
  public Optional<RecordFormat> recordFormat() {
    return Optional.of(new Pgn(variant));
  }

  @Override
  public Optional<SuiteFormat> suiteFormat() {
    return Optional.of(new EpdSuite(this));
  }

  @Override
  public Optional<BookFormat> bookFormat() {
    return Optional.of(new PolyglotFormat());
  }

  @Override
  public Map<String, String> engineOptions() {
    return variant.chess960() ? Map.of("UCI_Chess960", "true") : Map.of();
  }

  /** Chess960 shares the net; what is said about starts and line-ups is its own. */
  @Override
  public Optional<URL> resource(String path) {
    boolean own = variant.chess960() && !path.startsWith("net.");
    return Optional.ofNullable(Chess.class.getResource(own ? "chess960/" + path : path));
  }

  @Override
  public String toString() {
    return name();
  }
}
