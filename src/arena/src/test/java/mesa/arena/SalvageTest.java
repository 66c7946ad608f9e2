package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private Path journal() {
    return folder.resolve("games.jsonl");
  }

  private void play() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=c")).games(6).openings("random:3").build()
        .play(folder, 2, TournamentListener.NONE);
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(journal(), StandardCharsets.ISO_8859_1));
  }

  private void damage(int... numbers) throws IOException {
    List<String> lines = lines();
    for (int number : numbers) {
      String line = lines.get(number - 1);
      lines.set(number - 1, line.substring(0, 30) + (char) (line.charAt(30) ^ 1) + line.substring(31));
    }
    Files.write(journal(), lines, StandardCharsets.ISO_8859_1);
  }

  private Results resume() throws IOException {
    return Tournament.read(folder, Players.REGISTRY).resume(folder, 2, TournamentListener.NONE);
  }

  @Test
  void salvage_emptyJournal_isTakenFromRunJsonAlone() throws IOException {
    play();
    Files.write(journal(), new byte[0]);

    assertThat(Tournament.salvage(folder)).hasValue("what is played was taken from run.json");
    assertThat(resume().isComplete()).isTrue();
  }

  @Test
  void salvage_linesDamagedInTheMiddle_areKeptAsideAndPlayedAgain() throws IOException {
    play();
    String canonical = Journals.canonical(folder);
    damage(5, 9);
    List<String> damaged = lines();
    assertThatThrownBy(this::resume).isInstanceOf(BadInputException.class).hasMessageContaining("line 5", "--salvage");

    Optional<String> done = Tournament.salvage(folder);
    Tournament tournament = Tournament.read(folder, Players.REGISTRY);
    tournament.remark(done.orElseThrow());
    Results results = tournament.resume(folder, 1, TournamentListener.NONE);

    assertThat(done).contains("set aside in games.damaged.jsonl: 2 lines, 5, 9");
    assertThat(Files.readAllLines(folder.resolve("games.damaged.jsonl"))).containsExactly(damaged.get(4), damaged.get(8));
    assertThat(results.isComplete()).isTrue();
    assertThat(Journals.canonical(folder)).isEqualTo(canonical);
    assertThat(Journals.lines(folder, "resume").getFirst().get("why").asText()).isEqualTo(done.get());
  }

  // Any bytes overwritten by any others: what is whole stays, and the run comes out as it was.
  @Test
  void salvage_bytesOverwrittenAnywhere_endsAsIfUndisturbed() throws IOException {
    play();
    String canonical = Journals.canonical(folder);
    byte[] whole = Files.readAllBytes(journal());
    Rng rng = new Rng(1);
    for (int trial = 0; trial < 40; trial++) {
      byte[] bytes = whole.clone();
      int from = rng.below(bytes.length);
      for (int i = from; i < Math.min(bytes.length, from + 1 + trial * 20); i++) {
        bytes[i] = (byte) rng.below(256);
      }
      Files.write(journal(), bytes);

      Tournament.salvage(folder);
      Results results = resume();

      assertThat(results.isComplete()).as("overwritten from byte %d, trial %d", from, trial).isTrue();
      assertThat(Journals.canonical(folder)).as("overwritten from byte %d, trial %d", from, trial).isEqualTo(canonical);
    }
  }

  @Test
  void salvage_gameTwice_keepsTheFirst() throws IOException {
    play();
    String canonical = Journals.canonical(folder);
    List<String> lines = lines();
    lines.add(4, lines.get(1));
    Files.write(journal(), lines);

    assertThat(Tournament.salvage(folder)).contains("set aside in games.damaged.jsonl: line 5");
    resume();
    assertThat(Journals.canonical(folder)).isEqualTo(canonical);
  }

  @Test
  void salvage_wholeJournal_changesNothing() throws IOException {
    play();
    byte[] before = Files.readAllBytes(journal());

    assertThat(Tournament.salvage(folder)).isEmpty();
    assertThat(Files.readAllBytes(journal())).isEqualTo(before);
    assertThat(folder.resolve("games.damaged.jsonl")).doesNotExist();
  }

  @Test
  void salvage_firstLineLost_isTakenFromRunJson() throws IOException {
    play();
    String canonical = Journals.canonical(folder);
    damage(1, 3);

    assertThat(Tournament.salvage(folder).orElseThrow()).endsWith("what is played was taken from run.json");
    assertThat(resume().isComplete()).isTrue();
    assertThat(Journals.canonical(folder)).isEqualTo(canonical);
  }

  @Test
  void salvage_firstLineLostAndNoRunJson_isRefused() throws IOException {
    play();
    Files.delete(folder.resolve("run.json"));
    damage(1);

    assertThatThrownBy(() -> Tournament.salvage(folder)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("has lost its first line");
  }

  @Test
  void salvage_lineOfAnExtensionLost_isTakenFromRunJson() throws IOException {
    play();
    Tournament.extend(folder, Players.REGISTRY, new Extension(8, List.of("scripted:does=first,name=joining"), null), false)
        .resume(folder, 1, TournamentListener.NONE);
    String canonical = Journals.canonical(folder);
    damage(lines().indexOf(lines().stream().filter(line -> line.startsWith("{\"t\":\"resume\"")).findFirst().orElseThrow()) + 1);

    Tournament.salvage(folder);
    assertThat(resume().isComplete()).isTrue();
    assertThat(Journals.canonical(folder)).isEqualTo(canonical);
  }

  // Games of a round that nobody knows the draw of can't stay, nor those of later rounds, which depend on them.
  @Test
  void salvage_drawOfASwissRoundLost_roundsFromThereAreDrawnAgain() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=c", "random,name=d"))
        .format(Format.parse("swiss:rounds=3")).games(2).openings("random:3").build().play(folder, 1, TournamentListener.NONE);
    String canonical = Journals.canonical(folder);
    List<String> lines = lines();
    int second = lines.indexOf(lines.stream().filter(line -> line.startsWith("{\"t\":\"round\",\"round\":1")).findFirst().orElseThrow());
    damage(second + 1);

    Tournament.salvage(folder);
    assertThat(Journals.lines(folder, "round")).hasSize(1);
    assertThat(Journals.lines(folder, "game")).hasSize(4);
    assertThat(resume().isComplete()).isTrue();
    assertThat(Journals.canonical(folder)).isEqualTo(canonical);
  }
}
