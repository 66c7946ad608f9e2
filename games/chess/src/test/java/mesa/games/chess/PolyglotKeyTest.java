package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolyglotKeyTest {
  /** The nine test positions of the format's description (M. Reul, hgm.nubati.net/book_format.html). */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                                            | 463b96181691fc9c
      e2e4                                          | 823c9b50fd114196
      e2e4 d7d5                                     | 0756b94461c50fb0
      e2e4 d7d5 e4e5                                | 662fafb965db29d4
      e2e4 d7d5 e4e5 f7f5                           | 22a48b5a8e47ff78
      e2e4 d7d5 e4e5 f7f5 e1e2                      | 652a607ca3f242c1
      e2e4 d7d5 e4e5 f7f5 e1e2 e8f7                 | 00fdd303c946bdd9
      a2a4 b7b5 h2h4 b5b4 c2c4                      | 3c8123ea7b067637
      a2a4 b7b5 h2h4 b5b4 c2c4 b4c3 a1a3            | 5c3f9b829b279560
      """)
  void of_publishedPositions_isThePublishedKey(String moves, String key) {
    ChessPosition position = moves.isEmpty() ? Games.start() : Games.after(moves);
    assertThat(Long.toHexString(PolyglotKey.of(position))).isEqualTo(key.replaceFirst("^0+", ""));
    assertThat(PolyglotKey.of(Fen.parse(position.text()))).isEqualTo(PolyglotKey.of(position));
  }

  /** The pawn on d4 stands beside e4 but is pinned to its king on a4's rank: no legal capture, yet Polyglot counts it. */
  @Test
  void of_pinnedCapturer_differsFromTheHash() {
    ChessPosition position = Games.play(Games.fen("8/8/8/8/k2p3R/8/4P3/4K3 w - - 0 1"), "e2e4");
    ChessPosition without = Games.fen("8/8/8/8/k2pP2R/8/8/4K3 b - - 0 1");
    assertThat(position.hash()).isEqualTo(without.hash());
    assertThat(PolyglotKey.of(without)).isEqualTo(without.hash());
    assertThat(PolyglotKey.of(position)).isEqualTo(without.hash() ^ Zobrist.EN_PASSANT[Squares.parse("e3")]);
    assertThat(PolyglotKey.of(Games.fen("8/8/8/8/k2pP2R/8/8/4K3 b - e3 0 1"))).isEqualTo(PolyglotKey.of(position));
  }

  /** The first number and the last of the published table; in between, the keys above would notice. */
  @Test
  void numbers_areThoseOfTheFormat() {
    assertThat(Zobrist.PIECES[Piece.of(Piece.PAWN, Piece.BLACK) << 6]).isEqualTo(0x9d39247e33776d41L);
    assertThat(Zobrist.WHITE_TO_MOVE).isEqualTo(0xf8d626aaaf278509L);
  }
}
