package mesa.arena;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mesa.core.Game;
import mesa.core.GameRecord;
import mesa.core.RecordFormat;

/** Writes the games of a journal, in the order of the schedule, in the format of the game's people. */
final class GameFile {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy.MM.dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GameFile() {}

  /**
   * Writes {@code games.EXTENSION} beside the journal.
   *
   * @param folder of the run
   * @param game what was played
   * @param format of the file
   * @throws IOException if the journal can't be read or the file can't be written
   */
  static void write(Path folder, Game game, RecordFormat format) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("games." + format.extension()))) {
      write(new GameIndex(folder), game, format, out);
    }
  }

  /** Writes the games of a journal. */
  static void write(GameIndex games, Game game, RecordFormat format, Writer out) throws IOException {
    String usualStart = game.start().text();
    games.forEach(played -> out.write(format.format(record(games.run(), played, usualStart, format))));
  }

  private static GameRecord record(Run run, PlayedGame game, String usualStart, RecordFormat format) {
    List<String> moves = game.moves().isEmpty() ? List.of() : List.of(game.moves().split(" "));
    String start = game.start() == null ? usualStart : game.start();
    return new GameRecord(start, moves, MoveComments.of(run, game), game.outcome(), reason(run, game),
        tags(run, game, names(game, format.opening(start, moves))));
  }

  /** {@return what the opening is called: by its source, and where that is silent by the game's people} */
  static Map<String, String> names(PlayedGame game, Map<String, String> known) {
    Map<String, String> names = new LinkedHashMap<>(known);
    if (game.names().containsKey(Opening.NAME)) {
      names.keySet().removeIf(tag -> !tag.equals("ECO")); // Half a name of one and half of another would be none.
    }
    names.putAll(game.names());
    return names;
  }

  private static String reason(Run run, PlayedGame game) {
    if (game.culprit() < 0) {
      return game.why();
    }
    String who = run.labels().get(game.culprit() == 0 ? game.first() : game.second());
    return who + " lost by " + game.end() + ": " + game.why();
  }

  private static String clock(Run.Participant player) {
    TimeControl control = player.clock();
    return control == null ? null : control.withoutMargin().toString(); // PGN knows no margin.
  }

  private static void clocks(Map<String, String> tags, String first, String second) {
    if (first != null && first.equals(second)) {
      tags.put("TimeControl", first);
      return;
    }
    if (first != null) {
      tags.put("WhiteTimeControl", first);
    }
    if (second != null) {
      tags.put("BlackTimeControl", second);
    }
  }

  private static String duration(long nanos) {
    long seconds = nanos / 1_000_000_000;
    return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static Map<String, String> tags(Run run, PlayedGame game, Map<String, String> names) {
    Map<String, String> tags = new LinkedHashMap<>();
    Run.Participant first = run.players().get(game.first());
    Run.Participant second = run.players().get(game.second());
    int pair = game.id().indexOf('/');
    String[] roundAndLeg = game.id().substring(pair + 1).split("/");
    tags.put("Event", "Mesa " + run.format());
    tags.put("Site", "?");
    tags.put("Date", DATE.format(Instant.ofEpochMilli(game.startMillis())));
    tags.put("Round", (Integer.parseInt(roundAndLeg[0]) + 1) + "." + (Integer.parseInt(roundAndLeg[1]) + 1));
    tags.put("White", first.label());
    tags.put("Black", second.label());
    tags.putAll(names);
    tags.put("WhiteBudget", first.budget());
    tags.put("BlackBudget", second.budget());
    tags.put("MesaGame", run.game());
    tags.put("MesaSeed", Long.toString(run.seed()));
    tags.put("MesaId", game.id());
    clocks(tags, clock(first), clock(second));
    tags.put("PlyCount", Integer.toString(game.moves().isEmpty() ? 0 : game.moves().split(" ").length));
    tags.put("GameStartTime", Instant.ofEpochMilli(game.startMillis()).toString());
    tags.put("GameEndTime", Instant.ofEpochMilli(game.startMillis() + game.nanos() / 1_000_000).toString());
    tags.put("GameDuration", duration(game.nanos()));
    tags.put("Termination", game.end().termination());
    return tags;
  }
}
