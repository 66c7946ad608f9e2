package mesa.cli;

import java.io.PrintWriter;
import java.util.Locale;
import mesa.core.GameRecord;

/** What a look through files of games has come to. */
final class RecordTotals {
  private long games;
  private long broken;
  private long firstWon;
  private long secondWon;
  private long drawn;
  private long unfinished;
  private long moves;

  /** What {@code --json} prints. */
  record Report(long games, long broken, long firstWon, long secondWon, long drawn, long unfinished, long moves,
      long bytes, double seconds, long gamesPerSecond) {}

  void add(GameRecord game) {
    games++;
    moves += game.moves().size();
    switch (game.outcome()) {
      case FIRST_WON -> firstWon++;
      case SECOND_WON -> secondWon++;
      case DRAWN -> drawn++;
      case ONGOING -> unfinished++;
    }
  }

  void addBroken() {
    broken++;
  }

  long games() {
    return games;
  }

  long broken() {
    return broken;
  }

  /**
   * Sums up.
   *
   * @param bytes read, decompressed
   * @param seconds that took, checks of the moves included
   */
  Report report(long bytes, double seconds) {
    return new Report(games, broken, firstWon, secondWon, drawn, unfinished, moves, bytes, seconds,
        Math.round((games + broken) / seconds));
  }

  static void print(Report report, PrintWriter out) {
    double mean = report.games == 0 ? 0 : (double) report.moves / report.games;
    out.println("won by the first side   " + report.firstWon);
    out.println("won by the second side  " + report.secondWon);
    out.println("drawn                   " + report.drawn);
    out.println("unfinished              " + report.unfinished);
    out.printf(Locale.ROOT, "moves                   %d, %.1f a game%n", report.moves, mean);
    out.printf(Locale.ROOT, "bytes                   %d, %.1f MB/s%n", report.bytes, report.bytes / report.seconds / 1e6);
    out.printf(Locale.ROOT, "seconds                 %.3f%n", report.seconds);
    out.println("games/s                 " + report.gamesPerSecond);
    out.println("games " + report.games + " broken " + report.broken);
  }
}
