package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mesa.core.BadInputException;
import mesa.core.BookFormat;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/** Draws openings at random, or by the weights of a book; no two lead to the same position. */
final class DrawnOpenings {
  /** Draws in a row that bring no new opening before there are taken to be no more. */
  private static final int PATIENCE = 1000;

  private final Game game;
  private final int wanted;
  private final Rng rng;
  private final Moves legal = new Moves();

  /**
   * Prepares a draw.
   *
   * @param game that is played
   * @param wanted how many, at least 1
   * @param seed of the draw
   */
  DrawnOpenings(Game game, int wanted, long seed) {
    this.game = game;
    this.wanted = wanted;
    this.rng = new Rng(Rng.mix(seed));
  }

  /** Chooses one of the legal moves, or says by -1 that there is none to choose. */
  private interface Choice {
    int of(Position position);
  }

  /**
   * Draws from all legal moves.
   *
   * @param plies how many
   * @return as many as wanted, or as there are
   * @throws BadInputException if no game lasts that long
   */
  List<Opening> random(int plies) {
    List<Opening> openings = draw(plies, position -> rng.below(legal.size()));
    if (openings.isEmpty()) {
      throw new BadInputException("\"random:" + plies + "\" finds no opening: " + game.name()
          + " is over by then; ask for fewer plies");
    }
    return openings;
  }

  /**
   * Draws from a book, each move as often as its weight says.
   *
   * @param book of the game
   * @param plies how many
   * @param source names the book in messages
   * @return as many as wanted, or as there are
   * @throws BadInputException if no line of the book is so long
   */
  List<Opening> fromBook(BookFormat.Book book, int plies, String source) {
    List<Opening> openings = draw(plies, position -> byWeight(book.weights(position, legal)));
    if (openings.isEmpty()) {
      throw new BadInputException("the book \"" + source + "\" has no line of " + plies + " plies; ask for fewer");
    }
    return openings;
  }

  private int byWeight(int[] weights) {
    long sum = Arrays.stream(weights).asLongStream().sum();
    if (sum == 0) {
      return -1;
    }
    int choice = 0;
    for (long left = (long) (rng.unit() * sum) - weights[0]; left >= 0; left -= weights[choice]) {
      choice++;
    }
    return choice;
  }

  private List<Opening> draw(int plies, Choice choice) {
    Set<Long> seen = new HashSet<>();
    List<Opening> openings = new ArrayList<>();
    for (int failures = 0; openings.size() < wanted && failures < PATIENCE; failures++) {
      Position position = game.start();
      int[] moves = new int[plies];
      StringBuilder text = new StringBuilder();
      int made = 0;
      while (made < plies && !position.outcome().isOver()) {
        legal.clear();
        position.legalMoves(legal);
        int chosen = choice.of(position);
        if (chosen < 0) {
          break;
        }
        moves[made] = legal.get(chosen);
        text.append(made == 0 ? "" : " ").append(position.format(moves[made]));
        position.make(moves[made++]);
      }
      if (made == plies && !position.outcome().isOver() && seen.add(position.hash())) {
        openings.add(new Opening(null, moves, text.toString()));
        failures = 0;
      }
    }
    return openings;
  }
}
