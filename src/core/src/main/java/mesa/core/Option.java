package mesa.core;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One option that a spec may have: its name, what values it takes, what it is without being given, and what it is for.
 * Games, players and evaluators declare their options once, as constants; parsing, error messages, {@code mesa list}
 * and protocol options all come from these. Immutable.
 *
 * @param <T> what a value is once parsed
 */
public final class Option<T> {
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m)");

  private final String name;
  private final String standard;
  private final String values;
  private final String summary;
  private final Form form;
  private final Function<String, T> parser;

  /** What kind of values an option takes, for programs that show options to their users. */
  public sealed interface Form {
    /**
     * A whole number.
     *
     * @param least the least allowed
     * @param greatest the greatest allowed
     */
    record Whole(long least, long greatest) implements Form {}

    /**
     * One of a few words.
     *
     * @param words all of them
     */
    record Choice(List<String> words) implements Form {}

    /** True or false. */
    record Flag() implements Form {}

    /**
     * A file that makes the player what it is, such as a net or a program: another file of the same name is another player.
     *
     * @param isProgram whether it is looked up on the PATH
     * @param shipped a resource of the game that stands in its place where none is given, or null
     * @param beside a file that does, beside that of another option, or null
     */
    record File(boolean isProgram, String shipped, Beside beside) implements Form {}

    /**
     * A file beside another.
     *
     * @param option of the same provider, which names that one
     * @param suffix behind its name
     */
    record Beside(String option, String suffix) {}

    /** A number, a time, or any text. */
    record Text() implements Form {}

    /** A player; dotted options may follow. */
    record OfPlayer() implements Form {}

    /** An evaluator; dotted options may follow. */
    record OfEvaluator() implements Form {}

    /** Nothing itself: dotted options follow, whatever their names. */
    record Group() implements Form {}
  }

  private Option(String name, String standard, String values, String summary, Form form, Function<String, T> parser) {
    this.name = name;
    this.standard = standard;
    this.values = values;
    this.summary = summary;
    this.form = form;
    this.parser = parser;
  }

  /**
   * A whole number.
   *
   * @param name as written in specs
   * @param standard the value where none is given, or null for none
   * @param least the least value allowed
   * @param greatest the greatest value allowed
   * @param summary what it is for, in a few words, with its unit
   * @return the option
   */
  public static Option<Long> integer(String name, Long standard, long least, long greatest, String summary) {
    String values = greatest >= Integer.MAX_VALUE
        ? "a whole number of at least " + least
        : "a whole number from " + least + " to " + greatest;
    return new Option<>(name, text(standard), values, summary, new Form.Whole(least, greatest), text -> {
      long value = Long.parseLong(text);
      return value < least || value > greatest ? null : value;
    });
  }

  /**
   * A number.
   *
   * @param name as written in specs
   * @param standard the value where none is given, or null for none
   * @param least the least value allowed
   * @param greatest the greatest value allowed
   * @param summary what it is for, in a few words, with its unit
   * @return the option
   */
  public static Option<Double> number(String name, Double standard, double least, double greatest, String summary) {
    String values = "a number from " + least + " to " + greatest;
    return new Option<>(name, text(standard), values, summary, new Form.Text(), text -> {
      double value = Double.parseDouble(text);
      return value >= least && value <= greatest ? value : null;
    });
  }

  /**
   * A switch.
   *
   * @param name as written in specs
   * @param standard whether it is on where it is not given
   * @param summary what it switches, in a few words
   * @return the option
   */
  public static Option<Boolean> flag(String name, boolean standard, String summary) {
    return new Option<>(name, text(standard), "true or false", summary, new Form.Flag(), text -> switch (text) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> null;
    });
  }

  /**
   * A length of time, written with its unit: ns, us, ms, s or m.
   *
   * @param name as written in specs
   * @param standard nanoseconds where none is given, or null for none
   * @param summary what it is for, in a few words
   * @return the option, whose values are nanoseconds, at least 0
   */
  public static Option<Long> duration(String name, Long standard, String summary) {
    String shown = standard == null ? "" : standard + "ns";
    return new Option<>(name, shown, "a time such as 100ms or 2s", summary, new Form.Text(), text -> {
      Matcher matcher = DURATION.matcher(text);
      if (!matcher.matches()) {
        return null;
      }
      double unit = switch (matcher.group(2)) {
        case "ns" -> 1;
        case "us" -> 1e3;
        case "ms" -> 1e6;
        case "s" -> 1e9;
        default -> 60e9;
      };
      return Math.round(Double.parseDouble(matcher.group(1)) * unit);
    });
  }

  /**
   * A text, such as a file's path.
   *
   * @param name as written in specs
   * @param standard the value where none is given, or null for none
   * @param values what may be written, in a few words
   * @param summary what it is for, in a few words
   * @return the option
   */
  public static Option<String> text(String name, String standard, String values, String summary) {
    return new Option<>(name, text(standard), values, summary, new Form.Text(), text -> text.isEmpty() ? null : text);
  }

  /**
   * A file that makes the player what it is, such as a net. Runs keep its fingerprint.
   *
   * @param name as written in specs
   * @param shipped a resource of the game that stands in its place where none is given, or null
   * @param values what may be written, in a few words
   * @param summary what it is for, in a few words
   * @return the option, whose values are paths
   */
  public static Option<String> file(String name, String shipped, String values, String summary) {
    return new Option<>(name, "", values, summary, new Form.File(false, shipped, null), text -> text.isEmpty() ? null : text);
  }

  /**
   * A file that goes with another and usually lies beside it, if there is one. Runs keep its fingerprint too.
   *
   * @param name as written in specs
   * @param other the option of the same provider that names the other file
   * @param suffix behind that one's name if none is given
   * @param values what may be written, in a few words
   * @param summary what it is for, in a few words
   * @return the option, whose values are paths
   */
  public static Option<String> fileBeside(String name, Option<String> other, String suffix, String values, String summary) {
    return new Option<>(name, "", values, summary, new Form.File(false, null, new Form.Beside(other.name(), suffix)),
        text -> text.isEmpty() ? null : text);
  }

  /**
   * A program that makes the player what it is, such as an engine. Runs keep its fingerprint.
   *
   * @param name as written in specs
   * @param summary what it is for, in a few words
   * @return the option, whose values are paths or names of programs on the PATH
   */
  public static Option<String> program(String name, String summary) {
    return new Option<>(name, "", "a program's name or path", summary, new Form.File(true, null, null),
        text -> text.isEmpty() ? null : text);
  }

  /**
   * One of a few words.
   *
   * @param name as written in specs
   * @param choices the words, the first of which stands where none is given
   * @param summary what it is for, in a few words
   * @return the option
   */
  public static Option<String> choice(String name, List<String> choices, String summary) {
    String values = "one of " + String.join(", ", choices);
    return new Option<>(name, choices.getFirst(), values, summary, new Form.Choice(choices),
        text -> choices.contains(text) ? text : null);
  }

  /**
   * Any of a few words, joined by plus signs, as in {@code without=lmr+null}.
   *
   * @param name as written in specs
   * @param choices the words; where none is given, there is no value
   * @param summary what it is for, in a few words
   * @return the option, whose values are lists of different words
   */
  public static Option<List<String>> several(String name, List<String> choices, String summary) {
    String values = "any of " + String.join(", ", choices) + ", joined by +";
    return new Option<>(name, "", values, summary, new Form.Text(), text -> {
      List<String> words = List.of(text.split("\\+", -1));
      return choices.containsAll(words) ? words.stream().distinct().toList() : null;
    });
  }

  /**
   * An evaluator, itself a spec; its own options are written dotted, as in {@code eval=net,eval.file=a.safetensors}.
   *
   * @param name as written in specs
   * @param standard the name of the evaluator where none is given
   * @param summary what it is for, in a few words
   * @return the option, whose values are specs
   */
  public static Option<Spec> evaluator(String name, String standard, String summary) {
    return new Option<>(name, standard, "an evaluator", summary, new Form.OfEvaluator(), Spec::named);
  }

  /**
   * A player that another one is made of, itself a spec; its own options are written dotted, as in {@code
   * then=mcts,then.eval=rollout}. What both may spend on a move is said once, by the outer player's budget: the limits
   * and the usual budget are those of the player named here.
   *
   * @param name as written in specs
   * @param standard the name of the player where none is given
   * @param summary what it is for, in a few words
   * @return the option, whose values are specs
   */
  public static Option<Spec> player(String name, String standard, String summary) {
    return new Option<>(name, standard, "a player", summary, new Form.OfPlayer(), Spec::named);
  }

  /**
   * Options that something outside Mesa defines, all written dotted, as in {@code option.Hash=16}.
   *
   * @param name as written in specs, before the dot
   * @param summary what they are for, in a few words
   * @return the option, whose values are maps from what follows the dot
   */
  public static Option<Map<String, String>> group(String name, String summary) {
    return new Option<>(name, "", "dotted names, as in " + name + ".NAME=VALUE", summary, new Form.Group(),
        text -> null);
  }

  private static String text(Object standard) {
    return standard == null ? "" : standard.toString();
  }

  /** {@return the name, as written in specs} */
  public String name() {
    return name;
  }

  /** {@return the value that holds where none is given, as text; empty if there is none} */
  public String standard() {
    return standard;
  }

  /** {@return what values it takes, to follow "takes"} */
  public String values() {
    return values;
  }

  /** {@return what it is for} */
  public String summary() {
    return summary;
  }

  /** {@return what kind of values it takes} */
  public Form form() {
    return form;
  }

  /** {@return whether it may be followed by dotted options: its value is a spec, or a set of free options} */
  boolean isDotted() {
    return isPlayer() || form instanceof Form.OfEvaluator || form instanceof Form.Group;
  }

  /** {@return whether its value is a player's spec} */
  boolean isPlayer() {
    return form instanceof Form.OfPlayer;
  }

  /**
   * Reads a value.
   *
   * @param text as written after the equals sign
   * @param where the whole spec, for the message
   * @return the value
   * @throws BadInputException if the text is none
   */
  T parse(String text, String where) {
    T value;
    try {
      value = parser.apply(text);
    } catch (NumberFormatException | BadInputException e) {
      value = null;
    }
    if (value == null) {
      boolean isGreat = text.matches("\\d{10,}"); // So great that the upper end counts, of which values may be silent.
      String wanted = isGreat && form instanceof Form.Whole(long least, long greatest)
          ? "a whole number from " + least + " to " + greatest : values;
      throw new BadInputException(name + " takes " + wanted + ", not \"" + text + "\" (in \"" + where + "\")");
    }
    return value;
  }

  @Override
  public String toString() {
    return standard.isEmpty() ? name : name + "=" + standard;
  }
}
