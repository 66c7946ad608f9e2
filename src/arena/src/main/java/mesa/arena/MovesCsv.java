package mesa.arena;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.Claim;

/**
 * The moves of a journal's games as comma-separated values, a line each; an empty field is something that is not known. All
 * but the openings' are told as their player saw them: scores and distances are above 0 where it thinks that it stands well.
 */
final class MovesCsv {
  private static final List<String> HEADS = List.of("game", "ply", "seat", "player", "move", "book", "nodes", "evals", "ticks",
      "cpu_ns", "ns", "ponder_ns", "score", "distance", "depth", "deepest", "nodes_per_second", "wins", "draws", "losses", "left_ns",
      "line", "warning");

  private final Run run;
  private final PlayedGame game;
  private final GameClock[] clocks;

  private MovesCsv(Run run, PlayedGame game) {
    this.run = run;
    this.game = game;
    clocks = MoveComments.clocks(run, game);
  }

  static void write(GameIndex games, Writer out) throws IOException {
    Csv.line(out, HEADS);
    games.forEach(game -> {
      if (!game.moves().isEmpty()) {
        MovesCsv moves = new MovesCsv(games.run(), game);
        String[] words = game.moves().split(" ");
        for (int ply = 0; ply < words.length; ply++) {
          Csv.line(out, moves.fields(ply, words[ply]));
        }
      }
    });
  }

  /** Asked for in order. */
  private List<?> fields(int ply, String move) {
    List<Object> fields = new ArrayList<>(Arrays.asList(game.index(), ply + 1));
    boolean isBook = ply < game.book();
    MoveLog log = isBook ? null : game.log();
    if (log == null) {
      fields.addAll(Arrays.asList(null, null, move, isBook));
    } else {
      int seat = log.seat(ply);
      Claim claim = log.claim(ply);
      fields.addAll(Arrays.asList(seat, GamesCsv.label(run, game, seat), move, isBook, log.nodes(ply), log.evaluations(ply),
          log.ticks(ply), known(log.cpuNanos(ply)), log.nanos(ply), log.ponderNanos(ply),
          log.score(ply) == MoveLog.NO_SCORE ? null : log.score(ply), claim.distance() == 0 ? null : claim.distance(),
          known(claim.depth()), known(claim.deepest()), claim.nodesPerSecond() > 0 ? claim.nodesPerSecond() : null, known(claim.wins()), known(claim.draws()),
          known(claim.losses()), left(seat, log.nanos(ply)), claim.line(),
          game.warnings().stream().filter(warned -> warned.ply() == ply).map(Warned::text).findFirst().orElse(null)));
    }
    while (fields.size() < HEADS.size()) {
      fields.add(null);
    }
    return fields;
  }

  private Long left(int seat, long nanos) {
    if (clocks[seat] == null) {
      return null;
    }
    clocks[seat].spend(nanos);
    clocks[seat].moved();
    return clocks[seat].leftNanos();
  }

  private static Long known(long value) {
    return value < 0 ? null : value;
  }
}
