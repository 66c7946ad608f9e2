package mesa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;
import org.assertj.core.util.diff.DiffUtils;

/**
 * A random game written out so that a person can read it and a test can compare it: at each ply the board, its text,
 * hash and legal moves, what the encoder sees, and the move played. A change of rules, notation, hash or encoding shows
 * as a diff, in the test's failure and in the commit.
 *
 * <p>The file lies in the source tree. {@code mvn test -Dmesa.record=true} writes it instead of comparing.
 */
public final class Playthrough {
  private static final String RECORD = "mesa.record";
  private static final int CONTEXT = 3;
  private static final int MOST_LINES_SHOWN = 60;

  private Playthrough() {}

  /**
   * Plays the recorded game again and compares.
   *
   * @param game what is played
   * @param file the record, relative to the module's folder, such as {@code src/test/resources/playthrough.txt}
   * @param seed of the moves
   * @param plies after which the game is broken off
   * @throws AssertionError if a line differs, with the first differences, or if there is no record
   */
  public static void check(Game game, Path file, long seed, int plies) {
    List<String> played = play(game, seed, plies);
    try {
      if (Boolean.getBoolean(RECORD)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, played);
        return;
      }
      String hint = "; to record it run the test with -D" + RECORD + "=true, and read the diff before you commit it";
      if (!Files.exists(file)) {
        throw new AssertionError("there is no " + file.toAbsolutePath() + hint);
      }
      List<String> recorded = Files.readAllLines(file);
      if (!recorded.equals(played)) {
        throw new AssertionError(file + " is not what is played now" + hint + "\n" + difference(recorded, played));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String difference(List<String> recorded, List<String> played) {
    return DiffUtils.generateUnifiedDiff(
            "recorded", "played", recorded, DiffUtils.diff(recorded, played), CONTEXT)
        .stream().limit(MOST_LINES_SHOWN).collect(Collectors.joining("\n"));
  }

  /** {@return the lines of the record} */
  static List<String> play(Game game, long seed, int plies) {
    List<String> lines = new ArrayList<>();
    lines.add("game     " + game.name());
    game.encoder().ifPresent(encoder -> lines.add("encoder  " + encoder.id()));
    lines.add("seed     " + seed);
    Rng rng = new Rng(seed);
    Position position = game.start();
    show(game, position, lines);
    while (!position.outcome().isOver() && position.movesMade() < plies) {
      Moves moves = Moves.of(position);
      int move = moves.get(rng.below(moves.size()));
      lines.add("plays    " + position.format(move)
          + game.encoder().map(encoder -> ", slot " + encoder.action(position, move)).orElse(""));
      position.make(move);
      show(game, position, lines);
    }
    lines.add("outcome  " + position.outcome() + (position.ending().isEmpty() ? "" : ", " + position.ending()));
    return lines;
  }

  private static void show(Game game, Position position, List<String> lines) {
    lines.add("");
    lines.add("ply " + position.movesMade());
    position.diagram().lines().forEach(lines::add);
    lines.add("text     " + position.text());
    lines.add("hash     " + String.format("%016x", position.hash()));
    lines.add("side     " + position.sideToMove());
    List<String> moves = Snapshot.moves(position);
    lines.add("moves    " + moves.size() + (moves.isEmpty() ? "" : ": " + String.join(" ", moves)));
    if (game.encoder().isPresent()) {
      Encoder encoder = game.encoder().get();
      for (int side = 0; side < game.sides(); side++) {
        lines.add("bits " + side + ":" + Snapshot.features(encoder, position, side).stream()
            .map(feature -> " " + feature).collect(Collectors.joining()));
      }
    }
  }
}
