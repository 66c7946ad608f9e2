package mesa.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mesa.arena.Allotment;
import mesa.arena.EqualCompute;
import mesa.arena.Extension;
import mesa.arena.FlagRule;
import mesa.arena.Format;
import mesa.arena.IsoWidth;
import mesa.arena.Lineup;
import mesa.arena.StoppingRule;
import mesa.arena.TimeControl;
import mesa.arena.Told;
import mesa.arena.Tournament;
import mesa.arena.TournamentBuilder;
import mesa.arena.Transcripts;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Registry;
import mesa.core.Spec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code tournament}, {@code match} and {@code iso} have in common. */
class TournamentOptions {
  private static final int USUAL_GAMES = 10;
  private static final int USUAL_GAMES_IN_SWISS = 2;
  private static final int USUAL_GAMES_OF_SEARCH = 400;
  /** Where a rule may end it, which then is what is meant to. */
  private static final int MOST_GAMES = 20_000;
  private static final long USUAL_SEED = 1;

  @Option(names = "--games", paramLabel = "N", converter = Count.class,
      description = "Games of each pairing (in Swiss: whenever it is drawn; in iso: in all), an even number, or any with "
          + "--no-swap; default: " + USUAL_GAMES + ", in Swiss " + USUAL_GAMES_IN_SWISS + ", in iso " + USUAL_GAMES_OF_SEARCH
          + ", with --sprt or --width " + MOST_GAMES + ", in the demo what each game says.")
  private Integer games;

  @Option(names = "--no-swap",
      description = "Play each opening once, with seats in turn, instead of twice, once from either side.")
  private boolean noSwap;

  @Option(names = "--reverse",
      description = "Seat all the other way round: who is named second sits first in a pairing's first game.")
  private boolean reverse;

  @Option(names = "--budgets", paramLabel = "RANGE",
      description = "Give each player each of these budgets, as in nodes=100..1600x2; a range may also stand in a player.")
  private String budgets;

  @Mixin
  private OpeningOptions openings;

  @Option(names = "--tc", paramLabel = "BASE+INC",
      description = "A clock in seconds, such as 8+0.08, 1:30+1 or 40/60, in place of the players' budgets; 8+0.08~0.05 "
          + "forgives flags that fell less than 0.05 s ago. A player's own: tc= in its spec.")
  private String timeControl;

  @Mixin
  private AdjudicationOptions adjudication;

  @Option(names = "--jobs", paramLabel = "N", converter = Count.class,
      description = "Games at the same time; default: one a processor, one less under clocks. With counted budgets it changes no move.")
  private Integer jobs;

  @Mixin
  private ResourceOptions resources;

  @Option(names = "--width", paramLabel = "FACTOR",
      description = "In a search for equal strength (./mesa iso): end as soon as the upper end of the budget's interval is at "
          + "most so many times the lower one, such as 1.5. --games is then the most that are played.")
  private Double width;

  @Option(names = "--parity", paramLabel = "UNIT", converter = UnitName.class,
      description = "Of two players: tell afterwards what the second has spent on a move, over what the first has: cpu, evals, "
          + "nodes, ticks or wall.")
  private EqualCompute.Unit parity;

  @Option(names = "--patience", paramLabel = "TIME", converter = Period.class,
      description = "A player in this process that for so long neither answers nor spends any of its budget, or is so much "
          + "beyond its time=, loses the game; default: 60s. Under --tc it is a second after its flag has fallen. Engines "
          + "have patience= in their specs.")
  private Long patience;

  @Option(names = "--flag", paramLabel = "RULE",
      description = "What a flag costs that falls while the other side can't win any more: loss (the default), or fide: half, "
          + "the game is drawn.")
  private String flag;

  @Option(names = "--withdraw", paramLabel = "N", converter = CountOrNone.class,
      description = "Withdraw a player that has lost N games in a row by faults; its other games are not played. 0: never. "
          + "Default: " + TournamentBuilder.USUAL_WITHDRAWAL + ".")
  private Integer withdraw;

  @Option(names = "--enforce",
      description = "A move beyond its player's budget loses the game (of time=, by more than 50 ms); else the audit tells of "
          + "it.")
  private boolean enforce;

  @Option(names = "--strict",
      description = "Exit with 3 also where a player has done what it should not have at no cost, such as an illegal move in "
          + "an engine's main line.")
  private boolean strict;

  @Option(names = "--anchor", paramLabel = "PLAYER=ELO",
      description = "Rate relative to a player that is given this Elo; may be repeated.")
  private List<String> anchors = List.of();

  @Option(names = "--seed", paramLabel = "S", description = "Where all randomness comes from; default: " + USUAL_SEED + ".")
  private Long seed;

  @Option(names = "--ledger", paramLabel = "WHAT",
      description = "What the journal tells: move, each move's cost and score (the default); game, totals alone, for very fast "
          + "ones; lines, each player's main lines as well, which go into the game's own format too.")
  private String ledger;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Folder for the journal and what is derived from it; default: a new one in runs/.")
  private Path out;

  @Option(names = "--transcripts", paramLabel = "WHICH",
      description = "Of which games to keep what was said with engines, in transcripts/ of the run: faults (the default), "
          + "all or none.")
  private String transcripts = "faults";

  @Option(names = "--each-game",
      description = "Print a line for each game as it ends, on standard error: its number in the order of "
          + "their ends, players, result, why, and id in the journal.")
  private boolean eachGame;

