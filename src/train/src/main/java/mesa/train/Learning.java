package mesa.train;

import mesa.core.BadInputException;

/**
 * How a net learns from samples: Adam with decoupled weight decay, the rate falling along a cosine to a hundredth.
 *
 * @param engine {@code djl} for PyTorch, which multiplies dense matrices, or {@code sparse} for Mesa's own loops over
 *     active features and legal moves, which is several times as fast where there are many features or slots
 * @param steps gradient steps, at least 1; in self-play, for each generation
 * @param batch samples a step, from 1 to 65,536
 * @param rate the learning rate to begin with, above 0
 * @param decay weight decay, at least 0
 * @param clip bound on every weight, above 0; the smaller weights are, the finer they are rounded to 16 bits at the end
 * @param resultShare share of the game's result in the value's target, from 0 to 1; the rest is the searched value
 * @param quietOnly whether the value leaves out positions in check or whose best move is a capture or the like
 */
public record Learning(
    String engine,
    int steps,
    int batch,
    double rate,
    double decay,
    double clip,
    double resultShare,
    boolean quietOnly) {
  /**
   * Checks the settings.
   *
   * @throws BadInputException if one is out of range
   */
  public Learning {
    Plans.check(engine.equals("djl") || engine.equals("sparse"), "engine", engine, "djl or sparse");
    Plans.check(steps >= 1, "steps", steps, "at least 1");
    Plans.check(batch >= 1 && batch <= 65_536, "batch", batch, "from 1 to 65536");
    Plans.check(rate > 0 && rate <= 1, "rate", rate, "above 0 and at most 1");
    Plans.check(decay >= 0 && decay <= 1, "decay", decay, "from 0 to 1");
    Plans.check(clip > 0 && clip <= 1000, "clip", clip, "above 0 and at most 1000");
    Plans.check(resultShare >= 0 && resultShare <= 1, "result-share", resultShare, "from 0 to 1");
  }
}
