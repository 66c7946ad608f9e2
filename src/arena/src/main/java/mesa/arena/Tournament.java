package mesa.arena;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Registry;

/**
 * A tournament: what is played, by whom, how often, from which openings. {@link #play} plays it on several threads and
 * keeps a journal; with counted budgets the games are the same whatever the number of threads, and a run that was
 * broken off is taken up by {@link #resume}.
 *
 * <pre>{@code
 * Game game = registry.game(args[0]);
 * List<Entrant> players = List.of(registry.entrant(game, "random"), registry.entrant(game, "mcts"));
 * Tournament tournament = Tournament.of(game, players)
 *     .games(100)
 *     .build();
 * Results results = tournament.play(Path.of("runs/first"), tournament.usualJobs(), TournamentListener.NONE);
 * System.out.println(results.standings().table());
 * }</pre>
 */
public final class Tournament {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Plan plan;
  private final int size;
  private final List<Opening> openings;
  private final Identity identity;
  private volatile Crew crew;
  private volatile boolean stopped;

  private Tournament(Plan plan) {
    this.plan = plan;
    size = Schedule.size(plan.format(), plan.specs(), plan.games());
    int rounds = plan.format() instanceof Format.Swiss swiss
        ? Math.multiplyExact(plan.rounds(), swiss.rounds(plan.entrants().size()))
        : plan.rounds();
    int wanted = plan.policy() == OpeningPolicy.SHARED ? rounds : Math.max(1, size / plan.legs());
    List<Opening> loaded = Openings.load(plan.game(), plan.openings(), wanted, plan.seed());
    openings = plan.shuffled() ? Openings.shuffled(loaded, plan.seed()) : loaded;
    if (openings.size() < rounds && !plan.repeat() && openings.getFirst() != Opening.NONE) {
      int most = openings.size() / (rounds / plan.rounds()) * plan.legs();
      throw new BadInputException(plan.games() + " games a pairing need " + rounds + " openings, but \"" + plan.openings()
          + "\" has " + openings.size() + "; ask for at most " + most + " games, or allow openings to be repeated");
    }
    identity = new Identity(plan, openings);
  }

  /**
   * Begins to lay out a tournament.
   *
   * @param game what is played; it must have two sides
   * @param entrants who plays, at least two
   * @return choices that can be changed before the tournament is built
   */
  public static Builder of(Game game, List<Entrant> entrants) {
    return new Builder(game, entrants);
  }

  /**
   * Lays out a tournament as the journal of an earlier run tells.
   *
   * @param folder of that run
   * @param registry knows its game and players
   * @return the same tournament; {@link #resume} goes on with it
   * @throws BadInputException if there is no journal, it is damaged, or its games can't be played the same way any more
   * @throws IOException if it can't be read
   */
  public static Tournament read(Path folder, Registry registry) throws IOException {
    Run run = Results.read(folder).run();
    Game game = registry.game(run.game());
    List<Entrant> entrants = new ArrayList<>();
    for (Run.Participant player : run.players()) {
      entrants.add(registry.entrant(game, player.spec()));
    }
    Tournament tournament = of(game, entrants)
        .format(Format.parse(run.format()))
        .games(run.games())
        .swapSeats(run.legs() == Schedule.LEGS)
        .openings(run.openings().source())
        .openingPolicy(OpeningPolicy.parse(run.openings().policy()))
        .shuffleOpenings(run.openings().shuffled())
        .repeatOpenings(run.openings().repeat())
        .timeControl(run.clock() == null ? null : TimeControl.parse(run.clock()))
        .maxPlies(run.maxPlies())
        .enforceBudgets(run.enforce() != null && run.enforce())
        .stop(run.stop() == null ? null : StoppingRule.parse(run.stop()))
        .seed(run.seed())
        .movesLedger(run.ledger().equals("move"))
        .build();
    tournament.identity.requireSame(run);
    return tournament;
  }

  /** What can be chosen about a tournament. Every method returns the same builder. */
  public static final class Builder {
    private final Game game;
    private final List<Entrant> entrants;
    private Format format = Format.ROUND_ROBIN;
    private int games = 2;
    private boolean swapped = true;
    private String openings = "none";
    private OpeningPolicy policy = OpeningPolicy.SHARED;
    private boolean shuffled;
    private boolean repeat;
    private TimeControl timeControl;
    private int maxPlies = 1000;
    private boolean enforcesBudgets;
    private StoppingRule stop;
    private long seed = 1;
    private boolean movesLedger = true;
    private InstantSource wallClock = InstantSource.system();
    private LongSupplier nanoClock = System::nanoTime;

