package mesa.net;

import java.util.List;
import java.util.Locale;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import mesa.testkit.EvaluatorContract;
import mesa.testkit.PlayerContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The shipped nets fulfil what every evaluator and every player has to. */
class NetContractTest {
  /** Vectors live on the heap until C2 has compiled the kernels, which is later than the contract calls warm. */
  @BeforeAll
  static void warmUp() {
    for (String name : List.of("tictactoe", "chess")) {
      Game game = Registry.load().game(name);
      Evaluator net = Registry.load().evaluator(game, Spec.parse("net"));
      Moves moves = Moves.of(game.start());
      float[] priors = new float[moves.size()];
      for (int i = 0; i < 50_000; i++) {
        net.value(game.start());
        net.score(game.start());
        net.priors(game.start(), moves, priors);
        net.evaluate(game.start(), moves, priors);
      }
    }
  }

  @Nested
  class TicTacToeNet extends EvaluatorContract {
    TicTacToeNet() {
      super(Registry.load().game("tictactoe"), "net");
    }
  }

  @Nested
  class ChessNet extends EvaluatorContract {
    ChessNet() {
      super(Registry.load().game("chess"), "net");
    }

    /** The board turned upside down with the colours swapped. */
    @Override
    protected List<String> mirrored(Position position) {
      String[] fields = position.text().split(" ");
      String[] ranks = fields[0].split("/");
      StringBuilder board = new StringBuilder();
      for (int i = ranks.length - 1; i >= 0; i--) {
        board.append(swapped(ranks[i])).append(i == 0 ? "" : "/");
      }
      String side = fields[1].equals("w") ? "b" : "w";
      String castling = swapped(fields[2]).chars().sorted()
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
      String enPassant = fields[3].replace('3', '#').replace('6', '3').replace('#', '6');
      return List.of(String.join(" ", board, side, castling, enPassant, fields[4], fields[5]));
    }

    private static String swapped(String text) {
      StringBuilder swapped = new StringBuilder();
      for (String letter : text.split("")) {
        String upper = letter.toUpperCase(Locale.ROOT);
        swapped.append(letter.equals(upper) ? letter.toLowerCase(Locale.ROOT) : upper);
      }
      return swapped.toString();
    }
  }

  @Nested
  class TicTacToePolicy extends PlayerContract {
    TicTacToePolicy() {
      super(Registry.load().game("tictactoe"), "policy");
    }
  }

  @Nested
  class ChessPolicyAtATemperature extends PlayerContract {
    ChessPolicyAtATemperature() {
      super(Registry.load().game("chess"), "policy:temperature=0.5");
    }
  }
}
