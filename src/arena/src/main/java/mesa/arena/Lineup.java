package mesa.arena;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;

/**
 * Writes out players that are named by a range of budgets: {@code mcts:nodes=100..1600x2} stands for {@code
 * mcts:nodes=100}, 200, 400, 800 and 1600, and {@code alphabeta:depth=2..8+2} for depths 2, 4, 6 and 8. Times keep their
 * unit: {@code time=1..64msx2}. A player's {@code name} gets the amount behind it.
 */
public final class Lineup {
  private static final String NUMBER = "(\\d{1,18}(?:\\.\\d{1,9})?)";
  private static final Pattern RANGE =
      Pattern.compile("(nodes|evals|ticks|depth|time)=" + NUMBER + "\\.\\." + NUMBER + "(ns|us|ms|s|m)?([x+])" + NUMBER);
  private static final Pattern NAME = Pattern.compile("(?<=[:,])(name=[^,]*)");
  private static final int MOST_RUNGS = 1000;

  private Lineup() {}

  /**
   * Writes out all ranges.
   *
   * @param players specs, ranges among their budgets
   * @return specs without ranges, each player's from the smallest budget to the largest
   * @throws BadInputException if a range is none
   */
  public static List<String> of(List<String> players) {
    List<String> all = new ArrayList<>();
    for (String player : players) {
      all.addAll(rungs(player));
    }
    return all;
  }

  /**
   * Crosses players with budgets.
   *
   * @param players specs
   * @param budgets one option or more, such as {@code nodes=100..1600x2}, that go to each of the players
   * @return each player with each budget
   * @throws BadInputException if a range is none
   */
  public static List<String> crossed(List<String> players, String budgets) {
    return of(players.stream().map(player -> player + separator(player) + budgets).toList());
  }

  private static String separator(String player) {
    return player.startsWith("class:") || player.contains(":") ? "," : ":";
  }

  private static SequencedSet<String> rungs(String player) {
    Matcher range = RANGE.matcher(player);
    SequencedSet<String> rungs = new LinkedHashSet<>();
    if (!range.find()) {
      if (player.matches(".*[:,](?:nodes|evals|ticks|depth|time)=[^,]*\\.\\..*")) {
        throw noRange(player);
      }
      rungs.add(player);
      return rungs;
    }
    String before = player.substring(0, range.start()) + range.group(1) + "=";
    String after = player.substring(range.end());
    String unit = range.group(4) == null ? "" : range.group(4);
    BigDecimal last = new BigDecimal(range.group(3));
    BigDecimal step = new BigDecimal(range.group(6));
    boolean isFactor = range.group(5).equals("x");
    if (isFactor ? step.compareTo(BigDecimal.ONE) <= 0 : step.signum() == 0) {
      throw noRange(player);
    }
    for (BigDecimal rung = new BigDecimal(range.group(2)); rung.compareTo(last) <= 0;
        rung = isFactor ? rung.multiply(step) : rung.add(step)) {
      boolean isTime = range.group(1).equals("time");
      String amount = (isTime ? rung.stripTrailingZeros().toPlainString() : rung.toBigInteger().toString()) + unit;
      rungs.addAll(rungs(NAME.matcher(before + amount + after).replaceFirst("$1 " + amount)));
      if (rung.signum() == 0 || rungs.size() > MOST_RUNGS) {
        throw noRange(player);
      }
    }
    if (rungs.isEmpty()) {
      throw noRange(player);
    }
    return rungs;
  }

  private static BadInputException noRange(String player) {
    return new BadInputException("\"" + player + "\" has a range of budgets that is none; write FIRST..LASTxFACTOR or "
        + "FIRST..LAST+STEP, as in nodes=100..1600x2, of at most " + MOST_RUNGS + " rungs");
  }
}
