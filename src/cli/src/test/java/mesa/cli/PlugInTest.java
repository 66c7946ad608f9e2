package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players from outside, compiled in the test. */
class PlugInTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void compile() throws IOException {
    write("Hasty.java", """
        public final class Hasty implements mesa.core.Player {
          @Override public mesa.core.Decision choose(mesa.core.Position position, mesa.core.Meter meter) {
            meter.spendTick();
            return mesa.core.Decision.of(mesa.core.Moves.of(position).get(0));
          }
        }
        """);
    write("HastyProvider.java", """
        public final class HastyProvider implements mesa.core.PlayerProvider {
          @Override public String name() { return "hasty"; }
          @Override public String summary() { return "takes the first legal move"; }
          @Override public mesa.core.Player create(mesa.core.Setup setup) { return new Hasty(); }
        }
        """);
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(),
        "-classpath", System.getProperty("java.class.path"),
        folder.resolve("Hasty.java").toString(), folder.resolve("HastyProvider.java").toString());
    assertThat(code).as("javac").isZero();
  }

  @Test
  void match_ofAClassFromTheClassPath_isPlayed() {
    Ran ran = Ran.mesa("match", "pebbles", "class:Hasty", "random", "--classpath", folder.toString(),
        "--out", folder.resolve("run").toString(), "--quiet");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("class:Hasty", "10 of 10 games");
  }

  @Test
  void evaluate_playerWithAnIllegalMove_isNamed() throws IOException {
    write("Cheat.java", """
        public final class Cheat implements mesa.core.Player {
          @Override public mesa.core.Decision choose(mesa.core.Position position, mesa.core.Meter meter) {
            return mesa.core.Decision.of(-7);
          }
        }
        """);
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(),
        "-classpath", System.getProperty("java.class.path"), folder.resolve("Cheat.java").toString());
    assertThat(code).as("javac").isZero();

    Ran ran = Ran.mesa("evaluate", "pebbles", "class:Cheat", "--classpath", folder.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("class:Cheat", "-7", "not legal").hasLineCount(1);
  }

  @Test
  void list_withAPlugInJar_namesItsPlayer() throws IOException {
    Path jar = folder.resolve("hasty.jar");
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
      for (String name : new String[] {"Hasty.class", "HastyProvider.class"}) {
        out.putNextEntry(new JarEntry(name));
        Files.copy(folder.resolve(name), out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/mesa.core.PlayerProvider"));
      out.write("HastyProvider\n".getBytes());
    }

    assertThat(Ran.mesa("list", "players", "--plugins", jar.toString()).out()).contains("hasty", "takes the first legal move");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
