package mesa.arena;

import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Entrant;

/**
 * What games that are played at the same time share, and what players need of it: games that lack something wait, and
 * others go on. It changes when a game is played, and nothing else.
 *
 * @param resources what there is, such as {@code gpu=1,mem=16}; null for as many threads as processors, and no more
 * @param needs what players need, such as {@code gpu+mem:8}, by their names or specs; who is not there needs the threads
 *     that an option {@code threads} of its spec tells, or one
 */
public record Allotment(String resources, Map<String, String> needs) {
  /** Nothing but threads is shared. */
  public static final Allotment NONE = new Allotment(null, Map.of());

  /** Reads nothing yet; keeps a copy. */
  public Allotment {
    needs = Map.copyOf(needs);
  }

  /**
   * Works out what is there.
   *
   * @param usualThreads how many there are where nothing is said of them
   * @return amounts of all
   * @throws BadInputException if the text tells none
   */
  Tokens pool(int usualThreads) {
    Tokens pool = resources == null ? Tokens.NONE : Tokens.parse(resources);
    return pool.cpu() < 0 ? pool.withCpu(usualThreads) : pool;
  }

  /**
   * Works out what each player needs.
   *
   * @param entrants who plays
   * @param pool what there is
   * @return amounts for each, none of which is more than there is
   * @throws BadInputException if somebody who needs something does not play, or needs more than there is
   */
  List<Tokens> needs(List<Entrant> entrants, Tokens pool) {
    needs.keySet().forEach(name -> {
      if (entrants.stream().noneMatch(entrant -> isCalled(entrant, name))) {
        throw new BadInputException("\"" + name + "\" is said to need " + needs.get(name) + ", but does not play; there are "
            + String.join(", ", entrants.stream().map(Entrant::label).toList()));
      }
    });
    return entrants.stream().map(entrant -> need(entrant, pool)).toList();
  }

  private static boolean isCalled(Entrant entrant, String name) {
    return entrant.label().equals(name) || entrant.spec().toString().equals(name);
  }

  private Tokens need(Entrant entrant, Tokens pool) {
    Tokens said = needs.entrySet().stream().filter(entry -> isCalled(entrant, entry.getKey()))
        .map(entry -> Tokens.parse(entry.getValue())).findFirst().orElse(Tokens.NONE);
    Tokens need = said.withCpu(Math.min(pool.cpu(), said.cpu() < 0 ? threads(entrant) : said.cpu()));
    if (!pool.suffices(need)) {
      throw new BadInputException(entrant.label() + " needs gpu=" + need.gpu() + ",mem=" + need.mem() + ", and there is gpu="
          + pool.gpu() + ",mem=" + pool.mem() + "; say how much there is by --resources");
    }
    return need;
  }

  /** {@return how many threads its spec says that it thinks with, as {@code threads=4} or {@code option.Threads=4} do} */
  static int threads(Entrant entrant) {
    return entrant.spec().options().entrySet().stream()
        .filter(option -> option.getKey().substring(option.getKey().lastIndexOf('.') + 1).equalsIgnoreCase("threads")
            && option.getValue().matches("[1-9]\\d{0,3}"))
        .mapToInt(option -> Integer.parseInt(option.getValue())).max().orElse(1);
  }
}
