package mesa.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.Game;

/**
 * What a net's file holds: its shape, its weights, the game and encoder it was made for, and where it comes from. See
 * the module's README for the format. Immutable and safe to share; {@link SparseNet} evaluates with it.
 */
public final class Net {
  private static final String FORMAT = "1";
  private static final String ACTIVATION = "screlu";
  private static final int LARGEST_FILE = 1 << 30;

  /** Weights within this can't overflow to infinity, nor make a NaN, however many are added up. */
  private static final float LARGEST_WEIGHT = 1e6f;

  private static final String PROVENANCE = "train.";

  private final NetShape shape;
  private final String game;
  private final String encoder;
  private final SequencedMap<String, String> provenance;
  private final Map<NetTensor, float[]> weights;

  private Net(
      NetShape shape, String game, String encoder, Map<String, String> provenance, Map<NetTensor, float[]> weights) {
    this.shape = shape;
    this.game = game;
    this.encoder = encoder;
    this.provenance = new TreeMap<>(provenance);
    this.weights = weights;
  }

  /**
   * Makes a net of weights.
   *
   * @param game what it is for; has an encoder
   * @param shape its sizes
   * @param provenance how it came about, by key, such as {@code seed}
   * @param weights all tensors, each as long as the shape says; copied
   * @return the net
   * @throws BadInputException if the sizes are not those of the game's encoder or a weight is no number of sensible size
   */
  public static Net of(Game game, NetShape shape, Map<String, String> provenance, Map<NetTensor, float[]> weights) {
    Encoder encoder = encoder(game);
    checkEncoder(shape, encoder, "this net");
    Map<NetTensor, float[]> copies = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      float[] data = weights.get(tensor);
      if (data == null || data.length != shape.count(tensor)) {
        throw new IllegalArgumentException(tensor.key() + " must hold " + shape.count(tensor) + " numbers");
      }
      checkNumbers(tensor, data, "this net");
      copies.put(tensor, data.clone());
    }
    return new Net(shape, game.family(), encoder.id(), provenance, copies);
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
    return of(Safetensors.parse(bytes, where), where, game);
  }

  private static Net of(Safetensors file, String where, Game game) {
    Encoder encoder = encoder(game);
    Map<String, String> metadata = file.metadata();
    expect(metadata, "format", FORMAT, where);
    expect(metadata, "game", game.family(), where);
    expect(metadata, "encoder", encoder.id(), where);
    expect(metadata, "activation", ACTIVATION, where);
    NetShape shape = new NetShape(
        size(metadata, "inputs", where),
        size(metadata, "actions", where),
        size(metadata, "value.width", where),
        size(metadata, "policy.width", where));
    checkEncoder(shape, encoder, "\"" + where + "\"");
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      Safetensors.Tensor stored = file.tensors().get(tensor.key());
      if (stored == null || !Arrays.equals(stored.sizes(), shape.sizes(tensor))) {
        throw new BadInputException("\"" + where + "\" is no net: tensor \"" + tensor.key() + "\" "
            + (stored == null ? "is missing" : "has shape " + Arrays.toString(stored.sizes())) + ", where shape "
            + Arrays.toString(shape.sizes(tensor)) + " is expected");
      }
      checkNumbers(tensor, stored.data(), "\"" + where + "\"");
      weights.put(tensor, stored.data());
    }
    List<String> known = Arrays.stream(NetTensor.values()).map(NetTensor::key).toList();
    file.tensors().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new BadInputException("\"" + where + "\" is no net: it has a tensor \"" + name + "\", where only "
          + String.join(", ", known) + " are expected");
    });
    Map<String, String> provenance = new TreeMap<>();
    metadata.forEach((key, text) -> {
      if (key.startsWith(PROVENANCE)) {
        provenance.put(key.substring(PROVENANCE.length()), text);
      }
    });
    return new Net(shape, game.family(), encoder.id(), provenance, weights);
  }

  private static void expect(Map<String, String> metadata, String key, String expected, String where) {
    String found = metadata.get(key);
    if (!expected.equals(found)) {
      throw new BadInputException("\"" + where + "\" is no net for this: its metadata has "
          + (found == null ? "no " + key : key + " \"" + found + "\"") + ", where \"" + expected + "\" is expected");
    }
  }

  private static int size(Map<String, String> metadata, String key, String where) {
    String text = metadata.getOrDefault(key, "");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadInputException("\"" + where + "\" is no net: its metadata has " + key + " \"" + text
          + "\", where a whole number is expected", e);
    }
  }

  private static void checkEncoder(NetShape shape, Encoder encoder, String which) {
    if (shape.inputs() != encoder.inputs() || shape.actions() != encoder.actions()) {
      throw new BadInputException(which + " has " + shape.inputs() + " inputs and " + shape.actions()
          + " actions, where " + encoder.inputs() + " and " + encoder.actions() + " are expected");
    }
  }

  private static void checkNumbers(NetTensor tensor, float[] data, String which) {
    for (int i = 0; i < data.length; i++) {
      if (!(Math.abs(data[i]) <= LARGEST_WEIGHT)) {
        throw new BadInputException(which + " is no net: number " + i + " of tensor \"" + tensor.key() + "\" is "
            + data[i] + ", where a number within plus or minus " + LARGEST_WEIGHT + " is expected");
      }
    }
  }

  private static Encoder encoder(Game game) {
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
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("format", FORMAT);
    metadata.put("game", game);
    metadata.put("encoder", encoder);
    metadata.put("activation", ACTIVATION);
    metadata.put("inputs", Integer.toString(shape.inputs()));
    metadata.put("actions", Integer.toString(shape.actions()));
    metadata.put("value.width", Integer.toString(shape.valueWidth()));
    metadata.put("policy.width", Integer.toString(shape.policyWidth()));
    provenance.forEach((key, text) -> metadata.put(PROVENANCE + key, text));
    LinkedHashMap<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    for (NetTensor tensor : NetTensor.values()) {
      tensors.put(tensor.key(), new Safetensors.Tensor(shape.sizes(tensor), weights.get(tensor)));
    }
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
    Files.write(partial, new Safetensors(metadata, tensors).toBytes());
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
    return Collections.unmodifiableMap(provenance);
  }

  /**
   * Copies a tensor.
   *
   * @param tensor any
   * @return its numbers, row by row
   */
  public float[] copy(NetTensor tensor) {
    return weights.get(tensor).clone();
  }

  /** {@return a tensor's own numbers, not to be changed} */
  float[] weights(NetTensor tensor) {
    return weights.get(tensor);
  }
}
