package mesa.arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mesa.core.Player;

/**
 * What was said with engines, a file {@value #FOLDER}{@code /game-NUMBER.txt} for a game that somebody may want to look into.
 * Nothing depends on these files: where one can't be written there is none.
 */
public final class Transcripts {
  static final String FOLDER = "transcripts";

  /** Of which games they are kept. */
  public enum Kept {
    /** Of none. */
    NONE,
    /** Of those that ended by a fault or on time. */
    FAULTS,
    /** Of all. */
    ALL
  }

  private final Path folder;
  private final Kept kept;

  /**
   * Makes a keeper.
   *
   * @param run the run's folder
   */
  Transcripts(Path run, Kept kept) {
    this.folder = run.resolve(FOLDER);
    this.kept = kept;
  }

  /** Writes a game's, if it is one of those that are kept and there was anything to say. */
  void keep(PlayedGame game, Seat first, Seat second) {
    boolean failed = game.end().isFault() || game.end() == End.TIME;
    if (kept == Kept.NONE || kept == Kept.FAULTS && !failed) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("game " + game.index() + ": " + game.line(first.entrant().label(), second.entrant().label()));
    add(first, lines);
    add(second, lines);
    if (lines.size() > 1) {
      try {
        Files.createDirectories(folder);
        Files.write(folder.resolve("game-" + game.index() + ".txt"), lines);
      } catch (IOException e) {
        // The journal, which tells all that counts, says when the disk is full.
      }
    }
  }

  private static void add(Seat seat, List<String> lines) {
    Player player = seat.player();
    List<String> said = player.transcript();
    if (!said.isEmpty()) {
      lines.add("");
      lines.add(seat.entrant() + ", milliseconds: > said to it, < said by it, ! its errors");
      lines.addAll(said);
    }
  }
}
