package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UciServerTest {
  /** In whatever order, whole numbers alone. */
  private static final Pattern INFO = Pattern.compile("info depth \\d+ seldepth \\d+ multipv \\d+ score (cp|mate) -?\\d+"
      + "( wdl \\d+ \\d+ \\d+)? nodes \\d+ nps \\d+ hashfull \\d+ time \\d+ pv .+");

  private static List<String> lines(List<String> heard, String word) {
    return heard.stream().filter(line -> line.startsWith(word + " ")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "random", "rules", "greedy:eval=material", "mcts:eval=rollout", "mcts:eval=material,root=gumbel", "mcts:eval=rollout,threads=2",
    "alphabeta:eval=material", "solver",
  })
  void go_anyPlayer_tellsOfItsMoveAndAnswersOnce(String player) throws IOException, InterruptedException {
    try (Conversation conversation = new Conversation(null, player)) {
      String moves = "e2e4 c7c5 g1f3 d7d6";
      conversation.say("setoption name UCI_ShowWDL value true");
      conversation.say("position startpos moves " + moves);
      conversation.say("go nodes 300");
      List<String> heard = conversation.hearUntil("bestmove");
      List<String> infos = lines(heard, "info").stream().filter(line -> !line.startsWith("info string")).toList();
      assertThat(infos).isNotEmpty().allMatch(line -> INFO.matcher(line).matches());
      String[] line = infos.getLast().split(" pv ")[1].split(" ");
      assertThat(heard.getLast()).startsWith("bestmove " + line[0]);
      Position position = Conversation.REGISTRY.game("chess").start();
      for (String move : (moves + " " + String.join(" ", line)).split(" ")) {
        position.make(position.parseMove(move)); // Throws where one is not legal.
      }
    }
  }

  @Test
  void go_sameSeedAfterANewGame_answersTheSame() throws IOException, InterruptedException {
    List<List<String>> answers = new ArrayList<>();
    try (Conversation conversation = new Conversation(null, "mcts:eval=rollout")) {
      for (int game = 0; game < 2; game++) {
        conversation.say("ucinewgame");
        List<String> moves = new ArrayList<>();
        for (String line : List.of("", " moves e2e4 e7e5", " moves e2e4 e7e5 g1f3 b8c6")) {
          conversation.say("position startpos" + line);
          conversation.say("go nodes 200");
          moves.add(conversation.hearUntil("bestmove").getLast());
        }
        answers.add(moves);
      }
    }
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench -1", "bench foo", "go perft x", "go perft 0"})
  void command_amountThatIsNone_isQuoted(String command) throws IOException, InterruptedException {
    try (Conversation conversation = new Conversation(null, "random")) {
      conversation.say(command);
      conversation.say("isready");
      assertThat(conversation.hearUntil("readyok").getFirst()).isEqualTo("info string \""
          + command.replaceAll(".* ", "") + "\" after " + command.replaceAll(" [^ ]*$", "") + " is not a whole number of at least 1");
    }
  }

  @Test
  void position_fenAlone_saysThatThereIsNone() throws IOException, InterruptedException {
    try (Conversation conversation = new Conversation(null, "random")) {
      conversation.say("position fen");
      conversation.say("isready");
      assertThat(conversation.hearUntil("readyok").getFirst()).startsWith("info string no position after \"fen\"");
    }
  }

  @Test
  void bench_samePlayer_hasTheSameFingerprint() throws IOException, InterruptedException {
    List<String> fingerprints = new ArrayList<>();
    try (Conversation conversation = new Conversation(null, "mcts:eval=rollout")) {
      for (String command : List.of("bench 20", "go nodes 50", "bench 20", "bench 21")) {
        conversation.say(command);
        List<String> heard = conversation.hearUntil(command.startsWith("go") ? "bestmove" : "Signature:");
        fingerprints.add(heard.getLast());
      }
    }
    assertThat(fingerprints.get(2)).isEqualTo(fingerprints.get(0)).isNotEqualTo(fingerprints.get(3));
  }

  /** Tells of a1 or else b1, goes on for long whatever it is told, and then chooses c3. */
  public static final class Deaf implements Player {
    static final Semaphore LEAVE = new Semaphore(0);

    /** Makes one. */
    public Deaf() {}

    @Override
    public Decision choose(Position position, Meter meter) {
      int told = position.parseMove(position.movesMade() == 0 ? "a1" : "b1");
      Analysis.Line line = new Analysis.Line(List.of(told), 0, 1, 1, 1, Outcome.ONGOING, 0);
      meter.progress(() -> Optional.of(new Analysis(List.of(line), 1, 0)));
      LEAVE.acquireUninterruptibly();
      return Decision.of(position.parseMove("c3"));
    }
  }

  @Test
  void stop_playerGoesOn_isAnsweredForByWhatItHasTold() throws IOException, InterruptedException {
    try (Conversation conversation = new Conversation("tictactoe", "class:" + Deaf.class.getName())) {
      conversation.say("go infinite");
      conversation.expectLater("info * pv a1");
      conversation.say("stop");
      conversation.expect("bestmove a1");
      conversation.say("isready");
      conversation.expect("readyok");
      Deaf.LEAVE.release(2);
      conversation.say("position startpos moves a1");
      conversation.say("go nodes 1");
      conversation.expectLater("info * pv b1");
      conversation.expectLater("bestmove c3"); // Its own: nobody has told it to stop.
      assertThat(lines(conversation.hangUp(), "bestmove")).isEmpty();
    }
  }

  @Test
  void serve_inputEndsDuringASearch_answersAndLeaves() throws IOException, InterruptedException {
    Conversation conversation = new Conversation(null, "alphabeta:eval=material");
    conversation.say("go infinite");
    conversation.hearUntil("info");
    assertThat(lines(conversation.hangUp(), "bestmove")).hasSize(1);
  }

  @Test
  void serve_quitDuringASearch_answersAndLeaves() throws IOException, InterruptedException {
    Conversation conversation = new Conversation(null, "mcts:eval=material");
    conversation.say("go infinite");
    conversation.say("quit");
    conversation.say("isready"); // Nobody is there any more.
    List<String> heard = conversation.hangUp();
    assertThat(lines(heard, "bestmove")).hasSize(1);
    assertThat(heard).doesNotContain("readyok");
  }

  @Test
  void serve_lineBeyondAllMeasure_isPassedOver() throws IOException, InterruptedException {
    try (Conversation conversation = new Conversation(null, "random")) {
      conversation.say("position startpos moves " + "e2e4 ".repeat(50_000));
      conversation.expect("info string a line of more than * bytes was passed over");
      conversation.say("isready");
      conversation.expect("readyok");
    }
  }

  @Test
  void create_noSuchPlayerOrGame_isRefused() {
    for (String[] wrong : new String[][] {{null, "nobody"}, {"checkers", null}, {null, "mcts:nodes=0"}}) {
      assertThatThrownBy(() -> new UciServer(
          Conversation.REGISTRY, wrong[0], wrong[1], "Mesa", Duration.ZERO, System.err))
          .isInstanceOf(BadInputException.class);
    }
  }
}
