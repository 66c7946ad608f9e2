package mesa.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Game;

/**
 * A net: its shape, its weights as integers, the game and encoder it was made for, and where it comes from. See the
 * module's README for the format of its file. Immutable and safe to share; {@link SparseNet} evaluates with it.
 */
public final class Net {
  private static final int LARGEST_FILE = 1 << 30;

  private final NetShape shape;
  private final String game;
  private final String encoder;
  private final Map<String, String> provenance;
  private final Part value;
  private final Part policy;

  /**
   * Makes a net of checked parts.
   *
   * @throws BadInputException if the sizes are not those of the game's encoder, or a sum could overflow
   */
  Net(Game game, NetShape shape, Map<String, String> provenance, Part value, Part policy) {
    Encoder encoder = encoder(game);
    if (shape.inputs() != encoder.inputs() || shape.actions() != encoder.actions()) {
      throw new BadInputException("it has " + shape.inputs() + " inputs and " + shape.actions() + " actions, where "
          + encoder.inputs() + " and " + encoder.actions() + " are expected");
    }
    value.check("value");
    policy.check("policy");
    this.shape = shape;
    this.game = game.family();
    this.encoder = encoder.id();
    this.provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    this.value = value;
    this.policy = policy;
  }

  /**
   * Makes a net of weights, which are rounded to integers.
   *
   * @param game what it is for; has an encoder
   * @param shape its sizes
   * @param provenance how it came about, by key, such as {@code seed}
   * @param weights all tensors, each as long as the shape says
   * @return the net
   * @throws BadInputException if the sizes are not those of the game's encoder, a weight is no number, or weights are
   *     so large that they can't be rounded without losing the rest
   */
  public static Net of(Game game, NetShape shape, Map<String, String> provenance, Map<NetTensor, float[]> weights) {
    for (NetTensor tensor : NetTensor.values()) {
      float[] data = weights.get(tensor);
      if (data == null || data.length != shape.count(tensor)) {
        throw new IllegalArgumentException(tensor.key() + " must hold " + shape.count(tensor) + " numbers");
      }
      for (int i = 0; i < data.length; i++) {
        if (!Float.isFinite(data[i])) {
          throw new BadInputException("number " + i + " of tensor \"" + tensor.key() + "\" is " + data[i]
              + ", where a finite number is expected");
        }
      }
    }
    Part value = Part.of("value", weights.get(NetTensor.VALUE_FEATURES), weights.get(NetTensor.VALUE_FEATURES_BIAS),
        weights.get(NetTensor.VALUE_OUT), weights.get(NetTensor.VALUE_OUT_BIAS));
    Part policy = Part.of("policy", weights.get(NetTensor.POLICY_FEATURES), weights.get(NetTensor.POLICY_FEATURES_BIAS),
        weights.get(NetTensor.POLICY_OUT), weights.get(NetTensor.POLICY_OUT_BIAS));
    return new Net(game, shape, provenance, value, policy);
  }

  /**
   * Reads a file.
   *
   * @param file a net
   * @param game what it has to be for
   * @return the net
   * @throws BadInputException if the file is not there, is malformed, or is for another game or encoder; the message
   *     says which and what was expected
   */
  public static Net read(Path file, Game game) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), game);
    } catch (NoSuchFileException e) {
      throw new BadInputException("there is no file \"" + file + "\"; a net in safetensors format is wanted", e);
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the net that ships with a game.
   *
   * @param game any game
   * @return its {@code net.safetensors}
   * @throws BadInputException if it ships none, or one that does not suit it
   */
  public static Net shipped(Game game) {
    URL resource = game.resource("net.safetensors").orElseThrow(() -> new BadInputException(
        game.name() + " ships no net; name one with the option file, such as net:file=my.safetensors"));
    try (InputStream in = resource.openStream()) {
      return read(in, game.name() + "'s net.safetensors", game);
    } catch (IOException e) {
      throw new BadInputException("the net of " + game.name() + " can't be read: " + e.getMessage(), e);
    }
  }

  private static Net read(InputStream in, String where, Game game) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_FILE);
    if (in.read() >= 0) {
      throw new BadInputException("\"" + where + "\" is no net: it has more than " + LARGEST_FILE + " bytes");
    }
    Safetensors file = Safetensors.parse(bytes, where);
    try {
      return NetFormat.read(file, game);
    } catch (BadInputException e) {
      throw new BadInputException("\"" + where + "\" is no net for " + game.name() + ": " + e.getMessage(), e);
    }
  }

  static Encoder encoder(Game game) {
    return game.encoder().orElseThrow(() ->
        new BadInputException(game.name() + " has no encoder, so no net can see it"));
  }

  /**
   * Writes a file: all of it or, if that fails, none.
   *
   * @param file written over if it is there; its folder is made if need be
   * @throws IOException if it can't be written
   */
  public void write(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
    Files.write(partial, NetFormat.write(this).toBytes());
    Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** {@return its sizes} */
  public NetShape shape() {
    return shape;
  }

  /** {@return {@link Game#family} of what it is for} */
  public String game() {
    return game;
  }

  /** {@return {@link Encoder#id} of what it sees} */
  public String encoder() {
    return encoder;
  }

  /** {@return how it came about, by key, such as {@code recipe}, {@code seed} and {@code steps}} */
  public Map<String, String> provenance() {
    return provenance;
  }

  /**
   * Copies a tensor.
   *
   * @param tensor any
   * @return its weights, row by row, as rounded
   */
  public float[] copy(NetTensor tensor) {
    return switch (tensor) {
      case VALUE_FEATURES -> weights(value.features(), value.scale());
      case VALUE_FEATURES_BIAS -> weights(value.featuresBias(), value.scale());
      case VALUE_OUT -> weights(value.out(), value.outScale());
      case VALUE_OUT_BIAS -> weights(value.outBias(), value.outUnit());
      case POLICY_FEATURES -> weights(policy.features(), policy.scale());
      case POLICY_FEATURES_BIAS -> weights(policy.featuresBias(), policy.scale());
      case POLICY_OUT -> weights(policy.out(), policy.outScale());
      case POLICY_OUT_BIAS -> weights(policy.outBias(), policy.outUnit());
    };
  }

  private static float[] weights(short[] integers, int scale) {
    float[] weights = new float[integers.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = integers[i] / (float) scale;
    }
    return weights;
  }

  private static float[] weights(int[] integers, float unit) {
    float[] weights = new float[integers.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = integers[i] * unit;
    }
    return weights;
  }

  /** {@return the half that judges} */
  Part value() {
    return value;
  }

  /** {@return the half that chooses} */
  Part policy() {
    return policy;
  }
}
