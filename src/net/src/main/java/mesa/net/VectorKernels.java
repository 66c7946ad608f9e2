package mesa.net;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, at the width that this machine prefers. There is one species for each kind of number,
 * held in a constant: with two, C2 puts vectors on the heap and a kernel takes up to a hundred times as long. A test
 * that wants another width therefore defines this class again, hidden, with the bits as its class data.
 *
 * <p>C2 learns from what has run before that a sum carried round a loop is of that species. An operation that it first
 * meets afterwards stays a call, which puts vectors on the heap for good; so no loop here does what others don't, or
 * does now and then. For the same reason each is compiled by itself and hands no vector to another method. A test
 * asserts that nothing is allocated.
 */
final class VectorKernels extends Kernels {
  private static final VectorShape SHAPE = shape();
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);

  private static final int S = SHORTS.length();
  private static final int N = INTS.length();

  private static VectorShape shape() {
    try {
      Integer bits = MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Integer.class);
      return bits == null ? VectorShape.preferredShape() : VectorShape.forBitSize(bits);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  void refresh(long[] view, short[] bias, short[] sums, int to, short[] rows, int width) {
    int j = 0;
    for (; j <= width - 8 * S; j += 8 * S) {
      refreshEight(view, bias, sums, to, rows, width, j);
    }
    for (; j <= width - 4 * S; j += 4 * S) {
      refreshFour(view, bias, sums, to, rows, width, j);
    }
    for (; j < width; j += S) {
      refreshOne(view, bias, sums, to, rows, width, j);
    }
  }

  /** Eight registers hold sums while all rows pass, so each sum is loaded and stored once. */
  private static void refreshEight(long[] view, short[] bias, short[] sums, int to, short[] rows, int width, int j) {
    ShortVector a = ShortVector.fromArray(SHORTS, bias, j);
    ShortVector b = ShortVector.fromArray(SHORTS, bias, j + S);
    ShortVector c = ShortVector.fromArray(SHORTS, bias, j + 2 * S);
    ShortVector d = ShortVector.fromArray(SHORTS, bias, j + 3 * S);
    ShortVector e = ShortVector.fromArray(SHORTS, bias, j + 4 * S);
    ShortVector f = ShortVector.fromArray(SHORTS, bias, j + 5 * S);
    ShortVector g = ShortVector.fromArray(SHORTS, bias, j + 6 * S);
    ShortVector h = ShortVector.fromArray(SHORTS, bias, j + 7 * S);
    for (int word = 0; word < view.length; word++) {
      for (long rest = view[word]; rest != 0; rest &= rest - 1) {
        int row = (word << 6 | Long.numberOfTrailingZeros(rest)) * width + j;
        a = a.add(ShortVector.fromArray(SHORTS, rows, row));
        b = b.add(ShortVector.fromArray(SHORTS, rows, row + S));
        c = c.add(ShortVector.fromArray(SHORTS, rows, row + 2 * S));
        d = d.add(ShortVector.fromArray(SHORTS, rows, row + 3 * S));
        e = e.add(ShortVector.fromArray(SHORTS, rows, row + 4 * S));
        f = f.add(ShortVector.fromArray(SHORTS, rows, row + 5 * S));
        g = g.add(ShortVector.fromArray(SHORTS, rows, row + 6 * S));
        h = h.add(ShortVector.fromArray(SHORTS, rows, row + 7 * S));
      }
    }
    a.intoArray(sums, to + j);
    b.intoArray(sums, to + j + S);
    c.intoArray(sums, to + j + 2 * S);
    d.intoArray(sums, to + j + 3 * S);
    e.intoArray(sums, to + j + 4 * S);
    f.intoArray(sums, to + j + 5 * S);
    g.intoArray(sums, to + j + 6 * S);
    h.intoArray(sums, to + j + 7 * S);
  }

  private static void refreshFour(long[] view, short[] bias, short[] sums, int to, short[] rows, int width, int j) {
    ShortVector a = ShortVector.fromArray(SHORTS, bias, j);
    ShortVector b = ShortVector.fromArray(SHORTS, bias, j + S);
    ShortVector c = ShortVector.fromArray(SHORTS, bias, j + 2 * S);
    ShortVector d = ShortVector.fromArray(SHORTS, bias, j + 3 * S);
    for (int word = 0; word < view.length; word++) {
      for (long rest = view[word]; rest != 0; rest &= rest - 1) {
        int row = (word << 6 | Long.numberOfTrailingZeros(rest)) * width + j;
        a = a.add(ShortVector.fromArray(SHORTS, rows, row));
        b = b.add(ShortVector.fromArray(SHORTS, rows, row + S));
        c = c.add(ShortVector.fromArray(SHORTS, rows, row + 2 * S));
        d = d.add(ShortVector.fromArray(SHORTS, rows, row + 3 * S));
      }
    }
    a.intoArray(sums, to + j);
    b.intoArray(sums, to + j + S);
    c.intoArray(sums, to + j + 2 * S);
    d.intoArray(sums, to + j + 3 * S);
  }

  private static void refreshOne(long[] view, short[] bias, short[] sums, int to, short[] rows, int width, int j) {
    ShortVector a = ShortVector.fromArray(SHORTS, bias, j);
    for (int word = 0; word < view.length; word++) {
      for (long rest = view[word]; rest != 0; rest &= rest - 1) {
        int row = (word << 6 | Long.numberOfTrailingZeros(rest)) * width + j;
        a = a.add(ShortVector.fromArray(SHORTS, rows, row));
      }
    }
    a.intoArray(sums, to + j);
  }

  @Override
  void update(short[] sums, int from, int to, short[] rows, int width, int[] added, int[] removed, int changes) {
    int j = 0;
    for (; j <= width - 4 * S; j += 4 * S) {
      updateFour(sums, from, to, rows, width, added, removed, changes, j);
    }
    for (; j < width; j += S) {
      updateOne(sums, from, to, rows, width, added, removed, changes, j);
    }
  }

  private static void updateFour(short[] sums, int from, int to, short[] rows, int width, int[] added, int[] removed,
      int changes, int j) {
    ShortVector a = ShortVector.fromArray(SHORTS, sums, from + j);
    ShortVector b = ShortVector.fromArray(SHORTS, sums, from + j + S);
    ShortVector c = ShortVector.fromArray(SHORTS, sums, from + j + 2 * S);
    ShortVector d = ShortVector.fromArray(SHORTS, sums, from + j + 3 * S);
    for (int i = 0; i < changes; i++) {
      int in = added[i] * width + j;
      int out = removed[i] * width + j;
      a = a.add(ShortVector.fromArray(SHORTS, rows, in)).sub(ShortVector.fromArray(SHORTS, rows, out));
      b = b.add(ShortVector.fromArray(SHORTS, rows, in + S)).sub(ShortVector.fromArray(SHORTS, rows, out + S));
      c = c.add(ShortVector.fromArray(SHORTS, rows, in + 2 * S)).sub(ShortVector.fromArray(SHORTS, rows, out + 2 * S));
      d = d.add(ShortVector.fromArray(SHORTS, rows, in + 3 * S)).sub(ShortVector.fromArray(SHORTS, rows, out + 3 * S));
    }
    a.intoArray(sums, to + j);
    b.intoArray(sums, to + j + S);
    c.intoArray(sums, to + j + 2 * S);
    d.intoArray(sums, to + j + 3 * S);
  }

  private static void updateOne(short[] sums, int from, int to, short[] rows, int width, int[] added, int[] removed,
      int changes, int j) {
    ShortVector a = ShortVector.fromArray(SHORTS, sums, from + j);
    for (int i = 0; i < changes; i++) {
      a = a.add(ShortVector.fromArray(SHORTS, rows, added[i] * width + j))
          .sub(ShortVector.fromArray(SHORTS, rows, removed[i] * width + j));
    }
    a.intoArray(sums, to + j);
  }

  @Override
  int dot(short[] sums, int mover, int other, short one, short[] weights, int at, int width) {
    IntVector a = IntVector.zero(INTS);
    IntVector b = IntVector.zero(INTS);
    IntVector c = IntVector.zero(INTS);
    IntVector d = IntVector.zero(INTS);
    for (int j = 0; j < width; j += S) {
      // A square needs all 16 bits, without a sign. Pairs of shorts are taken apart within their int, which spares
      // the moves between lanes that widening costs.
      ShortVector x = ShortVector.fromArray(SHORTS, sums, mover + j).max((short) 0).min(one);
      ShortVector y = ShortVector.fromArray(SHORTS, sums, other + j).max((short) 0).min(one);
      IntVector xx = x.mul(x).reinterpretAsInts();
      IntVector yy = y.mul(y).reinterpretAsInts();
      IntVector v = ShortVector.fromArray(SHORTS, weights, at + j).reinterpretAsInts();
      IntVector w = ShortVector.fromArray(SHORTS, weights, at + width + j).reinterpretAsInts();
      a = a.add(xx.and(0xffff).mul(v.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)));
      b = b.add(xx.lanewise(VectorOperators.LSHR, 16).mul(v.lanewise(VectorOperators.ASHR, 16)));
      c = c.add(yy.and(0xffff).mul(w.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)));
      d = d.add(yy.lanewise(VectorOperators.LSHR, 16).mul(w.lanewise(VectorOperators.ASHR, 16)));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  @Override
  void squares(short[] sums, int from, short one, char[] squares) {
    for (int j = 0; j < squares.length; j += S) {
      ShortVector x = ShortVector.fromArray(SHORTS, sums, from + j).max((short) 0).min(one);
      x.mul(x).intoCharArray(squares, j);
    }
  }

  @Override
  void logits(char[] squares, short[] rows, int[] bias, float unit, int[] slots, int count, float[] logits) {
    int width = squares.length;
    // Four rows at a time: four sums that need not wait for each other, and a quarter of the loads of squares.
    for (int i = 0; i < count; i += 4) {
      int rowA = slots[i] * width;
      int rowB = slots[i + 1] * width;
      int rowC = slots[i + 2] * width;
      int rowD = slots[i + 3] * width;
      IntVector a = IntVector.zero(INTS);
      IntVector b = IntVector.zero(INTS);
      IntVector c = IntVector.zero(INTS);
      IntVector d = IntVector.zero(INTS);
      for (int j = 0; j < width; j += S) {
        IntVector xx = ShortVector.fromCharArray(SHORTS, squares, j).reinterpretAsInts();
        IntVector x = xx.and(0xffff);
        IntVector y = xx.lanewise(VectorOperators.LSHR, 16);
        IntVector v = ShortVector.fromArray(SHORTS, rows, rowA + j).reinterpretAsInts();
        a = a.add(x.mul(v.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)))
            .add(y.mul(v.lanewise(VectorOperators.ASHR, 16)));
        v = ShortVector.fromArray(SHORTS, rows, rowB + j).reinterpretAsInts();
        b = b.add(x.mul(v.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)))
            .add(y.mul(v.lanewise(VectorOperators.ASHR, 16)));
        v = ShortVector.fromArray(SHORTS, rows, rowC + j).reinterpretAsInts();
        c = c.add(x.mul(v.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)))
            .add(y.mul(v.lanewise(VectorOperators.ASHR, 16)));
        v = ShortVector.fromArray(SHORTS, rows, rowD + j).reinterpretAsInts();
        d = d.add(x.mul(v.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16)))
            .add(y.mul(v.lanewise(VectorOperators.ASHR, 16)));
      }
      logits[i] = (bias[slots[i]] + a.reduceLanes(VectorOperators.ADD)) * unit;
      logits[i + 1] = (bias[slots[i + 1]] + b.reduceLanes(VectorOperators.ADD)) * unit;
      logits[i + 2] = (bias[slots[i + 2]] + c.reduceLanes(VectorOperators.ADD)) * unit;
      logits[i + 3] = (bias[slots[i + 3]] + d.reduceLanes(VectorOperators.ADD)) * unit;
    }
  }

  @Override
  void exponentials(float[] numbers, int count, float greatest) {
    for (int i = 0; i < count; i += N) {
      // Kernels.exp(float), many at a time.
      FloatVector clamped = FloatVector.fromArray(FLOATS, numbers, i).sub(greatest).max(LEAST_EXPONENT);
      FloatVector shifted = clamped.mul(LOG2_E).add(ROUND);
      FloatVector n = shifted.sub(ROUND);
      FloatVector r = clamped.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      FloatVector series = r.mul(C7).add(C6).mul(r).add(C5).mul(r).add(C4).mul(r).add(C3).mul(r).add(C2);
      series = series.mul(r).add(1).mul(r).add(1);
      series.reinterpretAsInts()
          .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
          .reinterpretAsFloats()
          .intoArray(numbers, i);
    }
  }
}
