package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

class PositionCommandTest {
  private static final Game CHESS = Registry.load().game("chess");
  private static final String ROOK = "4k3/8/8/8/8/8/8/4K2R w K - 0 1";

  private final PositionCommand command = new PositionCommand(CHESS.start().text());

  private static Position after(Position position, String... moves) {
    for (String move : moves) {
      position.make(position.parseMove(move));
    }
    return position;
  }

  @Test
  void of_gameThatGoesOn_growsMoveByMove() {
    assertThat(command.of(CHESS.start())).isEqualTo("position startpos");
    assertThat(command.of(after(CHESS.start(), "e2e4"))).isEqualTo("position startpos moves e2e4");
    assertThat(command.of(after(CHESS.start(), "e2e4", "e7e5", "e1e2"))).isEqualTo("position startpos moves e2e4 e7e5 e1e2");
  }

  @Test
  void of_anotherGame_startsAnew() {
    command.of(after(CHESS.start(), "e2e4", "e7e5"));
    assertThat(command.of(after(CHESS.start(), "e2e4"))).isEqualTo("position startpos moves e2e4");
    assertThat(command.of(after(CHESS.start(), "d2d4", "e7e5"))).isEqualTo("position startpos moves d2d4 e7e5");
    assertThat(command.of(CHESS.start())).isEqualTo("position startpos");
  }

  @Test
  void of_sameMovesFromAnotherPosition_tellsThatPosition() {
    command.of(after(CHESS.start(), "g2g3"));
    String pawns = "4k3/8/8/8/8/8/6P1/4K3 w - - 0 1";
    assertThat(command.of(after(CHESS.parse(pawns), "g2g3"))).isEqualTo("position fen " + pawns + " moves g2g3");
  }

  @Test
  void of_anyPosition_leavesItAsItWas() {
    Position position = after(CHESS.parse(ROOK), "e1g1", "e8e7");
    command.of(after(CHESS.parse(ROOK), "e1g1"));
    String before = position.text();
    assertThat(command.of(position)).isEqualTo("position fen " + ROOK + " moves e1g1 e8e7");
    assertThat(position.text()).isEqualTo(before);
    assertThat(position.movesMade()).isEqualTo(2);
  }
}
