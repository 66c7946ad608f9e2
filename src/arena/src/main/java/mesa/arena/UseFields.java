package mesa.arena;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Writes and reads the field {@code flags} of a game's line: how the seats kept to their budgets. It is left out where
 * there is nothing to say; a unit that was not overspent is, too.
 *
 * <pre>{@code
 * "flags":{"over":{"n":[[0,0,0],[3,120,300]]},"forced":[1,0],"idle":[0,2],"away":[0,51000]}
 * }</pre>
 *
 * <p>For each seat {@code over} tells how many moves went beyond the limit, the most by which one did, and all together:
 * of nodes, evaluations, ticks, nanoseconds by the clock ({@code wall}), and plies ({@code d}).
 */
final class UseFields {
  private static final byte[] FLAGS = LineBuffer.ascii(",\"flags\":{");
  private static final byte[] OVER = LineBuffer.ascii("\"over\":{");
  private static final byte[] N = name("n");
  private static final byte[] EV = name("ev");
  private static final byte[] TK = name("tk");
  private static final byte[] WALL = name("wall");
  private static final byte[] D = name("d");
  private static final byte[] FORCED = name("forced");
  private static final byte[] IDLE = name("idle");
  private static final byte[] AWAY = name("away");

  private UseFields() {}

  private static byte[] name(String name) {
    return LineBuffer.ascii("\"" + name + "\":");
  }

  static void write(LineBuffer out, BudgetUse first, BudgetUse second) {
    if (first == BudgetUse.NONE && second == BudgetUse.NONE) {
      return;
    }
    out.raw(FLAGS);
    boolean any = false;
    if (first.isOver() || second.isOver()) {
      out.raw(OVER);
      any = excess(out, N, false, first.nodes(), second.nodes());
      any = excess(out, EV, any, first.evaluations(), second.evaluations());
      any = excess(out, TK, any, first.ticks(), second.ticks());
      any = excess(out, WALL, any, first.nanos(), second.nanos());
      any = excess(out, D, any, first.depth(), second.depth());
      out.raw('}');
      any = true;
    }
    any = pair(out, FORCED, any, first.forced(), second.forced());
    any = pair(out, IDLE, any, first.idle(), second.idle());
    pair(out, AWAY, any, first.awayNanos(), second.awayNanos());
    out.raw('}');
  }

  /** Returns whether there is anything by now that a comma has to follow. */
  private static boolean excess(
      LineBuffer out, byte[] name, boolean any, BudgetUse.Excess first, BudgetUse.Excess second) {
    if (first.moves() + second.moves() == 0) {
      return any;
    }
    separate(out, any);
    out.raw(name);
    excess(out, '[', first);
    excess(out, ',', second);
    out.raw(']');
    return true;
  }

  private static void excess(LineBuffer out, char before, BudgetUse.Excess excess) {
    out.raw(before);
    out.raw('[');
    out.number(excess.moves());
    out.raw(',');
    out.number(excess.worst());
    out.raw(',');
    out.number(excess.total());
    out.raw(']');
  }

  private static boolean pair(LineBuffer out, byte[] name, boolean any, long first, long second) {
    if (first == 0 && second == 0) {
      return any;
    }
    separate(out, any);
    out.pair(name, first, second);
    return true;
  }

  private static void separate(LineBuffer out, boolean any) {
    if (any) {
      out.raw(',');
    }
  }

  /** {@return what the seats did, read from the field's value, at whose beginning the parser stands} */
  static BudgetUse[] read(JsonParser json) throws IOException {
    BudgetUse.Excess[][] over = new BudgetUse.Excess[5][];
    long[][] counts = {{0, 0}, {0, 0}, {0, 0}};
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "over" -> over = over(json);
        case "forced" -> counts[0] = GameLine.numbers(json);
        case "idle" -> counts[1] = GameLine.numbers(json);
        case "away" -> counts[2] = GameLine.numbers(json);
        default -> json.skipChildren();
      }
    }
    BudgetUse[] uses = new BudgetUse[2];
    for (int seat = 0; seat < 2; seat++) {
      uses[seat] = new BudgetUse(at(over[0], seat), at(over[1], seat), at(over[2], seat), at(over[3], seat),
          at(over[4], seat),          (int) counts[0][seat], (int) counts[1][seat], counts[2][seat]);
    }
    return uses;
  }

  private static BudgetUse.Excess at(BudgetUse.Excess[] seats, int seat) {
    return seats == null ? BudgetUse.Excess.NONE : seats[seat];
  }

  private static BudgetUse.Excess[][] over(JsonParser json) throws IOException {
    BudgetUse.Excess[][] over = new BudgetUse.Excess[5][];
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "n" -> over[0] = seats(json);
        case "ev" -> over[1] = seats(json);
        case "tk" -> over[2] = seats(json);
        case "wall" -> over[3] = seats(json);
        case "d" -> over[4] = seats(json);
        default -> json.skipChildren();
      }
    }
    return over;
  }

  private static BudgetUse.Excess[] seats(JsonParser json) throws IOException {
    BudgetUse.Excess[] seats = new BudgetUse.Excess[2];
    for (int seat = 0; seat < 2; seat++) {
      json.nextToken();
      long[] numbers = GameLine.numbers(json);
      seats[seat] = numbers[0] == 0 ? BudgetUse.Excess.NONE
          : new BudgetUse.Excess((int) numbers[0], numbers[1], numbers[2]);
    }
    json.nextToken();
    return seats;
  }
}
