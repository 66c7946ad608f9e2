package mesa.arena;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;

/** What can be chosen about a {@link Tournament}. Every method returns the same builder. */
public final class TournamentBuilder {
  /** How far games and books are followed where nobody says otherwise. */
  static final int USUAL_OPENING_PLIES = 8;

  /** How long a player is waited for where nobody says otherwise, in nanoseconds. */
  public static final long USUAL_PATIENCE_NANOS = 60_000_000_000L;

  /** After how many games in a row lost by faults a player is withdrawn where nobody says otherwise. */
  public static final int USUAL_WITHDRAWAL = 20;

  private final Game game;
  private final List<Entrant> entrants;
  private Format format = Format.ROUND_ROBIN;
  private int games = 2;
  private boolean swapped = true;
  private boolean reversed;
  private List<Stage> stages = List.of();
  private String openings = "none";
  private OpeningPolicy policy = OpeningPolicy.SHARED;
  private int openingPlies = USUAL_OPENING_PLIES;
  private int openingStart = 1;
  private boolean shuffled;
  private boolean repeat;
  private TimeControl timeControl;
  private Adjudication adjudication = Adjudication.NONE;
  private int maxPlies = 1000;
  private boolean enforcesBudgets;
  private FlagRule flag = FlagRule.LOSS;
  private long patienceNanos = USUAL_PATIENCE_NANOS;
  private int withdrawAfter = USUAL_WITHDRAWAL;
  private Allotment allotment = Allotment.NONE;
  private StoppingRule stop;
  private long seed = 1;
  private Told ledger = Told.MOVE;
  private boolean calibrated;
  private EqualCompute.Unit parity;
  private InstantSource wallClock = InstantSource.system();
  private LongSupplier nanoClock = System::nanoTime;

  TournamentBuilder(Game game, List<Entrant> entrants) {
    this.game = game;
    this.entrants = List.copyOf(entrants);
  }

  /**
   * Sets who meets whom.
   *
   * @param newFormat by default {@link Format#ROUND_ROBIN}, of which a match of two players is one
   * @return this
   */
  public TournamentBuilder format(Format newFormat) {
    format = newFormat;
    return this;
  }

  /**
   * Sets how often a pairing meets.
   *
   * @param perPairing games, in a Swiss tournament whenever it is drawn; an even number where each opening is played
   *     with both seatings; by default 2
   * @return this
   */
  public TournamentBuilder games(int perPairing) {
    games = perPairing;
    return this;
  }

  /**
   * Sets whether each opening is played twice by the same players.
   *
   * @param on to play it once from either seat (as by default), which takes the luck of the opening out of the result;
   *     else each is played once, and seats change from one to the next
   * @return this
   */
  public TournamentBuilder swapSeats(boolean on) {
    swapped = on;
    return this;
  }

  /**
   * Sets who sits first.
   *
   * @param on to seat all the other way round: where the player named first would move first the one named second does; by
   *     default not. Seats change from game to game all the same
   * @return this
   */
  public TournamentBuilder reverseSeats(boolean on) {
    reversed = on;
    return this;
  }

  /** Sets how the tournament was laid out before it was extended; by default it never was. */
  TournamentBuilder stages(List<Stage> earlier) {
    stages = earlier;
    return this;
  }

  /**
   * Sets where games begin.
   *
   * @param text {@code none} (as by default), {@code random:PLIES}, the name of a list that ships with the game, or a
   *     file: with moves or a position on each line, or in a format of the game's people for games, positions or opening
   *     books, known by its ending; {@code .gz} may follow
   * @return this
   */
  public TournamentBuilder openings(String text) {
    openings = text;
    return this;
  }

  /**
   * Sets which openings a pairing plays.
   *
   * @param newPolicy by default {@link OpeningPolicy#SHARED}
   * @return this
   */
  public TournamentBuilder openingPolicy(OpeningPolicy newPolicy) {
    policy = newPolicy;
    return this;
  }

  /**
   * Sets how far games and opening books are followed where openings come from a file of these.
   *
   * @param plies at least 1, by default 8
   * @return this
   */
  public TournamentBuilder openingPlies(int plies) {
    openingPlies = plies;
    return this;
  }

