package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mesa.core.GameRecord;
import mesa.core.RecordFormat;
import mesa.core.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameFileTest {
  private static final Pile PILE = new Pile(21, false);

  /** Writes all that it is given. */
  private static final RecordFormat PLAIN = new RecordFormat() {
    @Override
    public String extension() {
      return "txt";
    }

    @Override
    public String format(GameRecord record) {
      return record + "\n";
    }

    @Override
    public RecordReader read(InputStream in) {
      throw new UnsupportedOperationException("nobody reads here");
    }
  };

  @TempDir
  private Path folder;

  private List<String> games(String... players) throws IOException {
    Tournament.of(PILE, Players.of(PILE, players))
        .games(4).openings("short").clocks(InstantSource.fixed(Instant.EPOCH), () -> 0).build()
        .play(folder, 2, TournamentListener.NONE);
    GameFile.write(folder, PILE, PLAIN);
    return Files.readAllLines(folder.resolve("games.txt"));
  }

  @Test
  void write_playersWithClocksOfTheirOwn_tellsEach() throws IOException {
    assertThat(games("first,tc=50+0.1~0.05,name=me", "random").get(0))
        .contains("WhiteTimeControl=50+0.1", "BlackBudget=unlimited", "PlyCount=", "GameStartTime=1970-01-01T",
            "GameEndTime=1970-01-01T", "GameDuration=00:00:0")
        .doesNotContain("BlackTimeControl");
  }

  @Test
  void write_playersWithTheSameClock_tellsItOnce() throws IOException {
    assertThat(games("first,tc=50+0.1,name=me", "random,tc=50+0.1").get(0)).contains("TimeControl=50+0.1")
        .doesNotContain("WhiteTimeControl");
  }

  @Test
  void write_finishedGames_areInTheScheduleOrderWithTags() throws IOException {
    List<String> games = games("first,nodes=5,name=me", "random");

    assertThat(games).hasSize(4);
    assertThat(games.get(0)).contains("start=21/0", "moves=[take1, take", "comments=[book, ")
        .contains("Event=Mesa round-robin", "Site=?", "Date=1970.01.01", "Round=1.1", "White=me",
            "Black=scripted:does=random", "WhiteBudget=nodes=5", "BlackBudget=unlimited", "MesaGame=pile:size=21",
            "MesaSeed=1", "Termination=normal");
    assertThat(games).extracting(game -> game.replaceAll(".*Round=([0-9.]+),.*", "$1"))
        .containsExactly("1.1", "1.2", "2.1", "2.2");
  }

  @Test
  void write_openingsWithNames_areTagged() throws IOException {
    Path list = Files.writeString(folder.resolve("named.txt"), "take1 # Careful start\ntake2\n");
    Tournament.of(PILE, Players.of(PILE, "first", "random")).games(4).openings(list.toString()).build()
        .play(folder, 1, TournamentListener.NONE);
    GameFile.write(folder, PILE, PLAIN);

    assertThat(Files.readAllLines(folder.resolve("games.txt"))).hasSize(4)
        .satisfies(games -> assertThat(games.get(0)).contains("Opening=Careful start"))
        .satisfies(games -> assertThat(games.get(2)).doesNotContain("Opening="));
    assertThat(Files.readString(folder.resolve(Journal.FILE))).contains("\"book\":1,\"open\":{\"Opening\":\"Careful start\"},");
  }

  @Test
  void write_faults_areTheReason() throws IOException {
    List<String> games = games("first,name=me", "throw,name=it");

    assertThat(games.get(0)).contains(
        "reason=it lost by crash: java.lang.IllegalStateException: out of ideas", "Termination=abandoned");
  }

  @Test
  void write_opinions_areInTheComments() throws IOException {
    assertThat(games("random", "first").get(0))
        .containsPattern("comments=\\[book, 0\\.000s, [+-]\\d\\.\\d\\d 0\\.000s, n=1, tk=1");
  }
}
