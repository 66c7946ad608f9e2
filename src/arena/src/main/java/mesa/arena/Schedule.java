package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import mesa.core.BadInputException;
import mesa.core.Spec;

/**
 * All games of a tournament in order. Threads may share it. A game's number says where it comes; who plays may depend on
 * the results of earlier games.
 */
sealed interface Schedule permits FixedSchedule, DrawnSchedule {
  /** Games with the same opening, one for each seating. */
  int LEGS = 2;

  /** {@return how many games there are} */
  int size();

  /**
   * Looks a game up; waits until it is known who plays it.
   *
   * @param index in [0, {@link #size})
   * @return the game, or null if there is none: too many players have been withdrawn, or the schedule was closed
   * @throws InterruptedException if interrupted while waiting
   */
  Fixture fixture(int index) throws InterruptedException;

  /**
   * Tells whether {@link #fixture} would answer at once.
   *
   * @param index in [0, {@link #size})
   * @return whether it is known who plays the game, or that nobody does
   */
  default boolean isKnown(int index) {
    return true;
  }

  /** Takes a draw from the journal of an earlier run, before the games that follow it. */
  default void restore(Draw draw) {}

  /**
   * Begins to be played.
   *
   * @param announce takes each draw that is made from now on, before any of its games is handed out
   * @param gone tells which players are not to be drawn any more
   */
  default void begin(Consumer<Draw> announce, IntPredicate gone) {}

  /**
   * Told what has become of a game, once for each.
   *
   * @param index of the game
   * @param game that was played, or null if it will not be
   */
  default void settle(int index, PlayedGame game) {}

  /** Ends the waiting of all threads: no more games are to be played. */
  default void close() {}

  /**
   * Lays out a tournament.
   *
   * @param plan its choices
   * @param openings how many there are, at least 1
   * @return a new schedule
   * @throws BadInputException if it has too many games, or the format does not suit the players
   */
  static Schedule of(Plan plan, int openings) {
    return switch (plan.format()) {
      case Format.Fixed fixed -> new FixedSchedule(layouts(plan, fixed), plan.legs(), plan.reversed(), openings, plan.policy());
      case Format.Swiss swiss -> new SwissSchedule(swiss, plan.entrants().size(), plan.rounds(), plan.legs(),
          plan.reversed(), openings, plan.policy(), plan.seed());
      case Format.Iso iso -> iso(plan, openings);
    };
  }

  private static List<FixedSchedule.Layout> layouts(Plan plan, Format.Fixed now) {
    List<FixedSchedule.Layout> layouts = new ArrayList<>();
    for (Stage stage : plan.stages()) {
      Format.Fixed then = (Format.Fixed) Format.parse(stage.format());
      layouts.add(new FixedSchedule.Layout(
          then.pairings(plan.specs().subList(0, stage.players())), stage.games() / plan.legs()));
    }
    layouts.add(new FixedSchedule.Layout(now.pairings(plan.specs()), plan.rounds()));
    return layouts;
  }

  private static Schedule iso(Plan plan, int openings) {
    if (plan.entrants().size() < 3) {
      throw new BadInputException("to find equal strength takes a player and another with a range of budgets, such as "
          + "nodes=16..4096x2");
    }
    List<String> budgets = plan.entrants().stream().skip(1).map(entrant -> entrant.budget().toString()).toList();
    String unit = BudgetUnits.common(budgets);
    return new IsoSchedule(
        budgets.stream().map(budget -> BudgetUnits.limits(budget).get(unit)).toList(), plan.rounds(), plan.legs(),
        plan.reversed(), openings);
  }

  /**
   * Counts the games of a tournament.
   *
   * @param format who meets whom
   * @param players who plays
   * @param games of a pairing, in Swiss a round, in iso of all
   * @return how many there are
   * @throws BadInputException if there are too many
   */
  static int size(Format format, List<Spec> players, int games) {
    return size(switch (format) {
      case Format.Fixed fixed -> (long) fixed.pairings(players).size() * games;
      case Format.Swiss swiss -> (long) swiss.rounds(players.size()) * (players.size() / 2) * games;
      case Format.Iso iso -> games;
    });
  }

  /**
   * Counts how often each pairing meets with an opening, which may be another each time.
   *
   * @param format who meets whom
   * @param players how many there are
   * @param games of a pairing, in Swiss a round
   * @param legs games with the same opening
   * @return how many openings are needed so that none comes again
   */
  static int rounds(Format format, int players, int games, int legs) {
    return format instanceof Format.Swiss swiss ? Math.multiplyExact(games / legs, swiss.rounds(players)) : games / legs;
  }

  /** {@return the number, if a run can have so many games} */
  static int size(long games) {
    if (games > Integer.MAX_VALUE) {
      throw new BadInputException(games + " games are too many; at most " + Integer.MAX_VALUE + " fit into one run");
    }
    return (int) games;
  }
}
