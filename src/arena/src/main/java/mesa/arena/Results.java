package mesa.arena;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;

/**
 * What has been played so far in one run, as its journal tells it: who scored what against whom, and what it cost.
 * {@link #standings} makes tables and ratings of it. Not thread-safe.
 */
public final class Results {
  private final Run run;
  private final int scheduled;
  private final List<Encounter> encounters = new ArrayList<>();
  private final Encounter[][] encounterOf;
  private final Cost[] costs;
  private final List<MoveCosts> moveCosts = new ArrayList<>();
  private final int[][] faults;
  private final BudgetUse[] uses;
  private final int[] byes;
  private final List<SortedMap<String, Warned>> warnings = new ArrayList<>();
  private final ShadowCount shadows = new ShadowCount();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private PlayedGame latest;
  private int played;
  private boolean decided;
  /** Worked out when asked for, and forgotten when another game comes. */
  private Standings standings;
  private Optional<ComputeStudy> study;

  Results(Run run) {
    this.run = run;
    int players = run.players().size();
    Format format = Format.parse(run.format());
    scheduled = Schedule.size(format, run.specs(), run.games());
    encounterOf = new Encounter[players][players];
    if (format instanceof Format.Fixed fixed) {
      fixed.pairings(run.specs()).forEach(this::encounter);
    }
    costs = new Cost[players];
    Arrays.fill(costs, Cost.NONE);
    faults = new int[players][End.values().length];
    uses = new BudgetUse[players];
    Arrays.fill(uses, BudgetUse.NONE);
    byes = new int[players];
    run.players().forEach(player -> {
      warnings.add(new TreeMap<>());
      moveCosts.add(new MoveCosts());
    });
  }

  /** {@return the games of a pairing, which is entered into the list if it is new} */
  private Encounter encounter(Pairing pairing) {
    Encounter encounter = encounterOf[pairing.first()][pairing.second()];
    if (encounter == null) {
      encounter = new Encounter(pairing, run.legs());
      encounterOf[pairing.first()][pairing.second()] = encounter;
      encounters.add(encounter);
    }
    return encounter;
  }

  /**
   * Reads the journal of a run, finished or not.
   *
   * @param folder of the run
   * @return what it holds
   * @throws BadInputException if there is no journal or it is damaged
   * @throws IOException if it can't be read
   */
  public static Results read(Path folder) throws IOException {
    Results[] results = new Results[1];
    JournalReader.read(folder.resolve(Journal.FILE), new JournalReader.Handler() {
      @Override
      public void run(Run run) {
        results[0] = new Results(run);
      }

      @Override
      public void game(long offset, int length, PlayedGame game) {
        results[0].add(game);
      }

      @Override
      public void draw(Draw draw) {
        results[0].draw(draw);
      }

      @Override
      public void decided(int games) {
        results[0].decide();
      }
    });
    return results[0];
  }

  void add(PlayedGame game) {
    standings = null;
    study = null;
    boolean asNamed = game.first() < game.second();
    int score = asNamed ? game.doubledScore() : 2 - game.doubledScore();
    if (!encounter(Pairing.of(game.first(), game.second()))
        .add(game.round(), asNamed ? 0 : 1, score, game.hash(), game.opening(), game.culprit() >= 0)) {
      throw new BadInputException("the journal holds game " + game.id() + " twice");
    }
    shadows.add(game);
    costs[game.first()] = costs[game.first()].plus(game.firstCost());
    costs[game.second()] = costs[game.second()].plus(game.secondCost());
    if (game.log() != null && tellsMoves()) {
      moveCosts.get(game.first()).add(game.log(), 0);
      moveCosts.get(game.second()).add(game.log(), 1);
    }
    uses[game.first()] = uses[game.first()].plus(game.firstUse());
    uses[game.second()] = uses[game.second()].plus(game.secondUse());
    for (Warned warned : game.warnings()) {
      warnings.get(warned.seat() == 0 ? game.first() : game.second()).merge(warned.kind(), warned, Warned::plus);
    }
    if (game.culprit() >= 0) {
      faults[game.culprit() == 0 ? game.first() : game.second()][game.end().ordinal()]++;
    }
    latest = game;
    played++;
  }

  /** Notes who meets whom in a round that was drawn. */
  void draw(Draw draw) {
    standings = null;
    study = null;
    draw.tables().forEach(table -> encounter(Pairing.of(table.get(0), table.get(1))));
    if (draw.bye() != null) {
      byes[draw.bye()]++;
    }
  }

  /** {@return rounds in which a player had no opponent, each of which counts as won} */
  int byes(int player) {
    return byes[player];
  }

  void withdraw(Withdrawal withdrawal) {
    withdrawals.add(withdrawal);
  }

  /**
   * {@return players that failed so often in this run that their remaining games were not played; when it is resumed,
   * they are tried again}
   */
  public List<Withdrawal> withdrawals() {
    return List.copyOf(withdrawals);
  }

  /** Notes that no more games are wanted. */
  void decide() {
    decided = true;
  }

  /** {@return whether its {@link StoppingRule} has ended the tournament; only the games up to that are here} */
  public boolean isDecided() {
    return decided;
  }

  /** {@return how many games have been played} */
  public int played() {
    return played;
  }

  /** {@return how many games the whole tournament has} */
  public int scheduled() {
    return scheduled;
  }

  /** {@return whether all games have been played, or enough for the {@link StoppingRule}} */
  public boolean isComplete() {
    return decided || played == scheduled;
  }

  /** {@return the names of the players, in the order in which they were entered} */
  public List<String> players() {
    return run.labels();
  }

