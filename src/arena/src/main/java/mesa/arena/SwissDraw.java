package mesa.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a round of a Swiss tournament. Players are taken from the top of the table down; each meets, of those left, the
 * one that suits it best and leaves the rest able to be paired. Whether that is so a maximum {@linkplain Matching
 * matching} tells, so that nobody meets the same opponent twice while any draw can avoid it, and not more do than must.
 *
 * <p>Whom a player is suited to, the foremost first: opponents met less often; those with whom nobody moves first three
 * times more often than second, or the other way round; those with the nearest score; those with whom both get the seat
 * that is their due; and of a group with the same score the one as far below it as the middle of
 * the group is from its top, or then the next one further down (the upper half meets the lower half, as in FIDE's Dutch
 * system). The bye goes to the lowest
 * of those who have had the fewest.
 */
final class SwissDraw {
  private final List<SwissPlayer> table;
  private int rematches;

  /**
   * Prepares a draw.
   *
   * @param players who are to be drawn, at least one; those who are not paired any more left out
   */
  SwissDraw(List<SwissPlayer> players) {
    table = new ArrayList<>(players);
    table.sort(Comparator.comparingInt((SwissPlayer player) -> -player.points()).thenComparingInt(SwissPlayer::lot));
  }

  /**
   * Draws.
   *
   * @param round from 0
   * @return who meets whom
   */
  Draw draw(int round) {
    SwissPlayer bye = table.size() % 2 == 0 ? null : bye();
    List<SwissPlayer> left = new ArrayList<>(table);
    left.remove(bye);
    rematches = unpaired(left) / 2;
    List<List<Integer>> tables = new ArrayList<>();
    while (!left.isEmpty()) {
      SwissPlayer top = left.removeFirst();
      SwissPlayer opponent = opponent(top, left);
      left.remove(opponent);
      boolean first = top.movesFirst(opponent, round + tables.size());
      tables.add(first ? List.of(top.index(), opponent.index()) : List.of(opponent.index(), top.index()));
    }
    return Draw.of(round, tables, bye == null ? null : bye.index());
  }

  /** {@return how many can't get an opponent whom they have not met} */
  private static int unpaired(List<SwissPlayer> players) {
    boolean[][] edges = new boolean[players.size()][players.size()];
    for (int a = 0; a < edges.length; a++) {
      for (int b = 0; b < edges.length; b++) {
        edges[a][b] = a != b && players.get(a).meetings(players.get(b)) == 0;
      }
    }
    return players.size() - 2 * Matching.pairs(edges);
  }

  private SwissPlayer bye() {
    int fewest = table.stream().mapToInt(SwissPlayer::byes).min().orElseThrow();
    List<SwissPlayer> candidates = table.reversed().stream().filter(player -> player.byes() == fewest).toList();
    return candidates.stream().min(Comparator.comparingInt(candidate -> {
      List<SwissPlayer> rest = new ArrayList<>(table);
      rest.remove(candidate);
      return unpaired(rest);
    })).orElseThrow(); // Of equal ones the first: the lowest in the table.
  }

  private SwissPlayer opponent(SwissPlayer top, List<SwissPlayer> left) {
    int group = (int) left.stream().filter(player -> player.points() == top.points()).count();
    // Whoever floats down from a group meets the best of the next one.
    int ideal = group == 0 ? 0 : group / 2;
    Map<SwissPlayer, Integer> places = new IdentityHashMap<>();
    left.forEach(player -> places.put(player, places.size()));
    List<SwissPlayer> bySuit = new ArrayList<>(left);
    bySuit.sort(Comparator.comparingInt((SwissPlayer player) -> player.meetings(top))
        .thenComparing(player -> top.needsSeatOf(player))
        .thenComparingInt(player -> top.points() - player.points())
        .thenComparing(player -> !top.suitsSeatOf(player))
        .thenComparingInt(player -> places.get(player) >= ideal ? places.get(player) : 2 * left.size() - places.get(player)));
    for (SwissPlayer candidate : bySuit) {
      List<SwissPlayer> rest = new ArrayList<>(left);
      rest.remove(candidate);
      int allowed = rematches - (candidate.meetings(top) > 0 ? 1 : 0);
      if (allowed >= 0 && unpaired(rest) <= 2 * allowed) {
        rematches = allowed;
        return candidate;
      }
    }
    throw new AssertionError("a largest matching always goes on");
  }
}
