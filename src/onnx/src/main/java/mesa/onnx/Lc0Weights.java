package mesa.onnx;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mesa.core.BadInputException;

/**
 * A network in lc0's format: its weights, with normalisation folded into convolutions.
 *
 * @param format what kind of network it is
 * @param tower the residual tower, or null where there is none
 * @param attention the body of encoder layers, behind the tower if there is one, or null where there is none
 * @param policy the policy head
 * @param value the value head
 */
record Lc0Weights(Lc0Format format, Lc0Tower tower, Lc0Attention attention, Lc0Policy policy, Lc0Value value) {
  /** A board's cells. */
  static final int CELLS = 64;

  private static final int LARGEST_FILE = 1 << 30;
  /** Weights hardly get shorter by packing; what grows more when unpacked is only there to fill the memory. */
  private static final int MOST_GROWTH = 64;
  /** How files begin: field 1, of four bytes, is the number 0x1c0. */
  private static final String BEGINNING = "0d c0 01 00 00";

  /**
   * Which heads are used, by lc0's names for them.
   *
   * @param policy such as vanilla
   * @param value such as winner
   */
  record Chosen(String policy, String value) {
    /** What lc0 uses unless told otherwise. */
    static final Chosen USUAL = new Chosen(HeadChoice.POLICY.names().getFirst(), HeadChoice.VALUE.names().getFirst());
  }

  /**
   * Reads a file, gzipped or not.
   *
   * @param file the file
   * @param chosen which of its heads
   * @param inputs the numbers of the input formats that can be shown
   * @param planes how many planes these have
   * @param actions how many slots its policy has
   * @throws BadInputException if it is not there or is no network that can be evaluated; the message says what is wrong
   */
  static Lc0Weights read(Path file, Chosen chosen, Integer[] inputs, int planes, int actions) {
    try (InputStream in = Files.newInputStream(file)) {
      Lc0Weights weights = parse(ByteBuffer.wrap(unzipped(in.readNBytes(LARGEST_FILE))), chosen, inputs);
      weights.check(planes, actions);
      return weights;
    } catch (NoSuchFileException e) {
      throw new BadInputException("there is no file \"" + file + "\"; a network of lc0's, such as a .pb.gz, is wanted", e);
    } catch (EOFException e) {
      throw new BadInputException("\"" + file + "\" is damaged: it breaks off where more of a gzip file is expected", e);
    } catch (ZipException e) {
      throw new BadInputException("\"" + file + "\" is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e.getMessage(), e);
    } catch (BadInputException e) {
      throw new BadInputException("\"" + file + "\" is no network of lc0's that Mesa knows: " + e.getMessage(), e);
    }
  }

  private static byte[] unzipped(byte[] data) throws IOException {
    if (data.length < 2 || (data[0] & 0xff) != 0x1f || (data[1] & 0xff) != 0x8b) {
      return data;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
      int most = (int) Math.min(LARGEST_FILE, (long) MOST_GROWTH * data.length);
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new BadInputException("unpacked it has more than " + most + " bytes, which no weights have that are "
            + data.length + " packed");
      }
      return bytes;
    }
  }

  /** Reads the message Net. */
  private static Lc0Weights parse(ByteBuffer data, Chosen chosen, Integer[] inputs) {
    if (!data.hasRemaining()) {
      throw new BadInputException("it is empty");
    }
    byte[] first = new byte[Math.min(5, data.remaining())];
    data.get(0, first);
    String beginning = HexFormat.ofDelimiter(" ").formatHex(first);
    if (!beginning.equals(BEGINNING)) {
      throw new BadInputException("it begins with the bytes " + beginning + ", where " + BEGINNING + " are expected");
    }
    Lc0Message net = new Lc0Message(new ProtoReader(data), Lc0Layer.LINEAR16);
    if (!net.has(10)) {
      throw new BadInputException("it holds no weights");
    }
    Lc0Message weights = net.child(10);
    Lc0Format format = Lc0Format.read(net.child(4), weights, inputs);
    boolean hasAttention = format.embedding() != null;
    boolean hasTower = !hasAttention || weights.has(2);
    return new Lc0Weights(
        format,
        hasTower ? Lc0Tower.read(weights) : null,
        hasAttention ? Lc0Attention.read(weights, format.embedding(), hasTower) : null,
        Lc0Policy.read(weights, format.policy(), chosen.policy),
        Lc0Value.read(weights, hasAttention, chosen.value));
  }

  private void check(int planes, int actions) {
    int channels = planes;
    float[] scores = new float[0];
    if (tower != null) {
      tower.check(planes);
      channels = tower.filters();
    }
    if (attention != null) {
      attention.check(channels, tower != null);
      channels = attention.channels();
      scores = attention.scores();
    }
    policy.check(channels, actions, scores);
    value.check(channels, format.hasWdl() ? 3 : 1);
  }
}
