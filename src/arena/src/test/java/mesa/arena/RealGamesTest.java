package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mesa.core.Entrant;
import mesa.core.Game;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole tournaments of the games and players that Mesa ships. */
class RealGamesTest {
  @TempDir
  private Path folder;

  private static TournamentBuilder plan(String name, String... players) {
    Game game = Players.REGISTRY.game(name);
    List<Entrant> entrants = Arrays.stream(players).map(player -> Players.REGISTRY.entrant(game, player)).toList();
    return Tournament.of(game, entrants);
  }

  @Test
  void play_searchersByNodes_sameGamesAtAnyNumberOfJobs() throws IOException {
    String[] players = {"rules", "mcts:nodes=40", "alphabeta:depth=3", "random"};
    plan("tictactoe", players).games(8).build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    plan("tictactoe", players).games(8).build().play(folder.resolve("four"), 4, TournamentListener.NONE);

    assertThat(Journals.canonical(folder.resolve("four"))).isEqualTo(Journals.canonical(folder.resolve("one")));
  }

  // Both play perfectly from the start, so every game is drawn, whoever begins.
  @Test
  void play_perfectPlayers_onlyDraw() throws IOException {
    Results results = plan("tictactoe", "rules", "solver").games(10).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.standings().rows()).extracting(Standings.Row::draws).containsExactly(10, 10);
  }

  @Test
  void play_chess_writesPgnInTheOrderOfTheSchedule() throws IOException {
    plan("chess", "random,name=one", "random,name=two").games(4).openings("random:2").build()
        .play(folder, 2, TournamentListener.NONE);

    String pgn = Files.readString(folder.resolve("games.pgn"));
    assertThat(pgn.lines().filter(line -> line.startsWith("[White ")))
        .containsExactly("[White \"one\"]", "[White \"two\"]", "[White \"two\"]", "[White \"one\"]");
    assertThat(pgn).contains("[Event \"Mesa round-robin\"]", "[Round \"2.1\"]", "[WhiteBudget \"unlimited\"]",
        "[MesaGame \"chess\"]", "[Termination \"normal\"]", "{book}");
  }
}
