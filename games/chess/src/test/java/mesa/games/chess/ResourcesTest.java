package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships beside the rules is what {@link mesa.core.Game} says it should be. */
class ResourcesTest {
  @ParameterizedTest
  @ValueSource(strings = {"openings/short.txt", "opening-table.txt"})
  void openings_ofEachFile_areDistinctLegalAndNamed(String file) throws IOException {
    Set<String> seen = new HashSet<>();
    List<String> lines = lines(file);
    assertThat(lines).hasSizeGreaterThan(30);
    for (String line : lines) {
      assertThat(line).as("a name behind #").matches("[^#]+#.+");
      ChessPosition position = Games.after(line.substring(0, line.indexOf('#')));
      assertThat(position.movesMade()).as(line).isBetween(4, 20);
      assertThat(position.outcome()).as(line).isEqualTo(Outcome.ONGOING);
      assertThat(seen.add(position.text())).as("another line leads to the position of %s", line).isTrue();
    }
  }

  @Test
  void variedOpenings_areDistinctAndOfEightLegalMoves() throws IOException {
    List<ChessPosition> openings = lines("openings/varied.txt").stream().map(Games::after).toList();

    assertThat(openings).hasSize(200).allMatch(position -> position.movesMade() == 8)
        .allMatch(position -> position.outcome() == Outcome.ONGOING);
    assertThat(openings.stream().map(ChessPosition::text)).doesNotHaveDuplicates();
  }

  @Test
  void demo_namesGamesAndAnOpeningSetThatExists() throws IOException {
    String first = lines("demo.txt").getFirst();
    assertThat(first).matches("games=\\d+ openings=\\w+");
    String set = first.substring(first.indexOf("openings=") + "openings=".length());
    assertThat(Chess.GAME.resource("openings/" + set + ".txt")).isPresent();
  }

  @Test
  void bench_positions_areOngoing() throws IOException {
    List<String> lines = lines("bench.txt");
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      String text = line.substring(line.indexOf('|') + 1).strip();
      ChessPosition position = text.isEmpty() ? Games.start() : Games.fen(text);
      assertThat(position.outcome()).as(line).isEqualTo(Outcome.ONGOING);
    }
  }

  /** The lines of a resource that are neither empty nor comments. */
  private static List<String> lines(String file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Chess.GAME.resource(file).orElseThrow().openStream()) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
