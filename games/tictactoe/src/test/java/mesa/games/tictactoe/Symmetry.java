package mesa.games.tictactoe;

import java.util.List;
import java.util.stream.Stream;

/** The turns and reflections of a board, on the texts of positions. */
final class Symmetry {
  private Symmetry() {}

  /** {@return all eight images, the text itself included; symmetric boards give equal ones} */
  static List<String> images(String text) {
    String mirrored = mapped(text, new int[] {2, 1, 0, 5, 4, 3, 8, 7, 6});
    return Stream.concat(turns(text), turns(mirrored)).toList();
  }

  /** {@return the alphabetically first image, the same for all positions of a class} */
  static String least(String text) {
    return images(text).stream().min(String::compareTo).orElseThrow();
  }

  private static Stream<String> turns(String text) {
    int[] quarter = {6, 3, 0, 7, 4, 1, 8, 5, 2};
    return Stream.iterate(text, turned -> mapped(turned, quarter)).limit(4);
  }

  /** Cell i of the image is cell from[i] of the text. */
  private static String mapped(String text, int[] from) {
    String cells = text.substring(0, 11).replace("/", "");
    StringBuilder image = new StringBuilder();
    for (int cell = 0; cell < 9; cell++) {
      image.append(cell == 3 || cell == 6 ? "/" : "").append(cells.charAt(from[cell]));
    }
    return image + text.substring(11);
  }
}
