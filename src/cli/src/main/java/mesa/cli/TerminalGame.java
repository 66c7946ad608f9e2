package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;

/** One game at the terminal: draws the board, reads moves and orders, lets the machine answer. */
final class TerminalGame {
  private static final String ORDERS = "? (the legal moves), undo, hint, board, quit";

  private final Position position;
  private final Entrant opponent;
  private final boolean[] human;
  private final long seed;
  private final Console console;
  private final PrintWriter out;

  /**
   * Sets up a game.
   *
   * @param position where it begins; changed as the game goes on
   * @param opponent plays the sides that the human does not, and gives hints
   * @param human for each side, whether the human plays it
   * @param seed for the opponent's randomness
   * @param console where the human is
   */
  TerminalGame(Position position, Entrant opponent, boolean[] human, long seed, Console console) {
    this.position = position;
    this.opponent = opponent;
    this.human = human;
    this.seed = seed;
    this.console = console;
    this.out = console.out();
  }

  /** Plays until the game is over, the human quits, or the input ends. */
  void play() {
    try (Player machine = opponent.newPlayer()) {
      machine.newGame(seed);
      welcome();
      board();
      while (!position.outcome().isOver()) {
        if (!human[position.sideToMove()]) {
          answer(machine);
        } else if (!obey()) {
          out.println("Goodbye.");
          return;
        }
      }
      result();
    }
  }

  private void welcome() {
    String sides = human[0] ? human[1] ? "both sides" : "the first side" : human[1] ? "the second side" : "no side";
    out.println("You play " + sides + (human[0] && human[1] ? "." : "; " + opponent.label() + " plays the other."));
    if (human[0] || human[1]) {
      out.println("Type a move, or " + ORDERS + ".");
    }
  }

  private void board() {
    out.println();
    out.println(position.diagram());
    out.println();
  }

  private void answer(Player machine) {
    Decision decision = think(machine);
    out.println(opponent.label() + " plays " + describe(decision));
    position.make(decision.move());
    board();
  }

  private Decision think(Player player) {
    return Asked.decision(opponent, player, position, opponent.budget().start(System::nanoTime));
  }

  private String describe(Decision decision) {
    String value = Float.isNaN(decision.value()) ? "" : " (it expects %+.2f)".formatted(decision.value());
    return position.format(decision.move()) + value;
  }

  /** Reads one line and does what it says; false at the end of the input or when told to quit. */
  private boolean obey() {
    out.print("your move> ");
    out.flush();
    String line = read();
    if (line == null) {
      out.println();
      return false;
    }
    switch (line.strip()) {
      case "" -> {}
      case "?", "help" -> legalMoves();
      case "undo" -> undo();
      case "hint" -> hint();
      case "board" -> board();
      case "quit", "exit" -> {
        return false;
      }
      default -> move(line.strip());
    }
    return true;
  }

  private String read() {
    try {
      return console.in().readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void legalMoves() {
    out.println(IntStream.of(Moves.of(position).toArray()).mapToObj(position::format).collect(Collectors.joining(" ")));
    out.println("Or: " + ORDERS + ".");
  }

  /** Takes back the human's last move, and the machine's answers to it. */
  private void undo() {
    int last = position.movesMade();
    Position past = position.copy();
    while (past.movesMade() > 0) {
      past.unmake();
      if (human[past.sideToMove()]) {
        while (position.movesMade() > past.movesMade()) {
          position.unmake();
        }
        out.println("Took back " + (last - past.movesMade()) + (last - past.movesMade() == 1 ? " move." : " moves."));
        board();
        return;
      }
    }
    out.println("There is no move of yours to take back.");
  }

  private void hint() {
    try (Player adviser = opponent.newPlayer()) {
      adviser.newGame(seed);
      out.println(opponent.label() + " would play " + describe(think(adviser)));
    }
  }

  private void move(String text) {
    try {
      position.make(position.parseMove(text));
    } catch (BadInputException e) {
      out.println(e.getMessage());
      return;
    }
    board();
  }

  private void result() {
    Outcome outcome = position.outcome();
    String result = switch (outcome) {
      case DRAWN -> "a draw";
      case FIRST_WON, SECOND_WON -> {
        int winner = outcome == Outcome.FIRST_WON ? 0 : 1;
        boolean against = human[0] != human[1];
        String machine = opponent.label() + " wins";
        String side = winner == 0 ? "the first side wins" : "the second side wins";
        yield against ? human[winner] ? "you win" : machine : side;
      }
      case ONGOING -> throw new IllegalStateException(position.text());
    };
    out.println("The game is over: " + result + " (" + position.ending() + ").");
  }
}
