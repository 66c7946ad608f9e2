package mesa.train;

import mesa.core.Game;

/**
 * How to make a net for a game.
 *
 * @param name as users type it
 * @param game what the net is for; has an encoder
 * @param plan what to do
 */
public record Recipe(String name, Game game, Plan plan) {}
