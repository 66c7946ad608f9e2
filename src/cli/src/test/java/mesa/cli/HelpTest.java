package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "tournament", "match", "play", "evaluate", "suite", "list", "train", "records", "perft", "bench", "jmh",
    "report", "completion"})
  void help_ofEachCommand_showsUsageAndExamplesWithInstalledNames(String command) {
    Ran ran = Ran.mesa(command, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Usage: ./mesa " + command, "Example", "--help").doesNotContain("${", "bundle");
  }

  @Test
  void help_ofMesa_listsEveryCommand() {
    assertThat(Ran.mesa("--help").out()).contains(
        "tournament", "match", "play", "evaluate", "suite", "list", "train", "records", "perft", "bench", "jmh",
        "report", "completion");
  }

  @Test
  void mesa_withoutArguments_saysWhatItIsAndWhatToTry() {
    Ran ran = Ran.mesa();

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("laboratory for board-game players");
    assertThat(ran.out().lines().filter(line -> line.strip().startsWith("./mesa ") && line.startsWith("  "))).hasSize(5);
  }

  @Test
  void version_namesMesaAndJava() {
    assertThat(Ran.mesa("--version").out()).contains("Mesa ", "Java ");
  }

  @Test
  void completion_isAScriptThatKnowsTheCommands() {
    Ran ran = Ran.mesa("completion");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("#!/usr/bin/env bash").contains("complete -F", "tournament", "--openings");
  }
}
