package mesa.uci;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.Option.Form;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import mesa.core.Suggestion;

/**
 * What can be set about an engine: the game, the player, all the options of the player's spec by their own names, and what
 * belongs to the protocol. Names are compared whatever the case of their letters.
 */
final class Settings {
  private static final String NOTHING = "<empty>";
  private static final int MOST_LINES = 500;

  private static final String LINES_OPTION = "multipv";

  private final Registry registry;
  private final Variants variants;
  private Game game;
  private Spec player;
  private boolean playerGiven;
  private Entrant entrant;
  private final Deque<Entrant> earlier = new ArrayDeque<>();
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
    variants = new Variants(registry);
    game = gameName == null ? variants.usualGame() : registry.game(gameName);
    playerGiven = playerSpec != null;
    play(game, playerGiven ? Spec.parse(playerSpec) : variants.usualPlayer(game));
  }

  private void play(Game newGame, Spec newPlayer) {
    if (newGame == game && newPlayer.equals(player)) {
      return; // Who is there already keeps what it remembers.
    }
    Entrant next = registry.entrant(newGame, newPlayer.toString());
    if (newGame != game) {
      earlier.clear();
    } else if (entrant != null) {
      earlier.push(entrant);
    }
    entrant = next;
    game = newGame;
    player = newPlayer;
  }

  Game game() {
    return game;
  }

  Entrant entrant() {
    return entrant;
  }

  /** {@return who was set before in this game, the latest first, since a player was last made: options may not go together} */
  Iterable<Entrant> earlier() {
    return earlier;
  }

  /** Notes that the entrant makes a player. */
  void confirm() {
    earlier.clear();
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

  /**
   * Asks the evaluator that the player rests on.
   *
   * @param position left as it is
   * @return one line about it
   * @throws BadInputException if the game is over, or the player has no evaluator
   */
  String evaluation(Position position) {
    if (position.outcome().isOver()) {
      throw new BadInputException("the game is over: " + position.ending());
    }
    for (Option<?> option : playerOptions().values()) {
      if (option.form() instanceof Form.OfEvaluator && player.get(option) instanceof Spec spec) {
        try (Evaluator evaluator = registry.evaluator(game, spec)) {
          return String.format(Locale.ROOT, "%s: score %+d, expected result %+.3f, for the side to move",
              spec, evaluator.score(position), evaluator.value(position));
        }
      }
    }
    throw new BadInputException(player.name() + " has no evaluator");
  }

  private SequencedMap<String, Option<?>> playerOptions() {
    return registry.options(game, player);
  }

  /** {@return the lines that tell of the options, in the order in which programs show them} */
  List<String> declarations() {
    List<String> all = new ArrayList<>();
    all.add("Player type string default " + player);
    all.add("UCI_Variant type combo default " + game.name() + " var " + String.join(" var ", variants.names()));
    variants.switches(game).keySet()
        .forEach(name -> all.add(name + " type check default " + game.engineOptions().containsKey(name)));
    SequencedMap<String, Option<?>> options = playerOptions();
    CommonName.ALL.forEach(common -> all.add(common.among(options.keySet())
        .map(option -> declaration(common.name(), option, options.get(option)))
        .orElse(common.name() + " type spin default 1 min 1 max " + common.greatest())));
    all.add("MultiPV type spin default " + lines + " min 1 max " + MOST_LINES);
    all.add("Ponder type check default false");
    all.add("UCI_AnalyseMode type check default " + analyses);
    all.add("UCI_ShowWDL type check default " + chances);
    all.add("Move Overhead type spin default " + overheadMillis + " min 0 max 10000");
    all.add("Seed type string default " + seed);
    options.forEach((name, option) -> {
      if (!name.equals(LINES_OPTION) && !CommonName.covers(name)) {
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
    for (String option : variants.switches(game).keySet()) {
      if (option.equalsIgnoreCase(name)) {
        turnTo(variants.switched(game, option, flag(name, value)));
        return;
      }
    }
    Optional<String> option = playerOption(name);
    if (option.isPresent()) {
      play(game, player.with(option.get(), value.isEmpty() || value.equals(NOTHING) ? null : value));
    } else {
      CommonName common = CommonName.of(name).orElseThrow(() -> new BadInputException(
          "there is no option \"" + name + "\"" + Suggestion.of(name, playerOptions().keySet())));
      number(name, value, 1, common.greatest()); // That much or less is what the player takes, whatever is said.
    }
  }

  private Optional<String> playerOption(String name) {
    SequencedMap<String, Option<?>> options = playerOptions();
    return options.keySet().stream().filter(name::equalsIgnoreCase).findFirst()
        .or(() -> CommonName.of(name).flatMap(common -> common.among(options.keySet())));
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
    play(newGame, withLines(newGame, variants.usualPlayer(newGame)));
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
