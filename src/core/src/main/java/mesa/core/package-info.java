/**
 * What every module of Mesa agrees on: games and positions, players and what they may spend, evaluators and what they
 * see, and the specs by which all of them are named. Knows no game and no player.
 *
 * <p>Start with {@link mesa.core.Game} and {@link mesa.core.Position} to add a game, with {@link mesa.core.Player} to
 * add a player, with {@link mesa.core.Evaluator} to add a judgement; {@link mesa.core.Registry} finds them by name.
 */
package mesa.core;
