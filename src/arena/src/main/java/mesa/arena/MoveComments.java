package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the journal tells of each move of a game, as the comments that files of games have, such as {@code +0.31/12 0.120s,
 * n=800, sd=17, nps=6667, tl=7.960s, pv="e2e4 e7e5"}. The score is that of who moved, in hundreds of {@link
 * mesa.core.Score}, or {@code +M5} where the game is certain to be won by the fifth ply from here, the move included, and
 * {@code -M4} where it is lost by the fourth; behind it stand the depth, and the time that the move took.
 *
 * <pre>
 * n, ev, tk    nodes, evaluations and ticks spent
 * sd           plies of the longest line looked at
 * nps          nodes a second: by the player's own word, or else what it spent over the time it took
 * tl           time left on the clock for the moves that follow, what this one has brought included
 * pv           what the player expected, its move first
 * warning      what it did that it should not have
 * </pre>
 */
final class MoveComments {
  private static final String BOOK = "book";

  private final PlayedGame game;
  private final GameClock[] clocks;

  private MoveComments(Run run, PlayedGame game) {
    this.game = game;
    clocks = clocks(run, game);
  }

  /** {@return the clocks of both seats as they stood at first, null of one that has none; they run again by what moves took} */
  static GameClock[] clocks(Run run, PlayedGame game) {
    return new GameClock[] {clock(run, game.first()), clock(run, game.second())};
  }

  private static GameClock clock(Run run, int player) {
    TimeControl control = run.players().get(player).clock();
    return control == null ? null : new GameClock(control);
  }

  /** {@return a comment for each move; for none where the journal keeps totals alone} */
  static List<String> of(Run run, PlayedGame game) {
    if (game.log() == null) {
      return List.of();
    }
    MoveComments comments = new MoveComments(run, game);
    return IntStream.range(0, game.log().size()).mapToObj(comments::of).toList();
  }

  /** Asked for in order. */
  private String of(int ply) {
    MoveLog log = game.log();
    if (log.seat(ply) == MoveLog.NOBODY) {
      return BOOK;
    }
    String score = score(log, ply);
    List<String> parts = new ArrayList<>();
    parts.add((score.isEmpty() ? "" : score + " ") + seconds(log.nanos(ply)));
    amount(parts, "n", log.nodes(ply));
    amount(parts, "ev", log.evaluations(ply));
    amount(parts, "tk", log.ticks(ply));
    amount(parts, "sd", log.claim(ply).deepest());
    amount(parts, "nps", speed(log, ply));
    GameClock clock = clocks[log.seat(ply)];
    if (clock != null) {
      clock.spend(log.nanos(ply));
      clock.moved();
      parts.add("tl=" + seconds(clock.leftNanos()));
    }
    if (!log.claim(ply).line().isEmpty()) {
      parts.add("pv=\"" + log.claim(ply).line() + "\"");
    }
    game.warnings().stream().filter(warned -> warned.ply() == ply)
        .forEach(warned -> parts.add("warning=\"" + warned.text().replace('"', '\'') + "\""));
    return String.join(", ", parts);
  }

  private static String score(MoveLog log, int ply) {
    int distance = log.claim(ply).distance();
    String depth = log.claim(ply).depth() < 0 ? "" : "/" + log.claim(ply).depth();
    if (distance != 0) {
      return (distance > 0 ? "+M" : "-M") + Math.abs(distance) + depth;
    }
    return log.score(ply) == MoveLog.NO_SCORE ? ""
        : String.format(Locale.ROOT, "%+.2f", log.score(ply) / 100.0) + depth;
  }

  private static long speed(MoveLog log, int ply) {
    long said = log.claim(ply).nodesPerSecond();
    return said > 0 || log.nanos(ply) == 0 ? said : Math.round(log.nodes(ply) * 1e9 / log.nanos(ply));
  }

  private static void amount(List<String> parts, String name, long amount) {
    if (amount > 0) {
      parts.add(name + "=" + amount);
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3fs", nanos / 1e9);
  }
}
