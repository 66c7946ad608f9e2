package mesa.train;

import java.util.Arrays;
import java.util.List;
import mesa.core.Rng;

/**
 * All samples that a net may learn from, split by game: one game in {@value #GAMES_PER_VALIDATION} is kept back to
 * measure the loss on. Immutable.
 */
final class Pool {
  private static final int GAMES_PER_VALIDATION = 20;

  private final List<Samples> blocks;
  /** Block and sample, 32 bits each. */
  private final long[] learned;
  private final long[] keptBack;

  Pool(List<Samples> blocks) {
    this.blocks = blocks;
    int total = blocks.stream().mapToInt(Samples::size).sum();
    long[] learning = new long[total];
    long[] validation = new long[total];
    int learningSize = 0;
    int validationSize = 0;
    for (int block = 0; block < blocks.size(); block++) {
      Samples samples = blocks.get(block);
      for (int i = 0; i < samples.size(); i++) {
        long reference = (long) block << 32 | i;
        if (samples.game(i) % GAMES_PER_VALIDATION == GAMES_PER_VALIDATION - 1) {
          validation[validationSize++] = reference;
        } else {
          learning[learningSize++] = reference;
        }
      }
    }
    learned = Arrays.copyOf(learning, learningSize);
    keptBack = Arrays.copyOf(validation, validationSize);
  }

  /** {@return how many samples are learned from} */
  int size() {
    return learned.length;
  }

  /** {@return how many samples are kept back} */
  int validationSize() {
    return keptBack.length;
  }

  /** Draws samples to learn from, each as likely as any other. */
  Batch draw(int count, Rng rng) {
    long[] references = new long[count];
    for (int i = 0; i < count; i++) {
      references[i] = learned[rng.below(learned.length)];
    }
    return new Batch(blocks, references);
  }

  /** {@return up to {@code count} samples of those kept back, evenly spread} */
  Batch validation(int count) {
    int size = Math.min(count, keptBack.length);
    long[] references = new long[size];
    for (int i = 0; i < size; i++) {
      references[i] = keptBack[(int) ((long) i * keptBack.length / size)];
    }
    return new Batch(blocks, references);
  }

  /**
   * Samples picked from blocks.
   *
   * @param blocks where they are
   * @param references block and sample, 32 bits each
   */
  record Batch(List<Samples> blocks, long[] references) {
    int size() {
      return references.length;
    }

    Samples block(int i) {
      return blocks.get((int) (references[i] >>> 32));
    }

    /** {@return a range of these} */
    Batch part(int from, int to) {
      return new Batch(blocks, Arrays.copyOfRange(references, from, to));
    }

    int sample(int i) {
      return (int) references[i];
    }
  }
}