  /**
   * Sets where in the list of openings, in the order in which they are used, the first one is taken.
   *
   * @param number from 1, as by default; counting goes on from the beginning when the end is reached
   * @return this
   */
  public TournamentBuilder openingStart(int number) {
    openingStart = number;
    return this;
  }

  /**
   * Sets the order of openings.
   *
   * @param on to draw it from the seed; by default they come as they are listed
   * @return this
   */
  public TournamentBuilder shuffleOpenings(boolean on) {
    shuffled = on;
    return this;
  }

  /**
   * Sets what happens when the openings are used up.
   *
   * @param on to begin again; by default a tournament with too few openings is refused
   * @return this
   */
  public TournamentBuilder repeatOpenings(boolean on) {
    repeat = on;
    return this;
  }

  /**
   * Sets a game clock.
   *
   * @param control for each player whose spec gives it none by {@code tc=}, or null (as by default) to let each play by
   *     its own budget
   * @return this
   */
  public TournamentBuilder timeControl(TimeControl control) {
    timeControl = control;
    return this;
  }

  /**
   * Sets by what rules games end early.
   *
   * @param rules by default {@link Adjudication#NONE}
   * @return this
   */
  public TournamentBuilder adjudication(Adjudication rules) {
    adjudication = rules;
    return this;
  }

  /**
   * Sets after how many moves a game is called a draw.
   *
   * @param plies by both players together, those of the opening not counted; at least 1, by default 1000
   * @return this
   */
  public TournamentBuilder maxPlies(int plies) {
    maxPlies = plies;
    return this;
  }

  /**
   * Sets what becomes of a player that spends more than its budget.
   *
   * @param on to have it lose the game: at once for counts, an engine's a hundredth and 1,024 nodes
   *     later, for a time by 50 ms; by default the audit tells of it, and it plays on
   * @return this
   */
  public TournamentBuilder enforceBudgets(boolean on) {
    enforcesBudgets = on;
    return this;
  }

  /**
   * Sets what a flag costs that falls while the other side has no way left to win.
   *
   * @param rule by default {@link FlagRule#LOSS}
   * @return this
   */
  public TournamentBuilder flag(FlagRule rule) {
    flag = rule;
    return this;
  }

  /**
   * Sets when a player is withdrawn that fails all the time: its remaining games are then not played.
   *
   * @param losses in a row by faults, at least 1; 0 for never; by default {@value #USUAL_WITHDRAWAL}
   * @return this
   */
  public TournamentBuilder withdrawAfter(int losses) {
    withdrawAfter = losses;
    return this;
  }

  /**
   * Sets what games that are played at the same time share: those that lack something wait, and others go on. It changes no
   * game.
   *
   * @param newAllotment by default {@link Allotment#NONE}
   * @return this
   */
  public TournamentBuilder allot(Allotment newAllotment) {
    allotment = newAllotment;
    return this;
  }

  /**
   * Sets how long a player is waited for that gives no sign of life. It then loses the game, and if it does not even answer
   * when told to, its thread is left behind. Players that {@linkplain mesa.core.Player#isSupervised see to it themselves}
   * have limits of their own; under a game clock a player is waited for until a second after its flag has fallen.
   *
   * @param nanos neither answering nor spending anything, or beyond a {@code time} for the move; at least 1, by default a
   *     minute
   * @return this
   */
  public TournamentBuilder patience(long nanos) {
    patienceNanos = nanos;
    return this;
  }

  /**
   * Sets what may end the tournament before all games are played.
   *
   * @param rule that decides, or null (as by default) to play them all
   * @return this
   */
  public TournamentBuilder stop(StoppingRule rule) {
    stop = rule;
    return this;
  }

  /**
   * Sets what all randomness comes from.
   *
   * @param newSeed any number; by default 1
   * @return this
   */
  public TournamentBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /**
   * Sets how much the journal says.
   *
   * @param newLedger by default what each move cost; less suits very fast games
   * @return this
   */
  public TournamentBuilder ledger(Told newLedger) {
    ledger = newLedger;
    return this;
  }

