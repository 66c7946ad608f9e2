package mesa.arena;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import mesa.core.Claim;
import mesa.core.Outcome;

/** Writes and reads the journal's lines of kind {@code game}. */
final class GameLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> SUMS = List.of("moves", "n", "ev", "tk", "wall", "cpu", "bytes");
  private static final long[] NO_CHANCES = {-1, -1, -1};

  private GameLine() {}

  /**
   * Writes a game.
   *
   * @param game a finished game
   * @param withMoves whether to tell what each move cost, or totals alone
   * @return its line, with checksum and newline
   */
  static byte[] write(PlayedGame game, boolean withMoves) {
    LineBuffer buffer = new LineBuffer();
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      json.writeStringField("t", "game");
      json.writeNumberField("i", game.index());
      json.writeStringField("id", game.id());
      json.writeNumberField("o", game.opening());
      json.writeArrayFieldStart("seed");
      json.writeString(hex(game.firstSeed()));
      json.writeString(hex(game.secondSeed()));
      json.writeEndArray();
      pair(json, "seat", game.first(), game.second());
      json.writeFieldName("res");
      json.writeRawValue(switch (game.outcome()) {
        case FIRST_WON -> "[1,0]";
        case SECOND_WON -> "[0,1]";
        default -> "[0.5,0.5]";
      });
      json.writeStringField("end", game.end().toString());
      json.writeFieldName("by");
      if (game.culprit() < 0) {
        json.writeNull();
      } else {
        json.writeNumber(game.culprit());
      }
      json.writeStringField("why", game.why());
      if (game.start() != null) {
        json.writeStringField("pos", game.start());
      }
      json.writeStringField("moves", game.moves());
      json.writeNumberField("book", game.book());
      json.writeStringField("hash", hex(game.hash()));
      json.writeNumberField("start", game.startMillis());
      json.writeNumberField("ns", game.nanos());
      UseFields.write(json, game.firstUse(), game.secondUse());
      if (withMoves) {
        writeColumns(json, game.log());
      }
      writeTotals(json, game.firstCost(), game.secondCost());
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError("memory can always be written", e);
    }
    return buffer.sealed();
  }

  private static void writeColumns(JsonGenerator json, MoveLog log) throws IOException {
    column(json, "n", log.size(), log::nodes);
    column(json, "ev", log.size(), log::evaluations);
    column(json, "tk", log.size(), log::ticks);
    if (log.hasCpu()) {
      json.writeArrayFieldStart("cpu");
      for (int ply = 0; ply < log.size(); ply++) {
        if (log.cpuNanos(ply) == Ledger.UNKNOWN) {
          json.writeNull();
        } else {
          json.writeNumber(log.cpuNanos(ply));
        }
      }
      json.writeEndArray();
    }
    column(json, "wall", log.size(), log::nanos);
    json.writeArrayFieldStart("sc");
    for (int ply = 0; ply < log.size(); ply++) {
      if (log.score(ply) == MoveLog.NO_SCORE) {
        json.writeNull();
      } else {
        json.writeNumber(log.score(ply));
      }
    }
    json.writeEndArray();
    if (log.hasClaims()) {
      claims(json, "d", log, claim -> claim.depth());
      claims(json, "sd", log, claim -> claim.deepest());
      claims(json, "nps", log, claim -> claim.nodesPerSecond());
      json.writeArrayFieldStart("wdl");
      for (int ply = 0; ply < log.size(); ply++) {
        Claim claim = log.claim(ply);
        if (claim.hasChances()) {
          json.writeArray(new int[] {claim.wins(), claim.draws(), claim.losses()}, 0, 3);
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
  }

  private static void claims(JsonGenerator json, String name, MoveLog log, ToLongFunction<Claim> value)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int ply = 0; ply < log.size(); ply++) {
      long number = value.applyAsLong(log.claim(ply));
      if (number < 0) {
        json.writeNull();
      } else {
        json.writeNumber(number);
      }
    }
    json.writeEndArray();
  }

  private static void column(JsonGenerator json, String name, int size, IntToLongFunction values) throws IOException {
    json.writeArrayFieldStart(name);
    for (int ply = 0; ply < size; ply++) {
      json.writeNumber(values.applyAsLong(ply));
    }
    json.writeEndArray();
  }

  private static void writeTotals(JsonGenerator json, Cost first, Cost second) throws IOException {
    json.writeObjectFieldStart("sum");
    pair(json, "moves", first.moves(), second.moves());
    pair(json, "n", first.nodes(), second.nodes());
    pair(json, "ev", first.evaluations(), second.evaluations());
    pair(json, "tk", first.ticks(), second.ticks());
    pair(json, "cpu", first.cpuNanos(), second.cpuNanos());
    pair(json, "wall", first.nanos(), second.nanos());
    pair(json, "bytes", first.bytes(), second.bytes());
    json.writeEndObject();
  }

  private static void pair(JsonGenerator json, String name, long first, long second) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(first);
    json.writeNumber(second);
    json.writeEndArray();
  }

  private static String hex(long bits) {
    return HexFormat.of().toHexDigits(bits);
  }

  /**
   * Reads a game.
   *
   * @param bytes among which stands a whole line of kind {@code game}; unknown fields are skipped
   * @param from where it begins
   * @param length of it
   * @return the game
   * @throws IOException if it is none
   */
  static PlayedGame read(byte[] bytes, int from, int length) throws IOException {
    Reader reader = new Reader();
    try (JsonParser json = JSON.createParser(bytes, from, length)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        reader.field(name, json);
      }
      return reader.game();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IOException("this is no line of a game: " + e.getMessage(), e);
    }
  }

  /** {@return the game that a whole line tells of} */
  static PlayedGame read(byte[] line) throws IOException {
    return read(line, 0, line.length);
  }

  /** {@return an array of whole numbers, at whose beginning the parser stands; a null reads as {@link MoveLog#NO_SCORE}} */
  static long[] numbers(JsonParser json) throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(json.currentToken() == JsonToken.VALUE_NULL ? MoveLog.NO_SCORE : json.getLongValue());
    }
    return numbers.build().toArray();
  }

  /** Gathers the fields of a line, in whatever order they come. */
  private static final class Reader {
    private int index;
    private String id;
    private int opening;
    private String[] seeds;
    private long[] seats;
    private double score;
    private End end;
    private int culprit = -1;
    private String why;
    private String start;
    private String moves;
    private int book;
    private String hash;
    private long startMillis;
    private long nanos;
    private BudgetUse[] uses = {BudgetUse.NONE, BudgetUse.NONE};
    private long[] nodes;
    private long[] evaluations;
    private long[] ticks;
    private long[] cpus;
    private long[] walls;
    private long[] scores;
    private long[] depths;
    private long[] deepest;
    private long[] speeds;
    private List<long[]> chances;
    private final long[][] sums = new long[SUMS.size()][2];

    private void field(String name, JsonParser json) throws IOException {
      switch (name) {
        case "i" -> index = json.getIntValue();
        case "id" -> id = json.getText();
        case "o" -> opening = json.getIntValue();
        case "seed" -> {
          seeds = new String[] {json.nextTextValue(), json.nextTextValue()};
          json.nextToken();
        }
        case "seat" -> seats = numbers(json);
        case "res" -> {
          json.nextToken();
          score = json.getDoubleValue();
          json.nextToken();
          json.nextToken();
        }
        case "end" -> end = End.parse(json.getText());
        case "by" -> culprit = json.currentToken() == JsonToken.VALUE_NULL ? -1 : json.getIntValue();
        case "why" -> why = json.getText();
        case "pos" -> start = json.getText();
        case "moves" -> moves = json.getText();
        case "book" -> book = json.getIntValue();
        case "hash" -> hash = json.getText();
        case "start" -> startMillis = json.getLongValue();
        case "ns" -> nanos = json.getLongValue();
        case "flags" -> uses = UseFields.read(json);
        case "n" -> nodes = numbers(json);
        case "ev" -> evaluations = numbers(json);
        case "tk" -> ticks = numbers(json);
        case "cpu" -> cpus = numbers(json);
        case "wall" -> walls = numbers(json);
        case "sc" -> scores = numbers(json);
        case "d" -> depths = numbers(json);
        case "sd" -> deepest = numbers(json);
        case "nps" -> speeds = numbers(json);
        case "wdl" -> {
          chances = new ArrayList<>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            chances.add(json.currentToken() == JsonToken.VALUE_NULL ? NO_CHANCES : numbers(json));
          }
        }
        case "sum" -> {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            int row = SUMS.indexOf(json.currentName());
            json.nextToken();
            if (row >= 0) {
              sums[row] = numbers(json);
            } else {
              json.skipChildren();
            }
          }
        }
        default -> json.skipChildren();
      }
    }

    private PlayedGame game() {
      return new PlayedGame(
          index,
          Objects.requireNonNull(id, "id is missing"),
          opening,
          Long.parseUnsignedLong(seeds[0], 16),
          Long.parseUnsignedLong(seeds[1], 16),
          (int) seats[0],
          (int) seats[1],
          score == 1 ? Outcome.FIRST_WON : score == 0 ? Outcome.SECOND_WON : Outcome.DRAWN,
          Objects.requireNonNull(end, "end is missing"),
          culprit,
          why,
          start,
          Objects.requireNonNull(moves, "moves are missing"),
          book,
          Long.parseUnsignedLong(hash, 16),
          startMillis,
          nanos,
          uses[0],
          uses[1],
          cost(0),
          cost(1),
          log());
    }

    private Cost cost(int seat) {
      return new Cost(sums[0][seat], sums[1][seat], sums[2][seat], sums[3][seat], sums[4][seat], sums[5][seat],
          sums[6][seat]);
    }

    private Claim claim(int ply) {
      long[] wdl = chances == null ? NO_CHANCES : chances.get(ply);
      return new Claim((int) at(depths, ply), (int) at(deepest, ply), at(speeds, ply), (int) wdl[0], (int) wdl[1],
          (int) wdl[2]);
    }

    private static long at(long[] column, int ply) {
      return column == null || column[ply] == MoveLog.NO_SCORE ? -1 : column[ply];
    }

    private MoveLog log() {
      if (nodes == null) {
        return null;
      }
      MoveLog log = new MoveLog();
      for (int ply = 0; ply < nodes.length; ply++) {
        log.add(nodes[ply], evaluations[ply], ticks[ply], walls[ply], (int) scores[ply]);
        log.cpu(at(cpus, ply));
        log.claim(claim(ply));
      }
      return log;
    }
  }
}
