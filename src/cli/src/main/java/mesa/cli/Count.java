package mesa.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1 to a billion: how many games, threads, plies. */
final class Count implements ITypeConverter<Integer> {
  private static final int MOST = 1_000_000_000;

  @Override
  public Integer convert(String text) {
    return read(text, 1);
  }

  /** {@return a whole number from the least to a billion} */
  static int read(String text, int least) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= MOST) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("\"" + text + "\" is not a whole number from " + least + " to " + MOST);
  }
}
