package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private static final Game GAME = Registry.load().game("tictactoe");

  /** On a game clock a search may think for its share; a time for one move is kept whatever has gone of it. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 40000000"})
  void run_threadBeginsLate_hasItsShareOfAClockLeft(int movesToGo, long expectedNanos) {
    AtomicLong now = new AtomicLong();
    AtomicLong seen = new AtomicLong(-1);
    Player player = new Player() {
      @Override
      public Decision choose(Position position, Meter meter) {
        seen.set(meter.elapsedNanos());
        return Decision.of(Moves.of(position).get(0));
      }
    };
    Clock clock = new Clock(90_000_000, 0, movesToGo);
    Meter meter = Budget.UNLIMITED.withClock(clock).start(now::get);
    Search search = new Search(new Search.Question(player, GAME.start(), null, new InfoLines.Style(1, false, 0), clock, false),
        meter, new Output(OutputStream.nullOutputStream()));
    now.set(40_000_000);
    search.run();
    assertThat(seen).hasValue(expectedNanos);
  }
}
