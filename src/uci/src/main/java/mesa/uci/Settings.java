package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Option;
import mesa.core.Option.Form;
import mesa.core.Registry;
import mesa.core.Spec;
import mesa.core.Suggestion;

/**
 * What can be set about an engine: the game, the player, all the options of the player's spec by their own names, and what
 * belongs to the protocol. Names are compared whatever the case of their letters.
 */
final class Settings {
  private static final String DEFAULTS = "uci.properties";
  private static final String NOTHING = "<empty>";
  private static final int MOST_LINES = 500;

  /** A name that programs expect, and the players' options that it stands for. */
  private record CommonName(String name, List<String> options) {}

  private static final List<CommonName> COMMON_NAMES = List.of(
      new CommonName("Threads", List.of("threads")), new CommonName("Hash", List.of("hash", "memory")));

  private static final String LINES_OPTION = "multipv";

  private final Registry registry;
  private Game game;
  private Spec player;
  private boolean playerGiven;
  private Entrant entrant;
  private long seed = 1;
  private long overheadMillis = 10;
  private int lines = 1;
  private boolean chances;
  private boolean analyses;

  /**
   * Sets what is usual.
   *
   * @param gameName a spec, or null for the game that is usually played so
   * @param playerSpec or null for the one that the game names
   * @throws BadInputException if there is no such game or player
   */
  Settings(Registry registry, String gameName, String playerSpec) {
    this.registry = registry;
    game = gameName == null ? usualGame() : registry.game(gameName);
    playerGiven = playerSpec != null;
    play(game, playerGiven ? Spec.parse(playerSpec) : usualPlayer(game));
  }

  private Game usualGame() {
    List<String> names = registry.games().stream().map(GameProvider::name).sorted().toList();
    return names.stream().map(registry::game)
        .filter(candidate -> Boolean.parseBoolean(defaults(candidate).getProperty("usual")))
        .findFirst()
        .orElseThrow(() -> new BadInputException("no game is usual here; name one of " + String.join(", ", names)));
  }

  private static Spec usualPlayer(Game game) {
    String spec = defaults(game).getProperty("player");
    if (spec == null) {
      throw new BadInputException(game.name() + " does not say who plays it; name a player");
    }
    return Spec.parse(spec);
  }

  private static Properties defaults(Game game) {
    Properties properties = new Properties();
    Optional<URL> file = game.resource(DEFAULTS);
    if (file.isPresent()) {
      try (InputStream in = file.get().openStream()) {
        properties.load(in);
      } catch (IOException e) {
        throw new BadInputException("\"" + file.get() + "\" can't be read: " + e.getMessage(), e);
      }
    }
    return properties;
  }

  private void play(Game newGame, Spec newPlayer) {
    if (newGame == game && newPlayer.equals(player)) {
      return; // Who is there already keeps what it remembers.
    }
    entrant = registry.entrant(newGame, newPlayer.toString());
    game = newGame;
    player = newPlayer;
  }

  Game game() {
    return game;
  }

  Entrant entrant() {
    return entrant;
  }

  long seed() {
    return seed;
  }

  long overheadMillis() {
    return overheadMillis;
  }

  int lines() {
    return lines;
  }

  boolean showsChances() {
    return chances;
  }

  /** {@return whether it serves somebody who analyses, and not a game} */
  boolean analyses() {
    return analyses;
  }

  /** {@return whether a budget option bounds the player} */
  boolean isBoundBy(String budget) {
    return playerOptions().containsKey(budget);
  }

  private SequencedMap<String, Option<?>> playerOptions() {
    return registry.options(game, player);
  }

  /** {@return the lines that tell of the options, in the order in which programs show them} */
  List<String> declarations() {
    List<String> all = new ArrayList<>();
    all.add("Player type string default " + player);
    all.add("UCI_Variant type combo default " + game.name()
        + registry.games().stream().map(GameProvider::name).sorted().reduce("", (a, b) -> a + " var " + b));
    switches().keySet().forEach(name -> all.add(name + " type check default " + game.engineOptions().containsKey(name)));
    SequencedMap<String, Option<?>> options = playerOptions();
    COMMON_NAMES.forEach(common -> common.options.stream().filter(options::containsKey).findFirst()
        .ifPresent(option -> all.add(declaration(common.name, option, options.get(option)))));
    all.add("MultiPV type spin default " + lines + " min 1 max " + MOST_LINES);
    all.add("Ponder type check default false");
    all.add("UCI_AnalyseMode type check default " + analyses);
    all.add("UCI_ShowWDL type check default " + chances);
    all.add("Move Overhead type spin default " + overheadMillis + " min 0 max 10000");
    all.add("Seed type string default " + seed);
    options.forEach((name, option) -> {
      boolean isCommon = name.equals(LINES_OPTION)
          || COMMON_NAMES.stream().anyMatch(common -> common.options.contains(name));
      if (!isCommon) {
        all.add(declaration(name, name, option));
      }
    });
    return all.stream().map(line -> "option name " + line).toList();
  }

