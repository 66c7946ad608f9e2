package mesa.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time with its unit, such as {@code 60s}, as nanoseconds above 0. */
final class Period implements ITypeConverter<Long> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|ms|s|m|h)");

  @Override
  public Long convert(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      long unit = switch (matcher.group(2)) {
        case "ns" -> 1L;
        case "us" -> 1_000L;
        case "ms" -> 1_000_000L;
        case "s" -> 1_000_000_000L;
        case "m" -> 60_000_000_000L;
        default -> 3_600_000_000_000L;
      };
      BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
      if (nanos.compareTo(BigDecimal.ONE) >= 0 && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 2)) < 0) {
        return nanos.longValue();
      }
    }
    throw new TypeConversionException("\"" + text + "\" is not a time such as 500ms, 60s or 10m");
  }
}
