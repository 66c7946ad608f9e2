package mesa.games.chess;

import static mesa.games.chess.Games.after;
import static mesa.games.chess.Games.fen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import mesa.core.Moves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChessEncoderTest {
  private static final ChessEncoder ENCODER = ChessEncoder.ENCODER;

  @Test
  void encode_ofTheStart_setsOneBitAPiece() {
    BitSet seen = bits(Games.start(), 0);
    assertThat(seen.cardinality()).isEqualTo(32);
    assertThat(seen.get(0 * 64 + 8)).as("own pawn on a2").isTrue();
    assertThat(seen.get(5 * 64 + 4)).as("own king on e1").isTrue();
    assertThat(seen.get(11 * 64 + 60)).as("other king on e8").isTrue();
    assertThat(bits(Games.start(), 1)).as("the start as black sees it").isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
    "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
    "4k3/8/8/3pP3/8/8/8/R3K2R w KQ d6 0 1",
  })
  void encode_ofMirroredPosition_isTheSameToItsMover(String text) {
    ChessPosition position = fen(text);
    ChessPosition mirror = fen(Games.mirrored(text));
    assertThat(bits(mirror, mirror.side)).isEqualTo(bits(position, position.side));
    assertThat(actions(mirror)).isEqualTo(actions(position));
  }

  @Test
  void geometry_overAllMoves_fillsTheSlots() {
    BitSet slots = new BitSet();
    for (int from = 0; from < 64; from++) {
      for (int to = 0; to < 64; to++) {
        if (from != to && ((Attacks.queen(from, 0) | Attacks.knight(from)) & Squares.bit(to)) != 0) {
          slots.set(ENCODER.geometry(0, Move.of(from, to)));
        }
      }
    }
    assertThat(slots.cardinality()).isEqualTo(1792);
    for (int file = 0; file < 8; file++) {
      for (int target = Math.max(0, file - 1); target <= Math.min(7, file + 1); target++) {
        for (int type = Piece.KNIGHT; type <= Piece.QUEEN; type++) {
          slots.set(ENCODER.geometry(0, Move.promotion(48 + file, 56 + target, type)));
        }
      }
    }
    assertThat(slots.cardinality()).isEqualTo(1880).isEqualTo(ENCODER.actions() / 6);
    assertThat(slots.length()).isEqualTo(1880);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "rnbqkbnr/ppp2ppp/8/3pp3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 3  | d1g4 | 0 | leaves the queen to a bishop",
    "rnbqkbnr/ppp2ppp/8/3pp3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 3  | d1h5 | 1 | leaves the queen safe",
    "rnbqkbnr/ppp2ppp/8/3pp3/4P3/5N2/PPPP1PPP/RNBQKB1R w KQkq - 0 3 | f3e5 | 2 | takes a pawn for nothing",
    "4k3/8/8/1p6/2B5/8/8/4K3 w - - 0 1                              | c4d5 | 4 | saves a bishop from a pawn",
    "4k3/8/p7/1p6/2B5/8/8/4K3 w - - 0 1                             | c4b5 | 3 | gives a bishop that is attacked for a pawn",
    "4k3/8/8/1p6/2B5/8/8/4K3 w - - 0 1                              | c4b5 | 5 | takes what attacks the bishop",
  })
  void action_byExchangeAndRisk_tellsMovesApart(String text, String move, int kind, String why) {
    ChessPosition position = fen(text);
    assertThat(ENCODER.action(position, position.parseMove(move)) / 1880).as(why).isEqualTo(kind);
  }

  @Test
  void action_ofCastling_isTheKingsMoveOfTwoSquares() {
    ChessPosition position = fen("r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1");
    assertThat(ENCODER.action(position, position.parseMove("O-O")))
        .isEqualTo(ChessEncoder.GEOMETRIES + ENCODER.geometry(0, Move.of(4, 6)));
  }

  @Test
  void action_ofBlacksMove_isTurnedAround() {
    ChessPosition white = Games.start();
    ChessPosition black = after("h3");
    int slot = ENCODER.action(white, white.parseMove("e2e4"));
    assertThat(ENCODER.action(black, black.parseMove("e7e5"))).isEqualTo(slot);
  }

  private static BitSet bits(ChessPosition position, int side) {
    long[] words = new long[ENCODER.words()];
    ENCODER.encode(position, side, words);
    return BitSet.valueOf(words);
  }

  private static BitSet actions(ChessPosition position) {
    BitSet actions = new BitSet();
    for (int move : Moves.of(position).toArray()) {
      actions.set(ENCODER.action(position, move));
    }
    return actions;
  }
}
