package mesa.arena;

import com.fasterxml.jackson.core.JsonGenerator;
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
 * of nodes, evaluations, ticks, and nanoseconds by the clock ({@code wall}).
 */
final class UseFields {
  private UseFields() {}

  static void write(JsonGenerator json, BudgetUse first, BudgetUse second) throws IOException {
    if (first == BudgetUse.NONE && second == BudgetUse.NONE) {
      return;
    }
    json.writeObjectFieldStart("flags");
    if (first.isOver() || second.isOver() || first.nanos().moves() + second.nanos().moves() > 0) {
      json.writeObjectFieldStart("over");
      excess(json, "n", first.nodes(), second.nodes());
      excess(json, "ev", first.evaluations(), second.evaluations());
      excess(json, "tk", first.ticks(), second.ticks());
      excess(json, "wall", first.nanos(), second.nanos());
      json.writeEndObject();
    }
    pair(json, "forced", first.forced(), second.forced());
    pair(json, "idle", first.idle(), second.idle());
    pair(json, "away", first.awayNanos(), second.awayNanos());
    json.writeEndObject();
  }

  private static void excess(JsonGenerator json, String name, BudgetUse.Excess first, BudgetUse.Excess second)
      throws IOException {
    if (first.moves() + second.moves() > 0) {
      json.writeArrayFieldStart(name);
      json.writeArray(new long[] {first.moves(), first.worst(), first.total()}, 0, 3);
      json.writeArray(new long[] {second.moves(), second.worst(), second.total()}, 0, 3);
      json.writeEndArray();
    }
  }

  private static void pair(JsonGenerator json, String name, long first, long second) throws IOException {
    if (first != 0 || second != 0) {
      json.writeArrayFieldStart(name);
      json.writeNumber(first);
      json.writeNumber(second);
      json.writeEndArray();
    }
  }

  /** {@return what the seats did, read from the field's value, at whose beginning the parser stands} */
  static BudgetUse[] read(JsonParser json) throws IOException {
    BudgetUse.Excess[][] over = new BudgetUse.Excess[4][];
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
          (int) counts[0][seat], (int) counts[1][seat], counts[2][seat]);
    }
    return uses;
  }

  private static BudgetUse.Excess at(BudgetUse.Excess[] seats, int seat) {
    return seats == null ? BudgetUse.Excess.NONE : seats[seat];
  }

  private static BudgetUse.Excess[][] over(JsonParser json) throws IOException {
    BudgetUse.Excess[][] over = new BudgetUse.Excess[4][];
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "n" -> over[0] = seats(json);
        case "ev" -> over[1] = seats(json);
        case "tk" -> over[2] = seats(json);
        case "wall" -> over[3] = seats(json);
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
