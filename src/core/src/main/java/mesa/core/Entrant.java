package mesa.core;

import java.net.URL;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A player as a tournament enters it: its spec, checked, with its budget and the name that tables show. Immutable and
 * safe to share; the players it makes are not.
 */
public final class Entrant {
  private final String label;
  private final Spec spec;
  private final Budget budget;
  private final boolean budgetGiven;
  private final SortedMap<String, URL> files;
  private final Supplier<Player> maker;

  Entrant(String label, Spec spec, Budget budget, boolean budgetGiven, SortedMap<String, URL> files,
      Supplier<Player> maker) {
    this.label = label;
    this.spec = spec;
    this.budget = budget;
    this.budgetGiven = budgetGiven;
    this.files = Collections.unmodifiableSortedMap(files);
    this.maker = maker;
  }

  /** {@return the option {@code name} if it is given, else the spec} */
  public String label() {
    return label;
  }

  /** {@return the whole spec, which identifies the entrant} */
  public Spec spec() {
    return spec;
  }

  /** {@return what it may spend on a move, by its own spec or else by its kind's habit} */
  public Budget budget() {
    return budget;
  }

  /**
   * Says what it may spend on a move under a game clock.
   *
   * @param clock what is left now
   * @return that time, and the limits that its own spec sets; a habitual budget no longer counts
   */
  public Budget budget(Clock clock) {
    return (budgetGiven ? budget : Budget.UNLIMITED).withClock(clock);
  }

  /**
   * {@return the files that make it what it is, such as nets and programs, by the option that names or implies each; a file
   * that is not there is left out}
   */
  public SortedMap<String, URL> files() {
    return files;
  }

  /**
   * Makes a player.
   *
   * @return a new one, used by one thread at a time and closed by the caller
   * @throws BadInputException if that fails for something the user gave, such as a file that is not there, or more memory
   *     than the JVM has left
   */
  public Player newPlayer() {
    try {
      return maker.get();
    } catch (OutOfMemoryError e) { // It is whole again: what was to be made is given back.
      throw new BadInputException("there is not enough memory left for " + spec + "; give it or the others less, or play fewer "
          + "games at a time, or give the JVM more than its " + (Runtime.getRuntime().maxMemory() >> 20) + " MB by -Xmx", e);
    }
  }

  @Override
  public String toString() {
    return spec.toString();
  }
}
