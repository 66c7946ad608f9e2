package mesa.uci;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversations as files, beside this class. {@code > LINE} is said to the server; {@code < PATTERN} is what it has to say
 * next, {@code <~ PATTERN} what it has to say after any other lines; in patterns * stands for any text. The first line
 * is {@code serve PLAYER}.
 */
class ConversationTest {
  static List<String> names() {
    return List.of("introduction", "search", "infinite", "ponder", "clocks", "mates", "searchmoves", "multipv", "options",
        "junk", "variants", "chess960", "perft", "extras", "compliance");
  }

  @ParameterizedTest
  @MethodSource("names")
  void serve_conversation_goesAsWritten(String name) throws IOException, InterruptedException {
    List<String> lines;
    try (BufferedReader file = new BufferedReader(new InputStreamReader(
        ConversationTest.class.getResourceAsStream(name + ".txt"), StandardCharsets.UTF_8))) {
      lines = file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
    try (Conversation conversation = new Conversation(null, lines.getFirst().substring("serve ".length()))) {
      for (String line : lines.subList(1, lines.size())) {
        String text = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(' '))) {
          case ">" -> conversation.say(text);
          case "<" -> conversation.expect(text);
          case "<~" -> conversation.expectLater(text);
          default -> throw new IllegalArgumentException(line);
        }
      }
    }
  }
}
