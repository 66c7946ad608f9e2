package mesa.arena;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import mesa.core.Claim;

/**
 * Writes the journal's lines of kind {@code game}. By hand, because a general JSON writer took a third of the time of a
 * tic-tac-toe tournament (README, "Overheads"). Belongs to one thread.
 */
final class GameWriter {
  private static final byte[] START = LineBuffer.ascii("{\"t\":\"game\",\"i\":");
  private static final byte[] ID = LineBuffer.key("id");
  private static final byte[] OPENING = LineBuffer.key("o");
  private static final byte[] SEED = LineBuffer.ascii(",\"seed\":[");
  private static final byte[] SEAT = LineBuffer.ascii("],\"seat\":");
  private static final byte[] FIRST_WON = LineBuffer.ascii(",\"res\":[1,0]");
  private static final byte[] SECOND_WON = LineBuffer.ascii(",\"res\":[0,1]");
  private static final byte[] DRAWN = LineBuffer.ascii(",\"res\":[0.5,0.5]");
  private static final Map<End, byte[]> ENDS = new EnumMap<>(End.class);
  private static final byte[] NULL = LineBuffer.ascii("null");
  private static final byte[] WHY = LineBuffer.key("why");
  private static final byte[] POSITION = LineBuffer.key("pos");
  private static final byte[] MOVES = LineBuffer.key("moves");
  private static final byte[] BOOK = LineBuffer.key("book");
  private static final byte[] NAMES = LineBuffer.key("open");
  private static final byte[] HASH = LineBuffer.key("hash");
  private static final byte[] BEGUN = LineBuffer.key("start");
  private static final byte[] NANOS = LineBuffer.key("ns");
  private static final byte[] SHADOW = LineBuffer.ascii(",\"shadow\":[");
  private static final byte[] WARN = LineBuffer.ascii(",\"warn\":[");
  private static final byte[] N = LineBuffer.key("n");
  private static final byte[] EV = LineBuffer.key("ev");
  private static final byte[] TK = LineBuffer.key("tk");
  private static final byte[] CPU = LineBuffer.key("cpu");
  private static final byte[] PONDER = LineBuffer.key("ponder");
  private static final byte[] WALL = LineBuffer.key("wall");
  private static final byte[] SC = LineBuffer.key("sc");
  private static final byte[] D = LineBuffer.key("d");
  private static final byte[] SD = LineBuffer.key("sd");
  private static final byte[] NPS = LineBuffer.key("nps");
  private static final byte[] WDL = LineBuffer.ascii(",\"wdl\":[");
  private static final byte[] DIST = LineBuffer.key("dist");
  private static final byte[] LINES = LineBuffer.ascii(",\"pv\":[");
  private static final byte[] SUM = LineBuffer.ascii(",\"sum\":{\"moves\":");
  private static final byte[] BYTES = LineBuffer.key("bytes");
  private static final byte[] PEAK = LineBuffer.key("peak");
  private static final byte[] WHO = LineBuffer.key("who");
  /** Stands where nothing stands for null. */
  private static final long ALWAYS = Long.MIN_VALUE;

  static {
    for (End end : End.values()) {
      ENDS.put(end, LineBuffer.ascii(",\"end\":\"" + end + "\",\"by\":"));
    }
  }

  private final LineBuffer out = new LineBuffer();

  /**
   * Writes a game.
   *
   * @param game a finished game
   * @param told how much of it
   * @return its line, with checksum and newline
   */
  byte[] write(PlayedGame game, Told told) {
    out.reset();
    out.raw(START);
    out.number(game.index());
    text(ID, game.id());
    number(OPENING, game.opening());
    out.raw(SEED);
    out.hex(game.firstSeed());
    out.raw(',');
    out.hex(game.secondSeed());
    out.pair(SEAT, game.first(), game.second());
    out.raw(switch (game.outcome()) {
      case FIRST_WON -> FIRST_WON;
      case SECOND_WON -> SECOND_WON;
      default -> DRAWN;
    });
    out.raw(ENDS.get(game.end()));
    if (game.culprit() < 0) {
      out.raw(NULL);
    } else {
      out.number(game.culprit());
    }
    text(WHY, game.why());
    if (game.start() != null) {
      text(POSITION, game.start());
    }
    text(MOVES, game.moves());
    number(BOOK, game.book());
    if (!game.names().isEmpty()) {
      names(game.names());
    }
    out.raw(HASH);
    out.hex(game.hash());
    number(BEGUN, game.startMillis());
    number(NANOS, game.nanos());
    UseFields.write(out, game.firstUse(), game.secondUse());
    if (!game.shadows().isEmpty()) {
      shadows(game);
    }
    if (!game.warnings().isEmpty()) {
      warnings(game);
    }
    if (told.tellsMoves()) {
      columns(game.log(), told == Told.LINES);
    }
    totals(game.firstCost(), game.secondCost());
    out.raw('}');
    return out.sealed();
  }

