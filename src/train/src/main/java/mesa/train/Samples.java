package mesa.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import mesa.core.BadInputException;

/**
 * Positions to learn from, packed: what the encoder saw, what the game came to, what a player thought. Everything is
 * seen from the side to move. Immutable and safe to share; made by a {@link SampleWriter}.
 *
 * <p>A sample is a run of 16-bit numbers, each list with its length in front:
 * <pre>
 * n, features of the mover's view     n, features of the other side's view     n, legal policy slots
 * n targets of these slots, as 65535ths
 * </pre>
 */
final class Samples {
  /** What a probability of 1 is stored as. */
  static final int CERTAIN = 65_535;

  private static final int MAGIC = 0x4d455341;
  private static final int VERSION = 1;

  private final char[] packed;
  private final int[] from;
  private final int[] game;
  private final byte[] result;
  private final float[] value;
  private final boolean[] quiet;

  /**
   * Makes samples of arrays, which are kept.
   *
   * @param packed the runs
   * @param from where each sample's run starts, and one number more: the end
   * @param game which game each is from, by its number among those of the same source
   * @param result the game's for the mover: 1, 0 or -1
   * @param value the searched one for the mover, in [-1, 1]
   * @param quiet whether neither the mover is in check nor the best move a capture or the like
   */
  Samples(char[] packed, int[] from, int[] game, byte[] result, float[] value, boolean[] quiet) {
    this.packed = packed;
    this.from = from;
    this.game = game;
    this.result = result;
    this.value = value;
    this.quiet = quiet;
  }

  /** {@return all samples of some blocks, in order} */
  static Samples join(List<Samples> blocks) {
    int size = blocks.stream().mapToInt(Samples::size).sum();
    int length = blocks.stream().mapToInt(block -> block.packed.length).sum();
    Samples all = new Samples(
        new char[length], new int[size + 1], new int[size], new byte[size], new float[size], new boolean[size]);
    int at = 0;
    int start = 0;
    for (Samples block : blocks) {
      System.arraycopy(block.packed, 0, all.packed, start, block.packed.length);
      System.arraycopy(block.game, 0, all.game, at, block.size());
      System.arraycopy(block.result, 0, all.result, at, block.size());
      System.arraycopy(block.value, 0, all.value, at, block.size());
      System.arraycopy(block.quiet, 0, all.quiet, at, block.size());
      for (int i = 1; i <= block.size(); i++) {
        all.from[at + i] = start + block.from[i];
      }
      at += block.size();
      start += block.packed.length;
    }
    return all;
  }

  int size() {
    return game.length;
  }

  int game(int sample) {
    return game[sample];
  }

  boolean isQuiet(int sample) {
    return quiet[sample];
  }

  /** {@return what the value should be: so much of the result, the rest of the searched value} */
  float valueTarget(int sample, double resultShare) {
    return (float) (resultShare * result[sample] + (1 - resultShare) * value[sample]);
  }

  /** Copies the features of the mover's view; returns how many there are. */
  int mover(int sample, int[] into) {
    return list(from[sample], into);
  }

  /** Copies the features of the other side's view; returns how many there are. */
  int other(int sample, int[] into) {
    return list(after(from[sample]), into);
  }

  /** Copies the legal slots and their targets, which add up to 1 or nearly; returns how many there are. */
  int policy(int sample, int[] slots, float[] targets) {
    int at = after(after(from[sample]));
    int count = list(at, slots);
    for (int i = 0; i < count; i++) {
      targets[i] = packed[at + 1 + count + i] / (float) CERTAIN;
    }
    return count;
  }

  private int after(int at) {
    return at + 1 + packed[at];
  }

  private int list(int at, int[] into) {
    int count = packed[at];
    for (int i = 0; i < count; i++) {
      into[i] = packed[at + 1 + i];
    }
    return count;
  }

  /**
   * Writes a file: all of it or, if that fails, none.
   *
   * @param file written over if it is there
   * @param origin what the samples are, checked when they are read
   */
  void write(Path file, String origin) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (DataOutputStream out = new DataOutputStream(new FastGzip(partial))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(origin);
      out.writeInt(size());
      out.writeInt(packed.length);
      for (int i = 0; i < size(); i++) {
        out.writeInt(from[i + 1] - from[i]);
        out.writeInt(game[i]);
        out.writeByte(result[i]);
        out.writeFloat(value[i]);
        out.writeBoolean(quiet[i]);
      }
      ByteBuffer bytes = ByteBuffer.allocate(2 * packed.length);
      bytes.asCharBuffer().put(packed);
      out.write(bytes.array());
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(Path file) throws IOException {
      super(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /**
   * Reads a file.
   *
   * @param file one that {@link #write} has written
   * @param origin what its samples must be
   * @throws BadInputException if it is damaged or holds something else
   */
  static Samples read(Path file, String origin) throws IOException {
    try {
      return readWhole(file, origin);
    } catch (EOFException | ZipException e) {
      throw new BadInputException("\"" + file + "\" is damaged; delete it, and it is made again", e);
    }
  }

  private static Samples readWhole(Path file, String origin) throws IOException {
    try (DataInputStream in = new DataInputStream(
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new BadInputException("\"" + file + "\" holds no samples of this version; delete it or use another folder");
      }
      String found = in.readUTF();
      if (!found.equals(origin)) {
        throw new BadInputException("\"" + file + "\" holds samples of " + found + ", where " + origin
            + " is expected; delete it or use another folder");
      }
      int size = in.readInt();
      int length = in.readInt();
      int[] from = new int[size + 1];
      int[] game = new int[size];
      byte[] result = new byte[size];
      float[] value = new float[size];
      boolean[] quiet = new boolean[size];
      for (int i = 0; i < size; i++) {
        from[i + 1] = from[i] + in.readInt();
        game[i] = in.readInt();
        result[i] = in.readByte();
        value[i] = in.readFloat();
        quiet[i] = in.readBoolean();
      }
      char[] packed = new char[length];
      byte[] bytes = new byte[2 * length];
      in.readFully(bytes);
      if (in.read() >= 0) { // Reading the end is what checks the sum.
        throw new ZipException("bytes follow the last sample");
      }
      ByteBuffer.wrap(bytes).asCharBuffer().get(packed);
      return new Samples(packed, from, game, result, value, quiet);
    }
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Samples other
        && Arrays.equals(packed, other.packed)
        && Arrays.equals(from, other.from)
        && Arrays.equals(game, other.game)
        && Arrays.equals(result, other.result)
        && Arrays.equals(value, other.value)
        && Arrays.equals(quiet, other.quiet);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }
}
