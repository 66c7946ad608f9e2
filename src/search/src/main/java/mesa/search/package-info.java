/**
 * Search over any game: Monte Carlo tree search, alpha-beta and exact solving, with random and greedy play to measure
 * them against, and the evaluators that need no knowledge of a game. Players and evaluators are reached by spec,
 * through {@link mesa.core.Registry}.
 */
package mesa.search;
