package mesa.onnx;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Suggestion;

/**
 * What a model's inputs and outputs mean: entries of its metadata whose keys begin with {@value #PREFIX}, and those of
 * a file of properties beside it, without the prefix, which count where both say something.
 * <pre>
 * game          the family of games that it is for
 * input.NAME    what the input NAME shows: the id of an encoder or of planes, and /other for the other side's view
 * value         the name of the output that is the value; "value" if not said
 * value.kind    scalar, tanh, wdl or wdl-logits
 * policy        the name of the output that is the policy; "policy" if not said
 * policy.kind   logits (if not said) or probabilities
 * moves         the order of moves in the policy: the id of an encoder or planes, or a list of moves
 * </pre>
 */
final class Description {
  static final String PREFIX = "mesa.";

  /** What follows a model's file name in that of the file that describes it. */
  static final String SUFFIX = ".properties";

  private static final String INPUT = "input.";
  private static final List<String> KEYS =
      List.of("game", "value", "value.kind", "policy", "policy.kind", "moves", INPUT + "NAME");

  private final SortedMap<String, String> entries;

  private Description(SortedMap<String, String> entries) {
    this.entries = entries;
  }

  /**
   * Gathers what is said.
   *
   * @param metadata the model's
   * @param file a file of properties, which need not be there
   * @throws BadInputException if a key is unknown or the file can't be read
   */
  static Description of(Map<String, String> metadata, Path file) {
    TreeMap<String, String> entries = new TreeMap<>();
    metadata.forEach((key, text) -> {
      if (key.startsWith(PREFIX)) {
        entries.put(key.substring(PREFIX.length()), text);
      }
    });
    entries.putAll(read(file));
    for (String key : entries.keySet()) {
      if (!KEYS.contains(key) && !key.startsWith(INPUT)) {
        throw new BadInputException("its description has the key \"" + key + "\""
            + Suggestion.of(key, KEYS, "known are " + String.join(", ", KEYS)));
      }
    }
    return new Description(entries);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Map.of(); // The metadata may say it all.
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("its description \"" + file + "\" can't be read: " + e.getMessage(), e);
    }
    TreeMap<String, String> entries = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key).strip()));
    return entries;
  }

  /** {@return what a key says, if anything} */
  Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Reads a key that must be there.
   *
   * @param what may be said, for the message
   */
  String require(String key, String what) {
    return get(key).orElseThrow(() -> new BadInputException("its description has no " + key + ", where " + what
        + " is expected; write it into the metadata as " + PREFIX + key + ", or into a file beside the model that is "
        + "named like it with " + SUFFIX));
  }

  /** {@return what each input shows, by name} */
  SortedMap<String, String> inputs() {
    TreeMap<String, String> inputs = new TreeMap<>();
    entries.tailMap(INPUT).forEach((key, text) -> {
      if (key.startsWith(INPUT)) {
        inputs.put(key.substring(INPUT.length()), text);
      }
    });
    return inputs;
  }
}
