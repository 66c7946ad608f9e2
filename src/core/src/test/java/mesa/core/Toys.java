package mesa.core;

import java.util.Arrays;
import java.util.List;

/** Providers for the registry to find, of things that are named and never played. */
public final class Toys {
  static final Option<Long> SIZE = Option.integer("size", 3L, 1, 9, "cells a side");
  static final Option<Spec> EVAL = Option.evaluator("eval", "flat", "the evaluator");
  static final Option<Double> C = Option.number("c", 1.5, 0, 10, "exploration");
  static final Option<Spec> THEN = Option.player("then", "seeker", "the player inside");
  static final Option<String> FILE = Option.text("file", null, "a file", "weights");

  private Toys() {}

  record ToyGame(String name) implements Game {
    @Override
    public Position start() {
      throw new AssertionError("not to be played");
    }

    @Override
    public Position parse(String text) {
      throw new AssertionError("not to be played");
    }
  }

  record ToyPlayer(Setup setup) implements Player {
    @Override
    public Decision choose(Position position, Meter meter) {
      throw new AssertionError("not to be played");
    }
  }

  record Flat(Setup setup) implements Evaluator {
    @Override
    public float value(Position position) {
      return 0;
    }

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 0, moves.size(), 1f / moves.size());
    }
  }

  /** Brings the game {@code toy}. */
  public static final class Games implements GameProvider {
    /** For the service loader. */
    public Games() {}

    @Override
    public String name() {
      return "toy";
    }

    @Override
    public String summary() {
      return "a game";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(SIZE);
    }

    @Override
    public Game create(Spec spec) {
      return new ToyGame(spec.get(SIZE) == 3 ? "toy" : "toy:size=" + spec.get(SIZE));
    }
  }

  /** Brings the player {@code seeker}, which plays everything. */
  public static final class Players implements PlayerProvider {
    /** For the service loader. */
    public Players() {}

    @Override
    public String name() {
      return "seeker";
    }

    @Override
    public String summary() {
      return "a player";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(EVAL, C);
    }

    @Override
    public Budget usualBudget() {
      return Budget.ofNodes(400);
    }

    @Override
    public Player create(Setup setup) {
      return new ToyPlayer(setup);
    }
  }

  /** Brings the player {@code stranger}, which plays another game. */
  public static final class OtherPlayers implements PlayerProvider {
    /** For the service loader. */
    public OtherPlayers() {}

    @Override
    public String name() {
      return "stranger";
    }

    @Override
    public String summary() {
      return "a player of something else";
    }

    @Override
    public boolean plays(Game game) {
      return false;
    }

    @Override
    public Player create(Setup setup) {
      return new ToyPlayer(setup);
    }
  }

  /** Brings a player made of another; not registered. */
  public static final class Wrappers implements PlayerProvider {
    /** For the registry. */
    public Wrappers() {}

    @Override
    public String name() {
      return "wrapper";
    }

    @Override
    public String summary() {
      return "a player made of another";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(THEN);
    }

    @Override
    public List<String> limits() {
      return List.of();
    }

    @Override
    public Player create(Setup setup) {
      return setup.player(THEN);
    }
  }

  /** Brings the evaluator {@code flat}. */
  public static final class Evaluators implements EvaluatorProvider {
    /** For the service loader. */
    public Evaluators() {}

    @Override
    public String name() {
      return "flat";
    }

    @Override
    public String summary() {
      return "an evaluator";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(FILE);
    }

    @Override
    public Evaluator create(Setup setup) {
      return new Flat(setup);
    }
  }
}
