package mesa.uci;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;

/**
 * How a program is started.
 *
 * @param command the program and its arguments
 * @param folder where it works, or null for where Mesa does
 * @param environment variables beside those that Mesa has itself
 */
record Launch(List<String> command, Path folder, Map<String, String> environment) {
  /** {@return the program} */
  String program() {
    return command.getFirst();
  }

  /**
   * Makes a builder of it.
   *
   * @param words in place of the command, such as that with something before it
   */
  ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder == null ? null : new File(folder.toString()));
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * Takes a line of arguments apart as a shell does: white space separates, quotes of either kind hold together, a backslash
   * outside single quotes takes the next character as it is.
   *
   * @throws BadInputException if a quote is left open
   */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new BadInputException("args=" + line + " has an open quote " + quote);
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
