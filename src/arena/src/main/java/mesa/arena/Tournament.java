package mesa.arena;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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
  private boolean despiteChanges;
  /** What is not as it was when the run began that this one goes on with, or null. */
  private String changes;
  /** Of the run that this one extends, or null. */
  private Identity extended;
  private String remark;
  private Allotment allotment;
  /** Of the run that this one goes on with, if the machine is as large as it was then; else 0. */
  private int earlierJobs;
  private volatile Crew crew;
  private Transcripts.Kept transcripts = Transcripts.Kept.FAULTS;
  private volatile boolean stopped;

  Tournament(Plan plan) {
    this.plan = plan;
    allotment = plan.allotment();
    allotment.needs(plan.entrants(), allotment.pool(1)); // Complains of what can't be.
    size = Schedule.size(plan.format(), plan.specs(), plan.games());
    int rounds = Schedule.rounds(plan.format(), plan.entrants().size(), plan.games(), plan.legs());
    int wanted = plan.policy() == OpeningPolicy.SHARED ? rounds : Math.max(1, size / plan.legs());
    plan.hasClocks(); // Complains of a clock that is none.
    openings = Openings.load(plan, wanted);
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
  public static TournamentBuilder of(Game game, List<Entrant> entrants) {
    return new TournamentBuilder(game, entrants);
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
    return read(folder, registry, false);
  }

  /**
   * The same for a run that may go on though something has changed since it began.
   *
   * @param folder of that run
   * @param registry knows its game and players
   * @param despiteChanges whether it may be another Mesa, or its players' files others; the journal then says so
   * @return the same tournament
   * @throws BadInputException as {@link #read(Path, Registry)}
   * @throws IOException if it can't be read
   */
  public static Tournament read(Path folder, Registry registry, boolean despiteChanges) throws IOException {
    Run run = JournalReader.run(folder.resolve(Journal.FILE));
    Tournament tournament = Choices.of(run, List.of(), registry).build();
    tournament.changes = tournament.identity.requireSame(run, despiteChanges);
    tournament.despiteChanges = despiteChanges;
    tournament.setEarlierJobs(run);
    return tournament;
  }

  /**
   * Lays out a longer tournament than an earlier run was, which has all games of that one: {@link #resume} plays the others.
   *
   * @param folder of that run, finished or not
   * @param registry knows its game and players
   * @param extension what is to be played beyond it
   * @param despiteChanges as for {@link #read(Path, Registry, boolean)}
   * @return the longer tournament
   * @throws BadInputException as {@link #read(Path, Registry)}, and if the run can't be extended so
   * @throws IOException if it can't be read
   */
  public static Tournament extend(Path folder, Registry registry, Extension extension, boolean despiteChanges)
      throws IOException {
    Run run = JournalReader.run(folder.resolve(Journal.FILE));
    extension.requireSuits(run);
    Tournament before = read(folder, registry, despiteChanges);
    Tournament tournament = extension.apply(Choices.of(run, extension.players(), registry), run).build();
    extension.requireSameOpenings(before.openings, tournament.openings, run);
    if (tournament.size <= before.size) {
      throw new BadInputException("the run has all of its " + before.size + " games already; ask for more --games, or --add "
          + "players");
    }
    tournament.extended = before.identity;
    tournament.changes = before.changes;
    tournament.despiteChanges = despiteChanges;
    tournament.setEarlierJobs(run);
    return tournament;
  }

  private void setEarlierJobs(Run run) {
    earlierJobs = run.processors() == Runtime.getRuntime().availableProcessors() ? run.jobs() : 0;
  }

  /** {@return how many games there are} */
  public int size() {
    return size;
  }

  /**
   * {@return a good number of threads: the machine's, less one where clocks run; of a run that was {@linkplain #read
   * read}, those it began with if the machine has as many processors as then}
   */
  public int usualJobs() {
    if (earlierJobs > 0) {
      return earlierJobs;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    return plan.hasClocks() ? Math.max(1, processors - 1) : processors;
  }

  /**
   * Sets of which games it is kept what was said with engines, in the run's folder; by default of those with a fault. It
   * changes no game, and so is no part of what is played.
   *
   * @param kept which
   */
  public void keepTranscripts(Transcripts.Kept kept) {
    transcripts = kept;
  }

  /**
   * Sets what games that are played at the same time share, in place of what was chosen for the tournament; it changes no game.
   *
   * @param newAllotment what there is, and who needs what of it
   * @throws BadInputException if it can't be read, or somebody needs more than there is
   */
  public void allot(Allotment newAllotment) {
    newAllotment.needs(plan.entrants(), newAllotment.pool(1));
    allotment = newAllotment;
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
   * Plays the whole tournament and writes {@code run.json}, which tells what is played, the journal {@code games.jsonl}
   * and, at the end, what is derived from it: {@code standings.csv} and, where the game has a format for it, a file of its
   * games.
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
      Run run = identity.run(jobs, plan.calibrates() ? Calibration.of(plan, openings, () -> stopped) : null);
      Tally tally = new Tally(run, plan.stop());
      Journal journal =
          Journal.create(folder, run, plan.nanoClock(), game -> count(game, tally, newCrew, listener));
      writeRun(folder, run, journal);
      return finish(folder, newCrew, journal, new BitSet(), tally);
    }
  }

  /** Written at once, so that a run that is killed can be told and repeated too. */
  private static void writeRun(Path folder, Run run, Journal journal) throws IOException {
    try {
      Files.writeString(folder.resolve("run.json"), run.pretty());
    } catch (IOException e) {
      try (journal) {
        throw e;
      }
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
    newCrew.play(journal, new Transcripts(folder, transcripts), done, tally);
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
      Earlier earlier = new Earlier(newCrew.schedule(), jobs);
      Journal journal = Journal.resume(folder, file -> JournalReader.read(file, earlier), plan.nanoClock(),
          game -> count(game, earlier.tally, newCrew, listener));
      boolean complete = earlier.done.cardinality() == size;
      // What decided it may be there without the decision, if the run was cut off in between: that is then noted.
      boolean over = earlier.decided || complete && !earlier.tally.isDecided();
      if (!over || remark != null) {
        journal.append(Resumption.of(plan.wallClock().instant(), earlier.done.cardinality(), why(),
            extended == null ? null : earlier.run).line());
      }
      if (over) {
        journal.close();
        derive(folder, earlier.tally.results());
        return earlier.tally.results();
      }
      if (!plan.stages().isEmpty()) {
        journal.flush(); // Before this says so too.
        writeRun(folder, earlier.run, journal);
      }
      return finish(folder, newCrew, journal, earlier.done, earlier.tally);
    }
  }

  private String why() {
    return changes == null ? remark : remark == null ? changes : remark + "; " + changes;
  }

  /**
   * Has the journal say something where it tells that the run is taken up.
   *
   * @param text a line
   */
  public void remark(String text) {
    remark = text;
  }

  /**
   * Makes a damaged journal whole again: lines that don't match their checksums, and what can't be without them, are set
   * aside in {@code games.damaged.jsonl}. {@link #read} and {@link #resume} then play their games again.
   *
   * @param folder of a run that nobody is playing
   * @return what was done, in a line, or nothing if the journal is whole, but perhaps for a torn end
   * @throws BadInputException if there is no journal, it is being written, or nothing says what was played
   * @throws IOException if it can't be read or written
   */
  public static Optional<String> salvage(Path folder) throws IOException {
    return Salvage.of(folder);
  }

  /**
   * Plays games of a run again, each by fresh players from the seeds that its line tells, to see whether they come out the
   * same: with counted budgets they do. Nothing is written.
   *
   * @param folder of the run, which this tournament was {@linkplain #read read} from
   * @param wanted numbers of games
   * @param taker gets each, in the order of the journal
   * @throws BadInputException if the journal is damaged
   * @throws IOException if it can't be read
   */
  public void replay(Path folder, IntPredicate wanted, Consumer<Replay> taker) throws IOException {
    Replay.play(folder, plan, openings, wanted, taker);
  }

  /** What the journal holds of the games up to now. */
  private final class Earlier implements JournalReader.Handler {
    private final Schedule schedule;
    private final BitSet done = new BitSet(size);
    private final int jobs;
    private Run run;
    private Tally tally;
    private boolean decided;

    Earlier(Schedule schedule, int jobs) {
      this.schedule = schedule;
      this.jobs = jobs;
    }

    @Override
    public void run(Run found) {
      if (extended == null) {
        changes = identity.requireSame(found, despiteChanges);
        run = found;
      } else {
        changes = extended.requireSame(found, despiteChanges);
        run = identity.run(jobs, null).continuing(found);
      }
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
      if (extended != null) {
        throw new BadInputException("\"" + plan.stop() + "\" has decided the run, which therefore can't be extended; begin a "
            + "new one");
      }
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
    Tokens pool = allotment.pool(Math.max(jobs, usualJobs()));
    Crew newCrew = new Crew(plan, openings, jobs, pool, allotment.needs(plan.entrants(), pool));
    crew = newCrew;
    if (stopped) { // Asked after the crew is in place, so that a stop meets either this or the crew.
      newCrew.stop();
    }
    return newCrew;
  }
}
