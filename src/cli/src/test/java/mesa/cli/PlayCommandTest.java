package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayCommandTest {
  /** From three pebbles the side that does not move wins; from two, the mover does. */
  @Test
  void play_winningMove_endsTheGame() {
    Ran ran = Ran.typing("2\n", "play", "pebbles", "random", "--position", "2 first");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("[oo]", "your move> ", "The game is over: you win (the last pebble is taken).");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void play_asSecond_letsTheMachineBegin() {
    Ran ran = Ran.typing("quit\n", "play", "pebbles", "mcts:eval=rollout,nodes=200,name=Max", "--side", "second",
        "--position", "5 first");

    assertThat(ran.out()).contains("Max plays 2").contains("Goodbye.");
  }

  @Test
  void play_withoutPlayer_takesTheLastOfTheDemo() {
    assertThat(Ran.typing("", "play", "pebbles").out()).contains("mcts:eval=rollout,nodes=50 plays the other");
  }

  @Test
  void play_endOfInput_endsPolitely() {
    Ran ran = Ran.typing("1\n", "play", "pebbles", "random");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("Goodbye.\n");
  }

  @Test
  void play_wrongMove_isExplainedAndAskedAgain() {
    Ran ran = Ran.typing("9\n2\n", "play", "pebbles", "random", "--position", "2 first");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("\"9\" is not legal", "you win");
  }

  @Test
  void play_questionMark_listsTheLegalMoves() {
    assertThat(Ran.typing("?\n", "play", "pebbles", "random").out()).contains("1 2\n");
  }

  @Test
  void play_undo_takesBackTheMachinesAnswerToo() {
    Ran ran = Ran.typing("1\nundo\nboard\n", "play", "pebbles", "random", "--position", "9 first");

    assertThat(ran.out()).contains("Took back 2 moves.");
    assertThat(ran.out().substring(ran.out().indexOf("Took back"))).contains("[ooooooooo]");
  }

  @Test
  void play_undoAtTheStart_saysThatThereIsNothing() {
    assertThat(Ran.typing("undo\n", "play", "pebbles", "random").out()).contains("no move of yours to take back");
  }

  @Test
  void play_hint_namesTheWinningMove() {
    Ran ran = Ran.typing("hint\n", "play", "pebbles", "mcts:eval=rollout,nodes=200,name=Max", "--position", "2 first");

    assertThat(ran.out()).contains("Max would play 2 (it expects +1.00)");
  }

  @Test
  void play_noSide_letsTheMachinePlayItself() {
    assertThat(Ran.mesa("play", "pebbles", "random", "--side", "none").out()).contains("The game is over: the ");
  }

  @Test
  void play_bothSides_asksForEachMove() {
    Ran ran = Ran.typing("1\n1\n1\n", "play", "pebbles", "random", "--side", "both", "--position", "3 first");

    assertThat(ran.out()).contains("The game is over: the first side wins");
  }
}
