package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.Encoder;
import mesa.core.FastPlayout;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Tactical;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Game} has to fulfil, checked along seeded random games from the start and from further positions.
 * A game extends this with a constructor that names it, and overrides the hooks where its games are short or long.
 *
 * <p>That the rules are the right ones is for {@link PerftCase}, {@link Playthrough} and the game's own tests to say.
 */
public abstract class GameContract {
  /** Neither moves nor positions of any game. */
  private static final List<String> RUBBISH = List.of("", " ", "rubbish!", "(none)", "\u00e9\u4e2d", "0".repeat(500));

  private static final int PLAYOUT_POSITIONS = 6;
  private static final int PLAYOUTS = 4_000;

  private final Game game;

  /**
   * Names the game.
   *
   * @param game what is tested; a registered one, since its name has to lead back to it
   */
  protected GameContract(Game game) {
    this.game = game;
  }

  /** {@return how many random games are played from each start, at least 1} */
  protected int games() {
    return 8;
  }

  /** {@return after how many plies a random game is broken off} */
  protected int plies() {
    return 200;
  }

  /** {@return the seed of all randomness in these tests} */
  protected long seed() {
    return 1;
  }

  /** {@return positions from which games are played too, as texts: those that chance seldom reaches} */
  protected List<String> positions() {
    return List.of();
  }

  /** {@return texts that are no positions, each wrong in a way of its own} */
  protected List<String> malformed() {
    return List.of();
  }

  /** {@return whether a warm position allocates nothing; only adapters of foreign rules have reason to say no} */
  protected boolean allocatesNothing() {
    return true;
  }

  /** The registered game of this name is the same game. */
  @Test
  public final void name_fedBackToTheRegistry_givesAnEqualGame() {
    Game again = Registry.load().game(game.name());
    assertThat(again.name()).isEqualTo(game.name());
    assertThat(again.getClass()).isEqualTo(game.getClass());
    assertThat(again.sides()).isEqualTo(game.sides()).isBetween(1, 2);
    assertThat(again.start().text()).isEqualTo(game.start().text());
  }

  /** Each start is a new position at which the game goes on. */
  @Test
  public final void start_twice_givesIndependentPositions() {
    Position first = game.start();
    Position second = game.start();
    assertThat(first.sideToMove()).isZero();
    assertThat(first.movesMade()).isZero();
    assertThat(first.outcome()).isEqualTo(Outcome.ONGOING);
    first.make(Moves.of(first).get(0));
    assertThat(Snapshot.of(game, second)).isEqualTo(Snapshot.of(game, game.start()));
  }

  /** Taking a move back restores all that can be seen, for each legal move and for whole games. */
  @Test
  public final void unmake_afterMake_restoresEverything() {
    List<Snapshot> before = new ArrayList<>();
    visit((position, rng) -> {
      Snapshot here = Snapshot.of(game, position);
      for (int move : Moves.of(position).toArray()) {
        String text = position.format(move);
        position.make(move);
        position.unmake();
        assertThat(Snapshot.of(game, position)).as("after %s is taken back", text).isEqualTo(here);
      }
      if (position.movesMade() == 0) {
        before.clear();
      }
      before.add(here);
      if (position.outcome().isOver() || position.movesMade() == plies()) {
        Position end = position.copy();
        for (int ply = before.size() - 2; ply >= 0; ply--) {
          end.unmake();
          assertThat(Snapshot.of(game, end)).as("with moves taken back down to %d", ply).isEqualTo(before.get(ply));
        }
      }
    });
  }

  /** The text holds the whole position, apart from what only rules about the past can tell. */
  @Test
  public final void parse_ofText_givesAnEqualPosition() {
    visit((position, rng) -> {
      Position parsed = game.parse(position.text());
      assertThat(parsed.text()).isEqualTo(position.text());
      assertThat(parsed.hash()).as("hash of the position parsed from %s", position.text()).isEqualTo(position.hash());
      assertThat(parsed.sideToMove()).as("side to move").isEqualTo(position.sideToMove());
      assertThat(parsed.movesMade()).as("moves made after parsing").isZero();
      if (!position.outcome().isOver()) {
        assertThat(parsed.outcome()).isEqualTo(Outcome.ONGOING);
        assertThat(Snapshot.moves(parsed)).as("legal moves, in order").isEqualTo(Snapshot.moves(position));
      } else if (parsed.outcome().isOver()) {
        assertThat(parsed.outcome()).isEqualTo(position.outcome());
        assertThat(parsed.ending()).isEqualTo(position.ending());
      }
    });
  }

