package mesa.arena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Entrant;

/** What fixes the games of a tournament, as hashes by which a journal is known to be its own. */
final class Identity {
  private final Plan plan;
  private final int openings;
  private final String openingsHash;
  private final List<SortedMap<String, String>> files;
  private final String specHash;

  /**
   * Identifies a tournament.
   *
   * @param plan its choices
   * @param openings that these came to, in order
   */
  Identity(Plan plan, List<Opening> openings) {
    this.plan = plan;
    this.openings = openings.size();
    openingsHash = openingsHash(openings);
    files = files(plan.entrants());
    specHash = specHash();
  }

  /** {@return a hash of openings in their order} */
  static String openingsHash(List<Opening> openings) {
    StringBuilder text = new StringBuilder();
    for (Opening opening : openings) {
      text.append(opening.start() == null ? "" : opening.start()).append('|').append(opening.text()).append('\n');
    }
    return new Fingerprint().whole(text.toString());
  }

  private static List<SortedMap<String, String>> files(List<Entrant> entrants) {
    Map<String, String> known = new HashMap<>();
    return entrants.stream().map(entrant -> {
      SortedMap<String, String> hashes = new TreeMap<>();
      entrant.files().forEach((option, file) ->
          hashes.put(option, known.computeIfAbsent(file.toString(), any -> Fingerprint.ofFile(file))));
      return hashes;
    }).toList();
  }

  /** {@return Mesa's version and commit, as far as they are known, or null} */
  private static String mesa() {
    String version = Identity.class.getPackage().getImplementationVersion();
    String commit = System.getProperty("mesa.commit");
    return version == null || commit == null ? version : version + " " + commit;
  }

  private String specHash() {
    StringBuilder text = new StringBuilder("mesa1\n").append(plan.game().name());
    for (Entrant entrant : plan.entrants()) {
      text.append("\nplayer ").append(entrant.spec());
    }
    text.append('\n').append(plan.format()).append(' ').append(plan.games()).append('/').append(plan.legs())
        .append(' ').append(plan.policy());
    text.append("\nopenings ").append(openingsHash);
    text.append("\nclock ").append(plan.timeControl()).append("\nplies ").append(plan.maxPlies());
    if (!plan.adjudication().isNone()) {
      text.append("\nadjudication ").append(plan.adjudication());
    }
    if (plan.enforcesBudgets()) {
      text.append("\nenforce");
    }
    if (plan.reversed()) {
      text.append("\nreverse");
    }
    plan.stages().forEach(stage -> text.append("\nafter ").append(stage.players()).append(' ').append(stage.format())
        .append(' ').append(stage.games()));
    if (plan.flag() != FlagRule.LOSS) {
      text.append("\nflag ").append(plan.flag());
    }
    if (plan.stop() != null) {
      text.append("\nstop ").append(plan.stop());
    }
    text.append("\nseed ").append(plan.seed());
    return new Fingerprint().whole(text.toString());
  }

  /**
   * Checks that a journal is of this tournament.
   *
   * @param run the journal's first line
   * @param despiteChanges whether it may be another Mesa, or its players' files others, than when the run began
   * @return what is another, in a few words, or null if nothing is
   * @throws BadInputException if its games were laid out differently, or would be played differently
   */
  String requireSame(Run run, boolean despiteChanges) {
    if (!openingsHash.equals(run.openings().sha256())) {
      throw new BadInputException("the openings \"" + plan.openings() + "\" are no longer those of the run");
    }
    if (!specHash.equals(run.spec())) {
      throw new BadInputException(
          "the run was laid out differently: its journal has spec " + run.spec() + ", not " + specHash);
    }
    List<String> changes = changes(run);
    if (changes.isEmpty()) {
      return null;
    }
    String text = String.join("; ", changes);
    if (!despiteChanges) {
      throw new BadInputException(text + ": the games that are missing could come out differently. Put back what was, "
          + "begin a new run, or go on --despite-changes");
    }
    return text;
  }

