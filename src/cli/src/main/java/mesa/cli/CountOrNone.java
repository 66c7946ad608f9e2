package mesa.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a whole number from 0 to a billion, where 0 stands for never or none. */
final class CountOrNone implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    return Count.read(text, 0);
  }
}