  private String declaration(String shownName, String name, Option<?> option) {
    String value = player.options().getOrDefault(name, option.standard());
    String start = shownName + " type ";
    return start + switch (option.form()) {
      // Where nothing is usual there is no number to show; programs show great limits badly.
      case Form.Whole(long least, long greatest) when !value.isEmpty() ->
          "spin default " + value + " min " + least + " max " + Math.min(greatest, Integer.MAX_VALUE);
      case Form.Flag() -> "check default " + (value.equals("true") || value.equals("on"));
      case Form.Choice(List<String> words) -> "combo default " + value + " var " + String.join(" var ", words);
      default -> "string default " + (value.isEmpty() ? NOTHING : value);
    };
  }

  /** {@return games by the option that tells them from others of their family, for those of the present one's} */
  private SequencedMap<String, Game> switches() {
    SequencedMap<String, Game> switches = new LinkedHashMap<>();
    relatives().forEach(relative ->
        relative.engineOptions().keySet().forEach(name -> switches.putIfAbsent(name, relative)));
    return switches;
  }

  private List<Game> relatives() {
    return registry.games().stream().map(provider -> registry.game(provider.name()))
        .filter(candidate -> candidate.family().equals(game.family()))
        .sorted(Comparator.comparing(candidate -> !candidate.name().equals(candidate.family())))
        .toList();
  }

  /**
   * Sets an option.
   *
   * @param name whatever its case
   * @param value as the other side writes it
   * @throws BadInputException if there is no such option, or it takes no such value; all stays as it was
   */
  void set(String name, String value) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "player" -> {
        play(game, withLines(game, Spec.parse(value)));
        playerGiven = true;
      }
      case "uci_variant" -> turnTo(registry.game(value));
      case "seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case "move overhead" -> overheadMillis = number(name, value, 0, 10_000);
      case "multipv" -> {
        int wanted = (int) number(name, value, 1, MOST_LINES);
        if (playerOptions().containsKey(LINES_OPTION)) {
          play(game, player.with(LINES_OPTION, Integer.toString(wanted)));
        }
        lines = wanted;
      }
      case "uci_analysemode" -> analyses = flag(name, value);
      case "uci_showwdl" -> chances = flag(name, value);
      case "ponder" -> flag(name, value); // Whether to ponder is for the other side to say, by go ponder.
      default -> setOther(name, value);
    }
  }

  /** A new player tells of as many lines as the last one had to, unless its spec says otherwise. */
  private Spec withLines(Game newGame, Spec newPlayer) {
    boolean applies = lines > 1 && !newPlayer.options().containsKey(LINES_OPTION)
        && registry.options(newGame, newPlayer).containsKey(LINES_OPTION);
    return applies ? newPlayer.with(LINES_OPTION, Integer.toString(lines)) : newPlayer;
  }

  private void setOther(String name, String value) {
    for (String option : switches().keySet()) {
      if (option.equalsIgnoreCase(name)) {
        boolean on = flag(name, value);
        turnTo(relatives().stream().filter(relative -> relative.engineOptions().containsKey(option) == on)
            .findFirst().orElse(game));
        return;
      }
    }
    String option = playerOption(name);
    play(game, player.with(option, value.isEmpty() || value.equals(NOTHING) ? null : value));
  }

  private String playerOption(String name) {
    SequencedMap<String, Option<?>> options = playerOptions();
    List<String> candidates = new ArrayList<>(List.of(name));
    COMMON_NAMES.stream().filter(common -> common.name.equalsIgnoreCase(name))
        .forEach(common -> candidates.addAll(common.options));
    for (String candidate : candidates) {
      for (String option : options.keySet()) {
        if (option.equalsIgnoreCase(candidate)) {
          return option;
        }
      }
    }
    throw new BadInputException("there is no option \"" + name + "\"" + Suggestion.of(name, options.keySet()));
  }

  /** A player that was asked for by its spec stays, if it plays the new game. */
  private void turnTo(Game newGame) {
    if (newGame.name().equals(game.name())) {
      return;
    }
    if (playerGiven) {
      try {
        play(newGame, player);
        return;
      } catch (BadInputException e) {
        // It plays other games.
      }
    }
    play(newGame, withLines(newGame, usualPlayer(newGame)));
    playerGiven = false;
  }

  private static long number(String name, String value, long least, long greatest) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BadInputException(name + " takes a whole number from " + least + " to " + greatest + ", not \"" + value + "\"");
  }

  private static boolean flag(String name, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadInputException(name + " takes true or false, not \"" + value + "\"");
    };
  }
}
