package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the readers on what a fuzzer has found; CONTRIBUTING tells how to look for more. */
class CorpusTest {
  private static final Map<String, Consumer<byte[]>> READERS = Map.of(
      "Epd", EpdFuzz::fuzzerTestOneInput,
      "Fen", FenFuzz::fuzzerTestOneInput,
      "San", SanFuzz::fuzzerTestOneInput,
      "Pgn", PgnFuzz::fuzzerTestOneInput,
      "Polyglot", PolyglotFuzz::fuzzerTestOneInput);

  @TestFactory
  Stream<DynamicTest> readers_savedInputs_areReadOrRefused() {
    return READERS.entrySet().stream().map(entry -> dynamicTest(entry.getKey(), () -> {
      List<String> inputs = Corpus.lines(entry.getKey());
      assertThat(inputs).hasSizeGreaterThan(10);
      for (String input : inputs) {
        try {
          entry.getValue().accept(Corpus.input(input));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(entry.getKey() + " breaks on " + input, e);
        }
      }
    }));
  }
}
