package mesa.arena;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps count of the players' failures and withdraws those that fail all the time: after {@value #MOST_STARTS} failed
 * starts in a row, so many games in a row lost by faults as is chosen, or {@value #MOST_LEFT} threads that it never came back
 * from, each of which may go on taking processor time from everybody. Shared by the threads of a tournament.
 */
final class Conduct {
  private static final int MOST_STARTS = 3;
  private static final int MOST_LEFT = 3;

  private final int mostLosses;
  private final InstantSource wallClock;
  private final int[] failedStarts;
  private final int[] faultLosses;
  private final int[] threadsLeft;
  private final boolean[] gone;
  private final List<Withdrawal> withdrawals = new ArrayList<>();

  /**
   * Begins without failures.
   *
   * @param players how many there are
   * @param mostLosses by faults and in a row withdraw a player; 0 for never
   * @param wallClock dates withdrawals
   */
  Conduct(int players, int mostLosses, InstantSource wallClock) {
    this.mostLosses = mostLosses;
    this.wallClock = wallClock;
    failedStarts = new int[players];
    faultLosses = new int[players];
    threadsLeft = new int[players];
    gone = new boolean[players];
  }

  /** {@return whether a player plays no more} */
  synchronized boolean isGone(int player) {
    return gone[player];
  }

  /** {@return those who play no more, in the order in which they went} */
  synchronized List<Withdrawal> withdrawals() {
    return List.copyOf(withdrawals);
  }

  /** Notes that a player could not be started. */
  synchronized void startFailed(int player, String why, Journal journal, int games) {
    if (++failedStarts[player] >= MOST_STARTS) {
      withdraw(new Withdrawal(player, true, why), journal, games);
    }
  }

  /** Notes that a thread was left behind with a player. */
  synchronized void leftBehind(int player, String why, Journal journal, int games) {
    if (++threadsLeft[player] >= MOST_LEFT) {
      withdraw(new Withdrawal(player, false, why), journal, games);
    }
  }

  /** Notes how a game went. */
  synchronized void played(PlayedGame game, Journal journal, int games) {
    for (int seat = 0; seat < 2; seat++) {
      int player = seat == 0 ? game.first() : game.second();
      failedStarts[player] = 0;
      boolean failed = game.culprit() == seat && game.end().isFault();
      faultLosses[player] = failed ? faultLosses[player] + 1 : 0;
      if (mostLosses > 0 && faultLosses[player] >= mostLosses) {
        withdraw(new Withdrawal(player, false, game.why()), journal, games);
      }
    }
  }

  private void withdraw(Withdrawal withdrawal, Journal journal, int games) {
    if (!gone[withdrawal.player()]) {
      gone[withdrawal.player()] = true;
      withdrawals.add(withdrawal);
      journal.append(Note.of(withdrawal, wallClock.instant(), games).line());
    }
  }
}
