package mesa.uci;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An engine that misbehaves in one way, named by its first argument, and is flawless otherwise; the second is a number
 * of milliseconds for those ways that take one; the third, any text, tells the processes of one test from others. It
 * plays tic-tac-toe by taking the first free cell, and where its fault begins with {@code ponder} it expects that of its
 * opponent too. Runs as a process of its own.
 */
final class FaultEngine {
  private static final List<String> CELLS = List.of("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3");

  /** So many calibrate it, and a few more. */
  private static final int HONEST_SEARCHES = 32;

  private final String fault;
  private final int millis;
  private final String mark;
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
  private List<String> moves = List.of();
  private final List<ByteBuffer> leaked = new ArrayList<>();
  private int readies;
  private int searches;
  private volatile boolean isPondering;

  private FaultEngine(String fault, int millis, String mark) {
    this.fault = fault;
    this.millis = millis;
    this.mark = mark;
  }

  public static void main(String[] args) throws Exception {
    FaultEngine engine = new FaultEngine(args[0], Integer.parseInt(args[1]), args[2]);
    if (args[0].equals("exit-at-start")) {
      System.err.println("no such library");
      System.exit(7);
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      engine.take(line);
    }
    while (engine.fault.equals("ignores-quit")) {
      Thread.sleep(1000);
    }
  }

  private boolean is(String name) {
    return fault.equals(name);
  }

  private void say(String line) {
    out.print(is("crlf") ? "  " + line.replace(" ", " \t ") + "  \r\n" : line + "\n");
    out.flush();
  }

