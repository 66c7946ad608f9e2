package mesa.cli;

/** Progress through one stage after another. */
final class StageProgress implements AutoCloseable {
  private final Console console;
  private final boolean quiet;
  private String stage = "";
  private Progress progress;

  StageProgress(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  /**
   * Tells how far a stage has come.
   *
   * @param newStage what is going on; another than before begins a new bar
   * @param done how much of it is done
   * @param total how much it is in all
   * @param note what else is worth knowing, in a few words
   */
  void show(String newStage, long done, long total, String note) {
    if (!newStage.equals(stage)) {
      close();
      stage = newStage;
      progress = Progress.of(stage, "done", console, quiet);
    }
    progress.show(done, total, () -> note);
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
    stage = "";
  }
}
