package mesa.benchmarks;

/** A benchmark's state that can tell, before anything runs, what of its parameters names nothing. */
interface Checked {
  /**
   * Looks at what is asked for.
   *
   * @param parameter its name
   * @param value one of those that it is to have
   * @throws mesa.core.BadInputException if nothing can be run with that
   */
  void check(String parameter, String value);
}