  /** Positions of the same hash look the same to a player. */
  @Test
  public final void hash_equal_meansTheSameSideAndMoves() {
    Map<Long, String> seen = new HashMap<>();
    visit((position, rng) -> {
      if (!position.outcome().isOver()) {
        String here = position.sideToMove() + " " + Snapshot.moves(position);
        String before = seen.putIfAbsent(position.hash(), here);
        assertThat(before == null ? here : before).as("side and moves of hash %x", position.hash()).isEqualTo(here);
      }
    });
    assertThat(seen.size()).as("different hashes seen").isGreaterThan(1);
  }

  /** Moves are listed once each, behind what the list held, in an order that the past has no part in. */
  @Test
  public final void legalMoves_ofAnyPosition_areDistinctAndAppended() {
    visit((position, rng) -> {
      Moves moves = new Moves(0);
      moves.add(-7);
      moves.add(1_000_003);
      position.legalMoves(moves);
      assertThat(moves.size()).isGreaterThanOrEqualTo(2);
      assertThat(new int[] {moves.get(0), moves.get(1)}).as("what the list held").containsExactly(-7, 1_000_003);
      int[] legal = Arrays.copyOfRange(moves.toArray(), 2, moves.size());
      assertThat(legal).as("legal moves").doesNotHaveDuplicates();
      moves.clear();
      position.legalMoves(moves);
      assertThat(moves.toArray()).as("legal moves, asked again").isEqualTo(legal);
    });
  }

  /** A game is over exactly where there are no moves, and only then has an ending. */
  @Test
  public final void outcome_ofAnyPosition_agreesWithMovesAndEnding() {
    visit((position, rng) -> {
      boolean over = position.outcome().isOver();
      assertThat(Moves.of(position).isEmpty()).as("no legal moves, outcome %s", position.outcome()).isEqualTo(over);
      assertThat(position.ending().isBlank()).as("ending \"%s\" is blank", position.ending()).isEqualTo(!over);
      assertThat(position.sideToMove()).as("side to move").isBetween(0, game.sides() - 1);
    });
  }

  /** What a position tells a search beyond the rules agrees with them, for games that do tell. */
  @Test
  public final void tactical_ofAnyPosition_agreesWithTheRules() {
    assumeTrue(game.start() instanceof Tactical, "the game's positions are not Tactical");
    Moves seen = new Moves();
    seen.add(0);
    visit((position, rng) -> {
      Tactical tactical = (Tactical) position;
      Moves legal = Moves.of(position);
      Moves noisy = new Moves();
      tactical.noisyMoves(noisy);
      Moves quiet = new Moves();
      tactical.quietMoves(quiet);
      Moves both = new Moves();
      both.addAll(noisy);
      both.addAll(quiet);
      assertThat(both.toArray()).as("noisy and quiet moves").containsExactlyInAnyOrder(legal.toArray());
      seen.addAll(legal);
      for (int move : new int[] {rng.below(1 << 16), (int) rng.next(), seen.get(rng.below(seen.size()))}) {
        assertThat(tactical.isLegal(move)).as("%d is legal", move).isEqualTo(legal.contains(move));
      }
      Moves checks = new Moves();
      for (int move : legal.toArray()) {
        String text = position.format(move);
        if (noisy.contains(move)) {
          assertThat(tactical.gain(move)).as("gain of %s, which is noisy", text).isPositive();
        } else {
          assertThat(tactical.gain(move)).as("gain of %s, which is quiet", text).isZero();
        }
        assertThat(tactical.isLegal(move)).as("%s is legal", text).isTrue();
        int exchange = tactical.exchange(move);
        for (int least : new int[] {exchange - 1, exchange, exchange + 1, rng.below(2001) - 1000}) {
          assertThat(tactical.gainsByExchange(move, least)).as("%s gains %d by exchange, thus %d", text, exchange, least)
              .isEqualTo(exchange >= least);
        }
        assertThat(tactical.kind(move)).as("kind of %s", text).isBetween(0, Tactical.KINDS - 1);
        boolean givesCheck = tactical.givesCheck(move);
        if (givesCheck && quiet.contains(move)) {
          checks.add(move);
        }
        position.make(move);
        if (!position.outcome().isOver()) {
          assertThat(givesCheck).as("%s gives check", text).isEqualTo(tactical.inCheck());
        }
        position.unmake();
      }
      Moves listed = new Moves();
      tactical.quietChecks(listed);
      assertThat(listed.toArray()).as("quiet moves that give check").containsExactlyInAnyOrder(checks.toArray());
    });
  }

