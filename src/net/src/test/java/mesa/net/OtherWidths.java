package mesa.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.incubator.vector.VectorShape;

/** Kernels of all kinds: plain loops, and vectors of every width, those that this machine lacks in slow emulation. */
final class OtherWidths {
  private OtherWidths() {}

  /** {@return kernels by name} */
  static Map<String, Kernels> all() {
    Map<String, Kernels> all = new LinkedHashMap<>();
    all.put("plain loops", new ScalarKernels());
    for (int bits : new int[] {128, 256, 512}) {
      all.put(bits + " bits", vectors(bits));
    }
    return all;
  }

  /** {@return the same kernels, but nothing of them is compiled yet} */
  static Kernels again(Kernels kernels) {
    return kernels instanceof ScalarKernels ? kernels : vectors(VectorShape.preferredShape().vectorBitSize());
  }

  /** Defines the class again, with constants of its own. */
  private static Kernels vectors(int bits) {
    try (InputStream in = Kernels.class.getResourceAsStream("VectorKernels.class")) {
      return (Kernels) MethodHandles.lookup().defineHiddenClassWithClassData(in.readAllBytes(), bits, true)
          .lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
