package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class HelpTest {
  /** {@return the names of all commands} */
  static Stream<String> commands() {
    return Arrays.stream(Mesa.class.getAnnotation(Command.class).subcommands())
        .map(command -> command.getAnnotation(Command.class).name());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofEachCommand_showsUsageAndExamplesWithInstalledNames(String command) {
    Ran ran = Ran.mesa(command, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Usage: ./mesa " + command, "Example", "--help").doesNotContain("${", "bundle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tournament", "match", "iso"})
  void help_ofCommandsThatPlay_tellsEveryExitCode(String command) {
    assertThat(Ran.mesa(command, "--help").out().replaceAll("\\s+", " ")).contains("Exit codes: 0 played, 3 played but a player failed",
        "spent more than its budget or, with --strict, was warned", "4 a player could not", "5 the journal can't",
        "130 interrupted");
  }

  @Test
  void help_optionsNamedAsWhatExamplesAreFilledWith_haveTheirOwnText() {
    assertThat(Ran.mesa("uci", "--help").out()).containsPattern("--game=GAME\\s+A game; ");
  }

  @Test
  void help_ofIso_offersNoTest() {
    assertThat(Ran.mesa("match", "--help").out()).contains("--sprt", "--exit-verdict", "0 for H1, 10 for H0, 11 for neither.");
    assertThat(Ran.mesa("iso", "--help").out()).doesNotContain("--exit-verdict", "--sprt=");
  }

  @Test
  void help_ofMesa_listsEveryCommand() {
    assertThat(commands()).hasSizeGreaterThan(10);
    assertThat(Ran.mesa("--help").out()).contains(commands().toList());
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