  /** A move's text is its own and is read back. */
  @Test
  public final void parseMove_ofFormat_givesTheMove() {
    visit((position, rng) -> {
      Set<String> texts = new HashSet<>();
      for (int move : Moves.of(position).toArray()) {
        String text = position.format(move);
        assertThat(position.parseMove(text)).as("move written %s", text).isEqualTo(move);
        assertThat(texts.add(text)).as("%s is the text of one move only", text).isTrue();
      }
    });
  }

  /** Whatever is typed as a move names a legal one or is refused in one line that quotes it. */
  @Test
  public final void parseMove_ofAnythingElse_isLegalOrRefused() {
    Set<String> known = new HashSet<>();
    visit((position, rng) -> {
      Moves legal = Moves.of(position);
      for (String text : RUBBISH) {
        assertThat(Refusal.of(() -> position.parseMove(text), text)).as("parseMove(\"%s\")", text).contains(text);
      }
      known.addAll(Snapshot.moves(position));
      for (String text : known) {
        String typed = rng.below(2) == 0 ? text : Refusal.mutated(text, rng);
        int[] move = new int[1];
        String refusal = Refusal.orNull(() -> move[0] = position.parseMove(typed), typed);
        if (refusal == null) {
          assertThat(legal.contains(move[0])).as("parseMove(\"%s\") = %d is legal", typed, move[0]).isTrue();
        } else {
          assertThat(refusal).contains(typed);
        }
      }
    });
  }

  /** Whatever is typed as a position is a whole one or is refused in one line. */
  @Test
  public final void parse_ofMutatedText_givesAConsistentPositionOrIsRefused() {
    for (String text : RUBBISH) {
      Refusal.of(() -> game.parse(text), text);
    }
    for (String text : malformed()) {
      Refusal.of(() -> game.parse(text), text);
    }
    visit((position, rng) -> {
      for (int i = 0; i < 8; i++) {
        String text = position.text();
        for (int edits = 1 + rng.below(3); edits > 0; edits--) {
          text = Refusal.mutated(text, rng);
        }
        String typed = text;
        Position[] parsed = new Position[1];
        if (Refusal.orNull(() -> parsed[0] = game.parse(typed), typed) == null) {
          assertConsistent(parsed[0], typed);
        }
      }
    });
  }

  private void assertConsistent(Position position, String typed) {
    Where.check(() -> "where \"" + typed + "\" was taken as a position", () -> {
      Snapshot here = Snapshot.of(game, position);
      assertThat(here.moves().isEmpty()).as("no moves, outcome %s", here.outcome()).isEqualTo(here.outcome().isOver());
      assertThat(game.parse(here.text()).text()).isEqualTo(here.text());
      for (int move : Moves.of(position).toArray()) {
        position.make(move);
        game.parse(position.text());
        position.unmake();
      }
      assertThat(Snapshot.of(game, position)).isEqualTo(here);
    });
  }

  /** A copy goes its own way, and can take back all moves that the original made. */
  @Test
  public final void copy_played_leavesTheOriginalAlone() {
    String[] began = new String[1];
    visit((position, rng) -> {
      if (position.movesMade() == 0) {
        began[0] = position.text();
      }
      Snapshot here = Snapshot.of(game, position);
      Position copy = position.copy();
      assertThat(Snapshot.of(game, copy)).as("copy").isEqualTo(here);
      for (int ply = 0; ply < 3 && !copy.outcome().isOver(); ply++) {
        Moves moves = Moves.of(copy);
        copy.make(moves.get(rng.below(moves.size())));
      }
      Snapshot ahead = Snapshot.of(game, copy);
      assertThat(Snapshot.of(game, position)).as("original, after its copy moved").isEqualTo(here);
      if (!position.outcome().isOver()) {
        Moves moves = Moves.of(position);
        position.make(moves.get(moves.size() - 1));
        assertThat(Snapshot.of(game, copy)).as("copy, after the original moved").isEqualTo(ahead);
        position.unmake();
      }
      while (copy.movesMade() > 0) {
        copy.unmake();
      }
      assertThat(copy.text()).as("copy, all moves taken back").isEqualTo(began[0]);
      assertThat(Snapshot.of(game, position)).as("original, after its copy took moves back").isEqualTo(here);
    });
  }

  /** The moves made are remembered, oldest first. */
  @Test
  public final void moveMade_afterMake_isTheHistory() {
    visit((position, rng) -> {
      Snapshot here = Snapshot.of(game, position);
      for (int move : Moves.of(position).toArray()) {
        position.make(move);
        List<Integer> expected = new ArrayList<>(here.made());
        expected.add(move);
        assertThat(Snapshot.of(game, position).made()).as("moves made").isEqualTo(expected);
        position.unmake();
      }
    });
  }

