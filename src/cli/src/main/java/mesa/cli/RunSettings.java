package mesa.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns what a run's {@code run.json} says into the settings by which the same run can be asked for. */
final class RunSettings {
  private RunSettings() {}

  /** {@return whether this is the first line of a journal, and not a file of settings} */
  static boolean isRun(Map<String, Object> content) {
    return "run".equals(content.get("t"));
  }

  /** {@return settings by the names of options, and game and players} */
  static Map<String, Object> of(Map<String, Object> run) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("game", run.get("game"));
    settings.put("players", ((List<?>) run.get("players")).stream().map(player -> ((Map<?, ?>) player).get("spec")).toList());
    settings.put("format", run.get("format"));
    settings.put("games", run.get("games"));
    settings.put("no-swap", Objects.equals(run.get("legs"), 1));
    Map<?, ?> openings = (Map<?, ?>) run.get("openings");
    settings.put("openings", openings.get("source"));
    settings.put("opening-policy", openings.get("policy"));
    settings.put("opening-plies", openings.get("plies"));
    settings.put("opening-order", openings.get("shuffled").equals(true) ? "random" : "sequential");
    settings.put("opening-start", openings.get("start"));
    settings.put("repeat-openings", openings.get("repeat"));
    settings.put("tc", run.get("clock"));
    if (run.get("adjudication") instanceof Map<?, ?> rules) {
      rules.forEach((rule, value) -> settings.put(rule.toString(), value));
    }
    settings.put("max-moves", ((Integer) run.get("maxPlies") + 1) / 2);
    settings.put("enforce", run.get("enforce"));
    if (run.get("stop") instanceof String stop) {
      String rule = stop.substring(stop.indexOf(':') + 1);
      settings.put(stop.startsWith("sprt") ? "sprt" : "width", stop.startsWith("sprt") ? rule : rule.substring("width=".length()));
    }
    settings.put("patience", run.get("patienceNanos") == null ? null : run.get("patienceNanos") + "ns");
    settings.put("parity", run.get("parity"));
    settings.put("seed", run.get("seed"));
    settings.put("ledger", run.get("ledger"));
    settings.values().removeIf(Objects::isNull);
    return settings;
  }
}
