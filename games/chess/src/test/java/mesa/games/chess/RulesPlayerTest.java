package mesa.games.chess;

import static mesa.games.chess.Games.fen;
import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Budget;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesPlayerTest {
  private final RulesPlayer player = new RulesPlayer();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      MATE               | 6k1/5ppp/8/8/8/8/8/R3K3 w - - 0 1                               | a1a8
      SEEK_A_DRAW        | 8/8/8/8/3R4/2k5/7N/4K3 b - - 0 1                                | c3d4
      WIN_MATERIAL       | 4k3/8/8/3q4/4P3/8/8/4K3 w - - 0 1                               | e4d5
      SAVE_A_PIECE       | 4k3/pp3ppp/8/8/3p4/2N5/PPP2PPP/4K3 w - - 0 1                    |
      TRADE_WHEN_AHEAD   | r2rk3/8/8/8/8/8/P2R2Q1/3RK3 w - - 0 1                           | d2d8
      CASTLE             | 4k3/pppppppp/8/8/8/8/PPPPPPPP/4K2R w K - 0 20                   | e1g1
      DEVELOP            | 4k3/pppppppp/8/8/8/8/PPPPPPPP/4KN2 w - - 0 20                   |
      TAKE_THE_CENTRE    | 4k3/pppppppp/8/8/8/8/PPPPPPPP/4K3 w - - 0 5                     | d2d4
      PUSH_A_PASSED_PAWN | 8/5k2/8/P7/7P/8/8/4K3 w - - 0 40                                | a5a6
      OPEN_FILE          | 6k1/pppp1ppp/8/8/8/8/PPPP1PPP/R5K1 w - - 0 20                   | a1e1
      KING_OUT           | 8/5k1p/6p1/8/8/6P1/7P/6K1 w - - 0 40                            | g1f2
      """)
  void choose_whereARuleApplies_playsIt(Rule rule, String text, String move) {
    ChessPosition position = fen(text);
    assertThat(deciding(position)).as(text).isEqualTo(rule);
    if (move != null) {
      assertThat(chosen(position)).as("%s in %s", rule, text).isEqualTo(move);
    }
  }

  @Test
  void choose_atTheStart_playsFromTheTable() {
    assertThat(deciding(Games.start())).isEqualTo(Rule.OPENING_TABLE);
    assertThat(OpeningTable.shipped().of(Games.start()).size()).isGreaterThan(2);
  }

  @Test
  void choose_whereTheQueenIsAttackedAndAPawnHangs_savesTheQueen() {
    // b2xa3 wins a pawn, but then d5xe4 wins a queen.
    String text = "3k4/8/4p3/3p4/4Q3/p7/1P6/4K3 w - - 0 1";
    assertThat(chosen(fen(text))).isNotEqualTo("b2a3").startsWith("e4");
  }

  @Test
  void choose_whenAhead_doesNotStalemate() {
    ChessPosition position = fen("7k/8/6K1/8/8/8/8/5Q2 w - - 0 1");
    position.make(position.parseMove(chosen(position)));
    assertThat(position.outcome()).isNotEqualTo(Outcome.DRAWN);
  }

  @ParameterizedTest
  @CsvSource({"4k3/8/8/8/8/8/8/Q3K3 w - - 0 1", "4k3/8/8/8/8/8/8/QR2K3 w - - 0 1"})
  void choose_withQueenAgainstBareKing_matesARandomMover(String text) {
    ChessPosition position = fen(text);
    Rng rng = new Rng(1);
    while (!position.outcome().isOver()) {
      Moves moves = Moves.of(position);
      position.make(position.side == 0
          ? position.parseMove(chosen(position))
          : moves.get(rng.below(moves.size())));
    }
    assertThat(position.ending()).as(position.text()).isEqualTo("checkmate");
  }

  @Test
  void choose_againstRandomMoves_winsEveryGame() {
    for (int seed = 0; seed < 20; seed++) {
      int rules = seed & 1;
      Rng rng = new Rng(seed);
      player.newGame(seed);
      ChessPosition position = Games.start();
      while (!position.outcome().isOver()) {
        Moves moves = Moves.of(position);
        position.make(position.side == rules
            ? position.parseMove(chosen(position))
            : moves.get(rng.below(moves.size())));
      }
      assertThat(position.outcome()).as("seed %d, %s", seed, position.text()).isEqualTo(Outcome.wonBy(rules));
    }
  }

  @Test
  void choose_ofAnyRule_spendsATickARuleAndANodeAMove() {
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    ChessPosition position = fen("6k1/5ppp/8/8/8/8/8/R3K3 w - - 0 1");
    int moves = Moves.of(position).size();
    player.choose(position, meter);
    assertThat(meter.ticks()).isEqualTo(1 + Rule.MATE.ordinal());
    assertThat(meter.nodes()).isEqualTo(moves);
  }

  private String chosen(ChessPosition position) {
    return position.format(player.choose(position.copy(), Budget.UNLIMITED.start(() -> 0)).move());
  }

  /** The rule that decides: the one whose tick was the last. */
  private Rule deciding(ChessPosition position) {
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    player.choose(position.copy(), meter);
    return Rule.values()[(int) meter.ticks() - 1];
  }
}
