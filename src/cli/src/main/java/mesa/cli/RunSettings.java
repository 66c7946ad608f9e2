package mesa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mesa.core.BadInputException;

/** Turns what a run's {@code run.json} says into the settings by which the same run can be asked for. */
final class RunSettings {
  private final Path file;

  private RunSettings(Path file) {
    this.file = file;
  }

  /** {@return whether this is the first line of a journal, and not a file of settings} */
  static boolean isRun(Map<String, Object> content) {
    return "run".equals(content.get("t"));
  }

  /**
   * Reads what a run was.
   *
   * @param run the first line of its journal
   * @param file that holds it, for messages
   * @return settings by the names of options, and game and players
   * @throws BadInputException if something is missing that every run has, or is of another kind
   */
  static Map<String, Object> of(Map<String, Object> run, Path file) {
    return new RunSettings(file).read(run);
  }

  private Map<String, Object> read(Map<String, Object> run) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("game", run.get("game"));
    List<String> players = new ArrayList<>();
    for (Object player : require(run, "players", List.class)) {
      players.add(require(player instanceof Map<?, ?> known ? known : Map.of("players", player), "spec", String.class));
    }
    settings.put("players", players);
    settings.put("format", run.get("format"));
    settings.put("games", run.get("games"));
    settings.put("no-swap", Objects.equals(run.get("legs"), 1));
    settings.put("reverse", run.get("reverse"));
    Map<?, ?> openings = require(run, "openings", Map.class);
    settings.put("openings", openings.get("source"));
    settings.put("opening-policy", openings.get("policy"));
    settings.put("opening-plies", openings.get("plies"));
    settings.put("opening-order", require(openings, "shuffled", Boolean.class) ? "random" : "sequential");
    settings.put("opening-start", openings.get("start"));
    settings.put("repeat-openings", openings.get("repeat"));
    settings.put("tc", run.get("clock"));
    if (run.get("adjudication") instanceof Map<?, ?> rules) {
      rules.forEach((rule, value) -> settings.put(String.valueOf(rule), value));
    }
    settings.put("max-moves", (require(run, "maxPlies", Integer.class) + 1) / 2);
    settings.put("enforce", run.get("enforce"));
    settings.put("flag", run.get("flag"));
    settings.put("withdraw", run.get("withdraw"));
    settings.put("resources", run.get("resources"));
    if (run.get("needs") instanceof Map<?, ?> needs) {
      settings.put("needs", needs.entrySet().stream().map(need -> need.getKey() + "=" + need.getValue()).toList());
    }
    if (run.get("stop") instanceof String stop) {
      String rule = stop.substring(stop.indexOf(':') + 1);
      settings.put(stop.startsWith("sprt") ? "sprt" : "width", rule.replaceFirst("^width=", ""));
    }
    settings.put("patience", run.get("patienceNanos") == null ? null : run.get("patienceNanos") + "ns");
    settings.put("parity", run.get("parity"));
    settings.put("seed", run.get("seed"));
    settings.put("ledger", run.get("ledger"));
    settings.values().removeIf(Objects::isNull);
    return settings;
  }

  private <T> T require(Map<?, ?> from, String key, Class<T> kind) {
    Object value = from.get(key);
    if (!kind.isInstance(value)) {
      throw new BadInputException("\"" + file + "\" is no run.json: it "
          + (value == null ? "lacks \"" + key + "\"" : "says \"" + value + "\" for \"" + key + "\"") + " (in " + from + ")");
    }
    return kind.cast(value);
  }
}
