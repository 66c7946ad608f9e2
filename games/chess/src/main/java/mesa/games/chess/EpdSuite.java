package mesa.games.chess;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Problem;
import mesa.core.SuiteFormat;

/**
 * Test suites in EPD: the operation bm names best moves, am moves to avoid, id the problem; a problem without id is
 * named after its line. A mate in so many moves (dm) says nothing about the first of them, and so is no answer.
 */
final class EpdSuite implements SuiteFormat {
  private static final String BEST = "bm";
  private static final String AVOID = "am";

  /** What stands around a move: its number, a comma to the next. */
  private static final Pattern TRIMMINGS = Pattern.compile("^\\d{1,4}\\.+|,$");

  /** What stands between moves: marks with a blank before them, a dash for none. */
  private static final Pattern NO_MOVE = Pattern.compile("[-+#!?]*|e\\.?p\\.?");

  private final Game game;

  /** Makes the format for a game whose positions are {@link ChessPosition}s. */
  EpdSuite(Game game) {
    this.game = game;
  }

  @Override
  public String extension() {
    return "epd";
  }

  @Override
  public void read(Reader text, String source, Consumer<Problem> into, Consumer<BadInputException> faults)
      throws IOException {
    EpdReader reader = new EpdReader(text);
    for (boolean more = true; more;) {
      Problem problem = null;
      try {
        Epd epd = reader.next();
        more = epd != null;
        problem = more ? problem(epd, "line " + reader.line()) : null;
      } catch (BadInputException e) {
        faults.accept(new BadInputException(source + " line " + reader.line() + ": " + e.getMessage(), e));
      }
      if (problem != null) {
        into.accept(problem);
      }
    }
  }

  private Problem problem(Epd epd, String otherwise) {
    Position position = game.parse(epd.fen());
    String id = epd.operands("id")
        .map(words -> String.join(" ", words))
        .filter(name -> !name.isBlank())
        .orElse(otherwise);
    return new Problem(id, position.text(), moves(epd, BEST, position), moves(epd, AVOID, position));
  }

  /** The moves of all operations of that name, each once; none if there is none. */
  private static List<String> moves(Epd epd, String opcode, Position position) {
    List<String> moves = new ArrayList<>();
    for (String word : epd.allOperands(opcode)) {
      String bare = TRIMMINGS.matcher(word).replaceAll("");
      if (!NO_MOVE.matcher(bare).matches()) {
        String move = position.format(position.parseMove(bare));
        if (!moves.contains(move)) {
          moves.add(move);
        }
      }
    }
    return moves;
  }

  /** Comments are the operations c0 to c9. */
  @Override
  public String line(Position position, String id, List<String> comments) {
    String[] fields = position.text().split(" ");
    List<Epd.Operation> operations = new ArrayList<>();
    for (int i = 0; i < comments.size(); i++) {
      operations.add(operation("c" + i, comments.get(i), true));
    }
    operations.add(operation(Epd.FULL_MOVE, fields[5], false));
    operations.add(operation(Epd.HALFMOVES, fields[4], false));
    operations.add(operation("id", id, true));
    return new Epd(String.join(" ", List.of(fields).subList(0, 4)), operations).toString();
  }

  private static Epd.Operation operation(String opcode, String text, boolean isQuoted) {
    return new Epd.Operation(opcode, List.of(new Epd.Operand(text, isQuoted)));
  }

  @Override
  public String format(Position position, int move) {
    return San.write((ChessPosition) position, move);
  }
}
