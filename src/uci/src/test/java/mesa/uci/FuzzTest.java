package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mesa.core.Rng;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nonsense, said to the server from a seed. Whatever comes, it lives on and is in its right mind afterwards; it says nothing but
 * the protocol, tells of no exception, and answers each {@code go} once.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FuzzTest {
  private static final Set<String> COMMANDS = Set.of(
      "uci", "isready", "setoption", "ucinewgame", "position", "go", "stop", "ponderhit", "quit", "debug", "d", "eval", "bench");

  /** What a line may hold. None of it asks for much memory or for an end. */
  private static final String[] WORDS = ("uci isready ucinewgame stop ponderhit debug on off position startpos fen moves e2e4 "
      + "e7e5 e1g1 a7a8q d b2 a1 0000 8/8/8/8/8/8/8/8 w - KQkq 0 1 -1 go go go infinite ponder depth 3 nodes 50 movetime 5 wtime "
      + "btime winc binc movestogo mate searchmoves setoption setoption name value Hash MultiPV UCI_Variant UCI_AnalyseMode "
      + "UCI_ShowWDL UCI_Chess960 tictactoe chess chess960 connectfour Player random solver mcts:eval=material Threads true "
      + "false Move Overhead Seed eval rollout material eval.plies rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR xx./oo./... x "
      + "\u0000 \u00e9\u4e2d <empty> 99999999999999999999 -9223372036854775808 2147483648 NaN 1e9 : , = mcts: class:x").split(" ");

  private int goes;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void serve_randomWords_neverLosesItsMind(long seed) throws IOException, InterruptedException {
    Rng rng = new Rng(seed);
    try (Conversation conversation = new Conversation(null, "alphabeta:eval=material")) {
      for (int i = 0; i < 400; i++) {
        List<String> words = new ArrayList<>();
        for (int n = rng.below(9); n >= 0; n--) {
          words.add(WORDS[rng.below(WORDS.length)]);
        }
        say(conversation, words);
      }
      assertInItsRightMind(conversation, seed);
    }
  }

  /** Sensible lines with words left out, doubled, swapped, or put in from anywhere. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void serve_damagedConversations_neverLosesItsMind(long seed) throws IOException, InterruptedException {
    Rng rng = new Rng(seed);
    List<String> lines = sensibleLines();
    try (Conversation conversation = new Conversation(null, "mcts:eval=material")) {
      for (int i = 0; i < 300; i++) {
        List<String> words = new ArrayList<>(List.of(lines.get(rng.below(lines.size())).split("\\s+")));
        for (int n = rng.below(3); n > 0 && !words.isEmpty(); n--) {
          int at = rng.below(words.size());
          switch (rng.below(4)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.add(words.remove(at));
            default -> words.add(at, WORDS[rng.below(WORDS.length)]);
          }
        }
        say(conversation, words);
      }
      assertInItsRightMind(conversation, seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void serve_randomBytes_neverLosesItsMind(long seed) throws IOException, InterruptedException {
    Rng rng = new Rng(seed);
    try (Conversation conversation = new Conversation(null, "random")) {
      for (int i = 0; i < 500; i++) {
        byte[] bytes = new byte[rng.below(200)];
        for (int at = 0; at < bytes.length; at++) {
          bytes[at] = (byte) rng.below(256);
        }
        conversation.send(bytes);
      }
      conversation.say("");
      assertInItsRightMind(conversation, seed);
    }
  }

  private static List<String> sensibleLines() throws IOException {
    List<String> all = new ArrayList<>();
    for (String name : ConversationTest.names()) {
      try (BufferedReader file = new BufferedReader(new InputStreamReader(
          FuzzTest.class.getResourceAsStream(name + ".txt"), StandardCharsets.UTF_8))) {
        file.lines().filter(line -> line.startsWith("> ")).map(line -> line.substring(2).strip())
            .filter(line -> !line.isEmpty() && !line.contains("perft") && !line.contains("bench")).forEach(all::add);
      }
    }
    return all;
  }

  private void say(Conversation conversation, List<String> words) throws IOException {
    conversation.say(String.join(" ", words));
    goes += words.stream().filter(COMMANDS::contains).findFirst().filter("go"::equals).isPresent() ? 1 : 0;
  }

  private void assertInItsRightMind(Conversation conversation, long seed) throws IOException, InterruptedException {
    for (String line : List.of("stop", "setoption name UCI_Variant value chess", "setoption name Player value random",
        "ucinewgame", "position startpos", "go nodes 1", "isready", "debug on", "the end")) {
      say(conversation, List.of(line.split(" ")));
    }
    List<String> heard = conversation.hearUntil("info string no command in \"the end\"");
    assertThat(heard).as("seed %d", seed)
        .allMatch(line -> Stream.of("info", "bestmove", "readyok", "id", "option", "uciok").anyMatch(line::startsWith))
        .noneMatch(line -> line.contains("Exception") || line.contains("Error") || line.contains("internal error"));
    heard.addAll(conversation.hangUp());
    assertThat(heard.stream().filter(line -> line.startsWith("bestmove ")))
        .as("answers, one to each go, seed %d", seed).hasSize(goes);
  }
}
