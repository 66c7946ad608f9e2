package mesa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import mesa.core.GameProvider;
import mesa.core.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is done often allocates, in no game and by no evaluator that ships; {@link AllocationGate} tries them. */
class AllocationTest {
  /** Evaluations, playouts and nodes with four evaluators, and perft. */
  private static final int LEAST_TRIED = 10;

  /** The compiler may come too late on a busy machine, or compile unluckily; what truly allocates does so every time. */
  private static final int MOST_ATTEMPTS = 3;

  /** Variants share the code of their family. */
  static Stream<String> games() {
    Registry registry = Registry.load();
    return registry.games().stream().map(GameProvider::name)
        .filter(name -> registry.game(name).family().equals(name));
  }

  @ParameterizedTest
  @MethodSource("games")
  void gate_ofEachGame_findsNothingThatAllocates(String game) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Process process = new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx1g",
          "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
          "mesa.benchmarks.AllocationGate", game)
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code == 0 || attempt == MOST_ATTEMPTS) {
        assertThat(code).as(printed).isZero();
        assertThat(Integer.parseInt(printed.replaceAll("\\D", ""))).as(printed).isGreaterThanOrEqualTo(LEAST_TRIED);
        return;
      }
    }
  }
}