  /**
   * Has players calibrated before the first game, which takes half a second at most: the run then tells what a node, an
   * evaluation and a tick of each cost on this machine, and the audit compares.
   *
   * @param on to do so; by default not
   * @return this
   */
  public TournamentBuilder calibrate(boolean on) {
    calibrated = on;
    return this;
  }

  /**
   * Has the run remember that two players were to spend the same, so that results tell how far they have.
   *
   * @param unit what {@link EqualCompute} has made equal, or null (as by default)
   * @return this
   */
  public TournamentBuilder parity(EqualCompute.Unit unit) {
    parity = unit;
    return this;
  }

  /**
   * Sets the clocks, for tests.
   *
   * @param wall dates the run and its games; by default the system's
   * @param nanos measures moves, never running backwards; by default {@code System::nanoTime}
   * @return this
   */
  public TournamentBuilder clocks(InstantSource wall, LongSupplier nanos) {
    wallClock = wall;
    nanoClock = nanos;
    return this;
  }

  /**
   * Checks the choices and reads the openings.
   *
   * @return the tournament
   * @throws BadInputException if a choice is wrong, two players are the same, or there are too few openings
   */
  public Tournament build() {
    if (game.sides() != 2) {
      throw new BadInputException(game.name() + " has one side only; a tournament needs a game for two");
    }
    if (entrants.size() < 2) {
      throw new BadInputException("a tournament needs at least two players, not " + entrants.size());
    }
    int legs = legs();
    if (games < legs || games % legs != 0) {
      throw new BadInputException(games + " games a pairing won't do: " + (swapped
          ? "each opening is played with both seatings, so write an even number of at least 2, or any with --no-swap"
          : "write at least 1"));
    }
    if (stop != null && !swapped) {
      throw new BadInputException("\"" + stop + "\" counts pairs of games with the same opening; let seats be swapped");
    }
    if (openingPlies < 1 || openingStart < 1) {
      throw new BadInputException("openings of " + openingPlies + " plies from number " + openingStart
          + " on won't do; both are at least 1");
    }
    if (maxPlies < 1) {
      throw new BadInputException("a game of at most " + maxPlies + " moves is none; write at least 1");
    }
    if (patienceNanos < 1) {
      throw new BadInputException("a patience of " + patienceNanos + " ns is none; write at least 1");
    }
    if (withdrawAfter < 0) {
      throw new BadInputException("withdrawing players after " + withdrawAfter + " games lost by faults won't do; write at "
          + "least 1, or 0 for never");
    }
    if (parity != null && entrants.size() != 2) {
      throw new BadInputException("spending the same " + parity + " is for two players, not " + entrants.size());
    }
    if (parity != null || format instanceof Format.Iso) {
      entrants.forEach(entrant -> EqualCompute.requireNoPondering(entrant.spec()));
    }
    if (stop instanceof IsoWidth && !(format instanceof Format.Iso)) {
      throw new BadInputException("\"" + stop + "\" ends a search for equal strength, not a tournament of format \"" + format
          + "\"");
    }
    if (stop instanceof Sprt && entrants.size() != 2) {
      throw new BadInputException("a test needs two players, not " + entrants.size());
    }
    Map<String, Entrant> labels = new LinkedHashMap<>();
    for (Entrant entrant : entrants) {
      Entrant other = labels.put(entrant.label(), entrant);
      if (other != null) {
        throw new BadInputException("two players are called \"" + entrant.label() + "\"; tell \"" + other + "\" and \""
            + entrant + "\" apart by an option name=");
      }
    }
    return new Tournament(plan());
  }

  private int legs() {
    return swapped ? Schedule.LEGS : 1;
  }

  /** {@return the choices as they stand, unchecked} */
  Plan plan() {
    return new Plan(game, entrants, format, games, legs(), reversed, stages, openings, policy, openingPlies, openingStart,
        shuffled, repeat, timeControl, adjudication, maxPlies, enforcesBudgets, flag, patienceNanos, withdrawAfter, allotment, stop, seed,
        ledger, calibrated, parity, wallClock, nanoClock);
  }
}
