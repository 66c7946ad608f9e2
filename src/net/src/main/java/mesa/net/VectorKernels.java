package mesa.net;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API. Always 256 bits: with the machine's own width the order of the sums, and so the last
 * bits, would differ between machines; 512 bits would gain little at these widths.
 *
 * <p>C2 stops inlining once a method has grown to 18,000 nodes, some 60 vector operations, and a vector that reaches a
 * call that is not inlined is boxed: an evaluation then allocates 1.5 kB and takes twice as long. So the kernels are
 * written out at length, beyond the 325 bytes of byte code up to which C2 inlines: each is compiled by itself, and none
 * hands a vector to another method. A test asserts that nothing is allocated.
 */
final class VectorKernels extends Kernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final VectorShuffle<Float> SWAP_FOURS = VectorShuffle.fromValues(SPECIES, 4, 5, 6, 7, 0, 1, 2, 3);
  private static final VectorShuffle<Float> SWAP_TWOS = VectorShuffle.fromValues(SPECIES, 2, 3, 0, 1, 6, 7, 4, 5);
  private static final VectorShuffle<Float> SWAP_ONES = VectorShuffle.fromValues(SPECIES, 1, 0, 3, 2, 5, 4, 7, 6);

  /** {@return whether this machine has registers of 256 bits} */
  static boolean isFast() {
    return FloatVector.SPECIES_PREFERRED.length() >= LANES;
  }

  @Override
  void hidden(float[] bias, float[] rows, int[] features, int count, float[] hidden, int at) {
    int width = bias.length;
    int j = 0;
    // Eight registers hold 64 units while all rows pass, so each unit is loaded and stored once.
    for (; j < (width & -8 * LANES); j += 8 * LANES) {
      FloatVector a = FloatVector.fromArray(SPECIES, bias, j);
      FloatVector b = FloatVector.fromArray(SPECIES, bias, j + LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, bias, j + 2 * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, bias, j + 3 * LANES);
      FloatVector e = FloatVector.fromArray(SPECIES, bias, j + 4 * LANES);
      FloatVector f = FloatVector.fromArray(SPECIES, bias, j + 5 * LANES);
      FloatVector g = FloatVector.fromArray(SPECIES, bias, j + 6 * LANES);
      FloatVector h = FloatVector.fromArray(SPECIES, bias, j + 7 * LANES);
      for (int i = 0; i < count; i++) {
        int from = features[i] * width + j;
        a = a.add(FloatVector.fromArray(SPECIES, rows, from));
        b = b.add(FloatVector.fromArray(SPECIES, rows, from + LANES));
        c = c.add(FloatVector.fromArray(SPECIES, rows, from + 2 * LANES));
        d = d.add(FloatVector.fromArray(SPECIES, rows, from + 3 * LANES));
        e = e.add(FloatVector.fromArray(SPECIES, rows, from + 4 * LANES));
        f = f.add(FloatVector.fromArray(SPECIES, rows, from + 5 * LANES));
        g = g.add(FloatVector.fromArray(SPECIES, rows, from + 6 * LANES));
        h = h.add(FloatVector.fromArray(SPECIES, rows, from + 7 * LANES));
      }
      a.intoArray(hidden, at + j);
      b.intoArray(hidden, at + j + LANES);
      c.intoArray(hidden, at + j + 2 * LANES);
      d.intoArray(hidden, at + j + 3 * LANES);
      e.intoArray(hidden, at + j + 4 * LANES);
      f.intoArray(hidden, at + j + 5 * LANES);
      g.intoArray(hidden, at + j + 6 * LANES);
      h.intoArray(hidden, at + j + 7 * LANES);
    }
    for (; j < width; j += LANES) {
      FloatVector sums = FloatVector.fromArray(SPECIES, bias, j);
      for (int i = 0; i < count; i++) {
        sums = sums.add(FloatVector.fromArray(SPECIES, rows, features[i] * width + j));
      }
      sums.intoArray(hidden, at + j);
    }
    for (j = at; j < at + width; j += LANES) {
      FloatVector clamped = FloatVector.fromArray(SPECIES, hidden, j).max(0).min(1);
      clamped.mul(clamped).intoArray(hidden, j);
    }
  }

  @Override
  float dot(float[] hidden, float[] rows) {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i < (hidden.length & -8 * LANES); i += 8 * LANES) {
      a = a.add(FloatVector.fromArray(SPECIES, hidden, i).mul(FloatVector.fromArray(SPECIES, rows, i)));
      b = b.add(FloatVector.fromArray(SPECIES, hidden, i + LANES).mul(FloatVector.fromArray(SPECIES, rows, i + LANES)));
      a = a.add(FloatVector.fromArray(SPECIES, hidden, i + 2 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 2 * LANES)));
      b = b.add(FloatVector.fromArray(SPECIES, hidden, i + 3 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 3 * LANES)));
      a = a.add(FloatVector.fromArray(SPECIES, hidden, i + 4 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 4 * LANES)));
      b = b.add(FloatVector.fromArray(SPECIES, hidden, i + 5 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 5 * LANES)));
      a = a.add(FloatVector.fromArray(SPECIES, hidden, i + 6 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 6 * LANES)));
      b = b.add(FloatVector.fromArray(SPECIES, hidden, i + 7 * LANES).mul(FloatVector.fromArray(SPECIES, rows, i + 7 * LANES)));
    }
    for (; i < hidden.length; i += 2 * LANES) {
      a = a.add(FloatVector.fromArray(SPECIES, hidden, i).mul(FloatVector.fromArray(SPECIES, rows, i)));
      b = b.add(FloatVector.fromArray(SPECIES, hidden, i + LANES).mul(FloatVector.fromArray(SPECIES, rows, i + LANES)));
    }
    a = a.add(b);
    return sum(a.lane(0), a.lane(1), a.lane(2), a.lane(3), a.lane(4), a.lane(5), a.lane(6), a.lane(7));
  }

  /** Adds lanes in a fixed order, which {@code reduceLanes} leaves open. Takes no vector, so that none is boxed for it. */
  private static float sum(float a, float b, float c, float d, float e, float f, float g, float h) {
    return ((a + e) + (c + g)) + ((b + f) + (d + h));
  }

  @Override
  void logits(float[] hidden, float[] rows, float[] bias, int[] slots, int count, float[] logits) {
    int width = hidden.length;
    // Four rows at a time: four sums that need not wait for each other, and a quarter of the loads of hidden units.
    for (int i = 0; i < count; i += 4) {
      int fromA = slots[i] * width;
      int fromB = slots[i + 1] * width;
      int fromC = slots[i + 2] * width;
      int fromD = slots[i + 3] * width;
      FloatVector a = FloatVector.zero(SPECIES);
      FloatVector b = FloatVector.zero(SPECIES);
      FloatVector c = FloatVector.zero(SPECIES);
      FloatVector d = FloatVector.zero(SPECIES);
      for (int j = 0; j < width; j += LANES) {
        FloatVector units = FloatVector.fromArray(SPECIES, hidden, j);
        a = a.add(units.mul(FloatVector.fromArray(SPECIES, rows, fromA + j)));
        b = b.add(units.mul(FloatVector.fromArray(SPECIES, rows, fromB + j)));
        c = c.add(units.mul(FloatVector.fromArray(SPECIES, rows, fromC + j)));
        d = d.add(units.mul(FloatVector.fromArray(SPECIES, rows, fromD + j)));
      }
      // The order of sum(), for all four.
      a = a.add(a.rearrange(SWAP_FOURS));
      b = b.add(b.rearrange(SWAP_FOURS));
      c = c.add(c.rearrange(SWAP_FOURS));
      d = d.add(d.rearrange(SWAP_FOURS));
      a = a.add(a.rearrange(SWAP_TWOS));
      b = b.add(b.rearrange(SWAP_TWOS));
      c = c.add(c.rearrange(SWAP_TWOS));
      d = d.add(d.rearrange(SWAP_TWOS));
      a = a.add(a.rearrange(SWAP_ONES));
      b = b.add(b.rearrange(SWAP_ONES));
      c = c.add(c.rearrange(SWAP_ONES));
      d = d.add(d.rearrange(SWAP_ONES));
      logits[i] = bias[slots[i]] + a.lane(0);
      logits[i + 1] = bias[slots[i + 1]] + b.lane(0);
      logits[i + 2] = bias[slots[i + 2]] + c.lane(0);
      logits[i + 3] = bias[slots[i + 3]] + d.lane(0);
    }
  }

  @Override
  void softmax(float[] logits, int count) {
    int padded = padded(count);
    float greatest = greatest(logits, count);
    FloatVector sums = FloatVector.zero(SPECIES);
    for (int i = 0; i < padded; i += LANES) {
      // Kernels.exp(float), eight at a time.
      FloatVector clamped = FloatVector.fromArray(SPECIES, logits, i).sub(greatest).max(LEAST_EXPONENT);
      FloatVector shifted = clamped.mul(LOG2_E).add(ROUND);
      FloatVector n = shifted.sub(ROUND);
      FloatVector r = clamped.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      FloatVector series = r.mul(C7).add(C6).mul(r).add(C5).mul(r).add(C4).mul(r).add(C3).mul(r).add(C2);
      series = series.mul(r).add(1).mul(r).add(1);
      FloatVector e = series.reinterpretAsInts()
          .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
          .reinterpretAsFloats();
      sums = sums.add(e);
      e.intoArray(logits, i);
    }
    float sum = sum(sums.lane(0), sums.lane(1), sums.lane(2), sums.lane(3),
        sums.lane(4), sums.lane(5), sums.lane(6), sums.lane(7));
    for (int i = 0; i < padded; i += LANES) {
      FloatVector.fromArray(SPECIES, logits, i).div(sum).intoArray(logits, i);
    }
  }
}
