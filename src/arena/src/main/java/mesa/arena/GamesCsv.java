package mesa.arena;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mesa.core.Game;
import mesa.core.RecordFormat;

/** The games of a journal as comma-separated values, a line each; an empty field is something that is not known. */
final class GamesCsv {
  private static final List<String> HEADS = List.of("game", "id", "round", "leg", "opening", "eco", "opening_name", "variation",
      "first", "second", "points_first", "points_second", "end", "fault_by", "why", "begun", "ns", "plies", "book_plies", "hash",
      "seed_first", "seed_second", "moves_first", "moves_second", "nodes_first", "nodes_second", "evals_first", "evals_second",
      "ticks_first", "ticks_second", "cpu_ns_first", "cpu_ns_second", "ns_first", "ns_second", "bytes_first", "bytes_second",
      "peak_bytes_first", "peak_bytes_second", "warnings_first", "warnings_second", "start", "moves");

  private GamesCsv() {}

  static void write(GameIndex games, Game game, Writer out) throws IOException {
    Csv.line(out, HEADS);
    String usualStart = game.start().text();
    games.forEach(played -> Csv.line(out, fields(games.run(), played, game, usualStart)));
  }

  private static List<?> fields(Run run, PlayedGame game, Game rules, String usualStart) {
    String[] id = game.id().split("/");
    String start = game.start() == null ? usualStart : game.start();
    List<String> moves = game.moves().isEmpty() ? List.of() : List.of(game.moves().split(" "));
    Map<String, String> names = rules.recordFormat().map(format -> names(game, start, moves, format)).orElse(game.names());
    Cost first = game.firstCost();
    Cost second = game.secondCost();
    return Arrays.asList(game.index(), game.id(), id[1], id[2], game.opening(), names.get(Opening.TAGS.get(0)),
        names.get(Opening.TAGS.get(1)), names.get(Opening.TAGS.get(2)), label(run, game, 0), label(run, game, 1),
        game.doubledScore() / 2.0, 1 - game.doubledScore() / 2.0, game.end(),
        game.culprit() < 0 ? null : label(run, game, game.culprit()), game.why(), Instant.ofEpochMilli(game.startMillis()),
        game.nanos(), moves.size(), game.book(), hex(game.hash()), hex(game.firstSeed()), hex(game.secondSeed()), first.moves(),
        second.moves(), first.nodes(), second.nodes(), first.evaluations(), second.evaluations(), first.ticks(), second.ticks(),
        first.cpuNanos(), second.cpuNanos(), first.nanos(), second.nanos(), first.bytes(), second.bytes(), first.peakBytes(),
        second.peakBytes(), warnings(game, 0), warnings(game, 1), start, game.moves());
  }

  private static Map<String, String> names(PlayedGame game, String start, List<String> moves, RecordFormat format) {
    return GameFile.names(game, format.opening(start, moves));
  }

  static String label(Run run, PlayedGame game, int seat) {
    return run.labels().get(seat == 0 ? game.first() : game.second());
  }

  private static String hex(long bits) {
    return String.format("%016x", bits);
  }

  private static int warnings(PlayedGame game, int seat) {
    return game.warnings().stream().filter(warned -> warned.seat() == seat).mapToInt(Warned::moves).sum();
  }
}
