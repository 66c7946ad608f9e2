package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  /** Counted by hand, with pawn 100, knight and bishop 300, rook 500, queen 900. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1k1r4/1pp4p/p7/4p3/8/P5P1/1PP4P/2K1R3 w - - 0 1           | e1e5  | 100  | an undefended pawn
      1k1r3q/1ppn3p/p4b2/4p3/8/P2N2P1/1PP1R1BP/2K1Q3 w - - 0 1  | d3e5  | -200 | the pieces behind join in vain
      4k3/8/3p4/4p3/8/5N2/8/4K3 w - - 0 1                       | f3e5  | -200 | knight for a pawn
      4k3/8/3p4/4p3/8/5N2/4R3/4K3 w - - 0 1                     | f3e5  | -100 | knight for two pawns
      4k3/8/8/3p4/4P3/8/8/4K3 w - - 0 1                         | e4d5  | 100  | pawn takes pawn
      3rk3/8/8/3p4/8/8/3R4/3RK3 w - - 0 1                       | d2d5  | 100  | a rook behind the rook
      3qk3/3r4/8/3p4/8/8/3R4/3RK3 w - - 0 1                     | d2d5  | -400 | rook for pawn; going on would lose more
      4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 1                         | e5d6  | 100  | en passant
      4k3/2p5/8/3pP3/8/8/8/4K3 w - d6 0 1                       | e5d6  | 0    | en passant and taken back
      4k3/1P6/8/8/8/8/8/4K3 w - - 0 1                           | b7b8q | 800  | a pawn becomes a queen
      r3k3/1P6/8/8/8/8/8/4K3 w - - 0 1                          | b7b8q | -100 | and is taken
      r3k3/1P6/8/8/8/8/8/4K3 w - - 0 1                          | b7a8q | 1300 | a rook besides
      4k3/8/3p4/8/8/5N2/8/4K3 w - - 0 1                         | f3e5  | -300 | a knight walks into a pawn
      4k3/p7/8/8/8/5N2/8/4K3 w - - 0 1                          | f3e5  | 0    | nothing is exchanged
      r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1                      | e1g1  | 0    | castling
      8/8/3k4/4p3/8/8/4R3/4K3 w - - 0 1                         | e2e5  | -400 | the king takes back
      8/8/3k4/4p3/8/8/4R3/4RK2 w - - 0 1                        | e2e5  | 100  | the king may not take what is protected
      """)
  void gain_ofMove_isCountedByHand(String fen, String move, int gain, String why) {
    ChessPosition position = Fen.parse(fen);
    assertThat(position.exchange(position.parseMove(move))).as("%s in %s: %s", move, fen, why).isEqualTo(gain);
  }

  /** In games by random moves; the swaps that come to so much are told without being counted to the end. */
  @Test
  void gains_anyMoveAndAmount_agreesWithTheFullCount() {
    Rng rng = new Rng(5);
    ChessPosition position = Games.start();
    for (int ply = 0; ply < 20_000; ply++) {
      Moves moves = Moves.of(position);
      for (int move : moves.toArray()) {
        int gain = Exchange.gain(position, move);
        int least = rng.below(2) == 0 ? gain + rng.below(3) - 1 : 50 * (rng.below(41) - 20);
        assertThat(Exchange.gains(position, move, least)).as("%s by %d in %s", position.format(move), least, position.text())
            .isEqualTo(gain >= least);
      }
      if (moves.isEmpty()) {
        position = Games.start();
      } else {
        position.make(moves.get(rng.below(moves.size())));
      }
    }
  }

  /** Where the other side does not attack nothing has to be counted, and that changes no count. */
  @Test
  void gain_givenWhatIsAttacked_isTheSame() {
    Rng rng = new Rng(3);
    ChessPosition position = Games.start();
    for (int ply = 0; ply < 20_000; ply++) {
      Moves moves = Moves.of(position);
      long attacked = position.attacked(position.side ^ 1);
      for (int move : moves.toArray()) {
        assertThat(Exchange.gain(position, move, attacked)).as("%s in %s", position.format(move), position.text())
            .isEqualTo(Exchange.gain(position, move));
        assertThat(Exchange.atRisk(position, Move.from(move), attacked))
            .as("risk before %s in %s", position.format(move), position.text())
            .isEqualTo(Exchange.atRisk(position, Move.from(move)));
      }
      if (moves.isEmpty()) {
        position = Games.start();
      } else {
        position.make(moves.get(rng.below(moves.size())));
      }
    }
  }
}
