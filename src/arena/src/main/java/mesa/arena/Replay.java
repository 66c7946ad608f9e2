package mesa.arena;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import mesa.core.Entrant;
import mesa.core.Player;

/**
 * A game of a journal, played again by fresh players from the seeds that it tells.
 *
 * @param index number of the game in the schedule, from 0
 * @param first name of the player in seat 0
 * @param second name of the player in seat 1
 * @param then moves that the journal tells, as the game writes them, with spaces between
 * @param now moves of today
 * @param isSame whether moves, result and cause of the end are the same
 */
public record Replay(int index, String first, String second, String then, String now, boolean isSame) {
  /** {@return the first move that differs, from 0 and those of the opening counted; all moves there are where none does} */
  public int sameMoves() {
    String[] was = moves(then);
    String[] is = moves(now);
    int same = 0;
    while (same < Math.min(was.length, is.length) && was[same].equals(is[same])) {
      same++;
    }
    return same;
  }

  private static String[] moves(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }

  /** Plays games of a run again, one after another. */
  static void play(Path folder, Plan plan, List<Opening> openings, IntPredicate wanted, Consumer<Replay> taker)
      throws IOException {
    Referee referee = new Referee(plan.terms(), OwnThreads.ofCaller());
    JournalReader.read(folder.resolve(Journal.FILE), new JournalReader.Handler() {
      @Override
      public void run(Run run) {}

      @Override
      public void game(long offset, int length, PlayedGame game) {
        if (wanted.test(game.index())) {
          taker.accept(play(game, referee, plan, openings.get(game.opening())));
        }
      }
    });
  }

  private static Replay play(PlayedGame game, Referee referee, Plan plan, Opening opening) {
    Entrant one = plan.entrants().get(game.first());
    Entrant other = plan.entrants().get(game.second());
    Fixture fixture = new Fixture(game.index(), game.round(), 0, game.opening(), game.first(), game.second());
    try (Player first = one.newPlayer(); Player second = other.newPlayer()) {
      PlayedGame again = referee.play(game.id(), fixture, opening, new Seat(one, first, plan.clock(game.first())),
          new Seat(other, second, plan.clock(game.second())), game.firstSeed(), game.secondSeed());
      return new Replay(game.index(), one.label(), other.label(), game.moves(), again.moves(),
          again.moves().equals(game.moves()) && again.outcome() == game.outcome() && again.end() == game.end());
    }
  }
}
