package mesa.arena;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import mesa.core.Claim;
import mesa.core.Outcome;

/** Reads the journal's lines of kind {@code game}, as a {@link GameWriter} writes them. */
final class GameLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> SUMS = List.of("moves", "n", "ev", "tk", "wall", "cpu", "bytes", "peak", "ponder");
  private static final long[] NO_CHANCES = {-1, -1, -1};

  private GameLine() {}

  /** {@return the line of a game, with checksum and newline; for those who write few} */
  static byte[] write(PlayedGame game, Told told) {
    return new GameWriter().write(game, told);
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
    private final List<Shadow> shadows = new ArrayList<>();
    private final List<Warned> warnings = new ArrayList<>();
    private String movers;
    private long[] nodes;
    private long[] evaluations;
    private long[] ticks;
    private long[] cpus;
    private long[] ponders;
    private long[] walls;
    private long[] scores;
    private long[] depths;
    private long[] deepest;
    private long[] speeds;
    private List<long[]> chances;
    private long[] distances;
    private List<String> lines;
    private Map<String, String> names = Map.of();
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
        case "open" -> {
          names = new LinkedHashMap<>();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            names.put(json.currentName(), json.nextTextValue());
          }
        }
        case "book" -> book = json.getIntValue();
        case "hash" -> hash = json.getText();
        case "start" -> startMillis = json.getLongValue();
        case "ns" -> nanos = json.getLongValue();
        case "shadow" -> {
          while (json.nextToken() == JsonToken.START_ARRAY) {
            String rule = json.nextTextValue();
            int ply = json.nextIntValue(0);
            int value = json.nextIntValue(0);
            shadows.add(new Shadow(rule, ply,
                value == 0 ? Outcome.DRAWN : value > 0 ? Outcome.FIRST_WON : Outcome.SECOND_WON));
            json.nextToken();
          }
        }
        case "warn" -> {
          while (json.nextToken() == JsonToken.START_ARRAY) {
            int seat = json.nextIntValue(0);
            String kind = json.nextTextValue();
            int times = json.nextIntValue(0);
            int ply = json.nextIntValue(0);
            warnings.add(new Warned(seat, kind, times, ply, json.nextTextValue()));
            json.nextToken();
          }
        }
        case "flags" -> uses = UseFields.read(json);
        case "who" -> movers = json.getText();
        case "n" -> nodes = numbers(json);
        case "ev" -> evaluations = numbers(json);
        case "tk" -> ticks = numbers(json);
        case "cpu" -> cpus = numbers(json);
        case "ponder" -> ponders = numbers(json);
        case "wall" -> walls = numbers(json);
        case "sc" -> scores = numbers(json);
        case "d" -> depths = numbers(json);
        case "sd" -> deepest = numbers(json);
        case "nps" -> speeds = numbers(json);
        case "dist" -> distances = numbers(json);
        case "pv" -> {
          lines = new ArrayList<>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            lines.add(json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText());
          }
        }
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
          List.copyOf(shadows),
          List.copyOf(warnings),
          log(),
          names);
    }

    private Cost cost(int seat) {
      return new Cost(sums[0][seat], sums[1][seat], sums[2][seat], sums[3][seat], sums[4][seat], sums[5][seat],
          sums[6][seat], sums[7][seat], sums[8][seat]);
    }

    private Claim claim(int ply) {
      long[] wdl = chances == null ? NO_CHANCES : chances.get(ply);
      return new Claim((int) at(depths, ply), (int) at(deepest, ply), at(speeds, ply), (int) wdl[0], (int) wdl[1],
          (int) wdl[2], distances == null || distances[ply] == MoveLog.NO_SCORE ? 0 : (int) distances[ply],
          lines == null ? "" : lines.get(ply));
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
        if (ply < book) {
          log.opening();
          continue;
        }
        int seat = movers == null ? ply % 2 : movers.charAt(ply - book) - '0';
        log.add(seat, nodes[ply], evaluations[ply], ticks[ply], walls[ply], (int) scores[ply]);
        log.cpu(at(cpus, ply));
        log.ponder(at(ponders, ply));
        log.claim(claim(ply));
      }
      return log;
    }
  }
}
