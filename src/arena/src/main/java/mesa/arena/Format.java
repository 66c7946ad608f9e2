package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Spec;

/** Who meets whom. */
public sealed interface Format {
  /** All against all. */
  Format ROUND_ROBIN = new RoundRobin();

  /** A format in which it is clear from the beginning who meets whom, and each round is the same. */
  sealed interface Fixed extends Format permits Match, RoundRobin, Gauntlet, Ladder, Grid {
    /**
     * Lists who meets whom in a round.
     *
     * @param players at least two
     * @return each pairing once, ordered so that everyone comes up about equally often in any stretch
     * @throws BadInputException if the format is not made for these players
     */
    List<Pairing> pairings(List<Spec> players);
  }

  /** Two players. */
  record Match() implements Fixed {
    @Override
    public List<Pairing> pairings(List<Spec> players) {
      if (players.size() != 2) {
        throw new BadInputException("a match is between two players, not " + players.size() + "; try round-robin");
      }
      return List.of(new Pairing(0, 1));
    }

    @Override
    public String toString() {
      return "match";
    }
  }

  /** All against all, in the order of the circle method: everybody plays once before anybody plays again. */
  record RoundRobin() implements Fixed {
    @Override
    public List<Pairing> pairings(List<Spec> players) {
      int seats = players.size() + players.size() % 2; // With an odd number, whoever meets the empty seat rests.
      List<Pairing> pairings = new ArrayList<>();
      for (int turn = 0; turn < seats - 1; turn++) {
        for (int table = 0; table < seats / 2; table++) {
          int a = inCircle(table, turn, seats);
          int b = inCircle(seats - 1 - table, turn, seats);
          if (a < players.size() && b < players.size()) {
            pairings.add(Pairing.of(a, b));
          }
        }
      }
      return pairings;
    }

    private static int inCircle(int seat, int turn, int seats) {
      return seat == 0 ? 0 : 1 + (seat - 1 + turn) % (seats - 1);
    }

    @Override
    public String toString() {
      return "round-robin";
    }
  }

  /**
   * The first players against the others.
   *
   * @param seeds how many are first; they don't meet each other
   */
  record Gauntlet(int seeds) implements Fixed {
    @Override
    public List<Pairing> pairings(List<Spec> players) {
      if (seeds >= players.size()) {
        throw new BadInputException("\"" + this + "\" needs more than " + players.size() + " players");
      }
      return IntStream.range(seeds, players.size()).boxed()
          .flatMap(other -> IntStream.range(0, seeds).mapToObj(seed -> new Pairing(seed, other)))
          .toList();
    }

    @Override
    public String toString() {
      return "gauntlet" + (seeds == 1 ? "" : ":seeds=" + seeds);
    }
  }

  /**
   * Each player against those that stand next to it, as entered: where each spends twice what the last one did, the ratings
   * of all follow from games between near equals, which tell the most.
   *
   * @param reach how many steps apart players meet: with 2, budgets of twice and four times the size
   */
  record Ladder(int reach) implements Fixed {
    @Override
    public List<Pairing> pairings(List<Spec> players) {
      return steps(IntStream.range(0, players.size()).boxed().toList(), reach).toList();
    }

    /** {@return pairings of those that stand at most so far apart, near ones first} */
    static Stream<Pairing> steps(List<Integer> rungs, int reach) {
      return IntStream.rangeClosed(1, reach).boxed().flatMap(step -> IntStream.range(0, Math.max(0, rungs.size() - step))
          .mapToObj(low -> Pairing.of(rungs.get(low), rungs.get(low + step))));
    }

    @Override
    public String toString() {
      return "ladder" + (reach == 2 ? "" : ":reach=" + reach);
    }
  }

  /**
   * Agents crossed with budgets: a {@linkplain Ladder ladder} for each agent, and agents against each other where they
   * spend the same.
   *
   * @param reach how many rungs apart an agent meets itself
   */
  record Grid(int reach) implements Fixed {
    @Override
    public List<Pairing> pairings(List<Spec> players) {
      return new Rungs(players).pairings(reach);
    }

    @Override
    public String toString() {
      return "grid" + (reach == 2 ? "" : ":reach=" + reach);
    }
  }

  /**
   * In each round whoever has done about equally well so far, and has not met yet: many players in few rounds. See
   * {@link SwissDraw}.
   *
   * @param rounds how many, or 0 for as many as it takes to single out a winner, and two more
   * @param seeded whether the players were entered in order of strength; else lots decide what points leave open
   */
  record Swiss(int rounds, boolean seeded) implements Format {
    /** {@return how many rounds there are for so many players} */
    int rounds(int players) {
      int withoutRematch = players - 1 + players % 2;
      return rounds > 0 ? rounds : Math.min(withoutRematch, 34 - Integer.numberOfLeadingZeros(players - 1));
    }

    @Override
    public String toString() {
      return new StringBuilder("swiss").append(rounds == 0 ? "" : ":rounds=" + rounds)
          .append(!seeded ? "" : (rounds == 0 ? ":" : ",") + "seeded=true").toString();
    }
  }

  /**
   * The first player against the others, which are one player with several budgets, to find the one at which both are
   * equally strong: see {@link IsoStrength}. The number of games is that of the whole tournament, and where they are played
   * depends on the results so far.
   */
  record Iso() implements Format {
    @Override
    public String toString() {
      return "iso";
    }
  }

  /**
   * Reads a format.
   *
   * @param text such as {@code round-robin}, {@code gauntlet:seeds=2} or {@code swiss:rounds=7}
   * @return the format
   * @throws BadInputException if there is none of that name, or it has no such option
   */
  static Format parse(String text) {
    return FormatNames.parse(text);
  }

  /** {@return the text that {@link #parse} reads} */
  @Override
  String toString();
}
