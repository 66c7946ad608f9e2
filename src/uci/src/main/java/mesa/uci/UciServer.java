package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.Position;
import mesa.core.Registry;

/**
 * Serves any player as an engine that speaks the Universal Chess Interface: reads commands line by line, and answers at
 * once even while a search runs on a thread of its own. Whatever it can't make sense of it passes over, or tells of in an
 * {@code info string}; nothing but the protocol is ever printed.
 *
 * <p>Games other than the usual one are chosen by {@code UCI_Variant}; their positions and moves are written as their
 * {@link Position#text} and {@link Position#format} do.
 */
public final class UciServer {
  private static final Set<String> COMMANDS = Set.of(
      "uci", "isready", "setoption", "ucinewgame", "position", "go", "stop", "ponderhit", "quit", "debug", "d", "eval", "bench");

  private static final long USUAL_BENCH_NODES = 5000;

  private final Settings settings;
  private final Output output;
  private final String name;
  private final Duration warmUp;
  private Position position;
  private Player player;
  /** What the player was made for; another entrant needs another player. */
  private Object madeFor;
  private boolean isNewGame;
  private boolean debug;
  private Job job;

  /**
   * Makes a server.
   *
   * @param registry knows the games and players
   * @param game what is played, a spec; null for the game that engines of this protocol usually play
   * @param playerSpec who serves; null for the one that the game names for this
   * @param name of the program, with its version
   * @param warmUp how long a new player may think for practice before it is first called ready, for code that has run a
   *     while runs faster; 0 for not at all
   * @param out takes what the server says
   * @throws BadInputException if there is no such game or player
   */
  public UciServer(Registry registry, String game, String playerSpec, String name, Duration warmUp, OutputStream out) {
    this.settings = new Settings(registry, game, playerSpec);
    this.output = new Output(out);
    this.name = name;
    this.warmUp = warmUp;
    this.position = settings.game().start();
  }

