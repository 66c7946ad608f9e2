package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;

/**
 * What is to be played beyond what a run was laid out for. The games that it has keep their numbers, openings and seeds.
 *
 * @param games of each pairing, those it has counted; null for as many as before
 * @param players specs of those who join, perhaps none
 * @param format who meets whom; null for the same. It must have every pairing that there was, and of a Swiss tournament it
 *     tells how many rounds there are to be
 */
public record Extension(Integer games, List<String> players, Format format) {
  /** Checks that there is anything to extend by, and that a run can be. */
  void requireSuits(Run run) {
    Format was = Format.parse(run.format());
    if (games == null && players.isEmpty() && format == null) {
      throw new BadInputException("there is nothing to extend the run by; ask for more --games (it has " + run.games()
          + " a pairing), or --add players" + (was instanceof Format.Swiss ? ", or for more rounds as in --format swiss:rounds=9" : ""));
    }
    if (games != null && games < run.games()) {
      throw new BadInputException(games + " games a pairing are fewer than the " + run.games() + " that the run has already");
    }
    switch (was) {
      case Format.Iso _ -> throw new BadInputException(
          "a search for equal strength can't be extended, for its games follow from how many there are; begin a new one");
      case Format.Swiss swiss -> requireMoreRounds(swiss, run);
      case Format.Fixed _ -> {
        if (format != null && !(format instanceof Format.Fixed)) {
          throw new BadInputException("a " + was + " can't become a tournament of format \"" + format
              + "\", which draws its rounds by results; begin a new one");
        }
        if (run.openings().policy().equals(OpeningPolicy.SPREAD.toString()) && !players.isEmpty()) {
          throw new BadInputException("openings are spread by the number of pairings, so more players would change the games "
              + "there are; begin a new run");
        }
      }
    }
  }

  /**
   * Applies it.
   *
   * @param builder has the choices of the run, with the players who join
   * @param run that is extended
   * @return the same builder, with the choices of the longer run
   */
  TournamentBuilder apply(TournamentBuilder builder, Run run) {
    List<Stage> stages = new ArrayList<>(run.stages() == null ? List.of() : run.stages());
    stages.add(new Stage(run.players().size(), run.games(), run.format()));
    builder.stages(stages);
    if (games != null) {
      builder.games(games);
    }
    if (format != null) {
      builder.format(format);
    }
    return builder;
  }

  /** Checks that the games there are would begin as they did: openings that are drawn are drawn as many as are needed. */
  void requireSameOpenings(List<Opening> before, List<Opening> now, Run run) {
    int known = before.size();
    boolean isMore = now.size() >= known
        && Identity.openingsHash(now.subList(0, known)).equals(run.openings().sha256());
    boolean isSpread = run.openings().policy().equals(OpeningPolicy.SPREAD.toString());
    if (!isMore || isSpread && now.size() != known) {
      throw new BadInputException("with more games the openings \"" + run.openings().source() + "\" would come in another order, "
          + "and the games there are would be others; begin a new run");
    }
  }

  private void requireMoreRounds(Format.Swiss was, Run run) {
    int players = run.players().size();
    boolean isLonger = format instanceof Format.Swiss now && now.seeded() == was.seeded()
        && now.rounds(players) >= was.rounds(players);
    if (!this.players.isEmpty() || games != null && games != run.games() || !isLonger) {
      throw new BadInputException("a Swiss tournament can be extended by rounds alone: write --format swiss:rounds=N, with N "
          + "more than the " + was.rounds(players) + " there are" + (was.seeded() ? ", and seeded=true" : ""));
    }
  }
}
