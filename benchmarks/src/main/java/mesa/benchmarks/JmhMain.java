package mesa.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Registry;
import mesa.core.Suggestion;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./mesa jmh}: JMH's own command line, but what is wrong with it is said in one line, before anything runs where that can
 * be known, and whoever asks for the exit code learns that a benchmark has failed.
 */
final class JmhMain {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final String LIST = "./mesa jmh -l lists them";
  private static final String PARAMETER = "-p";
  /** The parameter that is a game wherever there is one of this name. */
  private static final String GAME = "game";

  private JmhMain() {}

  /** Runs what is asked for, and exits: 0 if all of it was measured, 2 for bad input, 1 if something else went wrong. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.out, System.err));
  }

  /** {@return the exit code} */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
    try {
      CommandLineOptions options = parse(arguments);
      if (options.shouldHelp() || options.shouldList() || options.shouldListWithParams() || options.shouldListProfilers()
          || options.shouldListResultFormats()) {
        Main.main(arguments);
        return 0;
      }
      check(options, arguments);
      return run(options, out, err);
    } catch (BadInputException e) {
      err.println("mesa: " + e.getMessage());
      return BAD_INPUT;
    }
  }

  private static CommandLineOptions parse(String[] arguments) {
    int format = List.of(arguments).indexOf("-rf") + 1;
    if (format > 0 && format < arguments.length) {
      List<String> formats = Stream.of(ResultFormatType.values()).map(type -> type.toString().toLowerCase(Locale.ROOT)).toList();
      if (!formats.contains(arguments[format].toLowerCase(Locale.ROOT))) {
        throw new BadInputException("there is no result format \"" + arguments[format] + "\""
            + Suggestion.of(arguments[format], formats, "there are " + String.join(", ", formats)));
      }
    }
    try {
      return new CommandLineOptions(arguments);
    } catch (CommandLineOptionException | IllegalArgumentException | IllegalStateException e) {
      throw new BadInputException("jmh: " + oneLine(e.getMessage()) + " (in \"" + String.join(" ", arguments)
          + "\"); ./mesa jmh -h tells the options");
    }
  }

  private static int run(CommandLineOptions options, PrintStream out, PrintStream err) throws IOException {
    try (PrintStream file = options.getOutput().hasValue() ? new PrintStream(options.getOutput().get()) : null) {
      Outcomes outcomes = new Outcomes(
          OutputFormatFactory.createFormatInstance(file == null ? out : file, options.verbosity().orElse(VerboseMode.NORMAL)));
      new Runner(options, outcomes.listener()).run();
      if (outcomes.badInput().isPresent()) {
        throw new BadInputException(outcomes.badInput().get());
      }
      if (outcomes.failed() > 0) {
        err.println("mesa: " + outcomes.failed() + " of the benchmarks failed; what each said stands above");
        return FAILED;
      }
      return 0;
    } catch (ProfilersFailedException e) {
      throw new BadInputException("\"-prof " + String.join(" -prof ", asked(options)) + "\" won't do: "
          + oneLine(e.getCause().getMessage()) + "; ./mesa jmh -lprof lists what does");
    } catch (RunnerException e) {
      err.println("mesa: " + oneLine(e.getMessage()));
      return FAILED;
    }
  }

  private static List<String> asked(CommandLineOptions options) {
    return options.getProfilers().stream().map(ProfilerConfig::getKlass).toList();
  }

  private static String oneLine(String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static void check(CommandLineOptions options, String[] arguments) {
    checkFile("-o", options.getOutput().orElse(""));
    checkFile("-rff", options.getResult().orElse(""));
    String jvm = options.getJvm().orElse("");
    if (!jvm.isEmpty() && !Files.isExecutable(Path.of(jvm))) {
      throw new BadInputException("\"-jvm " + jvm + "\" is no program that can be run; a path such as /usr/bin/java is right");
    }
    List<BenchmarkListEntry> chosen = chosen(options);
    Set<String> parameters = new LinkedHashSet<>();
    chosen.forEach(benchmark -> parameters.addAll(benchmark.getParams().orElse(Map.of()).keySet()));
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(PARAMETER)) {
        String name = arguments[i + 1].split("=", 2)[0].strip();
        if (!parameters.contains(name)) {
          throw new BadInputException("there is no parameter \"" + name + "\" (in \"-p " + arguments[i + 1] + "\")"
              + Suggestion.of(name, parameters, parameters.isEmpty() ? "what is to run has none"
                  : "what is to run has " + String.join(", ", parameters)));
        }
        check(chosen, name, options.getParameter(name).orElse(List.of()));
      }
    }
  }

  private static void checkFile(String option, String name) {
    Path file = Path.of(name).toAbsolutePath();
    boolean isFine = name.isEmpty() || !Files.isDirectory(file) && Files.isWritable(Files.exists(file) ? file : file.getParent());
    if (!isFine) {
      throw new BadInputException("\"" + option + " " + name + "\" is no file that can be written; a name in a folder that there is is right");
    }
  }

  /** {@return what is to run} */
  private static List<BenchmarkListEntry> chosen(CommandLineOptions options) {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    BenchmarkList list = BenchmarkList.defaultList();
    for (String include : options.getIncludes()) {
      if (find(list, silent, List.of(include), List.of()).isEmpty()) {
        Set<String> names = new TreeSet<>();
        list.getAll(silent, List.of()).forEach(benchmark -> names.addAll(names(benchmark)));
        throw new BadInputException("there is no benchmark that matches \"" + include + "\"" + Suggestion.of(include, names, LIST));
      }
    }
    options.getExcludes().forEach(exclude -> find(list, silent, List.of(), List.of(exclude)));
    List<BenchmarkListEntry> chosen = find(list, silent, options.getIncludes(), options.getExcludes());
    if (chosen.isEmpty()) {
      throw new BadInputException("\"-e " + String.join("\" and \"-e ", options.getExcludes()) + "\" leaves nothing to run; " + LIST);
    }
    return chosen;
  }

  private static List<BenchmarkListEntry> find(
      BenchmarkList list, OutputFormat silent, List<String> includes, List<String> excludes) {
    try {
      return List.copyOf(list.find(silent, includes, excludes));
    } catch (PatternSyntaxException e) {
      throw new BadInputException("\"" + e.getPattern() + "\" is no regular expression: " + e.getDescription()
          + "; a part of a benchmark's name is one, and " + LIST);
    }
  }

  /** {@return what people may call a benchmark: its class, with and without what all end in, and its method} */
  private static List<String> names(BenchmarkListEntry benchmark) {
    String[] parts = benchmark.getUsername().split("\\.");
    String type = parts[parts.length - 2];
    return List.of(type.replace("Benchmark", ""), type, parts[parts.length - 1]);
  }

  private static void check(List<BenchmarkListEntry> chosen, String parameter, Collection<String> values) {
    Set<Class<?>> states = new LinkedHashSet<>();
    chosen.forEach(benchmark -> states.addAll(states(benchmark)));
    for (String value : values) {
      states.forEach(state -> check(state, parameter, value));
    }
  }

  /** {@return the classes that a benchmark takes parameters from: its own, and those of its method's arguments} */
  private static List<Class<?>> states(BenchmarkListEntry benchmark) {
    try {
      Class<?> type = Class.forName(benchmark.getUserClassQName());
      List<Class<?>> states = new ArrayList<>(List.of(type));
      for (Method method : type.getMethods()) {
        if (benchmark.getUsername().equals(type.getName() + "." + method.getName())) {
          states.addAll(List.of(method.getParameterTypes()));
        }
      }
      return states;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e); // JMH could not run it either.
    }
  }

  private static void check(Class<?> state, String parameter, String value) {
    try {
      for (Field field : state.getDeclaredFields()) {
        if (field.getName().equals(parameter) && field.isAnnotationPresent(Param.class)) {
          checkType(field.getType(), parameter, value);
        }
      }
      if (Checked.class.isAssignableFrom(state)) {
        ((Checked) state.getConstructor().newInstance()).check(parameter, value);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // A state is public and has a public constructor.
    }
  }

  private static void checkType(Class<?> type, String parameter, String value) {
    if (type == int.class && !value.matches("-?\\d{1,9}")) {
      throw new BadInputException(parameter + " takes a whole number, not \"" + value + "\"");
    }
    if (type.isEnum()) {
      List<String> known = Stream.of(type.getEnumConstants()).map(Object::toString).toList();
      if (!known.contains(value)) {
        throw new BadInputException("there is no " + parameter + " \"" + value + "\""
            + Suggestion.of(value, known, "there are " + String.join(", ", known)));
      }
    }
    if (parameter.equals(GAME)) {
      Registry.load().game(value);
    }
  }
}