  /** {@return what fixes the games} */
  String spec() {
    return specHash;
  }

  private List<String> changes(Run run) {
    List<String> changes = new ArrayList<>();
    for (int player = 0; player < files.size(); player++) {
      Run.Participant was = run.players().get(player);
      SortedMap<String, String> now = files.get(player);
      was.files().forEach((option, hash) -> {
        if (!hash.equals(now.get(option))) {
          changes.add("the file of " + option + " in \"" + was.spec() + "\" is another than when the run began (SHA-256 "
              + hash.substring(0, 12) + ", now " + now.getOrDefault(option, "gone").replaceFirst("(?<=.{12}).*", "") + ")");
        }
      });
    }
    if (!Objects.equals(mesa(), run.mesa())) {
      changes.add("the run was begun with Mesa " + run.mesa() + ", and this is " + mesa());
    }
    return changes;
  }

  /**
   * Writes the first line of a journal.
   *
   * @param jobs games at the same time
   * @param calibration what a unit of each player's work costs, or null if that was not measured
   * @return what is played, here and now
   */
  Run run(int jobs, List<Run.Price> calibration) {
    Fingerprint fingerprint = new Fingerprint();
    List<Run.Participant> players = new ArrayList<>();
    for (Entrant entrant : plan.entrants()) {
      TimeControl clock = plan.clock(players.size());
      Budget budget = clock == null ? entrant.budget() : entrant.budget(null);
      String spec = entrant.spec().toString();
      players.add(new Run.Participant(spec, entrant.label(), Run.Participant.budget(budget, clock), fingerprint.whole(spec),
          files.get(players.size())));
    }
    String created = plan.wallClock().instant().toString();
    return new Run(
        "run",
        Run.VERSION,
        plan.game().name(),
        players,
        plan.format().toString(),
        plan.games(),
        plan.legs(),
        plan.reversed() ? true : null,
        plan.stages().isEmpty() ? null : plan.stages(),
        new Run.Book(source(), openingsHash, openings, plan.policy().toString(), plan.openingPlies(),
            plan.shuffled(), plan.openingStart(), plan.repeat()),
        plan.timeControl() == null ? null : plan.timeControl().toString(),
        rules(plan.adjudication()),
        plan.maxPlies(),
        plan.enforcesBudgets() ? true : null,
        plan.flag() == FlagRule.LOSS ? null : plan.flag().toString(),
        plan.stop() == null ? null : plan.stop().toString(),
        plan.seed(),
        specHash,
        fingerprint.whole(specHash + created).substring(0, 16),
        created,
        plan.ledger().toString(),
        plan.patienceNanos() == TournamentBuilder.USUAL_PATIENCE_NANOS ? null : plan.patienceNanos(),
        plan.withdrawAfter() == TournamentBuilder.USUAL_WITHDRAWAL ? null : plan.withdrawAfter(),
        plan.allotment().resources(),
        plan.allotment().needs().isEmpty() ? null : plan.allotment().needs(),
        plan.parity() == null ? null : plan.parity().toString(),
        jobs,
        mesa(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        calibration);
  }

  private static Run.Rules rules(Adjudication rules) {
    return rules.isNone() ? null
        : new Run.Rules(text(rules.resign()), text(rules.draw()), text(rules.exact()), rules.shadow());
  }

  private static String text(Object rule) {
    return rule == null ? null : rule.toString();
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(null);
    } catch (IOException | UncheckedIOException e) {
      return System.getenv("PROCESSOR_IDENTIFIER"); // Where Windows says it.
    }
  }

  /** {@return the openings as they can be found from any folder} */
  private String source() {
    try {
      Path file = Path.of(plan.openings());
      return Files.isRegularFile(file) ? file.toAbsolutePath().toString() : plan.openings();
    } catch (InvalidPathException e) {
      return plan.openings(); // No file, then: on some systems a colon can't be in a name.
    }
  }
}
