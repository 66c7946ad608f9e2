package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "-u  --fast | -u;--fast", "'a b' c | a b;c", "\"it's\" x | it's;x", "a\\ b | a b", "x'y z'w | xy zw", "\"\" a | ;a",
    "'a\\b' | a\\b", "\"a\\\"b\" | a\"b",
  })
  void words_ofALine_areTakenApartAsByAShell(String line, String expected) {
    assertThat(String.join(";", Launch.words(line))).isEqualTo(expected.strip());
  }

  @Test
  void words_quoteLeftOpen_isRefused() {
    assertThatThrownBy(() -> Launch.words("a 'b c")).isInstanceOf(BadInputException.class).hasMessageContaining("a 'b c");
  }

  @Test
  void builder_folderAndVariables_areTheProcess(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> command = List.of("/bin/sh", "-c", "pwd -P; echo \"$MESA_TEST\"");
    Process process = new Launch(command, folder, Map.of("MESA_TEST", "here I am")).builder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said.lines()).containsExactly(folder.toRealPath().toString(), "here I am");
  }
}
