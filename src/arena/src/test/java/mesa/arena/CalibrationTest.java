package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private TournamentBuilder tournament(String... does) {
    return Tournament.of(PILE, Players.of(PILE, does)).games(2);
  }

  private List<Run.Price> calibration() throws IOException {
    return JournalReader.run(folder.resolve(Journal.FILE)).calibration();
  }

  @Test
  void play_playersThatCount_tellsWhatTheirUnitsCost() throws IOException {
    tournament("random", "first").calibrate(true).build().play(folder, 1, TournamentListener.NONE);

    Run.Price random = calibration().get(0);
    assertThat(random.n()).as("nanoseconds a node").isPositive();
    assertThat(random.tk()).as("a node and a tick a move").isEqualTo(random.n());
    assertThat(random.ev()).isNull();
    assertThat(calibration().get(1)).as("of one that counts nothing").isEqualTo(new Run.Price(null, null, null));
  }

  @Test
  void play_playerThatFails_isLeftOutAndPlays() throws IOException {
    Results results = tournament("throw", "random").calibrate(true).build().play(folder, 1, TournamentListener.NONE);

    assertThat(calibration()).extracting(price -> price == null).containsExactly(true, false);
    assertThat(results.played()).isEqualTo(2);
  }

  @Test
  void play_playerThatHangs_isNotWaitedForLong() throws IOException {
    Results results = tournament("hang", "random").patience(50_000_000).calibrate(true).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(calibration().getFirst()).isNull();
    assertThat(results.played()).isEqualTo(2);
  }

  @Test
  void play_calibrated_playsTheSameGames(@TempDir Path other) throws IOException {
    tournament("random", "random,name=b").calibrate(true).build().play(folder, 1, TournamentListener.NONE);
    tournament("random", "random,name=b").build().play(other, 1, TournamentListener.NONE);

    assertThat(Journals.canonical(folder)).isEqualTo(Journals.canonical(other));
    assertThat(JournalReader.run(folder.resolve(Journal.FILE)).spec())
        .isEqualTo(JournalReader.run(other.resolve(Journal.FILE)).spec());
    assertThat(Journals.lines(other, "run").getFirst().has("calibration")).isFalse();
  }

  @Test
  void audit_nodesDearerThanCalibrated_isNoted() {
    Run run = Runs.of(2, "a:nodes=100", "b:nodes=100");
    Run calibrated = new Run(run.t(), run.v(), run.game(), run.players(), run.format(), run.games(), run.legs(), null, null, run.openings(),
        run.clock(), run.adjudication(), run.maxPlies(), run.enforce(), null, run.stop(), run.seed(), run.spec(), run.id(),
        run.created(), run.ledger(), run.patienceNanos(), null, null, null, run.parity(), run.jobs(), run.mesa(), run.java(), run.os(), run.cpu(),
        run.processors(), List.of(new Run.Price(4_000.0, null, null), new Run.Price(6_000.0, null, null)));
    Results results = new Results(calibrated);
    Cost cost = new Cost(300, 60_000, 0, 0, 600_000_000, 600_000_000, 0, 0);
    results.add(new PlayedGame(0, "p/0/0", 0, 0, 0, 0, 1, Outcome.DRAWN, End.NORMAL, -1, "why", null, "m", 0, 1, 0, 0,
        BudgetUse.NONE, BudgetUse.NONE, cost, cost, List.of(), List.of(), null));

    assertThat(Audit.of(results).text()).isEqualTo(
        "Note: a:nodes=100 pays 2.5 times as much for a node as when it was calibrated: 10000 ns of processor time.\n");
  }
}
