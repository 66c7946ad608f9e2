package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningsTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("lines.txt"), text).toString();
  }

  private static List<String> texts(List<Opening> openings) {
    return openings.stream().map(opening -> opening.position(PILE).text()).toList();
  }

  @Test
  void load_none_isTheStart() {
    assertThat(texts(Openings.load(PILE, "none", 5, 1))).containsExactly("21/0");
  }

  @Test
  void load_listOfTheGame_isFoundByName() {
    assertThat(texts(Openings.load(PILE, "short", 1, 1))).containsExactly("20/1", "16/0");
  }

  @Test
  void load_file_takesMovesPositionsAndComments() throws IOException {
    String file = file("# nothing here\n\ntake1 take2\n7/1  # a position\n");

    assertThat(texts(Openings.load(PILE, file, 1, 1))).containsExactly("18/0", "7/1");
  }

  @Test
  void load_illegalMove_namesFileAndLine() throws IOException {
    String file = file("take1\n\ntake1 take9\n");

    assertThatThrownBy(() -> Openings.load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lines.txt line 3: \"take9\" is not legal with 20 stones");
  }

  @Test
  void load_lineThatEndsTheGame_isRefused() throws IOException {
    String file = file("0/1\n");

    assertThatThrownBy(() -> Openings.load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 1: \"0/1\" leaves nothing to play");
  }

  @Test
  void load_emptyFile_isRefused() throws IOException {
    String file = file("# none\n");

    assertThatThrownBy(() -> Openings.load(PILE, file, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("hold no line");
  }

  @Test
  void load_unknownName_saysWhatThereIs() {
    assertThatThrownBy(() -> Openings.load(PILE, "shorts", 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"shorts\" names no openings of pile:size=21; write none, random:PLIES");
  }

  @Test
  void load_random_isDistinctAndSameForSameSeed() {
    List<Opening> openings = Openings.load(PILE, "random:4", 5, 7);

    assertThat(texts(openings)).hasSize(5).doesNotHaveDuplicates();
    assertThat(texts(Openings.load(PILE, "random:4", 5, 7))).isEqualTo(texts(openings));
    assertThat(openings).allMatch(opening -> opening.moves().length == 4);
  }

  // Two moves of one to three stones leave 15 to 19.
  @Test
  void load_moreRandomThanThereAre_findsAll() {
    assertThat(texts(Openings.load(PILE, "random:2", 50, 1)))
        .containsExactlyInAnyOrder("15/0", "16/0", "17/0", "18/0", "19/0");
  }

  @Test
  void load_randomPastTheEnd_isRefused() {
    assertThatThrownBy(() -> Openings.load(new Pile(3, false), "random:3", 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"random:3\" finds no opening");
  }

  @Test
  void shuffled_anySeed_keepsAllAndDependsOnTheSeed() {
    List<Opening> openings = Openings.load(new Pile(100, false), "random:9", 15, 1);

    List<Opening> one = Openings.shuffled(openings, 1);
    assertThat(one).containsExactlyInAnyOrderElementsOf(openings).isNotEqualTo(openings);
    assertThat(Openings.shuffled(openings, 1)).isEqualTo(one);
    assertThat(Openings.shuffled(openings, 2)).isNotEqualTo(one);
  }
}
