package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

/** The resolver against pattern and generator, in random games that go on after draws. */
class SanResolverTest {
  private static final int GAMES = 160;
  private static final int PLIES = 120;
  private static final ChessPosition[] STARTS = {
    Games.start(),
    Games.fen("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1"), // Kiwipete.
    Games.fen("r3k2r/8/3Q4/8/8/5q2/8/R3K2R b KQkq - 0 1"),
    Games.fen("n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1"),
    Games.fen("4k3/8/1Q3Q2/8/1Q3Q2/8/8/4K2N w - - 98 80"),
    Fen.parse("1rk3r1/p1p2p1p/8/3Pp3/3pP3/8/P1P2P1P/1RK3R1 w KQkq - 0 1", Variant.CHESS960),
    Fen.parse("rr2k1rr/8/8/8/8/8/8/RR2K1RR w GBgb - 0 1", Variant.CHESS960),
    Fen.parse("5rkr/pppppppp/8/8/8/8/PPPPPPPP/5RKR b KQkq - 0 1", Variant.CHESS960),
  };
  private static final String MARKS = "+#!?=-x:()abcdefgh12345678NBRQKO0 .P";

  private final SanText text = new SanText();
  private final SanResolver resolver = new SanResolver();

  /** Plays random games and shows each position to a check. */
  private static void walk(long seed, Consumer<ChessPosition> check) {
    Rng rng = new Rng(seed);
    Moves legal = new Moves();
    for (int game = 0; game < GAMES; game++) {
      ChessPosition position = STARTS[game % STARTS.length].copy();
      for (int ply = 0; ply < PLIES; ply++) {
        check.accept(position);
        legal.clear();
        MoveGenerator.generate(position, legal);
        if (legal.isEmpty()) {
          break;
        }
        position.make(legal.get(rng.below(legal.size())));
      }
    }
  }

  private int find(ChessPosition position, String move) {
    byte[] bytes = ("_" + move + "_").getBytes(StandardCharsets.UTF_8);
    return text.read(bytes, 1, bytes.length - 1) ? resolver.find(position, text) : SanResolver.NONE;
  }

  @Test
  void find_ofEachLegalMoveAsSanAndUci_isThatMove() {
    walk(1, position -> {
      Moves legal = new Moves();
      MoveGenerator.generate(position, legal);
      for (int move : legal.toArray()) {
        String san = San.write(position, move);
        assertThat(find(position, san)).as("%s in %s", san, position).isEqualTo(move);
        assertThat(find(position, position.format(move))).as("%s in %s", san, position).isEqualTo(move);
      }
    });
  }

  @Test
  void find_ofTextsWithALetterChanged_agreesWithTryingAllMoves() {
    Rng rng = new Rng(2);
    walk(3, position -> {
      Moves legal = new Moves();
      MoveGenerator.generate(position, legal);
      for (int i = 0; i < legal.size(); i += 3) {
        String uci = position.format(legal.get(i));
        assertAgrees(position, mangled(San.write(position, legal.get(i)), rng));
        assertAgrees(position, mangled(uci, rng));
        // Each piece on each square, legal or not.
        assertAgrees(position, "NBRQK".charAt(rng.below(5)) + Squares.name(rng.below(64)));
        assertAgrees(position, Squares.name(rng.below(64)));
        assertAgrees(position, "" + (char) ('a' + rng.below(8)) + 'x' + Squares.name(rng.below(64)));
        assertAgrees(position, "" + (char) ('a' + rng.below(8)) + (char) ('a' + rng.below(8)));
      }
    });
  }

  /** One letter dropped, put in, replaced, or two swapped. */
  private static String mangled(String move, Rng rng) {
    StringBuilder text = new StringBuilder(move);
    int at = rng.below(text.length());
    char letter = MARKS.charAt(rng.below(MARKS.length()));
    switch (rng.below(4)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, letter);
      case 2 -> text.setCharAt(at, letter);
      default -> text.append(letter);
    }
    return text.toString();
  }

  private void assertAgrees(ChessPosition position, String move) {
    Set<String> expected = SlowSan.read(position, move);
    int found = find(position, move);
    if (expected.size() == 1) {
      assertThat(found).as("\"%s\" in %s", move, position).isPositive();
      assertThat(position.format(found)).as("\"%s\" in %s", move, position).isEqualTo(expected.iterator().next());
    } else {
      int refused = expected.isEmpty() ? SanResolver.NONE : SanResolver.SEVERAL;
      assertThat(found).as("\"%s\" in %s, which may be %s", move, position, expected).isEqualTo(refused);
    }
  }
}
