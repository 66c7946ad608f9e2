package mesa.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which {@link Technique}s a search uses. */
final class Techniques {
  static final Techniques ALL = without(Set.of());

  private final Set<Technique> used;

  private Techniques(Set<Technique> used) {
    this.used = used;
  }

  /** {@return all but these} */
  static Techniques without(Collection<Technique> left) {
    EnumSet<Technique> used = EnumSet.allOf(Technique.class);
    used.removeAll(left);
    return new Techniques(used);
  }

  /** {@return these alone} */
  static Techniques only(Collection<Technique> used) {
    return new Techniques(used.isEmpty() ? EnumSet.noneOf(Technique.class) : EnumSet.copyOf(used));
  }

  /** {@return all but those named} */
  static Techniques withoutNamed(Collection<String> names) {
    return without(names.stream().map(name -> Technique.valueOf(name.toUpperCase(Locale.ROOT))).toList());
  }

  /** {@return the names by which techniques can be left out} */
  static List<String> names() {
    return Arrays.stream(Technique.values()).map(Techniques::name).toList();
  }

  static String name(Technique technique) {
    return technique.name().toLowerCase(Locale.ROOT);
  }

  boolean use(Technique technique) {
    return used.contains(technique);
  }

  @Override
  public String toString() {
    return used.toString();
  }
}
