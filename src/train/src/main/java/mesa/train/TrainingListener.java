package mesa.train;

/** Hears how a training run gets on. Called by one thread at a time, not always the same. */
@FunctionalInterface
public interface TrainingListener {
  /**
   * Something was done.
   *
   * @param stage what is going on, such as {@code generation 3 of 8: games}
   * @param done how much of the stage is done, from 1 on
   * @param total how much it is in all
   * @param note a few words on how it looks, such as losses; may be empty
   */
  void progress(String stage, long done, long total, String note);
}
