package mesa.games.chess;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What games of chess differ in.
 *
 * @param chess960 whether king and rooks may start from other squares of their rank than e, a and h; castling is then
 *     written as the king's move to its own rook's square
 * @param draws when repetition and moves without progress end the game
 */
record Variant(boolean chess960, Draws draws) {
  static final Variant ORTHODOX = new Variant(false, Draws.CLAIMED);
  static final Variant CHESS960 = new Variant(true, Draws.CLAIMED);

  /** The two ways to count (FIDE, <i>Laws of Chess</i>, 2023: articles 9.2 and 9.3, and 9.6). */
  enum Draws {
    /** As if a player always claimed: at the third occurrence of a position, and after fifty moves of each side. */
    CLAIMED(3, 100, "threefold repetition", "fifty-move rule"),

    /** Only what needs no claim: at the fifth occurrence, and after seventy-five moves of each side. */
    FORCED(5, 150, "fivefold repetition", "seventy-five-move rule");

    /** Occurrences of a position that draw. */
    final int occurrences;

    /** Halfmoves without capture or pawn move that draw, unless the last one mates. */
    final int halfmoves;

    final String repetition;
    final String noProgress;

    Draws(int occurrences, int halfmoves, String repetition, String noProgress) {
      this.occurrences = occurrences;
      this.halfmoves = halfmoves;
      this.repetition = repetition;
      this.noProgress = noProgress;
    }

    static List<String> words() {
      return Stream.of(values()).map(Draws::toString).toList();
    }

    static Draws parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
