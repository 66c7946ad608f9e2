package mesa.train;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Tactical;

/** Packs the positions of games into {@link Samples}, whose result is known only once a game is over. One thread. */
final class SampleWriter {
  private final Encoder encoder;
  private final long[] bits;
  private final Moves noisy = new Moves();
  private char[] packed = new char[1 << 12];
  private int[] from = new int[1 << 6];
  private byte[] mover = new byte[1 << 6];
  private byte[] result = new byte[1 << 6];
  private float[] value = new float[1 << 6];
  private boolean[] quiet = new boolean[1 << 6];
  private int[] game = new int[1 << 6];
  private int size;
  private int firstOfGame;

  SampleWriter(Encoder encoder) {
    this.encoder = encoder;
    this.bits = new long[encoder.words()];
  }

  /**
   * Adds a position of the current game.
   *
   * @param position not over
   * @param legal its legal moves
   * @param best the move thought best
   * @param searched the value for the side to move, in [-1, 1]
   * @param targets a probability for each legal move
   */
  void add(Position position, Moves legal, int best, float searched, float[] targets) {
    grow(2 * encoder.inputs() + 2 * legal.size() + 3);
    mover[size] = (byte) position.sideToMove();
    value[size] = searched;
    quiet[size] = isQuiet(position, best);
    int at = view(position, position.sideToMove(), from[size]);
    at = view(position, position.sideToMove() ^ 1, at);
    packed[at++] = (char) legal.size();
    for (int i = 0; i < legal.size(); i++) {
      packed[at + i] = (char) encoder.action(position, legal.get(i));
      packed[at + legal.size() + i] = (char) Math.round(targets[i] * Samples.CERTAIN);
    }
    from[++size] = at + 2 * legal.size();
  }

  private boolean isQuiet(Position position, int best) {
    if (!(position instanceof Tactical tactical)) {
      return true;
    }
    noisy.clear();
    tactical.noisyMoves(noisy);
    return !tactical.inCheck() && !noisy.contains(best);
  }

  private int view(Position position, int side, int start) {
    encoder.encode(position, side, bits);
    int at = start + 1;
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        packed[at++] = (char) (word << 6 | Long.numberOfTrailingZeros(rest));
      }
    }
    packed[start] = (char) (at - start - 1);
    return at;
  }

  /**
   * Ends the current game.
   *
   * @param number its number, for telling games apart
   * @param outcome what it came to; {@link Outcome#ONGOING} counts as drawn
   */
  void endGame(int number, Outcome outcome) {
    for (; firstOfGame < size; firstOfGame++) {
      game[firstOfGame] = number;
      result[firstOfGame] = (byte) outcome.valueFor(mover[firstOfGame]);
    }
  }

  /** {@return the positions of all ended games} */
  Samples samples() {
    return new Samples(
        Arrays.copyOf(packed, from[size]),
        Arrays.copyOf(from, size + 1),
        Arrays.copyOf(game, size),
        Arrays.copyOf(result, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(quiet, size));
  }

  private void grow(int most) {
    if (from[size] + most > packed.length) {
      packed = Arrays.copyOf(packed, 2 * packed.length + most);
    }
    if (size + 1 == from.length) {
      int room = 2 * from.length;
      from = Arrays.copyOf(from, room);
      mover = Arrays.copyOf(mover, room);
      result = Arrays.copyOf(result, room);
      value = Arrays.copyOf(value, room);
      quiet = Arrays.copyOf(quiet, room);
      game = Arrays.copyOf(game, room);
    }
  }
}
