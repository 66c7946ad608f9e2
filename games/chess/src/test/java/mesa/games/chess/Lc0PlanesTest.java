package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import mesa.core.PlaneEncoder;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Lc0PlanesTest {
  private static final PlaneEncoder PLANES = Lc0Planes.ENCODERS.getFirst();

  @Test
  void encode_ofTheStart_showsNoPast() {
    float[] seen = see(Games.start());
    assertThat(squares(seen, 0)).as("own pawns").isEqualTo("a2 b2 c2 d2 e2 f2 g2 h2");
    assertThat(squares(seen, 1)).as("own knights").isEqualTo("b1 g1");
    assertThat(squares(seen, 2)).as("own bishops").isEqualTo("c1 f1");
    assertThat(squares(seen, 3)).as("own rooks").isEqualTo("a1 h1");
    assertThat(squares(seen, 4)).as("own queens").isEqualTo("d1");
    assertThat(squares(seen, 5)).as("own king").isEqualTo("e1");
    assertThat(squares(seen, 11)).as("other king").isEqualTo("e8");
    for (int plane = 12; plane < 104; plane++) {
      assertThat(squares(seen, plane)).as("plane %d, of the past", plane).isEmpty();
    }
    assertThat(constants(seen)).containsExactly(1, 1, 1, 1, 0, 0, 0, 1);
  }

  @Test
  void encode_afterMoves_showsThemAsTheMoverSees() {
    float[] seen = see(Games.after("e2e4 g8f6 e4e5"));
    assertThat(squares(seen, 1)).as("black's knights, upside down").isEqualTo("b1 f3");
    assertThat(squares(seen, 6)).as("white's pawns").isEqualTo("e4 a7 b7 c7 d7 f7 g7 h7");
    assertThat(squares(seen, 13 + 1)).as("black's knights, a ply ago").isEqualTo("b1 f3");
    assertThat(squares(seen, 13 + 6)).as("white's pawns, a ply ago").isEqualTo("e5 a7 b7 c7 d7 f7 g7 h7");
    assertThat(squares(seen, 26 + 1)).as("black's knights, two plies ago").isEqualTo("b1 g1");
    assertThat(squares(seen, 39 + 6)).as("white's pawns, at the start").isEqualTo("a7 b7 c7 d7 e7 f7 g7 h7");
    assertThat(squares(seen, 52 + 5)).as("before the start").isEmpty();
    assertThat(constants(seen)).containsExactly(1, 1, 1, 1, 1, 0, 0, 1);
  }

  @Test
  void encode_afterManyMoves_showsSevenOfThem() {
    float[] seen = see(Games.after("g1f3 g8f6 b1c3 b8c6 h2h3 h7h6 a2a3 a7a6 f3g1"));
    assertThat(squares(seen, 7 * 13 + 7)).as("white's knights seven plies ago").isEqualTo("f6 b8");
  }

  @Test
  void encode_ofPositionsMetBefore_marksThem() {
    float[] seen = see(Games.after("g1f3 g8f6 f3g1 f6g8 g1f3"));
    assertThat(seen[12 << 6]).as("met before, now").isEqualTo(1);
    assertThat(seen[25 << 6]).as("met before, a ply ago").isEqualTo(1);
    assertThat(seen[38 << 6]).as("met before, two plies ago").isZero();
    assertThat(seen[109 << 6]).as("halfmoves").isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"w K, 0 1 0 0", "w Q, 1 0 0 0", "w kq, 0 0 1 1", "b k, 0 1 0 0", "b KQ, 0 0 1 1", "b Kq, 1 0 0 1"})
  void encode_ofCastlingRights_beginsWithTheMoversQueensSide(String sideAndRights, String expected) {
    float[] seen = see(Games.fen("r3k2r/8/8/8/8/8/8/R3K2R " + sideAndRights + " - 0 1"));
    StringBuilder found = new StringBuilder();
    for (int plane = 104; plane < 108; plane++) {
      found.append(found.isEmpty() ? "" : " ").append((int) seen[plane << 6]);
    }
    assertThat(found.toString()).isEqualTo(expected);
  }

  @Test
  void encode_ofAGameThatStartsElsewhere_repeatsWhereItStarts() {
    float[] seen = see(Games.fen("4k3/8/8/8/4P3/8/8/4K3 b - e3 0 1"));
    assertThat(squares(seen, 6)).as("white's pawn now, upside down").isEqualTo("e5");
    for (int ply = 1; ply < 8; ply++) {
      assertThat(squares(seen, 13 * ply + 6)).as("the pawn %d plies ago, before its step", ply).isEqualTo("e7");
      assertThat(squares(seen, 13 * ply + 5)).as("the king %d plies ago", ply).isEqualTo("e1");
    }
  }

  @Test
  void encode_ofAnyPosition_leavesItAsItWas() {
    ChessPosition position = Games.after("e2e4 d7d5 e4d5 d8d5 b1c3 d5a5 g1f3 c8g4 f1e2 g4f3");
    String before = position.text() + position.hash() + position.movesMade();
    see(position);
    assertThat(position.text() + position.hash() + position.movesMade()).isEqualTo(before);
  }

  @Test
  void encode_inTheSecondFormat_showsTheRooksThatMayCastle() {
    float[] seen = new float[PLANES.size()];
    Lc0Planes.ENCODERS.get(1).encode(Games.fen("r3k2r/8/8/8/8/8/8/R3K2R b Qkq - 3 1"), seen);
    assertThat(squares(seen, 104)).as("on the queen's side").isEqualTo("a1 a8");
    assertThat(squares(seen, 105)).as("on the king's side").isEqualTo("h1");
    assertThat(squares(seen, 106)).isEmpty();
    assertThat(seen[108 << 6]).as("black").isEqualTo(1);
  }

  @Test
  void encode_inTheThirdFormat_showsTheFileOfAPawnToBeCapturedEnPassant() {
    float[] seen = new float[PLANES.size()];
    Lc0Planes.ENCODERS.get(2).encode(Games.after("e2e4 a7a6 e4e5 d7d5"), seen);
    assertThat(squares(seen, 108)).isEqualTo("d8");
    assertThat(squares(seen, 13 + 6)).as("before a pawn's move").isEmpty();
    Lc0Planes.ENCODERS.get(2).encode(Games.after("e2e4 a7a6 e4e5 h7h5"), seen);
    assertThat(squares(seen, 108)).as("no pawn is there to capture").isEmpty();
  }

  @Test
  void encode_inTheFourthFormat_countsHundredths() {
    float[] seen = new float[PLANES.size()];
    Lc0Planes.ENCODERS.get(3).encode(Games.after("g1f3 g8f6 f3g1"), seen);
    assertThat(seen[109 << 6]).isEqualTo(0.03f);
    assertThat(squares(seen, 13 + 1)).as("knights, a ply ago").isEqualTo("b1 f3");
  }

  @Test
  void encode_inTheFifthFormat_showsOfThePastWhatHadOccurredBefore() {
    float[] seen = new float[PLANES.size()];
    Lc0Planes.ENCODERS.get(4).encode(Games.after("g1f3 g8f6 f3g1 f6g8 g1f3 g8f6 b1c3"), seen);
    assertThat(squares(seen, 13 + 1)).as("knights, a ply ago, for the second time").isEqualTo("b1 f3");
    assertThat(squares(seen, 2 * 13 + 1)).as("two plies ago, likewise").isEqualTo("b1 g1");
    assertThat(squares(seen, 4 * 13 + 1)).as("nothing else").isEmpty();
  }

  @Test
  void action_ofKnownMoves_isTheirPlaceInLc0sList() {
    ChessPosition start = Games.start();
    assertThat(PLANES.action(start, Move.of(Squares.parse("a1"), Squares.parse("b1")))).isZero();
    assertThat(PLANES.action(start, Move.of(Squares.parse("h8"), Squares.parse("g8")))).isEqualTo(1791);
    assertThat(PLANES.action(start, Move.promotion(48, 56, Piece.QUEEN))).as("a7a8q").isEqualTo(1792);
    assertThat(PLANES.action(start, Move.promotion(48, 56, Piece.ROOK))).as("a7a8r").isEqualTo(1793);
    assertThat(PLANES.action(start, Move.promotion(48, 57, Piece.QUEEN))).as("a7b8q").isEqualTo(1795);
    assertThat(PLANES.action(start, Move.promotion(55, 63, Piece.BISHOP))).as("h7h8b").isEqualTo(1857);
    assertThat(PLANES.action(start, Move.promotion(48, 56, Piece.KNIGHT))).as("a promotion to a knight, as a7a8")
        .isEqualTo(PLANES.action(start, Move.of(48, 56)));
  }

  @Test
  void layout_ofAConvolution_hasAPlaceForEachSlot() {
    BitSet places = new BitSet();
    int[] layout = PLANES.layout("convolution");
    for (int place : layout) {
      places.set(place);
    }
    assertThat(places.cardinality()).isEqualTo(1858);
    assertThat(places.length()).as("73 planes have a meaning").isLessThanOrEqualTo(73 * 64);
    assertThat(layout[PLANES.action(Games.start(), Move.of(8, 16))]).as("a2a3: one square north, from a2").isEqualTo(8);
    assertThat(layout[1857]).as("h7h8b: straight on, the second piece").isEqualTo((64 + 4) * 64 + 55);
    assertThat(PLANES.layout("other")).isEmpty();
  }

  @Test
  void layout_ofAttention_hasAPairOfSquaresForEachSlot() {
    int[] layout = PLANES.layout("attention");
    assertThat(layout).doesNotHaveDuplicates().hasSize(1858);
    assertThat(layout[0]).as("a1b1").isEqualTo(1);
    assertThat(layout[PLANES.action(Games.start(), Move.of(8, 16))]).as("a2a3").isEqualTo(8 * 64 + 16);
    assertThat(layout[1792]).as("a7a8q").isEqualTo(64 * 64);
    assertThat(layout[1795]).as("a7b8q").isEqualTo(64 * 64 + 3);
    assertThat(layout[1857]).as("h7h8b").isEqualTo(64 * 64 + 8 * 24 - 1);
  }

  private static float[] see(Position position) {
    float[] seen = new float[PLANES.size()];
    PLANES.encode(position, seen);
    return seen;
  }

  private static String squares(float[] seen, int plane) {
    StringBuilder squares = new StringBuilder();
    for (int square = 0; square < 64; square++) {
      if (seen[plane << 6 | square] != 0) {
        squares.append(squares.isEmpty() ? "" : " ").append(Squares.name(square));
      }
    }
    return squares.toString();
  }

  private static int[] constants(float[] seen) {
    int[] constants = new int[8];
    for (int i = 0; i < 8; i++) {
      constants[i] = (int) seen[104 + i << 6];
      for (int square = 0; square < 64; square++) {
        assertThat(seen[104 + i << 6 | square]).as("plane %d", 104 + i).isEqualTo(constants[i]);
      }
    }
    return constants;
  }
}
