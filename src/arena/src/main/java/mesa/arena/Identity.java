package mesa.arena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Entrant;

/** What fixes the games of a tournament, as hashes by which a journal is known to be its own. */
final class Identity {
  private final Plan plan;
  private final int openings;
  private final String openingsHash;
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
    specHash = specHash();
  }

  private static String openingsHash(List<Opening> openings) {
    StringBuilder text = new StringBuilder();
    for (Opening opening : openings) {
      text.append(opening.start() == null ? "" : opening.start()).append('|').append(opening.text()).append('\n');
    }
    return new Fingerprint().whole(text.toString());
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
    if (plan.enforcesBudgets()) {
      text.append("\nenforce");
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
   * @throws BadInputException if its games were laid out differently
   */
  void requireSame(Run run) {
    if (!openingsHash.equals(run.openings().sha256())) {
      throw new BadInputException("the openings \"" + plan.openings() + "\" are no longer those of the run");
    }
    if (!specHash.equals(run.spec())) {
      throw new BadInputException(
          "the run was laid out differently: its journal has spec " + run.spec() + ", not " + specHash);
    }
  }

  /**
   * Writes the first line of a journal.
   *
   * @param jobs games at the same time
   * @return what is played, here and now
   */
  Run run(int jobs) {
    Fingerprint fingerprint = new Fingerprint();
    List<Run.Participant> players = new ArrayList<>();
    for (Entrant entrant : plan.entrants()) {
      String budget = plan.timeControl() == null ? entrant.budget().toString() : "clock=" + plan.timeControl();
      String spec = entrant.spec().toString();
      players.add(new Run.Participant(spec, entrant.label(), budget, fingerprint.whole(spec)));
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
        new Run.Book(source(), openingsHash, openings, plan.policy().toString(), plan.shuffled(), plan.repeat()),
        plan.timeControl() == null ? null : plan.timeControl().toString(),
        plan.maxPlies(),
        plan.enforcesBudgets() ? true : null,
        plan.stop() == null ? null : plan.stop().toString(),
        plan.seed(),
        specHash,
        fingerprint.whole(specHash + created).substring(0, 16),
        created,
        plan.movesLedger() ? "move" : "game",
        jobs,
        Identity.class.getPackage().getImplementationVersion(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
        cpu(),
        Runtime.getRuntime().availableProcessors());
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
