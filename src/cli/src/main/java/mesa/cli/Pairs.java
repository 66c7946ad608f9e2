package mesa.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of pairs of games, of which 0 means never. */
final class Pairs implements ITypeConverter<Integer> {
  private static final int MOST = 1_000_000_000;

  @Override
  public Integer convert(String text) {
    try {
      int pairs = Integer.parseInt(text);
      if (pairs >= 0 && pairs <= MOST) {
        return pairs;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("\"" + text + "\" is no number of pairs of games; write 10, or 0 for never");
  }
}
