package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TechniquesTest {
  @Test
  void names_ofAllTechniques_areListedInTheReadme() throws IOException {
    List<String> listed = Pattern.compile("(?m)^\\| `([a-z]+)`").matcher(Files.readString(Path.of("README.md")))
        .results().map(result -> result.group(1)).toList();
    assertThat(listed).containsExactlyElementsOf(Techniques.names());
  }

  @Test
  void withoutNamed_aFew_usesTheOthers() {
    Techniques techniques = Techniques.withoutNamed(List.of("lmr", "null"));
    for (Technique technique : Technique.values()) {
      boolean left = technique == Technique.LMR || technique == Technique.NULL;
      assertThat(techniques.use(technique)).as(technique.name()).isEqualTo(!left);
    }
  }
}
