package mesa.arena;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mesa.core.Rng;

/** A Swiss tournament: each round is a {@link SwissDraw} by the points so far and by lots that come from the seed. */
final class SwissSchedule extends DrawnSchedule {
  private final int pairs;
  private final int legs;
  private final int openings;
  private final int stride;
  private final List<SwissPlayer> players;

  /**
   * Lays out a tournament.
   *
   * @param format how many rounds
   * @param players how many, at least 2
   * @param pairs of games that two players have when they meet (single games if there is one leg), at least 1
   * @param legs 2, one for each seating, or 1
   * @param reversed whether all sit the other way round
   * @param openings how many there are, at least 1
   * @param policy which of them a table plays
   * @param seed of the lots
   */
  SwissSchedule(Format.Swiss format, int players, int pairs, int legs, boolean reversed, int openings, OpeningPolicy policy, long seed) {
    super((long) format.rounds(players) * (players / 2), players / 2, pairs, legs, reversed);
    this.pairs = pairs;
    this.legs = legs;
    this.openings = openings;
    this.stride = policy.stride(openings, players / 2);
    int[] lots =
        format.seeded() ? IntStream.range(0, players).toArray() : Lots.draw(players, new Rng(Rng.mix(seed)));
    this.players = IntStream.range(0, players).mapToObj(i -> new SwissPlayer(i, lots[i], players)).toList();
  }

  @Override
  Draw draw(int round, int tablesWanted, IntPredicate isGone) {
    List<SwissPlayer> present = players.stream().filter(player -> !isGone.test(player.index())).toList();
    return present.isEmpty() ? Draw.of(round, List.of(), null) : new SwissDraw(present).draw(round);
  }

  @Override
  void drawn(Draw draw) {
    draw.tables().forEach(table -> SwissPlayer.meet(players.get(table.get(0)), players.get(table.get(1))));
    if (draw.bye() != null) {
      players.get(draw.bye()).rest(2 * pairs * legs);
    }
  }

  @Override
  void score(PlayedGame game) {
    players.get(game.first()).score(game.doubledScore());
    players.get(game.second()).score(2 - game.doubledScore());
  }

  @Override
  int opening(int round, int table, int pair) {
    return (int) ((round * (long) pairs + pair + (long) table * stride) % openings);
  }

  @Override
  boolean begins(int table, int pair) {
    return pair % 2 == 0;
  }
}
