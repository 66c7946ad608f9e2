package mesa.uci;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Suggestion;

/** The options that an engine has told of. Names are compared as UCI says: whatever the case of their letters. */
final class EngineOptions {
  private final String engine;
  private final Map<String, Declared> byName = new LinkedHashMap<>();

  /** One option, its limits null where they do not apply or make no sense. */
  private record Declared(String name, String type, Long least, Long greatest, List<String> choices) {}

  EngineOptions(String engine) {
    this.engine = engine;
  }

  /** {@return whether a line tells of an option} */
  static boolean isDeclaration(String line) {
    Words words = new Words(line);
    return "option".equals(words.next()) && "name".equals(words.next());
  }

  /** Takes in a line {@code option name NAME type TYPE default D min N max N var V var V}. */
  void declare(String line) {
    Words words = new Words(line);
    words.next();
    String word = words.next(); // "name"
    Map<String, String> parts = new LinkedHashMap<>();
    List<String> choices = new ArrayList<>();
    for (String next = words.next(); next != null; next = words.next()) {
      boolean isKey = word.equals("name") ? next.equals("type") && parts.containsKey(word) : isKey(next);
      if (isKey) {
        word = next;
        if (word.equals("var")) {
          choices.add("");
        }
      } else if (word.equals("var")) {
        choices.add((choices.removeLast() + " " + next).strip());
      } else {
        parts.merge(word, next, (a, b) -> a + " " + b);
      }
    }
    String name = parts.getOrDefault("name", "");
    byName.put(name.toLowerCase(Locale.ROOT), new Declared(
        name, parts.getOrDefault("type", ""), number(parts.get("min")), number(parts.get("max")), choices));
  }

  private static boolean isKey(String word) {
    return switch (word) {
      case "type", "default", "min", "max", "var" -> true;
      default -> false;
    };
  }

  private static Long number(String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** {@return whether the engine has told of an option of that name} */
  boolean has(String name) {
    return byName.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Writes the command that sets an option.
   *
   * @param name in any case
   * @param value as a user writes it
   * @return {@code setoption ...}
   * @throws BadInputException if the engine has no such option, or it takes no such value
   */
  String command(String name, String value) {
    Declared option = byName.get(name.toLowerCase(Locale.ROOT));
    if (option == null) {
      Collection<String> names = byName.values().stream().map(Declared::name).toList();
      throw new BadInputException("\"" + engine + "\" has no option \"" + name + "\""
          + Suggestion.of(name, names, names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
    }
    String wanted = switch (option.type) {
      case "spin" -> isBetween(number(value), option) ? null : "a whole number" + limits(option);
      case "check" -> value.equals("true") || value.equals("false") ? null : "true or false";
      case "combo" -> option.choices.isEmpty() || option.choices.stream().anyMatch(value::equalsIgnoreCase)
          ? null : "one of " + String.join(", ", option.choices);
      default -> null;
    };
    if (wanted != null) {
      throw new BadInputException(
          "option \"" + option.name + "\" of \"" + engine + "\" takes " + wanted + ", not \"" + value + "\"");
    }
    return "setoption name " + option.name + (option.type.equals("button") ? "" : " value " + value);
  }

  /**
   * Makes a value of a seed for an option that takes whole numbers of some range, or any text.
   *
   * @param name of an option that the engine has
   * @return the seed itself where it fits
   */
  String seed(String name, long seed) {
    Declared option = byName.get(name.toLowerCase(Locale.ROOT));
    if (isBetween(seed, option)) {
      return Long.toString(seed);
    }
    long least = option.least == null ? 0 : option.least;
    long greatest = option.greatest == null ? Integer.MAX_VALUE : option.greatest;
    return Long.toString(least + Math.floorMod(seed, Math.max(1, greatest - least)));
  }

  private static boolean isBetween(Long value, Declared option) {
    return value != null
        && (option.least == null || value >= option.least)
        && (option.greatest == null || value <= option.greatest);
  }

  private static String limits(Declared option) {
    return (option.least == null ? "" : " from " + option.least)
        + (option.greatest == null ? "" : " to " + option.greatest);
  }
}
