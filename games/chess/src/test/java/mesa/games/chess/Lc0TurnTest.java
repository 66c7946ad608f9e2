package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.PlaneEncoder;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical planes are the same for positions that mean the same. */
class Lc0TurnTest {
  private static final PlaneEncoder PLANES = Lc0Planes.ENCODERS.get(2);
  private static final Pattern EMPTY = Pattern.compile("1+");
  private static final String[] SETS = {"KQRkbn", "KBNkr", "KRBNkqrn", "KNNkqb"};

  @ParameterizedTest
  @CsvSource({
    "4k3/8/8/8/8/8/4P3/4K3 w - - 0 1, e1, e1",
    "4k3/8/8/8/8/8/4P3/3K4 w - - 0 1, d1, e1",
    "4k3/8/8/K7/8/8/4P3/8 w - - 0 1, a5, h5",
    "3k4/8/8/8/8/8/8/K7 b - - 0 1, d1, e1",
    "r3k3/8/8/8/8/8/8/2K5 b q - 0 1, c1, c1",
    "4k3/8/8/K7/8/8/8/8 w - - 0 1, a5, e1",
    "4k3/8/8/8/8/8/7K/8 w - - 0 1, h2, g1",
  })
  void square_ofTheMoversKing_isWhereNetworksSeeIt(String fen, String from, String expected) {
    int turn = Lc0Turn.of(Games.fen(fen));
    assertThat(Squares.name(Lc0Turn.square(Squares.parse(from), turn))).as(fen).isEqualTo(expected);
  }

  @Test
  void encode_ofPositionsWithoutPawnsTurnedAnyWay_isTheSame() {
    Rng rng = new Rng(9);
    int checked = 0;
    for (int trial = 0; trial < 200; trial++) {
      char[] board = place(SETS[trial % SETS.length], rng);
      ChessPosition position;
      try {
        position = Games.fen(fen(board, 0));
      } catch (BadInputException e) {
        continue; // Kings side by side, or a check that can be captured.
      }
      for (int symmetry = 1; symmetry < 8; symmetry++) {
        check(position, Games.fen(fen(board, symmetry)), symmetry);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static void check(ChessPosition position, ChessPosition other, int symmetry) {
    assertThat(see(other)).as("%s and %s", position.text(), other.text()).isEqualTo(see(position));
    Moves moves = Moves.of(position);
    List<Integer> slots = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.get(i);
      slots.add(PLANES.action(position, move));
      others.add(PLANES.action(other, Move.of(turned(Move.from(move), symmetry), turned(Move.to(move), symmetry))));
    }
    assertThat(others).as("slots in %s and %s", position.text(), other.text()).isEqualTo(slots).doesNotHaveDuplicates();
  }

  /** One of the eight symmetries of a square; not in the way that planes are turned. */
  private static int turned(int square, int symmetry) {
    int file = square & 7;
    int rank = square >> 3;
    int column = (symmetry & 4) != 0 ? rank : file;
    int row = (symmetry & 4) != 0 ? file : rank;
    return ((symmetry & 2) != 0 ? 7 - row : row) << 3 | ((symmetry & 1) != 0 ? 7 - column : column);
  }

  private static char[] place(String pieces, Rng rng) {
    char[] board = new char[64];
    for (char piece : pieces.toCharArray()) {
      int square = rng.below(64);
      while (board[square] != 0) {
        square = rng.below(64);
      }
      board[square] = piece;
    }
    return board;
  }

  private static String fen(char[] board, int symmetry) {
    char[] seen = new char[64];
    for (int square = 0; square < 64; square++) {
      seen[turned(square, symmetry)] = board[square];
    }
    StringBuilder fen = new StringBuilder();
    for (int rank = 7; rank >= 0; rank--) {
      for (int file = 0; file < 8; file++) {
        char piece = seen[rank << 3 | file];
        fen.append(piece == 0 ? '1' : piece);
      }
      fen.append(rank == 0 ? "" : "/");
    }
    return EMPTY.matcher(fen).replaceAll(run -> String.valueOf(run.group().length())) + " w - - 7 30";
  }

  private static float[] see(ChessPosition position) {
    float[] seen = new float[PLANES.size()];
    PLANES.encode(position, seen);
    return seen;
  }
}