  private void number(byte[] key, long value) {
    out.raw(key);
    out.number(value);
  }

  private void text(byte[] key, String value) {
    out.raw(key);
    out.text(value);
  }

  private void shadows(PlayedGame game) {
    out.raw(SHADOW);
    for (Shadow shadow : game.shadows()) {
      if (shadow != game.shadows().getFirst()) {
        out.raw(',');
      }
      out.raw('[');
      out.text(shadow.rule());
      out.raw(',');
      out.number(shadow.ply());
      out.raw(',');
      out.number(shadow.outcome().valueFor(0));
      out.raw(']');
    }
    out.raw(']');
  }

  private void names(Map<String, String> names) {
    char before = '{';
    out.raw(NAMES);
    for (Map.Entry<String, String> name : names.entrySet()) {
      out.raw(before);
      out.text(name.getKey());
      out.raw(':');
      out.text(name.getValue());
      before = ',';
    }
    out.raw('}');
  }

  private void warnings(PlayedGame game) {
    out.raw(WARN);
    for (Warned warned : game.warnings()) {
      if (warned != game.warnings().getFirst()) {
        out.raw(',');
      }
      out.raw('[');
      out.number(warned.seat());
      out.raw(',');
      out.text(warned.kind());
      out.raw(',');
      out.number(warned.moves());
      out.raw(',');
      out.number(warned.ply());
      out.raw(',');
      out.text(warned.text());
      out.raw(']');
    }
    out.raw(']');
  }

  private void columns(MoveLog log, boolean withLines) {
    if (!log.alternates()) {
      text(WHO, log.movers());
    }
    out.numbers(N, log.size(), log::nodes, ALWAYS);
    out.numbers(EV, log.size(), log::evaluations, ALWAYS);
    out.numbers(TK, log.size(), log::ticks, ALWAYS);
    if (log.hasCpu()) {
      out.numbers(CPU, log.size(), log::cpuNanos, Ledger.UNKNOWN);
    }
    if (log.hasPondered()) {
      out.numbers(PONDER, log.size(), log::ponderNanos, ALWAYS);
    }
    out.numbers(WALL, log.size(), log::nanos, ALWAYS);
    out.numbers(SC, log.size(), log::score, MoveLog.NO_SCORE);
    if (log.hasClaims(Claim::hasSearch)) {
      claims(D, log, Claim::depth);
      claims(SD, log, Claim::deepest);
      claims(NPS, log, Claim::nodesPerSecond);
      chances(log);
    }
    if (log.hasClaims(claim -> claim.distance() != 0)) {
      out.numbers(DIST, log.size(), ply -> log.claim(ply).distance(), 0);
    }
    if (withLines && log.hasClaims(claim -> !claim.line().isEmpty())) {
      lines(log);
    }
  }

  private void claims(byte[] key, MoveLog log, ToLongFunction<Claim> value) {
    out.numbers(key, log.size(), ply -> Math.max(-1, value.applyAsLong(log.claim(ply))), -1);
  }

  private void chances(MoveLog log) {
    out.raw(WDL);
    for (int ply = 0; ply < log.size(); ply++) {
      Claim claim = log.claim(ply);
      if (ply > 0) {
        out.raw(',');
      }
      if (claim.hasChances()) {
        out.raw(LineBuffer.ascii("[" + claim.wins() + "," + claim.draws() + "," + claim.losses() + "]"));
      } else {
        out.raw(NULL);
      }
    }
    out.raw(']');
  }

  private void lines(MoveLog log) {
    out.raw(LINES);
    for (int ply = 0; ply < log.size(); ply++) {
      if (ply > 0) {
        out.raw(',');
      }
      String line = log.claim(ply).line();
      if (line.isEmpty()) {
        out.raw(NULL);
      } else {
        out.text(line);
      }
    }
    out.raw(']');
  }

  private void totals(Cost first, Cost second) {
    out.pair(SUM, first.moves(), second.moves());
    out.pair(N, first.nodes(), second.nodes());
    out.pair(EV, first.evaluations(), second.evaluations());
    out.pair(TK, first.ticks(), second.ticks());
    out.pair(CPU, first.cpuNanos(), second.cpuNanos());
    out.pair(WALL, first.nanos(), second.nanos());
    out.pair(BYTES, first.bytes(), second.bytes());
    out.pair(PEAK, first.peakBytes(), second.peakBytes());
    if (first.ponderNanos() + second.ponderNanos() > 0) {
      out.pair(PONDER, first.ponderNanos(), second.ponderNanos());
    }
    out.raw('}');
  }
}
