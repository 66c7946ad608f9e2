package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mesa.core.BadInputException;

/** Who meets whom. A match is a round robin of two players. */
public enum Format {
  /** Everyone meets everyone. */
  ROUND_ROBIN {
    /**
     * The circle method: the first player stands, the others move on by one seat each turn, and those who face each
     * other meet. With an odd number one seat is empty and whoever faces it rests.
     */
    @Override
    List<Pairing> pairings(int players) {
      int seats = players + players % 2;
      List<Pairing> pairings = new ArrayList<>(players * (players - 1) / 2);
      for (int turn = 0; turn < seats - 1; turn++) {
        for (int table = 0; table < seats / 2; table++) {
          int a = inCircle(table, turn, seats);
          int b = inCircle(seats - 1 - table, turn, seats);
          if (a < players && b < players) {
            pairings.add(new Pairing(Math.min(a, b), Math.max(a, b)));
          }
        }
      }
      return pairings;
    }

    private static int inCircle(int seat, int turn, int seats) {
      return seat == 0 ? 0 : 1 + (seat - 1 + turn) % (seats - 1);
    }
  },

  /** The first player meets each of the others. */
  GAUNTLET {
    @Override
    List<Pairing> pairings(int players) {
      List<Pairing> pairings = new ArrayList<>(players - 1);
      for (int other = 1; other < players; other++) {
        pairings.add(new Pairing(0, other));
      }
      return pairings;
    }
  };

  /**
   * Lists who meets whom in a round.
   *
   * @param players how many there are, at least 2
   * @return each pairing once, ordered so that everyone comes up about equally often in any stretch
   */
  abstract List<Pairing> pairings(int players);

  /**
   * Reads a format.
   *
   * @param word such as {@code round-robin}
   * @return the format
   * @throws BadInputException if there is none of that name
   */
  public static Format parse(String word) {
    for (Format format : values()) {
      if (format.toString().equals(word)) {
        return format;
      }
    }
    throw new BadInputException("\"" + word + "\" is no format; there are "
        + String.join(", ", Arrays.stream(values()).map(Format::toString).toList()));
  }

  /** {@return the word that {@link #parse} reads} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