  /**
   * Serves until {@code quit} or the end of the input.
   *
   * @param in what the other side says
   * @throws IOException if it can't be read
   */
  public void serve(InputStream in) throws IOException {
    LineReader lines = new LineReader(in);
    try {
      boolean goesOn = true;
      for (String line = lines.next(); goesOn && line != null; line = goesOn ? lines.next() : null) {
        if (lines.wasCut()) {
          output.tell("a line of more than " + LineReader.LONGEST + " bytes was passed over");
        } else {
          goesOn = take(line);
        }
      }
    } catch (UncheckedIOException e) {
      // Nobody listens any more: the same as the end of the input.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private void leave() {
    try {
      finishJob();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (player != null) {
      player.close();
    }
  }

  /** {@return false if the server is to end} */
  private boolean take(String line) throws InterruptedException {
    Words words = new Words(line);
    String command = words.next();
    while (command != null && !COMMANDS.contains(command)) { // As the protocol wants: joho debug on is debug on.
      command = words.next();
    }
    if (command == null && debug && !line.isEmpty()) {
      output.tell("no command in \"" + line + "\"");
    }
    try {
      switch (command) {
        case null -> { }
        case "uci" -> introduce();
        case "isready" -> {
          try {
            if (job == null || job.isDone()) {
              prepare(warmUp);
            }
          } finally {
            output.say("readyok");
          }
        }
        case "setoption" -> setOption(words);
        case "ucinewgame" -> {
          isNewGame = true;
          position = settings.game().start();
        }
        case "position" -> position = PositionReader.read(settings.game(), words);
        case "go" -> go(GoCommand.parse(words));
        case "stop" -> {
          if (job != null) {
            job.stop();
          }
        }
        case "ponderhit" -> {
          if (job != null) {
            job.ponderHit();
          }
        }
        case "debug" -> debug = !"off".equals(words.next());
        case "d" -> {
          position.diagram().lines().forEach(output::tell);
          output.tell(position.text());
        }
        case "eval" -> output.tell(settings.evaluation(position));
        case "bench" -> {
          long nodes = words.amount(command, USUAL_BENCH_NODES);
          finishJob();
          begin(new BenchJob(settings.game(), settings.entrant(), nodes, output));
        }
        default -> {
          return false; // quit
        }
      }
    } catch (BadInputException | PlayerFault e) {
      output.tell(e.getMessage());
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) { // A player that can't begin a game may be changed for another.
      output.tell("internal error: " + e);
    }
    return true;
  }

  private void introduce() {
    output.say("id name " + name);
    output.say("id author the authors of Mesa");
    settings.declarations().forEach(output::say);
    output.say("uciok");
  }

  private void setOption(Words words) throws InterruptedException {
    if (!"name".equals(words.next())) {
      throw new BadInputException("write setoption name NAME value VALUE");
    }
    StringBuilder option = new StringBuilder();
    for (String word = words.next(); word != null && !word.equals("value"); word = words.next()) {
      option.append(option.isEmpty() ? "" : " ").append(word);
    }
    Game before = settings.game();
    settings.set(option.toString(), words.rest());
    if (settings.game() != before) {
      position = settings.game().start();
    }
  }

  /** Makes a player if there is none for the present settings, and begins a new game if that was asked for. */
  private void prepare(Duration practice) {
    if (madeFor != settings.entrant()) {
      dropPlayer();
    }
    boolean isFresh = player == null;
    if (isFresh) {
      player = settings.entrant().newPlayer();
      madeFor = settings.entrant();
      settings.confirm();
      if (practice.isPositive()) {
        player.newGame(settings.seed());
        Position start = settings.game().start();
        player.choose(start, Budget.UNLIMITED.withClock(Clock.perMove(practice.toNanos())).start(System::nanoTime));
      }
    }
    if (isFresh || isNewGame) {
      player.newGame(settings.seed());
      isNewGame = false;
    }
  }

  private void dropPlayer() {
    if (player != null) {
      player.close();
      player = null;
    }
  }

  /** Takes the last player that can be made, where what is set now makes none: no move at all would lose the game. */
  private boolean goOnAsBefore() {
    for (Entrant earlier : settings.earlier()) {
      dropPlayer();
      try {
        player = earlier.newPlayer();
        player.newGame(settings.seed());
      } catch (BadInputException | PlayerFault e) {
        continue;
      }
      madeFor = settings.entrant(); // Until that changes.
      isNewGame = false;
      output.tell("goes on as " + earlier + ", as before");
      return true;
    }
    return false;
  }

  private void finishJob() throws InterruptedException {
    if (job != null) {
      job.makeWay();
      job.await();
      job = null;
    }
  }

  private void begin(Job next) {
    job = next;
    Thread thread = new Thread(job, "uci-search");
    thread.setDaemon(true);
    thread.start();
  }

  private void go(GoCommand go) throws InterruptedException {
    finishJob();
    Position root = position.copy();
    if (root.outcome().isOver()) {
      // A draw that somebody has to claim may have been played on: what is on the board counts.
      root = settings.game().parse(root.text());
    }
    if (go.perft() > 0) {
      begin(new PerftJob(root, go.perft(), output));
    } else {
      think(go, root);
    }
  }

  private void think(GoCommand go, Position root) {
    int side = root.sideToMove();
    Clock clock = go.clock(side, settings.overheadMillis());
    Budget budget = go.hasLimit(side)
        ? settings.entrant().budget(go.ponder() ? null : clock)
        : settings.entrant().budget();
    boolean isEndless = go.depth() > 0 && go.nodes() < 0 && clock == null && !go.infinite() && !go.ponder();
    if (isEndless && !settings.isBoundBy("depth")) {
      output.tell("this player has no depth; its usual budget holds");
      budget = settings.entrant().budget();
    }
    Meter meter = go.limit(budget).start(System::nanoTime);
    try {
      prepare(Duration.ZERO); // The clock is running.
    } catch (BadInputException | PlayerFault e) {
      output.tell(e.getMessage());
      if (!goOnAsBefore()) {
        output.say("bestmove 0000");
        return;
      }
    }
    InfoLines.Style style = new InfoLines.Style(settings.lines(), settings.showsChances(), go.mate());
    begin(new Search(
        new Search.Question(player, root, among(go, root), style, clock, go.infinite() || go.ponder()), meter, output));
  }

  /** {@return the moves that alone are to be considered, or null for all} */
  private Moves among(GoCommand go, Position root) {
    Moves among = new Moves();
    for (String text : go.searchMoves()) {
      try {
        int move = root.parseMove(text);
        if (!among.contains(move)) {
          among.add(move);
        }
      } catch (BadInputException e) {
        output.tell(e.getMessage());
      }
    }
    if (among.isEmpty() && !go.searchMoves().isEmpty()) {
      output.tell("none of the moves to search is legal; all are searched");
    }
    // Who plays answers with the only move at once; who analyses wants to know what it is worth.
    Moves legal = Moves.of(root);
    boolean asksForValue = among.isEmpty() && (go.infinite() || settings.analyses()) && legal.size() == 1;
    return asksForValue ? legal : among.isEmpty() ? null : among;
  }
}
