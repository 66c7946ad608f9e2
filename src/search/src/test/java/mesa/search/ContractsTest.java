package mesa.search;

import java.util.List;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.testkit.EvaluatorContract;
import mesa.testkit.PlayerContract;
import org.junit.jupiter.api.Nested;

/** The players and evaluators of this module, held to the contracts. */
class ContractsTest {
  private static final Game CHESS = Registry.load().game("chess");

  private static final Game TIC_TAC_TOE = Registry.load().game("tictactoe");

  /** A position just before mate, one of a pawn race, one with 218 legal moves. */
  private static final List<String> CHESS_POSITIONS = List.of(
      "r5rk/5p1p/5R2/4B3/8/8/7P/7K w - - 0 1",
      "8/P5k1/8/8/8/8/1K5p/8 b - - 0 1",
      "R6R/3Q4/1Q4Q1/4Q3/2Q4Q/Q4Q2/pp1Q4/kBNN1KB1 w - - 0 1");

  abstract static class ChessPlayer extends PlayerContract {
    ChessPlayer(String spec) {
      super(CHESS, spec);
    }

    @Override
    protected List<String> positions() {
      return CHESS_POSITIONS;
    }

    @Override
    protected int samples() {
      return 10;
    }
  }

  abstract static class ChessSearcher extends ChessPlayer {
    ChessSearcher(String spec) {
      super(spec);
    }

    @Override
    protected double leastShareOfNodes() {
      return 1;
    }

    @Override
    protected boolean isDecided(Position position) {
      return Moves.of(position).size() == 1
          || new Solver(1 << 20).solve(position.copy(), Search.nodes(20_000)).isSolved();
    }
  }

  abstract static class TicTacToePlayer extends PlayerContract {
    TicTacToePlayer(String spec) {
      super(TIC_TAC_TOE, spec);
    }
  }

  @Nested
  class RandomOnTicTacToe extends TicTacToePlayer {
    RandomOnTicTacToe() {
      super("random");
    }
  }

  @Nested
  class GreedyOnTicTacToe extends TicTacToePlayer {
    GreedyOnTicTacToe() {
      super("greedy:eval=rollout,eval.playouts=10");
    }
  }

  @Nested
  class MctsOnTicTacToe extends TicTacToePlayer {
    MctsOnTicTacToe() {
      super("mcts");
    }
  }

  @Nested
  class MctsOfTwoThreadsOnTicTacToe extends TicTacToePlayer {
    MctsOfTwoThreadsOnTicTacToe() {
      super("mcts:threads=2,fpu=0.3,nodes=1000");
    }
  }

  @Nested
  class MctsInBatchesOnTicTacToe extends TicTacToePlayer {
    MctsInBatchesOnTicTacToe() {
      super("mcts:eval=class:mesa.search.GatheringTest$Several,batch=16,nodes=100");
    }
  }

  @Nested
  class AlphaBetaOnTicTacToe extends TicTacToePlayer {
    AlphaBetaOnTicTacToe() {
      super("alphabeta");
    }
  }

  @Nested
  class SolverOnTicTacToe extends TicTacToePlayer {
    SolverOnTicTacToe() {
      super("solver");
    }
  }

  @Nested
  class RolloutOnTicTacToe extends EvaluatorContract {
    RolloutOnTicTacToe() {
      super(TIC_TAC_TOE, "rollout");
    }

    @Override
    protected boolean isDeterministic() {
      return false;
    }
  }

  @Nested
  class RandomOnChess extends ChessPlayer {
    RandomOnChess() {
      super("random");
    }
  }

  @Nested
  class GreedyOnChess extends ChessPlayer {
    GreedyOnChess() {
      super("greedy");
    }
  }

  @Nested
  class MctsOnChess extends ChessSearcher {
    MctsOnChess() {
      super("mcts:nodes=100,noise=0.25,fpu=0.2,memory=1");
    }
  }

  @Nested
  class MctsByMaterialOnChess extends ChessSearcher {
    MctsByMaterialOnChess() {
      super("mcts:eval=material,c=0.55,growth=0.67,temperature=2,nodes=1000");
    }
  }

  @Nested
  class MctsOfTwoThreadsOnChess extends ChessSearcher {
    MctsOfTwoThreadsOnChess() {
      super("mcts:eval=material,threads=2,fpu=0.3,memory=1,nodes=1000");
    }
  }

  @Nested
  class MctsOfThreeThreadsByRolloutsOnChess extends ChessSearcher {
    MctsOfThreeThreadsByRolloutsOnChess() {
      super("mcts:eval.plies=10,threads=3,noise=0.25,nodes=500");
    }
  }

  @Nested
  class MctsInBatchesOnChess extends ChessSearcher {
    MctsInBatchesOnChess() {
      super("mcts:eval=class:mesa.search.GatheringTest$Several,batch=16,memory=1,nodes=1000");
    }
  }

  @Nested
  class MctsInBatchesByGumbelOnChess extends ChessSearcher {
    MctsInBatchesByGumbelOnChess() {
      super("mcts:eval=class:mesa.search.GatheringTest$Several,batch=16,root=gumbel,noise=1,nodes=64");
    }
  }

  @Nested
  class AlphaBetaOnChess extends ChessSearcher {
    AlphaBetaOnChess() {
      super("alphabeta:hash=1,nodes=1000");
    }
  }

  @Nested
  class SolverOnChess extends ChessSearcher {
    SolverOnChess() {
      super("solver:hash=1,nodes=1000");
    }
  }

  @Nested
  class UniformOnChess extends EvaluatorContract {
    UniformOnChess() {
      super(CHESS, "uniform");
    }
  }

  @Nested
  class RolloutOnChess extends EvaluatorContract {
    RolloutOnChess() {
      super(CHESS, "rollout:playouts=2");
    }

    @Override
    protected boolean isDeterministic() {
      return false;
    }
  }

  @Nested
  class OwnOnChess extends EvaluatorContract {
    OwnOnChess() {
      super(CHESS, "own");
    }
  }
}
