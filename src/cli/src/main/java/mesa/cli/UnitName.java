package mesa.cli;

import java.util.Arrays;
import java.util.List;
import mesa.arena.EqualCompute;
import mesa.core.Suggestion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what two players are to spend the same of. */
final class UnitName implements ITypeConverter<EqualCompute.Unit> {
  @Override
  public EqualCompute.Unit convert(String text) {
    List<String> names = Arrays.stream(EqualCompute.Unit.values()).map(EqualCompute.Unit::toString).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw new TypeConversionException("\"" + text + "\" is nothing that players spend"
          + Suggestion.of(text, names, "there are " + String.join(", ", names)));
    }
    return EqualCompute.Unit.values()[index];
  }
}
