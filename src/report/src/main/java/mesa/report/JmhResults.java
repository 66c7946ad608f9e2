package mesa.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Spec;

/**
 * What JMH has written as JSON. The results with the counters {@code asked} and {@code optimal} are trials; the game is
 * the name of the benchmark's method, the player its parameter {@code player}.
 *
 * @param trials in the file's order
 * @param setups on what they were measured, and how; usually one
 */
record JmhResults(List<Trial> trials, Set<String> setups) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern TIME_PER_OPERATION = Pattern.compile("(ns|us|ms|s)/op");
  private static final Pattern OPERATIONS_PER_TIME = Pattern.compile("ops/(ns|us|ms|s)");
  private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9);
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String MACHINE = "-Dmesa.machine=";
  private static final String COMMIT = "-Dmesa.commit=";

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is not JSON, or not from JMH, or its figures can't be right; a file without trials is
   *     none of these
   */
  static JmhResults read(Path file) {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new BadInputException("\"" + file + "\" is not JSON: line " + e.getLocation().getLineNr() + ": "
          + e.getOriginalMessage() + "; " + TradeoffReport.WANTED, e);
    } catch (CharacterCodingException e) {
      throw new BadInputException("\"" + file + "\" is no text in UTF-8; " + TradeoffReport.WANTED, e);
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e + "; " + TradeoffReport.WANTED, e);
    }
    if (root.isMissingNode()) {
      throw new BadInputException("\"" + file + "\" is empty; " + TradeoffReport.WANTED);
    }
    List<Trial> trials = new ArrayList<>();
    Set<String> setups = new LinkedHashSet<>();
    boolean isJmh = root.isArray();
    for (JsonNode result : root) {
      isJmh &= result.path("benchmark").isTextual() && result.path("primaryMetric").path("score").isNumber();
    }
    if (!isJmh) {
      throw new BadInputException("\"" + file + "\" is JSON, but not from JMH; " + TradeoffReport.WANTED);
    }
    for (JsonNode result : root) {
      JsonNode counters = result.path("secondaryMetrics");
      if (counters.has("asked") && counters.has("optimal")) {
        trials.add(trial(result, file));
        setups.add(setup(result));
      }
    }
    return new JmhResults(trials, setups);
  }

  private static Trial trial(JsonNode result, Path file) {
    String benchmark = result.get("benchmark").asText();
    if (!result.path("params").has("player")) {
      throw new BadInputException("\"" + file + "\" can't be right: a result of " + benchmark + " names no player");
    }
    String words = result.get("params").get("player").asText();
    JsonNode counters = result.get("secondaryMetrics");
    JsonNode time = result.get("primaryMetric");
    String unit = time.path("scoreUnit").asText();
    int asked = (int) Math.round(counters.get("asked").path("score").asDouble());
    int optimal = (int) Math.round(counters.get("optimal").path("score").asDouble());
    double nanos = nanos(time.get("score").asDouble(), unit);
    if (!(nanos > 0) || asked < 1 || optimal < 0 || optimal > asked) {
      throw new BadInputException("\"" + file + "\" can't be right: " + words + " in " + benchmark + " took "
          + time.get("score").asText() + " \"" + unit + "\" and was asked " + asked + ", of which optimal " + optimal);
    }
    double fastest = nanos;
    double slowest = nanos;
    for (JsonNode fork : time.path("rawData")) {
      for (JsonNode iteration : fork) {
        double mean = nanos(iteration.asDouble(Double.NaN), unit);
        if (!(mean > 0)) {
          throw new BadInputException("\"" + file + "\" can't be right: an iteration of " + words + " in " + benchmark + " took "
              + iteration.asText() + " \"" + unit + "\"");
        }
        fastest = Math.min(fastest, mean);
        slowest = Math.max(slowest, mean);
      }
    }
    double bytes = counters.path(ALLOCATED).path("score").asDouble(Double.NaN);
    Spec player;
    try {
      player = Spec.parse(words.replaceFirst(" ", ":").replace(' ', ','));
    } catch (BadInputException e) {
      throw new BadInputException("\"" + file + "\" names no player: " + e.getMessage(), e);
    }
    return new Trial(
        benchmark.substring(benchmark.lastIndexOf('.') + 1), player, nanos, fastest, slowest, bytes, optimal, asked);
  }

  /** {@return nanoseconds an operation; NaN if the unit is none of time} */
  private static double nanos(double score, String unit) {
    Matcher time = TIME_PER_OPERATION.matcher(unit);
    if (time.matches()) {
      return score * NANOS.get(time.group(1));
    }
    Matcher rate = OPERATIONS_PER_TIME.matcher(unit);
    return rate.matches() ? NANOS.get(rate.group(1)) / score : Double.NaN;
  }

  private static String setup(JsonNode result) {
    List<String> parts = new ArrayList<>();
    given(result, MACHINE).ifPresent(parts::add);
    parts.add(result.path("vmName").asText("an unnamed JVM") + " " + result.path("vmVersion").asText());
    given(result, COMMIT).ifPresent(commit -> parts.add("commit " + commit));
    parts.add(count(result.path("forks").asInt(), "fork") + " with "
        + count(result.path("measurementIterations").asInt(), "iteration") + " of "
        + result.path("measurementTime").asText() + ", JMH " + result.path("jmhVersion").asText());
    return String.join("; ", parts);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Optional<String> given(JsonNode result, String property) {
    for (JsonNode argument : result.path("jvmArgs")) {
      if (argument.asText().startsWith(property)) {
        return Optional.of(argument.asText().substring(property.length()));
      }
    }
    return Optional.empty();
  }
}
