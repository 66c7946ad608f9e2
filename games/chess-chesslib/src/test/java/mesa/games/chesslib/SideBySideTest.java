package mesa.games.chesslib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks Mesa's rules and Chesslib's along the same random games. */
class SideBySideTest {
  private static final Game OWN = Registry.load().game("chess");
  private static final Game OTHER = Chesslib.GAME;

  private static final List<String> STARTS = List.of(
      Fen.START,
      "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
      "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1",
      "r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1",
      "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
      "r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1",
      "4k3/pppppppp/8/8/8/8/PPPPPPPP/4K3 w - - 0 1",
      "2b1k3/8/8/8/8/8/8/2B1KB2 w - - 0 1",
      "k7/8/8/8/8/8/8/KNN5 w - - 0 1",
      "kn6/8/8/8/8/8/8/KB6 w - - 80 60");

  /** Both positions, and what their hashes have meant to each other so far. */
  private static final class Walk {
    final Position own;
    final Position other;
    final Map<Long, Long> otherByOwn;
    final Map<Long, Long> ownByOther;

    Walk(String fen, Map<Long, Long> otherByOwn, Map<Long, Long> ownByOther) {
      own = OWN.parse(fen);
      other = OTHER.parse(fen);
      this.otherByOwn = otherByOwn;
      this.ownByOther = ownByOther;
    }

    void make(String move) {
      own.make(own.parseMove(move));
      other.make(other.parseMove(move));
    }

    void unmake() {
      own.unmake();
      other.unmake();
    }

    void compare(String where) {
      assertThat(other.text()).as("text %s", where).isEqualTo(own.text());
      assertThat(moves(other)).as("moves %s in %s", where, own.text()).isEqualTo(moves(own));
      assertThat(other.outcome()).as("outcome %s in %s", where, own.text()).isEqualTo(own.outcome());
      assertThat(other.ending()).as("ending %s in %s", where, own.text()).isEqualTo(own.ending());
      assertThat(other.sideToMove()).as("side to move %s in %s", where, own.text()).isEqualTo(own.sideToMove());
      assertThat(other.diagram()).as("diagram %s", where).isEqualTo(own.diagram());
      assertThat(otherByOwn.merge(own.hash(), other.hash(), (before, now) -> before))
          .as("hash where the other rules' is equal, %s in %s", where, own.text()).isEqualTo(other.hash());
      assertThat(ownByOther.merge(other.hash(), own.hash(), (before, now) -> before))
          .as("hash where the other rules' is equal, %s in %s", where, own.text()).isEqualTo(own.hash());
    }
  }

  private static Set<String> moves(Position position) {
    Set<String> texts = new TreeSet<>();
    for (int move : Moves.of(position).toArray()) {
      texts.add(position.format(move));
    }
    return texts;
  }

  @Test
  void randomGames_ofBothRules_lookTheSame() {
    Map<Long, Long> otherByOwn = new HashMap<>();
    Map<Long, Long> ownByOther = new HashMap<>();
    Set<String> endings = new TreeSet<>();
    for (String start : STARTS) {
      for (int seed = 0; seed < 12; seed++) {
        Walk walk = new Walk(start, otherByOwn, ownByOther);
        endings.add(play(walk, start, seed));
      }
    }
    assertThat(endings).as("endings, so that none goes untested").containsExactlyInAnyOrder("checkmate",
        "stalemate", "insufficient material", "fifty-move rule", "threefold repetition");
  }

  /** {@return how the game ended} */
  private static String play(Walk walk, String start, int seed) {
    Rng rng = new Rng(seed);
    StringBuilder line = new StringBuilder();
    while (true) {
      String where = "of seed " + seed + " from " + start + " after" + line;
      walk.compare(where);
      List<String> moves = List.copyOf(moves(walk.own));
      if (moves.isEmpty()) {
        break;
      }
      if (rng.below(8) == 0 && walk.own.movesMade() > 0) {
        walk.unmake(); // And on with another move, so that taking back is compared too.
        line.append(" (back)");
        continue;
      }
      String move = moves.get(rng.below(moves.size()));
      walk.make(move);
      line.append(' ').append(move);
    }
    String ending = walk.own.ending();
    while (walk.own.movesMade() > 0) {
      walk.unmake();
      walk.compare("of seed " + seed + " from " + start + " while taking back");
    }
    return ending;
  }

  /** Chesslib's own key takes some of these for others. */
  @Test
  void hash_otherCastlingRights_isAnother() {
    Set<Long> hashes = new TreeSet<>();
    List<String> rights = List.of(
        "-", "K", "Q", "k", "q", "KQ", "Kk", "Kq", "Qk", "Qq", "kq", "KQk", "KQq", "Kkq", "Qkq", "KQkq");
    for (String each : rights) {
      hashes.add(OTHER.parse("r3k2r/8/8/8/8/8/8/R3K2R w " + each + " - 0 1").hash());
    }
    assertThat(hashes).hasSameSizeAs(rights);
  }

  /** To Chesslib's own key, and so to its own count, the first position is the same as those without rights. */
  @Test
  void outcome_sameSquaresWithFewerRights_isNoRepetition() {
    Walk walk = new Walk("r3k2r/8/8/8/8/8/8/R3K2R w KQq - 0 1", new HashMap<>(), new HashMap<>());
    for (String move : "e1e2 e8e7 e2e1 e7e8 e1e2 e8e7 e2e1 e7e8".split(" ")) {
      walk.make(move);
      walk.compare("after " + move);
    }
    assertThat(walk.other.ending()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "r3k2r/8/8/8/8/8/8/R3K2R w qkQK - 0 1",
      "4k3/8/8/8/4p3/8/3P4/4K3 w - - 3 9999",
      "8/8/8/8/k2Pp2R/8/8/4K3 b - d3 0 1",
      "rnbqkbnr/pppp1ppp/8/8/4p3/8/PPPPPPPP/RNBQKBNR w KQkq - 0 3",
      "rnbqkbnr/pppp1ppp/8/8/3Pp3/8/PPP1PPPP/RNBQKBNR b KQkq d3 0 3"})
  void parse_unusualText_isReadAlike(String fen) {
    new Walk(fen, new HashMap<>(), new HashMap<>()).compare("at once");
  }

  @Test
  void parseMove_notLegal_saysWhatIs() {
    assertThatThrownBy(() -> OTHER.start().parseMove("E2E5"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"E2E5\" is not legal in " + Fen.START + "; from e2: e2e3 e2e4");
  }
}
