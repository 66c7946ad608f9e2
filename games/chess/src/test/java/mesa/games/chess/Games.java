package mesa.games.chess;

import java.util.Set;
import java.util.TreeSet;
import mesa.core.Moves;

/** Positions for tests, by FEN and by moves in any notation. */
final class Games {
  private Games() {}

  static ChessPosition start() {
    return Fen.parse(Fen.START);
  }

  static ChessPosition fen(String fen) {
    return Fen.parse(fen);
  }

  static ChessPosition after(String moves) {
    return play(start(), moves);
  }

  static ChessPosition play(ChessPosition position, String moves) {
    for (String move : moves.strip().split("\\s+")) {
      position.make(position.parseMove(move));
    }
    return position;
  }

  static Set<String> movesOf(ChessPosition position) {
    return texts(position, Moves.of(position));
  }

  static Set<String> texts(ChessPosition position, Moves moves) {
    Set<String> texts = new TreeSet<>();
    for (int move : moves.toArray()) {
      texts.add(position.format(move));
    }
    return texts;
  }

  /** The same position with colours swapped: ranks and letters mirrored, the other side to move. */
  static String mirrored(String fen) {
    String[] fields = fen.split(" ");
    String[] ranks = swapCase(fields[0]).split("/");
    StringBuilder placement = new StringBuilder();
    for (int i = 7; i >= 0; i--) {
      placement.append(ranks[i]).append(i > 0 ? "/" : "");
    }
    String passed = fields[3].equals("-") ? "-" : "" + fields[3].charAt(0) + (char) ('1' + '8' - fields[3].charAt(1));
    StringBuilder rights = new StringBuilder();
    for (char right : "KQkq".toCharArray()) {
      rights.append(swapCase(fields[2]).indexOf(right) >= 0 ? "" + right : "");
    }
    return placement + (fields[1].equals("w") ? " b " : " w ") + (rights.isEmpty() ? "-" : rights) + " " + passed + " "
        + fields[4] + " " + fields[5];
  }

  private static String swapCase(String text) {
    StringBuilder swapped = new StringBuilder();
    for (char letter : text.toCharArray()) {
      swapped.append(Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
    }
    return swapped.toString();
  }
}
