package mesa.games.chess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;

/**
 * Extended Position Description (S. J. Edwards, <i>Standard: Portable Game Notation</i>, 1994, section 16.2): the first
 * four fields of a FEN, then operations such as {@code bm Qd1+;} or {@code id "BK.01";}. All operations are kept, in
 * order, whatever they mean; nothing is checked against the rules of chess before {@link #fen} is set up.
 *
 * <p>Read as people write it: six fields, whose counters become the operations hmvc and fmvn, no last semicolon,
 * operations that begin with one ({@code ;D1 20 ;D2 400}), blanks anywhere between words.
 *
 * @param position four fields, one blank between
 * @param operations in order; an opcode may come more than once
 */
record Epd(String position, List<Operation> operations) {
  static final String HALFMOVES = "hmvc";
  static final String FULL_MOVE = "fmvn";

  /**
   * What is said about a position.
   *
   * @param opcode such as {@code bm}
   * @param operands any number
   */
  record Operation(String opcode, List<Operand> operands) {}

  /**
   * A word or a quoted string.
   *
   * @param text without quotes
   * @param isQuoted whether it stands in quotes, inside which {@code \"} is a quote and {@code \\} a backslash
   */
  record Operand(String text, boolean isQuoted) {}

  /**
   * Reads one position.
   *
   * @param line without its end
   * @throws BadInputException if it has no four fields, an operation without a name, or a string without an end
   */
  static Epd parse(String line) {
    return new Scanner(line).epd();
  }

  /** {@return the words and strings of the first operation of that name, or nothing if there is none} */
  Optional<List<String>> operands(String opcode) {
    return operations.stream()
        .filter(operation -> operation.opcode.equals(opcode))
        .findFirst()
        .map(operation -> operation.operands.stream().map(Operand::text).toList());
  }

  /** {@return the words and strings of all operations of that name, in order} */
  List<String> allOperands(String opcode) {
    return operations.stream()
        .filter(operation -> operation.opcode.equals(opcode))
        .flatMap(operation -> operation.operands.stream())
        .map(Operand::text)
        .toList();
  }

  /** {@return the position as a FEN of six fields; the counters are 0 and 1 unless hmvc and fmvn say otherwise} */
  String fen() {
    return position + " " + counter(HALFMOVES, "0") + " " + counter(FULL_MOVE, "1");
  }

  private String counter(String opcode, String otherwise) {
    return operands(opcode).map(operands -> String.join(" ", operands)).orElse(otherwise);
  }

  /** {@return the line that the standard asks for, without its end; {@link #parse} of it is equal} */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(position);
    for (Operation operation : operations) {
      line.append(' ').append(operation.opcode);
      for (Operand operand : operation.operands) {
        line.append(' ').append(operand.isQuoted
            ? '"' + operand.text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
            : operand.text);
      }
      line.append(';');
    }
    return line.toString();
  }

  /** Takes a line apart. */
  private static final class Scanner {
    private static final int FIELDS = 4;

    /** Stands for the end of the line, which holds no such character. */
    private static final char END = '\n';

    private final String line;
    private int at;

    Scanner(String line) {
      this.line = line;
    }

    Epd epd() {
      String[] fields = new String[FIELDS];
      for (int i = 0; i < FIELDS; i++) {
        fields[i] = word();
        if (fields[i].isEmpty()) {
          throw wrong("has " + i + (i == 1 ? " field" : " fields")
              + "; a position has four (pieces, side, castling, en passant), and then operations such as bm Nf3;");
        }
      }
      List<Operation> counters = counters();
      List<Operation> operations = new ArrayList<>();
      for (char c = next(); c != END; c = next()) {
        if (c == ';') {
          at++;
        } else {
          operations.add(operation());
        }
      }
      counters.removeIf(counter -> operations.stream().anyMatch(other -> other.opcode.equals(counter.opcode)));
      counters.addAll(operations);
      return new Epd(String.join(" ", fields), List.copyOf(counters));
    }

    /** The two more fields of a FEN, if they are there; a dash stands for none. */
    private List<Operation> counters() {
      List<Operation> counters = new ArrayList<>();
      for (int i = 0; i < 2 && next() == '-'; i++) {
        word();
      }
      if (Character.isDigit(next())) {
        String halfmoves = word();
        if (!Character.isDigit(next())) {
          throw wrong("has a fifth field, \"" + quoted(halfmoves) + "\", and no move number after it");
        }
        counters.add(new Operation(HALFMOVES, List.of(new Operand(halfmoves, false))));
        counters.add(new Operation(FULL_MOVE, List.of(new Operand(word(), false))));
      }
      return counters;
    }

    private Operation operation() {
      String opcode = word();
      if (opcode.isEmpty() || !Character.isLetter(opcode.charAt(0))) {
        throw wrong("has " + quoted(line.substring(at - opcode.length()))
            + " where an operation is wanted, such as bm or id; their names begin with a letter");
      }
      List<Operand> operands = new ArrayList<>();
      for (char c = next(); c != ';' && c != END; c = next()) {
        operands.add(c == '"' ? new Operand(string(), true) : new Operand(word(), false));
      }
      return new Operation(opcode, List.copyOf(operands));
    }

    /** Skips blanks; the character that follows, or END. */
    private char next() {
      while (at < line.length() && isBlank(line.charAt(at))) {
        at++;
      }
      return at < line.length() ? line.charAt(at) : END;
    }

    /** What stands before the next blank, semicolon or quote; may be empty. */
    private String word() {
      next();
      int from = at;
      while (at < line.length() && !isBlank(line.charAt(at)) && line.charAt(at) != ';' && line.charAt(at) != '"') {
        at++;
      }
      return line.substring(from, at);
    }

    private String string() {
      int from = at++;
      StringBuilder text = new StringBuilder();
      while (at < line.length() && line.charAt(at) != '"') {
        char c = line.charAt(at);
        char after = at + 1 < line.length() ? line.charAt(at + 1) : END;
        boolean escapes = c == '\\' && (after == '"' || after == '\\');
        text.append(escapes ? after : c);
        at += escapes ? 2 : 1;
      }
      if (at >= line.length()) {
        throw wrong("has a string that does not end: " + quoted(line.substring(from)));
      }
      at++;
      return text.toString();
    }

    /** Web pages have no-break spaces. */
    private static boolean isBlank(char c) {
      return Character.isWhitespace(c) || c == '\u00a0';
    }

    private BadInputException wrong(String what) {
      return new BadInputException("\"" + quoted(line) + "\" " + what);
    }

    private static String quoted(String text) {
      String stripped = text.strip();
      return stripped.length() <= 120 ? stripped : stripped.substring(0, 117) + "...";
    }
  }
}
