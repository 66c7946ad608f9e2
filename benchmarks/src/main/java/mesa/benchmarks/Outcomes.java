package mesa.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Listens to what JMH writes, since it passes over benchmarks that fail: counts them, and writes one line where it has the
 * stack trace of bad input.
 */
final class Outcomes {
  private static final Pattern BAD_INPUT = Pattern.compile(Pattern.quote(BadInputException.class.getName()) + ": ([^\n\r]*)");

  private final OutputFormat output;
  private final List<String> badInput = new ArrayList<>();
  private int begun;
  private int measured;

  Outcomes(OutputFormat output) {
    this.output = output;
  }

  /** {@return what JMH is to write to} */
  OutputFormat listener() {
    return (OutputFormat) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {OutputFormat.class}, (proxy, method, arguments) -> hear(method, arguments));
  }

  private Object hear(Method method, Object[] arguments) throws Throwable {
    Object[] passedOn = arguments;
    switch (method.getName()) {
      case "startBenchmark" -> begun++;
      case "endBenchmark" -> measured += arguments[0] == null ? 0 : 1;
      case "println" -> {
        Matcher trace = BAD_INPUT.matcher((String) arguments[0]);
        if (trace.find()) {
          badInput.add(trace.group(1));
          passedOn = new Object[] {trace.group(1)};
        }
      }
      default -> { }
    }
    try {
      return method.invoke(output, passedOn);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** {@return how many benchmarks have come to no result} */
  int failed() {
    return begun - measured;
  }

  /** {@return the first thing that a benchmark could not be run with} */
  Optional<String> badInput() {
    return badInput.stream().findFirst();
  }
}
