package mesa.core;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text that names a game, a player or an evaluator: {@code name:option=value,option=value}. The options of a nested
 * spec are dotted: {@code mcts:eval=net,eval.file=a.safetensors,nodes=800}. Nothing in it needs quoting in a shell. In
 * {@code class:com.acme.MyPlayer,nodes=800} the name is {@code class:com.acme.MyPlayer}.
 *
 * <p>Two specs are equal if they have the same name and options, in whatever order they were written; {@link #toString}
 * is the canonical form, with the options sorted. Immutable.
 */
public final class Spec {
  /** Starts the name of something taken from the class path by its class's name. */
  static final String CLASS = "class:";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+|class:[\\w$.]+");
  private static final Pattern OPTION = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w -]+)*");

  private final String name;
  private final SortedMap<String, String> options;

  private Spec(String name, SortedMap<String, String> options) {
    this.name = name;
    this.options = Collections.unmodifiableSortedMap(options);
  }

  /**
   * Reads a spec.
   *
   * @param text as a user writes it
   * @return the spec; whether its name and options exist is for the {@link Registry} to say
   * @throws BadInputException if the text has not the form of a spec
   */
  public static Spec parse(String text) {
    int from = text.startsWith(CLASS) ? CLASS.length() : 0;
    int end = from;
    while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != ',') {
      end++;
    }
    Spec spec = named(text.substring(0, end), text);
    TreeMap<String, String> options = new TreeMap<>();
    if (end < text.length()) {
      for (String item : text.substring(end + 1).split(",", -1)) {
        int equals = item.indexOf('=');
        String key = equals < 0 ? item : item.substring(0, equals);
        if (equals < 0 || !OPTION.matcher(key).matches()) {
          throw new BadInputException(
              "\"" + item + "\" is no option (in \"" + text + "\"); a spec is written name:option=value,option=value");
        }
        if (options.put(key, item.substring(equals + 1)) != null) {
          throw new BadInputException("option " + key + " is given twice (in \"" + text + "\")");
        }
      }
    }
    return new Spec(spec.name, options);
  }

  /**
   * Makes a spec without options.
   *
   * @param name what it names
   * @return the spec
   * @throws BadInputException if that cannot be a name
   */
  public static Spec named(String name) {
    return named(name, name);
  }

  private static Spec named(String name, String text) {
    if (!NAME.matcher(name).matches()) {
      throw new BadInputException("\"" + name + "\" is no name (in \"" + text
          + "\"); a spec is written name:option=value,option=value");
    }
    return new Spec(name, new TreeMap<>());
  }

  /**
   * Sets an option. What was nested below its old value goes with it.
   *
   * @param option its name, dotted or not
   * @param value its new text, or null to leave it out
   * @return a spec that is otherwise the same
   */
  public Spec with(String option, String value) {
    TreeMap<String, String> changed = new TreeMap<>(options);
    if (!Objects.equals(value, changed.get(option))) {
      changed.keySet().removeIf(key -> key.startsWith(option + "."));
    }
    if (value == null) {
      changed.remove(option);
    } else {
      changed.put(option, value);
    }
    return new Spec(name, changed);
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the options as written, sorted by name, dotted ones included} */
  public Map<String, String> options() {
    return options;
  }

  /**
   * Asks for an option.
   *
   * @param option its name
   * @return whether it is given
   */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /**
   * Reads a group of free options.
   *
   * @param group one that the spec may have
   * @return what is given below it, by what follows the dot; empty if nothing is
   */
  public SortedMap<String, String> below(Option<Map<String, String>> group) {
    return below(group.name());
  }

  /**
   * Reads an option. A nested spec gets the dotted options that belong to it; for a group see {@link #below}.
   *
   * @param <T> what its values are
   * @param option one that the spec may have
   * @return its value, or the standard one where it is not given, or null where there is none
   * @throws BadInputException if the value is malformed or out of range
   */
  public <T> T get(Option<T> option) {
    String text = options.getOrDefault(option.name(), option.standard());
    if (text.isEmpty() && !has(option.name())) {
      return null;
    }
    T value = option.parse(text, toString());
    if (value instanceof Spec nested) {
      @SuppressWarnings("unchecked") // An option whose values are specs has T = Spec.
      T whole = (T) new Spec(nested.name, below(option.name()));
      return whole;
    }
    return value;
  }

  private TreeMap<String, String> below(String option) {
    TreeMap<String, String> inner = new TreeMap<>();
    String prefix = option + ".";
    options.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        inner.put(key.substring(prefix.length()), value);
      }
    });
    return inner;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spec spec && name.equals(spec.name) && options.equals(spec.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }

  /** {@return the canonical text: options sorted by name} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    char separator = name.startsWith(CLASS) ? ',' : ':';
    for (Map.Entry<String, String> option : options.entrySet()) {
      text.append(separator).append(option.getKey()).append('=').append(option.getValue());
      separator = ',';
    }
    return text.toString();
  }
}
