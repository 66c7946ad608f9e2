package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, copied into a made-up checkout beside a made-up JDK and a made-up Maven: its {@code java} prints what it
 * is called with, its {@code mvn} notes that it was called and leaves class paths behind.
 */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../../mesa");

  @TempDir
  private Path folder;

  private Path home;
  private Path builds;

  @BeforeEach
  void makeCheckout() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher needs a POSIX shell");
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("check out"));
    builds = folder.resolve("builds");
    Files.copy(LAUNCHER, home.resolve("mesa"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("games"));
    Files.createDirectories(home.resolve("benchmarks/src/main"));
    Files.createDirectories(home.resolve("src/cli/src/main/java"));
    Files.writeString(home.resolve("src/cli/src/main/java/Main.java"), "");
    script("jdk/bin/java", """
        for a; do
          case $a in -XX:AOTCacheOutput=*) echo classes > "${a#*=}";; esac
          echo "$a"
        done
        """);
    script("jdk/bin/javac", "");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+1\"\n");
    script("bin/mvn", """
        echo build >> '%s'
        for module in src/cli src/train benchmarks; do
          mkdir -p $module/target
          echo "$PWD/$module/target/one.jar" > $module/target/classpath
        done
        """.formatted(builds));
  }

  @Test
  void launch_first_buildsAndPassesFlagsAndArguments() throws Exception {
    Ran ran = launch("perft", "a b", "--position=");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEqualTo("Building Mesa (first time: about a minute)...\n");
    assertThat(ran.out().lines()).containsSubsequence("--add-modules", "jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED", "-XX:AOTCache=" + home + "/target/start-25.0.1+1.aot",
        "-Dmesa.home=" + home, "-cp", "mesa.cli.Main", "perft", "a b", "--position=");
    assertThat(ran.out()).contains(home + "/src/cli/target/one.jar").doesNotContain("src/train/target");
  }

  @Test
  void launch_again_doesNotBuild() throws Exception {
    launch("list");
    Ran ran = launch("list");

    assertThat(ran.err()).isEmpty();
    assertThat(buildCount()).isOne();
  }

  @Test
  void launch_afterASourceChanged_buildsAgain() throws Exception {
    launch("list");
    Files.setLastModifiedTime(home.resolve("src/cli/src/main/java/Main.java"), FileTime.from(Instant.now().plusSeconds(5)));
    launch("list");

    assertThat(buildCount()).isEqualTo(2);
  }

  @Test
  void launch_afterASourceWasDeleted_buildsAgain() throws Exception {
    launch("list");
    Files.delete(home.resolve("src/cli/src/main/java/Main.java"));
    launch("list");

    assertThat(buildCount()).isEqualTo(2);
  }

  @Test
  void launch_afterMavensOwnArgumentsChanged_buildsAgain() throws Exception {
    launch("list");
    Path arguments = Files.createDirectories(home.resolve(".mvn")).resolve("maven.config");
    Files.writeString(arguments, "-Pmore");
    launch("list");
    launch("list");
    assertThat(buildCount()).isEqualTo(2);

    Files.delete(arguments);
    launch("list");
    assertThat(buildCount()).isEqualTo(3);
  }

  @Test
  void launch_twiceAtOnce_buildsOnce() throws Exception {
    Process first = start(Map.of(), "list");
    Process second = start(Map.of(), "list");
    finish(first);
    finish(second);

    assertThat(buildCount()).isOne();
  }

  @Test
  void launch_throughALinkFromElsewhere_findsItsCheckout() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("check out/mesa"));
    ProcessBuilder builder = builder(Map.of(), "list").directory(folder.resolve("jdk").toFile());
    builder.command().set(0, link.toString());

    assertThat(finish(builder.start()).out()).contains("-Dmesa.home=" + home + "\n");
  }

  @Test
  void launch_train_addsTheTrainersClassPath() throws Exception {
    assertThat(launch("train", "x").out()).contains(home + "/src/train/target/one.jar", "mesa.cli.Main");
  }

  @Test
  void launch_jmh_startsJmhWithAllThatFollows() throws Exception {
    Ran ran = launch("jmh", "-h");

    assertThat(ran.out()).contains("benchmarks/target/one.jar", "mesa.benchmarks.JmhMain\n-h\n").doesNotContain("mesa.cli.Main");
  }

  @Test
  void launch_withOptionsForTheJvm_passesThem() throws Exception {
    Ran ran = finish(start(Map.of("MESA_JAVA_OPTS", "-Xmx3g -XX:+UseParallelGC"), "list"));

    assertThat(ran.out()).contains("-Xmx3g\n-XX:+UseParallelGC\n").doesNotContain("UseSerialGC");
  }

  @Test
  void launch_buildFails_showsTheErrorsAndExitsWithOne() throws Exception {
    script("bin/mvn", "echo '[INFO] fine'; echo '[ERROR] Main.java:[3,1] nonsense'; exit 1");
    Ran ran = launch("list");

    assertThat(ran.code()).isOne();
    assertThat(ran.err()).contains("the build failed", "[ERROR] Main.java:[3,1] nonsense").doesNotContain("[INFO]");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void launch_noJdkIsNewEnough_saysWhatToInstall() throws Exception {
    Path launcher = home.resolve("mesa");
    Files.writeString(launcher, Files.readString(launcher).replace("\nneed=25\n", "\nneed=999\n"));
    Ran ran = launch("list");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("needs a JDK of version 999", "adoptium.net", "JAVA_HOME");
    assertThat(buildCount()).isZero();
  }

  @Test
  void launch_noMaven_saysWhatToInstall() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));
    Ran ran = finish(start(Map.of("PATH", toolsWithoutMaven().toString()), "list"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Maven", "apt install maven");
  }

  private Path toolsWithoutMaven() throws IOException {
    for (String tool : List.of("basename", "cat", "dirname", "find", "grep", "head", "mkdir", "readlink", "rm", "sed",
        "sleep", "touch")) {
      Path installed = Path.of("/usr/bin", tool);
      script("tools/" + tool, "exec " + (Files.exists(installed) ? installed : Path.of("/bin", tool)) + " \"$@\"");
    }
    return folder.resolve("tools");
  }

  private Ran launch(String... args) throws Exception {
    return finish(start(Map.of(), args));
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    return builder(environment, args).start();
  }

  private ProcessBuilder builder(Map<String, String> environment, String... args) {
    List<String> command = new ArrayList<>(List.of(home.resolve("mesa").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("MESA_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** The outputs are short enough for the pipes to hold. */
  private static Ran finish(Process process) throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the launcher ends").isTrue();
    return new Ran(process.exitValue(), new String(process.getInputStream().readAllBytes()),
        new String(process.getErrorStream().readAllBytes()));
  }

  private long buildCount() throws IOException {
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  private void script(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
