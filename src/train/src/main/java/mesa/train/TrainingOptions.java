package mesa.train;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import mesa.core.BadInputException;

/**
 * What a person chooses about a training run.
 *
 * @param out the net's file, ending in {@code .safetensors}; its card is written beside it, ending in {@code .md}
 * @param work folder for samples and intermediate nets, made if need be; a run that was ended goes on from there
 * @param seed every random choice follows from it: equal seeds give equal games
 * @param jobs threads that play games, at least 1; changes nothing but the time
 * @param commit which version of the program this is, for the card; may be empty
 * @param nanoClock for the seconds on the card, such as {@code System::nanoTime}
 */
public record TrainingOptions(Path out, Path work, long seed, int jobs, String commit, LongSupplier nanoClock) {
  private static final String ENDING = ".safetensors";

  /**
   * Checks the options.
   *
   * @throws BadInputException if one makes no sense
   */
  public TrainingOptions {
    if (out.getFileName() == null || !out.getFileName().toString().endsWith(ENDING)) {
      throw new BadInputException("\"" + out + "\" must end in " + ENDING);
    }
    // Specs separate their options by commas.
    if (work.toAbsolutePath().toString().contains(",")) {
      throw new BadInputException("the work folder \"" + work + "\" must have no comma in its path");
    }
    if (jobs < 1) {
      throw new BadInputException("jobs must be at least 1, not " + jobs);
    }
  }

  /**
   * The folder for a recipe that is given none.
   *
   * @param recipe any
   * @return {@code data/NAME} below the current folder
   */
  public static Path usualWork(Recipe recipe) {
    return Path.of("data", recipe.name());
  }

  /** {@return where the model card goes} */
  public Path card() {
    String name = out.getFileName().toString();
    return out.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".md");
  }
}