  /** {@return the game that is played, as a spec} */
  public String game() {
    return run.game();
  }

  /** {@return a line for those who watch: how a match stands, or who leads; takes a moment with many games} */
  public String liveLine() {
    return new LiveText(this).line();
  }

  /** {@return how it stands by now, in a few lines for a log; takes a moment with many games} */
  public String report() {
    return ReportText.of(this);
  }

  /**
   * Counts the games that a player lost otherwise than on the board.
   *
   * @param player index in {@link #players}
   * @return how many, by the word that the journal has for it; only kinds that there are
   */
  public Map<String, Integer> faultsByKind(int player) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (End end : End.values()) {
      if (faults[player][end.ordinal()] > 0) {
        kinds.put(end.toString(), faults[player][end.ordinal()]);
      }
    }
    return kinds;
  }

  /**
   * {@return a line on the game that was played last: its number by the order in which games end, from 1, players, result,
   * why, and its id; empty if there is none}
   */
  public String latestGame() {
    return latest == null ? "" : "game %d of %d: %s (%s)".formatted(played(), scheduled(),
        latest.line(players().get(latest.first()), players().get(latest.second())), latest.id());
  }

  /** {@return the standings by now as a table of several lines} */
  public String liveTable() {
    return new LiveText(this).table();
  }

  /** {@return what was played and where, as names and values for people; what is not known is left out} */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("game", run.game());
    facts.put("format", run.format());
    facts.put("games", run.games() + (run.format().equals("iso") ? "" : " a pairing"));
    facts.put("openings", run.openings().source() + " (" + run.openings().count() + ", " + run.openings().policy()
        + (run.openings().shuffled() ? ", shuffled" : "") + (run.openings().repeat() ? ", repeated if need be" : "") + ")");
    facts.put("clock", run.clock());
    facts.put("test", run.stop());
    facts.put("seed", "" + run.seed());
    facts.put("begun", run.created());
    facts.put("run", run.id());
    facts.put("Mesa", run.mesa());
    facts.put("Java", run.java());
    facts.put("system", run.os());
    facts.put("processor", run.cpu());
    facts.put("jobs", run.jobs() + " of " + run.processors() + " threads of the machine");
    facts.values().removeIf(Objects::isNull);
    return facts;
  }

  /** {@return where the test stands that may end the match, or nothing if there is none} */
  public Optional<SprtRun> sprt() {
    return run.stop() != null && StoppingRule.parse(run.stop()) instanceof Sprt sprt
        ? Optional.of(SprtRun.ofAll(sprt, this)) : Optional.empty();
  }

  /** {@return tables and ratings of the games so far} */
  public Standings standings() {
    if (standings == null) {
      standings = new Standings(this, Map.of());
    }
    return standings;
  }

  /** {@return what compute buys, as {@link ComputeStudy#of} says} */
  Optional<ComputeStudy> study() {
    if (study == null) {
      study = ComputeStudy.computed(this);
    }
    return study;
  }

  /**
   * Makes tables with some ratings given.
   *
   * @param anchors Elo by the name of a player, or its spec
   * @return tables and ratings of the games so far
   * @throws BadInputException if there is no such player
   */
  public Standings standings(Map<String, Double> anchors) {
    Map<Integer, Double> byIndex = new TreeMap<>();
    anchors.forEach((name, elo) -> {
      int player = players().indexOf(name);
      for (int i = 0; player < 0 && i < run.players().size(); i++) {
        player = run.players().get(i).spec().equals(name) ? i : -1;
      }
      if (player < 0) {
        throw new BadInputException("\"" + name + "\" has not played here; there are " + String.join(", ", players()));
      }
      byIndex.put(player, elo);
    });
    return new Standings(this, byIndex);
  }

  /**
   * Counts the games that a player lost by a fault: a crash, an illegal move, no answer. Time losses are not among them.
   *
   * @param player index in {@link #players}
   * @return how many
   */
  public int faults(int player) {
    int count = 0;
    for (End end : End.values()) {
      count += end.isFault() ? faults[player][end.ordinal()] : 0;
    }
    return count;
  }

  /**
   * Counts what a player did that it should not have, though it cost it nothing, such as an illegal move in a main line.
   *
   * @param player index in {@link #players}
   * @return how many such things in all its moves, each kind once a move
   */
  public int warnings(int player) {
    return warnings.get(player).values().stream().mapToInt(Warned::moves).sum();
  }

  /** {@return the same by kind, each with where it was first seen} */
  Collection<Warned> warned(int player) {
    return warnings.get(player).values();
  }

  /**
   * Adds up what a player spent.
   *
   * @param player index in {@link #players}
   * @return all its games together
   */
  public Cost cost(int player) {
    return costs[player];
  }

  /** {@return whether the journal tells what each move cost; else results of a run being played would tell more than it} */
  private boolean tellsMoves() {
    return Told.parse(run.ledger()).tellsMoves();
  }

  /** {@return what each of a player's moves cost} */
  MoveCosts moveCosts(int player) {
    return moveCosts.get(player);
  }

  /** {@return games that a player lost in this way} */
  int losses(int player, End end) {
    return faults[player][end.ordinal()];
  }

  /** {@return how a player has kept to its budget} */
  BudgetUse use(int player) {
    return uses[player];
  }

  /** {@return how rules of adjudication that only watch would have done} */
  ShadowCount shadows() {
    return shadows;
  }

  Run run() {
    return run;
  }

  List<Encounter> encounters() {
    return encounters;
  }
}
