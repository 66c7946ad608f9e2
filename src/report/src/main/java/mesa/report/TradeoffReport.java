package mesa.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mesa.core.BadInputException;

/**
 * Strength beside compute: for each game a plot of how often players choose a best move against the time they take, and
 * a table of the same figures. Made from what JMH has measured. Immutable.
 */
public final class TradeoffReport {
  static final String WANTED = "wanted is the folder of a run, or what ./mesa jmh Tradeoff -prof gc -rf json -rff FILE writes";
  private static final String ENDING = ".json";

  private final List<Trial> trials;
  private final Set<String> setups;
  private final List<String> passedOver;

  private TradeoffReport(List<Trial> trials, Set<String> setups, List<String> passedOver) {
    this.trials = trials;
    this.setups = setups;
    this.passedOver = passedOver;
  }

  /**
   * Reads results.
   *
   * @param source a file, or a folder of which all files ending in {@code .json} are read, those that are not from JMH
   *     {@linkplain #passedOver passed over}
   * @return the report on them
   * @throws BadInputException if there is no such file, or nothing in it to report on
   */
  public static TradeoffReport read(Path source) {
    if (!Files.exists(source)) {
      throw new BadInputException("there is no file or folder \"" + source + "\"; " + WANTED);
    }
    List<String> passedOver = new ArrayList<>();
    List<JmhResults> results =
        Files.isDirectory(source) ? folder(source, passedOver) : List.of(JmhResults.read(source));
    List<Trial> trials = results.stream().flatMap(each -> each.trials().stream()).toList();
    if (trials.isEmpty()) {
      throw new BadInputException("\"" + source + "\" holds "
          + (results.isEmpty() ? "no results of JMH"
              : "results of JMH, but none that counts how many moves asked for were optimal")
          + "; " + WANTED);
    }
    Set<List<Object>> seen = new HashSet<>();
    for (Trial trial : trials) {
      if (!seen.add(List.of(trial.game(), trial.player()))) {
        throw new BadInputException("\"" + source + "\" has two results of " + trial.player() + " in " + trial.game()
            + "; give one run at a time");
      }
    }
    Set<String> setups = new LinkedHashSet<>();
    results.forEach(each -> setups.addAll(each.setups()));
    return new TradeoffReport(trials, setups, List.copyOf(passedOver));
  }

  private static List<JmhResults> folder(Path folder, List<String> passedOver) {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(ENDING)).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<JmhResults> results = new ArrayList<>();
    for (Path file : files) {
      try {
        results.add(JmhResults.read(file));
      } catch (BadInputException e) {
        passedOver.add(e.getMessage()); // Another program's file; if there is nothing else, the folder as a whole is refused.
      }
    }
    return results;
  }

  /** {@return how many players with a budget each were measured, all games together} */
  public int trials() {
    return trials.size();
  }

  /** {@return how many games there is a plot of} */
  public int games() {
    return (int) trials.stream().map(Trial::game).distinct().count();
  }

  /** {@return of each file of the folder that could not be read as results of JMH, what is wrong with it, in a line} */
  public List<String> passedOver() {
    return passedOver;
  }

  /**
   * Makes the page, in UTF-8. It fetches nothing, and its tables can be read without scripts.
   *
   * @return the whole HTML
   */
  public String html() {
    return new TradeoffPage(Figure.of(trials), setups).html();
  }
}
