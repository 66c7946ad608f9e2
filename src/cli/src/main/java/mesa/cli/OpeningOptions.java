package mesa.cli;

import mesa.arena.OpeningPolicy;
import mesa.arena.TournamentBuilder;
import mesa.core.BadInputException;
import picocli.CommandLine.Option;

/** Where games begin. */
final class OpeningOptions {
  @Option(names = "--openings", paramLabel = "WHICH",
      description = "Where games begin: none, random:PLIES, a list that ships with the game, or a file: lines of moves or a "
          + "position or, told by the ending, the game's own formats for games, positions and opening books; .gz may follow. "
          + "Default: the list of the game's demo, over again if need be.")
  private String source;

  @Option(names = "--opening-order", paramLabel = "ORDER", description = "sequential (the default) or random.")
  private String order;

  @Option(names = "--opening-start", paramLabel = "N", converter = Count.class,
      description = "Number of the first opening in that order; default: 1.")
  private Integer start;

  @Option(names = "--opening-plies", paramLabel = "N", converter = Count.class,
      description = "How far recorded games and books are followed; default: 8.")
  private Integer plies;

  @Option(names = "--opening-policy", paramLabel = "POLICY",
      description = "shared (all pairings play the same ones, the default) or spread (each starts elsewhere in the list).")
  private String policy;

  @Option(names = "--repeat-openings", description = "Begin the list again when it is used up.")
  private boolean repeat;

  /** {@return whether the user has said where games begin} */
  boolean areGiven() {
    return source != null;
  }

  /** {@return where games begin, or null if the user has not said} */
  String source() {
    return source;
  }

  /** Applies them; {@code usual} is where games begin if the user has not said. */
  TournamentBuilder of(TournamentBuilder builder, String usual) {
    if (order != null && !order.equals("sequential") && !order.equals("random")) {
      throw new BadInputException("--opening-order is sequential or random, not \"" + order + "\"");
    }
    return builder
        .openings(source == null ? usual : source)
        .repeatOpenings(repeat || source == null)
        .shuffleOpenings("random".equals(order))
        .openingStart(start == null ? 1 : start)
        .openingPlies(plies == null ? 8 : plies)
        .openingPolicy(policy == null ? OpeningPolicy.SHARED : OpeningPolicy.parse(policy));
  }
}
