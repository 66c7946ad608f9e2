package mesa.games.chess;

import java.util.Locale;

/**
 * The 960 ways to set up the first rank in Chess960, numbered as by R. Scharnagl: the bishops stand on squares of
 * different colours and the king between the rooks; black mirrors white.
 */
final class StartPosition {
  static final int COUNT = 960;

  /** The number of orthodox chess. */
  static final int ORTHODOX = 518;

  /** The knights' squares among the five that bishops and queen leave, by the last digit of the number. */
  private static final String[] KNIGHTS = {
    "NN---", "N-N--", "N--N-", "N---N", "-NN--", "-N-N-", "-N--N", "--NN-", "--N-N", "---NN",
  };

  private StartPosition() {}

  /** {@return white's pieces from the a-file to the h-file} */
  static String pieces(int number) {
    char[] rank = new char[8];
    rank[number % 4 * 2 + 1] = 'B';
    rank[number / 4 % 4 * 2] = 'B';
    rank[free(rank, number / 16 % 6)] = 'Q';
    String others = KNIGHTS[number / 96].replaceFirst("-", "R").replaceFirst("-", "K").replaceFirst("-", "R");
    for (char piece : others.toCharArray()) {
      rank[free(rank, 0)] = piece;
    }
    return new String(rank);
  }

  /** The file that is free after so many other free ones. */
  private static int free(char[] rank, int skipped) {
    int file = 0;
    while (rank[file] != 0 || skipped-- > 0) {
      file++;
    }
    return file;
  }

  static String fen(int number) {
    String white = pieces(number);
    return white.toLowerCase(Locale.ROOT) + "/pppppppp/8/8/8/8/PPPPPPPP/" + white + " w KQkq - 0 1";
  }
}
