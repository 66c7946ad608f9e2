package mesa.core;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the files that make players what they are: nets, books, engines. */
final class PlayerFiles {
  private PlayerFiles() {}

  /**
   * Finds them.
   *
   * @param game what is played
   * @param spec the player
   * @param options all that it has, by their whole names
   * @return where its files are, by the option that names or implies each; those that are not there are left out
   */
  static SortedMap<String, URL> of(Game game, Spec spec, SequencedMap<String, Option<?>> options) {
    SortedMap<String, URL> files = new TreeMap<>();
    for (Map.Entry<String, Option<?>> option : options.entrySet()) {
      if (option.getValue().form() instanceof Option.Form.File form) {
        String given = spec.options().get(option.getKey());
        Optional<URL> found = given != null ? find(given, form.isProgram())
            : form.shipped() != null ? game.resource(form.shipped())
            : form.beside() != null ? beside(form.beside(), option.getKey(), spec) : Optional.empty();
        found.ifPresent(url -> files.put(option.getKey(), url));
      }
    }
    return files;
  }

  /** {@return the file that stands for an option, by its whole name, that is not given} */
  private static Optional<URL> beside(Option.Form.Beside beside, String option, Spec spec) {
    String other = spec.options().get(option.substring(0, option.lastIndexOf('.') + 1) + beside.option());
    return other == null ? Optional.empty() : find(other + beside.suffix(), false);
  }

  private static Optional<URL> find(String name, boolean isProgram) {
    try {
      boolean isNamed = isProgram && !name.contains("/") && !name.contains(File.separator);
      Path path = isNamed ? Programs.find(name).orElse(null) : Path.of(name);
      return path != null && Files.isRegularFile(path) ? Optional.of(path.toUri().toURL()) : Optional.empty();
    } catch (InvalidPathException | MalformedURLException e) {
      return Optional.empty(); // Whoever opens it says what is wrong.
    }
  }
}
