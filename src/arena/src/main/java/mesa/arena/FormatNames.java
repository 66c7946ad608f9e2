package mesa.arena;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mesa.core.BadInputException;
import mesa.core.Option;
import mesa.core.Spec;
import mesa.core.Suggestion;

/** The names and options by which users ask for a {@link Format}. */
final class FormatNames {
  private static final Option<Long> SEEDS =
      Option.integer("seeds", 1L, 1, 1000, "players that meet all others, but not each other");
  private static final Option<Long> REACH =
      Option.integer("reach", 2L, 1, 1000, "how many rungs apart players meet");
  private static final Option<Long> ROUNDS =
      Option.integer("rounds", 0L, 0, 100_000, "how many; 0: two more than it takes to single out a winner");
  private static final Option<Boolean> SEEDED =
      Option.flag("seeded", false, "whether players were entered in order of strength");

  private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
      "match", new Kind(List.of(), spec -> new Format.Match()),
      "round-robin", new Kind(List.of(), spec -> Format.ROUND_ROBIN),
      "gauntlet", new Kind(List.of(SEEDS), spec -> new Format.Gauntlet(spec.get(SEEDS).intValue())),
      "ladder", new Kind(List.of(REACH), spec -> new Format.Ladder(spec.get(REACH).intValue())),
      "iso", new Kind(List.of(), spec -> new Format.Iso()),
      "grid", new Kind(List.of(REACH), spec -> new Format.Grid(spec.get(REACH).intValue())),
      "swiss", new Kind(List.of(ROUNDS, SEEDED),
          spec -> new Format.Swiss(spec.get(ROUNDS).intValue(), spec.get(SEEDED)))));

  /**
   * What a name stands for.
   *
   * @param options it may have
   * @param maker of the format
   */
  private record Kind(List<Option<?>> options, Function<Spec, Format> maker) {}

  private FormatNames() {}

  static Format parse(String text) {
    Spec spec = Spec.parse(text);
    Kind kind = KINDS.get(spec.name());
    if (kind == null) {
      throw new BadInputException("\"" + spec.name() + "\" is no format"
          + Suggestion.of(spec.name(), KINDS.keySet(), "there are " + String.join(", ", KINDS.keySet())));
    }
    List<String> names = kind.options().stream().<String>map(Option::name).toList();
    for (String given : spec.options().keySet()) {
      if (!names.contains(given)) {
        throw new BadInputException(spec.name() + " has no option \"" + given + "\" (in \"" + text + "\")"
            + Suggestion.of(given, names, names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
      }
    }
    return kind.maker().apply(spec);
  }
}
