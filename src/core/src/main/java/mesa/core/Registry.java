package mesa.core;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Everything that can be named by a spec: what is on the class path, in plug-in jars, or in a folder of classes.
 * Immutable and safe to share.
 */
public final class Registry {
  private static final Option<String> CLOCK =
      Option.text("tc", null, "a clock such as 8+0.08", "its own game clock in a tournament");
  private static final Option<String> NAME = Option.text("name", null, "a text", "the name that tables show");

  private final ClassLoader loader;
  private final List<GameProvider> games;
  private final List<PlayerProvider> players;
  private final List<EvaluatorProvider> evaluators;

  private Registry(ClassLoader loader) {
    this.loader = loader;
    try {
      games = ServiceLoader.load(GameProvider.class, loader).stream().map(ServiceLoader.Provider::get).toList();
      players = ServiceLoader.load(PlayerProvider.class, loader).stream().map(ServiceLoader.Provider::get).toList();
      evaluators =
          ServiceLoader.load(EvaluatorProvider.class, loader).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new BadInputException("a plug-in can't be loaded: " + e.getMessage(), e);
    }
  }

  /** {@return what is on this program's own class path} */
  public static Registry load() {
    return new Registry(Registry.class.getClassLoader());
  }

  /**
   * Loads what is on this program's own class path, and more.
   *
   * @param paths jars, folders of jars and folders of classes; each must exist
   * @return all of it
   * @throws BadInputException if a path does not exist or a plug-in can't be loaded
   */
  public static Registry load(List<Path> paths) {
    if (paths.isEmpty()) {
      return load();
    }
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        urls.add(url(path));
        jarsIn(path).forEach(jar -> urls.add(urlOfJar(jar)));
      } else {
        urls.add(urlOfJar(path));
      }
    }
    return new Registry(new URLClassLoader(urls.toArray(URL[]::new), Registry.class.getClassLoader()));
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new BadInputException("the plug-in folder \"" + folder + "\" can't be read: " + e.getMessage(), e);
    }
  }

  private static URL urlOfJar(Path jar) {
    if (!Files.exists(jar)) {
      throw new BadInputException("\"" + jar + "\" does not exist; a jar, or a folder of jars or classes, is wanted");
    }
    try {
      // A class loader passes over a jar that it can't open, and the plug-in would be missing without a word.
      new ZipFile(jar.toFile()).close();
      return url(jar);
    } catch (IOException e) {
      throw new BadInputException("\"" + jar + "\" is no jar that can be read: " + e.getMessage(), e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new BadInputException("the plug-in path \"" + path + "\" can't be used: " + e.getMessage(), e);
    }
  }

  /** {@return the games there are} */
  public List<GameProvider> games() {
    return games;
  }

  /** {@return the players there are, of all games} */
  public List<PlayerProvider> players() {
    return players;
  }

  /** {@return the evaluators there are, of all games} */
  public List<EvaluatorProvider> evaluators() {
    return evaluators;
  }

  /**
   * Makes a game.
   *
   * @param text a spec such as {@code hex:size=7}
   * @return the game
   * @throws BadInputException if there is no such game or an option is wrong
   */
  public Game game(String text) {
    Spec spec = Spec.parse(text);
    GameProvider provider = find("game", spec, games, any -> true, "");
    check(spec, provider, List.of());
    return provider.create(spec);
  }

  /**
   * Enters a player.
   *
   * @param game what it will play
   * @param text a spec such as {@code mcts:eval=rollout,nodes=800}
   * @return the entrant, every option of which is known; what it is made of is checked once it makes a player
   * @throws BadInputException if there is no such player of this game or an option is wrong
   */
  public Entrant entrant(Game game, String text) {
    Spec spec = Spec.parse(text);
    PlayerProvider provider = findPlayer(game, spec);
    PlayerProvider spender = spender(game, spec, provider);
    List<Option<?>> common = new ArrayList<>(Budget.options());
    common.removeIf(option -> !spender.limits().contains(option.name()));
    if (spender.limits().contains(Budget.TIME.name())) {
      common.add(CLOCK);
    }
    common.add(NAME);
    check(spec, provider, common);
    checkNested(game, spec, provider);
    boolean given = Budget.isGiven(spec);
    Budget budget = given ? Budget.of(spec) : spender.usualBudget();
    String label = spec.has(NAME.name()) ? spec.get(NAME) : spec.toString();
    Setup setup = new Setup(game, spec, this);
    return new Entrant(label, spec, budget, given, PlayerFiles.of(game, spec, options(game, spec)), () -> provider.create(setup));
  }

  /**
   * Lists what can be set in a player's spec: its own options, the budgets that bound it, and, dotted, the options of the
   * evaluators and players that it is made of.
   *
   * @param game what it plays
   * @param spec the player
   * @return each option by its whole name; groups of free options are left out
   * @throws BadInputException if there is no such player of this game or a part of it is wrong
   */
  public SequencedMap<String, Option<?>> options(Game game, Spec spec) {
    SequencedMap<String, Option<?>> all = new LinkedHashMap<>();
    PlayerProvider provider = findPlayer(game, spec);
    list(game, spec, provider, "", all);
    List<String> limits = spender(game, spec, provider).limits();
    Budget.options().stream().filter(option -> limits.contains(option.name()))
        .forEach(option -> all.put(option.name(), option));
    return all;
  }

  private void list(Game game, Spec spec, Provider provider, String prefix, SequencedMap<String, Option<?>> into) {
    for (Option<?> option : provider.options()) {
      String name = prefix + option.name();
      if (!(option.form() instanceof Option.Form.Group)) {
        into.put(name, option);
      }
      if (option.isDotted() && spec.get(option) instanceof Spec nested) {
        Provider part = option.isPlayer() ? findPlayer(game, nested) : evaluatorProvider(game, nested);
        list(game, nested, part, name + ".", into);
      }
    }
  }

  private PlayerProvider findPlayer(Game game, Spec spec) {
    return spec.name().startsWith(Spec.CLASS)
        ? playerOfClass(game, spec)
        : find("player", spec, players, candidate -> candidate.plays(game), " of " + game.name());
  }

  /** The player whose limits and usual budget hold: the innermost one that it is made of, or itself. */
  private PlayerProvider spender(Game game, Spec spec, PlayerProvider provider) {
    for (Option<?> option : provider.options()) {
      if (option.isPlayer()) {
        Spec nested = (Spec) spec.get(option);
        return spender(game, nested, findPlayer(game, nested));
      }
    }
    return provider;
  }

  /**
   * Makes a player that another one is made of.
   *
   * @param game what it will play
   * @param spec such as {@code mcts:eval=rollout}, without a budget
   * @return a new player
   * @throws BadInputException if there is no such player of this game or an option is wrong
   */
  Player player(Game game, Spec spec) {
    return nestedPlayer(game, spec).create(new Setup(game, spec, this));
  }

  private PlayerProvider nestedPlayer(Game game, Spec spec) {
    PlayerProvider provider = findPlayer(game, spec);
    if (Budget.isGiven(spec)) {
      throw new BadInputException("a player inside another has no budget of its own (in \"" + spec
          + "\"); give it to the outer one, as in " + Budget.of(spec));
    }
    check(spec, provider, List.of());
    checkNested(game, spec, provider);
    return provider;
  }

  /**
   * Makes an evaluator.
   *
   * @param game what it will judge
   * @param spec such as {@code net:file=a.safetensors}
   * @return a new evaluator
   * @throws BadInputException if there is no such evaluator for this game or an option is wrong
   */
  public Evaluator evaluator(Game game, Spec spec) {
    return evaluatorProvider(game, spec).create(new Setup(game, spec, this));
  }

  private EvaluatorProvider evaluatorProvider(Game game, Spec spec) {
    EvaluatorProvider provider = spec.name().startsWith(Spec.CLASS)
        ? evaluatorOfClass(game, spec)
        : find("evaluator", spec, evaluators, candidate -> candidate.judges(game), " of " + game.name());
    check(spec, provider, List.of());
    checkNested(game, spec, provider);
    return provider;
  }

  private void checkNested(Game game, Spec spec, Provider provider) {
    for (Option<?> option : provider.options()) {
      Object value = spec.get(option);
      if (value instanceof Spec nested && option.isPlayer()) {
        nestedPlayer(game, nested);
      } else if (value instanceof Spec nested) {
        evaluatorProvider(game, nested);
      }
    }
  }

  private static <P extends Provider> P find(
      String kind, Spec spec, List<P> providers, Predicate<P> suits, String ofGame) {
    List<P> found = providers.stream().filter(p -> p.name().equals(spec.name()) && suits.test(p)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.size() > 1) {
      throw new BadInputException("two plug-ins bring a " + kind + " named " + spec.name() + ": "
          + found.get(0).getClass().getName() + " and " + found.get(1).getClass().getName());
    }
    List<String> known = providers.stream().filter(suits).map(Provider::name).sorted().distinct().toList();
    throw new BadInputException("there is no " + kind + ofGame + " named \"" + spec.name() + "\""
        + Suggestion.of(spec.name(), known, "there " + (known.size() > 1 ? "are " : "is ")
            + (known.isEmpty() ? "none at all" : String.join(", ", known))));
  }

  private static void check(Spec spec, Provider provider, List<Option<?>> common) {
    List<Option<?>> all = new ArrayList<>(provider.options());
    all.addAll(common);
    for (String given : spec.options().keySet()) {
      boolean known = all.stream().anyMatch(option ->
          given.equals(option.name()) || option.isDotted() && given.startsWith(option.name() + "."));
      if (!known) {
        throw new BadInputException(provider.name() + " has no option \"" + given + "\" (in \"" + spec + "\")"
            + Suggestion.of(given, names(all), "it has " + described(provider.options(), common)));
      }
    }
    all.forEach(spec::get);
  }

  private static String described(List<Option<?>> own, List<Option<?>> common) {
    String options = own.isEmpty() ? "no options" : String.join(", ", names(own));
    String separator = own.isEmpty() ? " but " : " and ";
    return common.isEmpty() ? options : options + separator + String.join(", ", names(common));
  }

  private static List<String> names(Collection<Option<?>> options) {
    return options.stream().<String>map(Option::name).toList();
  }

  private PlayerProvider playerOfClass(Game game, Spec spec) {
    Class<?> type = loadClass(spec);
    if (PlayerProvider.class.isAssignableFrom(type)) {
      PlayerProvider provider = (PlayerProvider) instance(type, spec);
      if (!provider.plays(game)) {
        throw new BadInputException("\"" + spec.name() + "\" plays other games than " + game.name());
      }
      return provider;
    }
    if (!Player.class.isAssignableFrom(type)) {
      throw new BadInputException("\"" + spec.name() + "\" is neither a mesa.core.Player nor a mesa.core.PlayerProvider");
    }
    return new PlayerOfClass(spec.name(), () -> (Player) instance(type, spec));
  }

  private EvaluatorProvider evaluatorOfClass(Game game, Spec spec) {
    Class<?> type = loadClass(spec);
    if (EvaluatorProvider.class.isAssignableFrom(type)) {
      EvaluatorProvider provider = (EvaluatorProvider) instance(type, spec);
      if (!provider.judges(game)) {
        throw new BadInputException("\"" + spec.name() + "\" judges other games than " + game.name());
      }
      return provider;
    }
    if (!Evaluator.class.isAssignableFrom(type)) {
      throw new BadInputException(
          "\"" + spec.name() + "\" is neither a mesa.core.Evaluator nor a mesa.core.EvaluatorProvider");
    }
    return new EvaluatorOfClass(spec.name(), () -> (Evaluator) instance(type, spec));
  }

  private Class<?> loadClass(Spec spec) {
    String name = spec.name().substring(Spec.CLASS.length());
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new BadInputException("class \"" + name + "\" can't be loaded (in \"" + spec
          + "\"); name the folder or jar that holds it with --classpath", e);
    }
  }

  private static Object instance(Class<?> type, Spec spec) {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw new BadInputException(
          "\"" + spec.name() + "\" must be a public class with a public constructor without arguments", e);
    } catch (InvocationTargetException e) {
      throw new BadInputException("the constructor of \"" + spec.name() + "\" failed: " + e.getCause(), e);
    }
  }

  private record PlayerOfClass(String name, Supplier<Player> maker) implements PlayerProvider {
    @Override
    public String summary() {
      return "a class from the class path";
    }

    @Override
    public Player create(Setup setup) {
      return maker.get();
    }
  }

  private record EvaluatorOfClass(String name, Supplier<Evaluator> maker) implements EvaluatorProvider {
    @Override
    public String summary() {
      return "a class from the class path";
    }

    @Override
    public Evaluator create(Setup setup) {
      return maker.get();
    }
  }
}