    private Builder(Game game, List<Entrant> entrants) {
      this.game = game;
      this.entrants = List.copyOf(entrants);
    }

    /**
     * Sets who meets whom.
     *
     * @param newFormat by default {@link Format#ROUND_ROBIN}, of which a match of two players is one
     * @return this
     */
    public Builder format(Format newFormat) {
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
    public Builder games(int perPairing) {
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
    public Builder swapSeats(boolean on) {
      swapped = on;
      return this;
    }

    /**
     * Sets where games begin.
     *
     * @param text {@code none} (as by default), {@code random:PLIES}, the name of a list that ships with the game, or a
     *     file with moves or a position on each line
     * @return this
     */
    public Builder openings(String text) {
      openings = text;
      return this;
    }

    /**
     * Sets which openings a pairing plays.
     *
     * @param newPolicy by default {@link OpeningPolicy#SHARED}
     * @return this
     */
    public Builder openingPolicy(OpeningPolicy newPolicy) {
      policy = newPolicy;
      return this;
    }

    /**
     * Sets the order of openings.
     *
     * @param on to draw it from the seed; by default they come as they are listed
     * @return this
     */
    public Builder shuffleOpenings(boolean on) {
      shuffled = on;
      return this;
    }

    /**
     * Sets what happens when the openings are used up.
     *
     * @param on to begin again; by default a tournament with too few openings is refused
     * @return this
     */
    public Builder repeatOpenings(boolean on) {
      repeat = on;
      return this;
    }

    /**
     * Sets a game clock.
     *
     * @param control for each player, or null (as by default) to let each play by its own budget
     * @return this
     */
    public Builder timeControl(TimeControl control) {
      timeControl = control;
      return this;
    }

    /**
     * Sets after how many moves a game is called a draw.
     *
     * @param plies by both players together, those of the opening not counted; at least 1, by default 1000
     * @return this
     */
    public Builder maxPlies(int plies) {
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
    public Builder enforceBudgets(boolean on) {
      enforcesBudgets = on;
      return this;
    }

    /**
     * Sets what may end the tournament before all games are played.
     *
     * @param rule that decides, or null (as by default) to play them all
     * @return this
     */
    public Builder stop(StoppingRule rule) {
      stop = rule;
      return this;
    }

    /**
     * Sets what all randomness comes from.
     *
     * @param newSeed any number; by default 1
     * @return this
     */
    public Builder seed(long newSeed) {
      seed = newSeed;
      return this;
    }

    /**
     * Sets how much the journal says.
     *
     * @param on to write what each move cost (as by default); else totals alone, which suits very fast games
     * @return this
     */
    public Builder movesLedger(boolean on) {
      movesLedger = on;
      return this;
    }

    /**
     * Sets the clocks, for tests.
     *
     * @param wall dates the run and its games; by default the system's
     * @param nanos measures moves, never running backwards; by default {@code System::nanoTime}
     * @return this
     */
    public Builder clocks(InstantSource wall, LongSupplier nanos) {
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
      int legs = swapped ? Schedule.LEGS : 1;
      if (games < legs || games % legs != 0) {
        throw new BadInputException(games + " games a pairing won't do: " + (swapped
            ? "each opening is played with both seatings, so write an even number of at least 2"
            : "write at least 1"));
      }
      if (stop != null && !swapped) {
        throw new BadInputException("\"" + stop + "\" counts pairs of games with the same opening; let seats be swapped");
      }
      if (maxPlies < 1) {
        throw new BadInputException("a game of at most " + maxPlies + " moves is none; write at least 1");
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
      return new Tournament(new Plan(game, entrants, format, games, legs, openings, policy, shuffled, repeat, timeControl,
          maxPlies, enforcesBudgets, stop, seed, movesLedger, wallClock, nanoClock));
    }
  }

  /** {@return how many games there are} */
  public int size() {
    return size;
  }

  /** {@return a good number of threads: the machine's, less one where clocks run} */
  public int usualJobs() {
    int processors = Runtime.getRuntime().availableProcessors();
    return plan.timeControl() == null ? processors : Math.max(1, processors - 1);
  }

  /**
   * Names a folder for a run.
   *
   * @param parent such as {@code runs}
   * @return {@code DATE-TIME-GAME} in it, by the tournament's clock
   */
  public Path usualFolder(Path parent) {
    String stamp = STAMP.withZone(ZoneId.systemDefault()).format(plan.wallClock().instant());
    return parent.resolve(stamp + "-" + plan.game().name().replaceAll("[^A-Za-z0-9_-]+", "-"));
  }

  /**
   * Plays the whole tournament and writes the journal {@code games.jsonl} and, at the end, what is derived from it:
   * {@code run.json}, {@code standings.csv} and, where the game has a format for it, a file of its games.
   *
   * @param folder for the files; made if need be, must not hold a run
   * @param jobs games at the same time, each on a thread of its own, at least 1
   * @param listener follows it
   * @return the results; incomplete if it was stopped
   * @throws BadInputException if a player can't be made, or the folder can't be used
   * @throws IOException if the journal can't be written
   */
  public Results play(Path folder, int jobs, TournamentListener listener) throws IOException {
    try (Crew newCrew = crew(jobs)) {
      createFolder(folder);
      Run run = identity.run(jobs);
      Tally tally = new Tally(run, plan.stop());
      Journal journal =
          Journal.create(folder, run, plan.nanoClock(), game -> count(game, tally, newCrew, listener));
      return finish(folder, newCrew, journal, new BitSet(), tally);
    }
  }

  private static void count(PlayedGame game, Tally tally, Crew crew, TournamentListener listener) {
    tally.add(game);
    listener.played(tally.soFar());
    if (tally.isDecided()) {
      crew.stop();
    }
  }

  /** Plays what is missing. */
  private Results finish(Path folder, Crew newCrew, Journal journal, BitSet done, Tally tally) throws IOException {
    newCrew.play(journal, done, tally);
    Results results = tally.results();
    newCrew.withdrawals().forEach(results::withdraw);
    derive(folder, results);
    return results;
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException("\"" + folder + "\" is no folder", e);
    }
  }

  /** Writes what people open; none of it holds anything that the journal does not. */
  private void derive(Path folder, Results results) throws IOException {
    boolean interrupted = Thread.interrupted(); // It would close the files under the writer's hands.
    Files.writeString(folder.resolve("run.json"), results.run().pretty());
    Files.writeString(folder.resolve("standings.csv"), results.standings().csv());
    if (plan.game().recordFormat().isPresent()) {
      GameFile.write(folder, plan.game(), plan.game().recordFormat().get());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Plays the games that an earlier run of this tournament did not get to.
   *
   * @param folder of that run
   * @param jobs games at the same time, at least 1; need not be the same as before
   * @param listener follows it
   * @return the results of all games, the earlier ones included
   * @throws BadInputException if the folder holds no run or one of another tournament, or the journal is damaged
   * @throws IOException if the journal can't be read or written
   */
  public Results resume(Path folder, int jobs, TournamentListener listener) throws IOException {
    try (Crew newCrew = crew(jobs)) {
      Earlier earlier = new Earlier(newCrew.schedule());
      Journal journal = Journal.resume(folder, file -> JournalReader.read(file, earlier), plan.nanoClock(),
          game -> count(game, earlier.tally, newCrew, listener));
      if (earlier.done.cardinality() == size || earlier.decided) {
        journal.close();
        derive(folder, earlier.tally.results());
        return earlier.tally.results();
      }
      journal.append(Note.of("resume", plan.wallClock().instant(), earlier.done.cardinality(), null).line());
      return finish(folder, newCrew, journal, earlier.done, earlier.tally);
    }
  }

  /** What the journal holds of the games up to now. */
  private final class Earlier implements JournalReader.Handler {
    private final Schedule schedule;
    private final BitSet done = new BitSet(size);
    private Tally tally;
    private boolean decided;

    Earlier(Schedule schedule) {
      this.schedule = schedule;
    }

    @Override
    public void run(Run run) {
      identity.requireSame(run);
      tally = new Tally(run, plan.stop());
    }

    @Override
    public void game(long offset, int length, PlayedGame game) {
      tally.add(game);
      done.set(game.index());
      schedule.settle(game.index(), game);
    }

    @Override
    public void draw(Draw draw) {
      tally.draw(draw);
      schedule.restore(draw);
    }

    @Override
    public void decided(int games) {
      decided = true;
    }
  }

  /**
   * Breaks off what is being played: games in progress are dropped, the journal is closed whole, {@link #play} returns.
   * What has not begun yet ends at once; {@link #read} lays the tournament out anew. May be called by any thread;
   * interrupting the thread that plays does the same.
   */
  public void stop() {
    stopped = true;
    Crew playing = crew;
    if (playing != null) {
      playing.stop();
    }
  }

  private Crew crew(int jobs) {
    if (jobs < 1) {
      throw new BadInputException(jobs + " jobs won't do; write at least 1");
    }
    Crew newCrew = new Crew(plan, openings, jobs);
    crew = newCrew;
    if (stopped) { // Asked after the crew is in place, so that a stop meets either this or the crew.
      newCrew.stop();
    }
    return newCrew;
  }
}