  @Option(names = "--report", paramLabel = "N", converter = Pairs.class,
      description = "Tell every N pairs of games, and at the end, how it stands: on standard error, or with --json as a line of JSON "
          + "on standard output; 0: never. Default: every 10 pairs, at most every 5 s, where standard error is no terminal.")
  private Integer report;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the results as JSON instead of tables.")
  private boolean json;

  /** {@return a player with a budget that makes it spend as much as another, which results will tell of} */
  String equalised(Game game, String reference, String spec, EqualCompute.Unit unit, Registry registry) {
    String where = openings.areGiven() ? openings.source() : Demo.of(game).map(Demo::openings).orElse("none");
    parity = unit;
    EqualCompute equal = new EqualCompute(game, registry, unit, where, seed == null ? USUAL_SEED : seed);
    return equal.matched(registry.entrant(game, reference), Spec.parse(spec)).toString();
  }

  /** Lays out a tournament between given players. */
  Tournament tournament(Game game, List<String> players, Format format, Registry registry) {
    Optional<Demo> demo = !openings.areGiven() ? Demo.of(game) : Optional.empty();
    return build(game, players, format, games == null ? usualGames(format) : games, demo.map(Demo::openings), registry);
  }

  private int usualGames(Format format) {
    if (rule() != null) {
      return MOST_GAMES;
    }
    return switch (format) {
      case Format.Swiss _ -> USUAL_GAMES_IN_SWISS;
      case Format.Iso _ -> USUAL_GAMES_OF_SEARCH;
      case Format.Fixed _ -> USUAL_GAMES;
    };
  }

  /** Lays out the tournament that a game ships. */
  Tournament tournament(Game game, Demo demo, Format format, Registry registry) {
    int perPairing = games == null ? demo.games() : games;
    return build(game, demo.players(), format, perPairing, Optional.of(demo.openings()), registry);
  }

  private Tournament build(Game game, List<String> players, Format format, int perPairing, Optional<String> usualOpenings,
      Registry registry) {
    List<String> lineup = budgets == null ? Lineup.of(players) : Lineup.crossed(players, budgets);
    List<Entrant> entrants = lineup.stream().map(player -> registry.entrant(game, player)).toList();
    requireAnchors(entrants);
    return openings.of(Tournament.of(game, entrants), usualOpenings.orElse("none"))
        .format(format)
        .games(perPairing)
        .swapSeats(!noSwap)
        .reverseSeats(reverse)
        .timeControl(timeControl == null ? null : TimeControl.parse(timeControl))
        .adjudication(adjudication.of(game, registry))
        .maxPlies(adjudication.maxPlies())
        .enforceBudgets(enforce)
        .flag(flag == null ? FlagRule.LOSS : FlagRule.parse(flag))
        .withdrawAfter(withdraw == null ? TournamentBuilder.USUAL_WITHDRAWAL : withdraw)
        .allot(resources.allotment().orElse(Allotment.NONE))
        .patience(patience == null ? TournamentBuilder.USUAL_PATIENCE_NANOS : patience)
        .stop(rule())
        .seed(seed == null ? USUAL_SEED : seed)
        .ledger(ledger == null ? Told.MOVE : Told.parse(ledger))
        .calibrate(true)
        .parity(parity)
        .build();
  }

  /** {@return what ends the games before all are played, or null} */
  StoppingRule rule() {
    return width == null ? null : IsoWidth.of(width);
  }

  /** A mistake in a name is to show before anything is played. */
  private void requireAnchors(List<Entrant> entrants) {
    for (String name : anchors().keySet()) {
      if (entrants.stream().noneMatch(entrant -> entrant.label().equals(name) || entrant.spec().toString().equals(name))) {
        throw new BadInputException("\"" + name + "\" is to be given a rating, but does not play; there are "
            + String.join(", ", entrants.stream().map(Entrant::label).toList()));
      }
    }
  }

  /** {@return what a run is extended by; players who join may have ranges of budgets} */
  Extension extension(List<String> added, String format) {
    return new Extension(games, added.isEmpty() ? List.of() : Lineup.of(added), format == null ? null : Format.parse(format));
  }

  /** {@return the folder that the user named, if any} */
  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** {@return of which games to keep what was said with engines} */
  Transcripts.Kept transcripts() {
    return switch (transcripts) {
      case "none" -> Transcripts.Kept.NONE;
      case "faults" -> Transcripts.Kept.FAULTS;
      case "all" -> Transcripts.Kept.ALL;
      default -> throw new BadInputException("--transcripts is faults, all or none, not \"" + transcripts + "\"");
    };
  }

  /** {@return what games share that are played at the same time, if the user has said anything of it} */
  Optional<Allotment> allotment() {
    return resources.allotment();
  }

  /** {@return how many games at the same time} */
  int jobs(Tournament tournament) {
    return jobs == null ? tournament.usualJobs() : jobs;
  }

  /** {@return whether the exit code tells the verdict of a test} */
  boolean exitVerdict() {
    return false;
  }

  /** {@return ratings that are given, by player} */
  Map<String, Double> anchors() {
    return Anchors.parse(anchors);
  }

  /** {@return whether warnings count as faults in the exit code} */
  boolean strict() {
    return strict;
  }

  /** {@return after how many pairs of games to tell how it stands, 0 for never, or null for as usual} */
  Integer report() {
    return report;
  }

  boolean eachGame() {
    return eachGame;
  }

  boolean quiet() {
    return quiet;
  }

  boolean json() {
    return json;
  }
}