  /** Texts are one line; a drawing is several, and ends without a newline. */
  @Test
  public final void diagram_ofAnyPosition_isPrintable() {
    visit((position, rng) -> {
      assertThat(position.text()).as("text").isNotBlank().doesNotContain("\n").isEqualTo(position.text().strip());
      assertThat(position.diagram()).as("diagram").isNotBlank().contains("\n").doesNotEndWith("\n");
      for (String text : Snapshot.moves(position)) {
        assertThat(text).as("move's text").isNotBlank().doesNotContainAnyWhitespaces();
      }
    });
  }

  /** The encoder overwrites its bits, stays below its inputs and leaves the position alone. */
  @Test
  public final void encode_ofAnyPosition_overwritesBitsBelowInputs() {
    Encoder encoder = encoder();
    assertThat(encoder.id()).isNotBlank();
    visit((position, rng) -> {
      for (int side = 0; side < game.sides(); side++) {
        List<Integer> clean = Snapshot.features(encoder, position, side);
        assertThat(clean).as("features seen by side %d", side).allMatch(feature -> feature < encoder.inputs());
        Snapshot here = Snapshot.of(game, position);
        long[] used = new long[encoder.words()];
        Arrays.setAll(used, word -> rng.next());
        encoder.encode(position, side, used);
        long[] fresh = new long[encoder.words()];
        encoder.encode(position, side, fresh);
        assertThat(used).as("bits written over old ones by side %d", side).isEqualTo(fresh);
        assertThat(Snapshot.of(game, position)).as("position after encode").isEqualTo(here);
      }
    });
  }

  /** Each legal move has a policy slot of its own. */
  @Test
  public final void action_ofLegalMoves_isInRangeAndDistinct() {
    Encoder encoder = encoder();
    visit((position, rng) -> {
      Map<Integer, String> slots = new HashMap<>();
      Moves moves = Moves.of(position);
      int[] together = new int[moves.size()];
      encoder.actions(position, moves, together);
      for (int i = 0; i < moves.size(); i++) {
        String text = position.format(moves.get(i));
        int slot = encoder.action(position, moves.get(i));
        assertThat(together[i]).as("slot of %s, asked for with others", text).isEqualTo(slot);
        assertThat(slot).as("slot of %s", text).isBetween(0, encoder.actions() - 1);
        assertThat(slots.put(slot, text)).as("other move in slot %d of %s", slot, text).isNull();
      }
    });
  }

  /** A fast playout ends each way as often as one by listed moves does, and leaves the position alone. */
  @Test
  public final void playOut_ofAnyPosition_hasTheOddsOfLegalMoves() {
    assumeTrue(game.start() instanceof FastPlayout, "this game has no playout of its own");
    for (Position position : new RandomGames(game, positions(), games(), plies(), seed()).sample(PLAYOUT_POSITIONS)) {
      Snapshot here = Snapshot.of(game, position);
      for (int limit : new int[] {1, 5, Integer.MAX_VALUE}) {
        long[] fast = PlayoutOdds.fast((FastPlayout) position, limit, PLAYOUTS, new Rng(seed()));
        assertThat(Snapshot.of(game, position)).as("position after playouts").isEqualTo(here);
        long[] listed = PlayoutOdds.listed(position, limit, PLAYOUTS, new Rng(~seed()));
        assertThat(PlayoutOdds.distance(fast, listed))
            .as("standard errors between %s and %s playouts (%s) of at most %d plies from %s",
                Arrays.toString(fast), Arrays.toString(listed), Arrays.toString(Outcome.values()), limit, position.text())
            .isLessThan(5);
      }
    }
  }

  /** What positions tell exact solvers follows from the rules, and their keys keep apart what ends differently. */
  @Test
  public final void solvable_ofAnyPosition_tellsNothingButTheTruth() {
    assumeTrue(SolvableChecks.apply(game), "this game offers nothing to exact solvers");
    SolvableChecks checks = new SolvableChecks();
    visit((position, rng) -> checks.check(position));
  }

  /** Playing, undoing, listing, judging, hashing and encoding allocate nothing once warm. */
  @Test
  public final void warmPosition_allocatesNothing() {
    assumeTrue(allocatesNothing(), "this game says that it allocates");
    GameLoop loop = new GameLoop(game, new Rng(seed()), plies());
    Allocation.assertNone("a game of " + loop.length() + " plies", loop);
  }

  private Encoder encoder() {
    assumeTrue(game.encoder().isPresent(), "this game has no encoder");
    return game.encoder().orElseThrow();
  }

  private void visit(RandomGames.Visit visit) {
    new RandomGames(game, positions(), games(), plies(), seed()).visit(visit);
  }
}
