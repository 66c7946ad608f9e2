package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads classes that Mesa was not compiled with, as its users do: from a folder, a jar, a folder of jars. */
final class PluginTest {
  private static final Game TOY = Registry.load().game("toy");

  @TempDir Path folder;

  @Test
  void entrant_ofAClassInAFolder_plays() throws Exception {
    compile("Mine", player("public ", "Mine", ""));
    Entrant entrant = Registry.load(List.of(folder)).entrant(TOY, "class:acme.Mine,nodes=8,name=Me");
    assertThat(entrant.label()).isEqualTo("Me");
    assertThat(entrant.budget()).isEqualTo(Budget.ofNodes(8));
    try (Player player = entrant.newPlayer()) {
      assertThat(player.choose(null, Budget.UNLIMITED.start(() -> 0)).move()).isEqualTo(42);
    }
  }

  @Test
  void entrant_ofAClassInAFolder_hasBudgetsForOptions() throws Exception {
    compile("Mine", player("public ", "Mine", ""));
    Registry registry = Registry.load(List.of(folder));
    assertThatThrownBy(() -> registry.entrant(TOY, "class:acme.Mine,node=8"))
        .hasMessage("class:acme.Mine has no option \"node\" (in \"class:acme.Mine,node=8\"); did you mean nodes?"
            + " It has no options but nodes, evals, ticks, depth, time, tc, name");
  }

  @Test
  void newPlayer_ofAHiddenClass_saysWhatIsWanted() throws Exception {
    compile("Hidden", player("", "Hidden", ""));
    Entrant entrant = Registry.load(List.of(folder)).entrant(TOY, "class:acme.Hidden");
    assertThatThrownBy(entrant::newPlayer)
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"class:acme.Hidden\" must be a public class with a public constructor without arguments");
  }

  @Test
  void newPlayer_whoseConstructorFails_saysWhy() throws Exception {
    compile("Fails", player("public ", "Fails", "public Fails() { throw new IllegalStateException(\"no luck\"); }"));
    Entrant entrant = Registry.load(List.of(folder)).entrant(TOY, "class:acme.Fails");
    assertThatThrownBy(entrant::newPlayer)
        .isInstanceOf(BadInputException.class)
        .hasMessage("the constructor of \"class:acme.Fails\" failed: java.lang.IllegalStateException: no luck");
  }

  @Test
  void load_ofAJar_findsItsProviders() throws Exception {
    Path jar = jarOfProvider("plugins/lucky.jar");
    for (Path path : List.of(jar, jar.getParent())) {
      Registry registry = Registry.load(List.of(path));
      assertThat(registry.players().stream().map(Provider::name)).contains("lucky", "seeker");
      assertThat(registry.entrant(TOY, "lucky").newPlayer()).isNotNull();
    }
    assertThat(Registry.load().players().stream().map(Provider::name)).doesNotContain("lucky");
  }

  @Test
  void load_ofAPlugInWhosePartIsMissing_saysSo() throws Exception {
    compile("Part", "package acme; public interface Part {}");
    compile("Lucky", provider().replace("implements ", "implements Part, "));
    Path jar = folder.resolve("lucky.jar");
    jar(jar, "acme/Lucky.class", services());
    assertThatThrownBy(() -> Registry.load(List.of(jar)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("a plug-in can't be loaded: ")
        .hasMessageContaining("acme/Part");
  }

  @Test
  void load_ofAServiceFileWithAMisspeltName_saysSo() throws Exception {
    Path jar = folder.resolve("lucky.jar");
    jar(jar, services());
    assertThatThrownBy(() -> Registry.load(List.of(jar)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("a plug-in can't be loaded: ")
        .hasMessageContaining("acme.Lucky");
  }

  @Test
  void load_ofABrokenJar_saysWhich() throws Exception {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "not a jar");
    for (Path path : List.of(jar, folder)) {
      assertThatThrownBy(() -> Registry.load(List.of(path)))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("\"" + jar + "\" is no jar that can be read: ");
    }
  }

  @Test
  void load_ofNothing_saysWhatIsWanted() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Registry.load(List.of(none)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"" + none + "\" does not exist; a jar, or a folder of jars or classes, is wanted");
  }

  private Path jarOfProvider(String name) throws Exception {
    compile("Lucky", provider());
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    jar(jar, "acme/Lucky.class", services());
    return jar;
  }

  private String services() throws IOException {
    Path services = folder.resolve("META-INF/services/mesa.core.PlayerProvider");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "acme.Lucky\n");
    return "META-INF/services/mesa.core.PlayerProvider";
  }

  private static String player(String modifier, String name, String constructor) {
    return """
        package acme;
        import mesa.core.*;
        %sclass %s implements Player {
          %s
          @Override public Decision choose(Position position, Meter meter) { return Decision.of(42); }
        }
        """.formatted(modifier, name, constructor);
  }

  private static String provider() {
    return """
        package acme;
        import mesa.core.*;
        public class Lucky implements PlayerProvider {
          @Override public String name() { return "lucky"; }
          @Override public String summary() { return "has luck"; }
          @Override public Player create(Setup setup) { return (position, meter) -> Decision.of(7); }
        }
        """;
  }

  private void compile(String name, String source) throws IOException, URISyntaxException {
    Path file = folder.resolve("acme").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Path core = Path.of(Player.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, null,
        "-cp", core + File.pathSeparator + folder, "-proc:none", "-d", folder.toString(), file.toString());
    assertThat(status).as("compiling %s", name).isZero();
  }

  private void jar(Path jar, String... entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(Files.readAllBytes(folder.resolve(entry)));
      }
    }
  }
}