  private void take(String line) throws IOException, InterruptedException {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "uci" -> introduce();
      case "isready" -> ready();
      case "position" -> {
        int from = Arrays.asList(words).indexOf("moves") + 1;
        moves = from == 0 ? List.of() : List.of(words).subList(from, words.length);
      }
      case "go" -> {
        if (line.startsWith("go ponder")) {
          ponder();
        } else {
          isPondering = false;
          go(line);
        }
      }
      case "ponderhit" -> {
        if (isPondering && !List.of("ponder-deaf", "ponder-hit-hang").contains(fault)) {
          isPondering = false;
          go(line);
        }
      }
      case "stop" -> {
        if (isPondering && !is("ponder-deaf")) {
          isPondering = false;
          answer();
          if (is("ponder-twice")) {
            answer();
          }
        }
        if (List.of("hang", "chatty").contains(fault)) {
          say("bestmove " + choice());
        }
      }
      case "quit" -> {
        if (!is("ignores-quit")) {
          System.exit(0);
        }
      }
      default -> { }
    }
  }

  private void introduce() throws InterruptedException {
    if (is("never-uciok")) {
      return;
    }
    while (is("talks-without-uciok")) {
      say("info string loading");
      Thread.sleep(20);
    }
    if (is("uciok-late")) {
      Thread.sleep(millis);
    }
    say("id name fault engine");
    say("option name Skill Level type spin default 20 min 0 max 20");
    say("option name Style type combo default Solid var Solid var Very Risky");
    say("uciok");
    if (is("uciok-then-exit")) {
      System.exit(3);
    }
  }

  private void ready() throws InterruptedException {
    readies++;
    if (is("readyok-never") || is("readyok-once") && readies > 1 || is("readyok-after-move") && searches > 0) {
      return;
    }
    if (is("readyok-late")) {
      Thread.sleep(millis);
    }
    if (is("unasked-bestmove")) {
      say("bestmove c3");
    }
    say("readyok");
  }

  private String choice() {
    return free().getFirst();
  }

  private List<String> free() {
    return CELLS.stream().filter(cell -> !moves.contains(cell)).toList();
  }

  private void answer() {
    List<String> free = free();
    boolean expects = fault.startsWith("ponder") && free.size() > 1;
    say("bestmove " + free.getFirst() + (expects ? " ponder " + (is("ponder-illegal") ? "d4" : free.get(1)) : ""));
  }

  private void ponder() {
    if (is("ponder-exit")) {
      System.exit(6);
    }
    if (is("ponder-early")) {
      answer();
      return;
    }
    isPondering = true;
    if (is("ponder-busily")) {
      burn();
    }
  }

  private void burn() {
    Thread burner = new Thread(() -> {
      while (isPondering) {
        Thread.onSpinWait();
      }
    });
    burner.setDaemon(true);
    burner.start();
  }

  /** Works for so long, not counting when others do. */
  private static void work(double millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long until = threads.getCurrentThreadCpuTime() + (long) (millis * 1e6);
    while (threads.getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
  }

  private static int number(String line, String word) {
    List<String> words = List.of(line.split(" "));
    return Integer.parseInt(words.get(words.indexOf(word) + 1));
  }

  private void tell(String info, String best) {
    say("info depth 3 nodes 41 " + info);
    say(best);
  }

  private void go(String line) throws IOException, InterruptedException {
    searches++;
    String best = "bestmove " + choice();
    switch (fault) {
      case "hang", "dead" -> { }
      case "chatty", "chatty-dead" -> chat();
      case "ignores-nodes" -> {
        if (line.contains("nodes")) {
          say("info depth 30 nodes 50000000 pv " + choice());
        }
        say(best);
      }
      case "overspends" -> tell("nodes " + 3 * number(line, "nodes"), best);
      case "counts-a-third" -> { // Once it is no longer looked at closely.
        work(searches <= HONEST_SEARCHES ? 2 : 6);
        tell("nodes " + number(line, "nodes"), best);
      }
      case "ignores-depth" -> tell("depth 9", best);
      case "works-away" -> {
        Thread.sleep(millis);
        say(best);
        isPondering = true;
        burn();
      }
      case "stale-bestmove" -> {
        if (searches % 2 == 0) { // Once more what it said before, which is taken by now.
          say("bestmove " + moves.getFirst());
        }
        say(best);
      }
      case "pv-illegal-later" -> tell("score cp 5 pv " + free().get(0) + " " + free().get(1) + " " + free().get(0), best);
      case "mate-too-near" -> tell("score mate 1 pv " + String.join(" ", free().subList(0, Math.min(3, free().size()))), best);
      case "late" -> {
        Thread.sleep(millis);
        say(best);
      }
      case "late-once" -> {
        Thread.sleep(searches == 1 ? millis : 0);
        say(best);
      }
      case "closes-stdin" -> {
        System.in.close();
        say(best);
        Thread.sleep(Long.MAX_VALUE);
      }
      case "many-bestmoves" -> {
        for (int i = 0; i < 300; i++) {
          say(best);
        }
      }
      case "exit-before-bestmove" -> System.exit(9);
      case "signal" -> signalSelf("-SEGV");
      case "stopped" -> signalSelf("-STOP");
      case "exit-with-bestmove" -> {
        say(best);
        System.exit(0);
      }
      case "exit-after-bestmove" -> {
        say(best);
        Thread.sleep(30);
        System.exit(0);
      }
      case "exit-after-fourth" -> {
        say(best);
        if (searches == 4) {
          System.exit(0);
        }
      }
      case "no-info" -> say(best);
      case "crash-first-seat" -> {
        if (moves.size() % 2 == 0) {
          System.exit(4);
        }
        say(best);
      }
      case "illegal" -> say("bestmove d4");
      case "null-move" -> say("bestmove 0000");
      case "none" -> say("bestmove (none)");
      case "garbage" -> say("bestmove zz9!");
      case "empty" -> say("bestmove");
      case "upper-case" -> say(best.toUpperCase(Locale.ROOT).replace("BESTMOVE", "bestmove"));
      case "two-bestmoves" -> {
        say(best);
        say("bestmove c3");
        say("bestmove c3");
      }
      case "wild-numbers" -> {
        say("info depth NaN nodes 1e30 score cp 3.7 time -5 nps 99999999999999999999999999 wdl 7 8 9 pv " + choice());
        say("info depth -1 nodes -7 score mate x");
        say(best);
      }
      case "bad-pv" -> tell("score cp 5 pv " + choice() + " " + choice(), best);
      case "pv-of-another-move" -> tell("score cp 5 pv c3", "bestmove " + choice());
      case "pv-past-the-end" -> tell("score cp 5 pv " + String.join(" ", free()) + " a1", best);
      case "wrong-mate" -> tell("score mate 1 pv " + String.join(" ", free().subList(0, 2)), best);
      case "memory-leak" -> {
        for (int i = 0; i < 32; i++) {
          leaked.add(ByteBuffer.allocateDirect(1 << 23));
        }
        Thread.sleep(Long.MAX_VALUE);
      }
      case "bad-utf8" -> {
        out.write(new byte[] {'i', 'n', 'f', 'o', ' ', (byte) 0xC3, (byte) 0x28, 0, (byte) 0xFF, '\n'});
        say(best);
      }
      case "no-last-newline" -> {
        out.print(best);
        out.flush();
        System.exit(0);
      }
      case "long-line" -> longLine("info string ", best);
      case "long-bestmove" -> longLine(best, "");
      case "info-flood" -> flood(out, searches == 1 ? 1_000_000 : 0, best);
      case "stderr-flood" -> flood(System.err, searches == 1 ? 200_000 : 0, best);
      case "deaf" -> {
        say(best);
        Thread.sleep(Long.MAX_VALUE);
      }
      case "closes-stdout" -> {
        out.close();
        Thread.sleep(Long.MAX_VALUE);
      }
      case "child-holds-pipe" -> {
        new ProcessBuilder("sh", "-c", "sleep 86399; echo $0", mark).inheritIO().start();
        System.exit(5);
      }
      default -> {
        say("info depth 3 seldepth 5 score cp 12 wdl 300 600 100 nodes 41 nps 1000 time 1 pv " + choice());
        answer();
      }
    }
  }

  /** Talks for ever, in a thread of its own so as to hear {@code stop}. */
  private void chat() {
    Thread talker = new Thread(() -> {
      while (true) {
        say("info depth 1 score cp 0 nodes 1 currmove a1");
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    });
    talker.setDaemon(true);
    talker.start();
  }

  private void longLine(String start, String after) {
    byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    out.print(start);
    for (int i = 0; i < 64; i++) {
      out.write(block, 0, block.length);
    }
    out.print("\n" + after + "\n");
    out.flush();
  }

  private void flood(PrintStream where, int lines, String best) {
    byte[] block = "info depth 1 seldepth 1 score cp 1 nodes 100 nps 100 time 1 pv a1\n".repeat(1000)
        .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < lines; i += 1000) {
      where.write(block, 0, block.length);
    }
    say(best);
  }

  private static void signalSelf(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(ProcessHandle.current().pid())).start().waitFor();
    Thread.sleep(Long.MAX_VALUE);
  }
}
