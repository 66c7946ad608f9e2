package mesa.arena;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;

/**
 * Amounts of what games that are played at the same time have to share: what there is, or what somebody needs of it.
 *
 * @param cpu threads, or -1 where nothing is said of them
 * @param gpu accelerators, or users of one
 * @param mem memory, in any unit, such as GB
 */
record Tokens(int cpu, int gpu, int mem) {
  /** Nothing is there, and nothing is said of threads. */
  static final Tokens NONE = new Tokens(-1, 0, 0);

  private static final Pattern ITEM = Pattern.compile("(cpu|gpu|mem)(?:[=:](\\d{1,9}))?");

  /**
   * Reads amounts.
   *
   * @param text such as {@code gpu=1,mem=16} or {@code gpu+mem:16}; a name alone stands for 1
   * @return the amounts
   * @throws BadInputException if it tells none
   */
  static Tokens parse(String text) {
    Map<String, Integer> amounts = new LinkedHashMap<>();
    for (String item : text.split("[,+]", -1)) {
      Matcher matcher = ITEM.matcher(item);
      if (!matcher.matches() || amounts.put(matcher.group(1), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2))) != null) {
        throw new BadInputException("\"" + item + "\" is no amount (in \"" + text + "\"); write cpu, gpu and mem, each once, as in "
            + "gpu=1,mem=16 or gpu+mem:16");
      }
    }
    return new Tokens(amounts.getOrDefault("cpu", -1), amounts.getOrDefault("gpu", 0), amounts.getOrDefault("mem", 0));
  }

  /** {@return what two players who take turns need in a game: the larger number of threads and accelerators, all the memory} */
  Tokens together(Tokens other) {
    return new Tokens(Math.max(cpu, other.cpu), Math.max(gpu, other.gpu), mem + other.mem);
  }

  /** {@return whether that much is there} */
  boolean suffices(Tokens needed) {
    return cpu >= needed.cpu && gpu >= needed.gpu && mem >= needed.mem;
  }

  Tokens plus(Tokens other) {
    return new Tokens(cpu + other.cpu, gpu + other.gpu, mem + other.mem);
  }

  Tokens minus(Tokens other) {
    return new Tokens(cpu - other.cpu, gpu - other.gpu, mem - other.mem);
  }

  Tokens withCpu(int newCpu) {
    return new Tokens(newCpu, gpu, mem);
  }

  Tokens withMem(int newMem) {
    return new Tokens(cpu, gpu, newMem);
  }
}
