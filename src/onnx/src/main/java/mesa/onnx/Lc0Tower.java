package mesa.onnx;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;

/**
 * The residual tower of a network of lc0's.
 *
 * @param input the first convolution
 * @param blocks those that follow
 */
record Lc0Tower(Convolution input, List<Block> blocks) {
  /** A kernel of 3 x 3. */
  static final int KERNEL = 9;

  /**
   * A residual block.
   *
   * @param first its first convolution
   * @param second its second one
   * @param squeeze the first layer of squeeze-and-excitation, or null where there is none
   * @param excite the second one
   */
  record Block(Convolution first, Convolution second, Dense squeeze, Dense excite) {
    private static Block read(Lc0Message message) {
      if (!message.has(1) || !message.has(2)) {
        throw new BadInputException("it has a residual block without two convolutions");
      }
      Lc0Message unit = message.child(3);
      return new Block(message.convolution(1), message.convolution(2),
          message.has(3) ? unit.dense(1) : null, message.has(3) ? unit.dense(3) : null);
    }
  }

  /** Reads it out of the message Weights. */
  static Lc0Tower read(Lc0Message weights) {
    if (!weights.has(1)) {
      throw new BadInputException("it lacks the input's convolution");
    }
    List<Block> blocks = new ArrayList<>();
    weights.children(2).forEach(message -> blocks.add(Block.read(message)));
    return new Lc0Tower(weights.convolution(1), blocks);
  }

  /** {@return how many channels it has} */
  int filters() {
    return input.outputs();
  }

  /**
   * Checks the sizes.
   *
   * @throws BadInputException if they do not fit
   */
  void check(int planes) {
    int filters = filters();
    input.check("input's convolution", planes, KERNEL);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String name = "residual block " + (i + 1);
      Dense.checkCount(name, "outputs", block.first.check(name, filters, KERNEL).outputs(), filters);
      Dense.checkCount(name, "outputs", block.second.check(name, filters, KERNEL).outputs(), filters);
      if (block.squeeze != null) {
        block.squeeze.check(name + "'s squeeze", filters);
        block.excite.check(name + "'s excitation", block.squeeze.outputs(), 2 * filters);
      }
    }
  }
}
