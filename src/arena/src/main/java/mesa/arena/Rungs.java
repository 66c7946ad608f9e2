package mesa.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Spec;

/**
 * Players sorted by what they are and what they may spend: an agent is a player without its budget, and has a rung for
 * each budget that it is entered with.
 */
final class Rungs {
  private static final List<String> BUDGETS = Budget.options().stream().<String>map(Option::name).toList();

  /** Indices of players for each agent, in the order in which they were entered. */
  private final List<List<Integer>> agents;

  private final List<Spec> players;

  Rungs(List<Spec> players) {
    this.players = players;
    Map<Spec, List<Integer>> byAgent = new LinkedHashMap<>();
    for (int i = 0; i < players.size(); i++) {
      byAgent.computeIfAbsent(agent(players.get(i)), any -> new ArrayList<>()).add(i);
    }
    agents = List.copyOf(byAgent.values());
  }

  private static Spec agent(Spec player) {
    Spec agent = player.with("name", null);
    for (String budget : BUDGETS) {
      agent = agent.with(budget, null);
    }
    return agent;
  }

  /** {@return a player's budget options, such as {@code [nodes=400]}} */
  private static List<String> budget(Spec player) {
    return BUDGETS.stream().filter(player::has).map(name -> name + "=" + player.options().get(name)).toList();
  }

  /** {@return each agent against itself, so many rungs apart at most, and agents against each other at the same rung} */
  List<Pairing> pairings(int reach) {
    List<Pairing> pairings = new ArrayList<>();
    for (List<Integer> rungs : agents) {
      Format.Ladder.steps(rungs, reach).forEach(pairings::add);
    }
    for (int a = 0; a < agents.size(); a++) {
      for (int b = a + 1; b < agents.size(); b++) {
        pairings.addAll(across(agents.get(a), agents.get(b)));
      }
    }
    return pairings;
  }

  /** Pairs equal budgets; where there are none, as where agents count in units of their own, equal places in the ladder. */
  private List<Pairing> across(List<Integer> one, List<Integer> other) {
    List<Pairing> equal = one.stream().flatMap(a -> other.stream()
        .filter(b -> budget(players.get(a)).equals(budget(players.get(b)))).map(b -> Pairing.of(a, b))).toList();
    return !equal.isEmpty() ? equal : IntStream.range(0, Math.min(one.size(), other.size()))
        .mapToObj(rung -> Pairing.of(one.get(rung), other.get(rung))).toList();
  }
}
