package mesa.arena;

import java.util.List;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Claim;
import mesa.core.Decision;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Warning;

/** What a player expects after its move, told in the words of the game: its main line, and how far off a certain end is. */
final class Expectation {
  /** Plies; engines tell hundreds in endings, of which nobody reads more. */
  private static final int LONGEST = 60;

  private Expectation() {}

  /**
   * Completes what a player says of its search. One that says nothing of itself is asked for its {@linkplain Player#analysis
   * analysis} where a line is wanted, and where its value is that of a certain end.
   *
   * @param said by the player
   * @param player that has just chosen
   * @param decision that it came to, legal
   * @param position where it chose; changed
   * @param withLine whether the main line is wanted; else it is left out
   * @return what is known. Its line has legal moves only, as the game writes them, and begins with the move that is played,
   *     or is empty if the player expected another
   */
  static Claim of(Claim said, Player player, Decision decision, Position position, boolean withLine) {
    if (said.equals(Claim.NONE) && (withLine || Math.abs(decision.value()) == 1)) {
      return analysis(player).map(analysis -> told(analysis, decision.move(), position, withLine)).orElse(said);
    }
    return said.expecting(said.distance(), withLine ? played(said.line(), decision.move(), position) : "");
  }

  /** {@return a warning if the player that has just moved holds a win for certain, as the other did before it; else none} */
  static List<Warning> contradiction(MoveLog log) {
    int last = log.size() - 1;
    boolean isOne = last > 0 && log.seat(last) != log.seat(last - 1) && log.seat(last - 1) != MoveLog.NOBODY
        && log.claim(last).distance() > 0 && log.claim(last - 1).distance() > 0;
    return isOne ? List.of(new Warning("both", "it is certain to win in " + log.claim(last).distance()
        + " plies, as its opponent was a move before, in " + log.claim(last - 1).distance())) : List.of();
  }

  private static Optional<Analysis> analysis(Player player) {
    try {
      return player.analysis();
    } catch (RuntimeException | Error e) {
      return Optional.empty(); // Its move stands; only what it thinks of it is not known.
    }
  }

  private static Claim told(Analysis analysis, int move, Position position, boolean withLine) {
    for (Analysis.Line line : analysis.lines()) {
      if (line.moves().getFirst() == move) {
        int distance = distance(line, position.sideToMove());
        return withLine
            ? new Claim(known(line.depth()), known(analysis.deepest()), -1, -1, -1, -1, distance, played(line.moves(), position))
            : Claim.NONE.expecting(distance, "");
      }
    }
    return Claim.NONE;
  }

  private static int known(int plies) {
    return plies > 0 ? plies : -1;
  }

  private static int distance(Analysis.Line line, int side) {
    return line.proven() == Outcome.ONGOING ? 0 : line.plies() * line.proven().valueFor(side);
  }

  private static String played(List<Integer> moves, Position position) {
    StringBuilder text = new StringBuilder();
    Moves legal = new Moves();
    for (int ply = 0; ply < Math.min(LONGEST, moves.size()) && !position.outcome().isOver(); ply++) {
      int move = moves.get(ply);
      legal.clear();
      position.legalMoves(legal);
      if (!legal.contains(move)) {
        break;
      }
      append(text, move, position);
    }
    return text.toString();
  }

  private static String played(String told, int first, Position position) {
    StringBuilder text = new StringBuilder();
    String[] words = told.split("\\s+", LONGEST + 1);
    for (int ply = 0; ply < Math.min(LONGEST, words.length) && !position.outcome().isOver(); ply++) {
      try {
        int move = position.parseMove(words[ply]);
        if (ply == 0 && move != first) {
          break;
        }
        append(text, move, position);
      } catch (BadInputException e) {
        break; // Who checks what engines say has warned of it.
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int move, Position position) {
    text.append(text.isEmpty() ? "" : " ").append(position.format(move));
    position.make(move);
  }
}
