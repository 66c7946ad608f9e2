/**
 * Makes nets: recipes, self-play, teachers, samples on disk, learners and model cards. The only module that needs
 * PyTorch (through DJL); nothing that plays depends on it. Knows no game: recipes are resources of the games.
 *
 * <p>Start with {@link mesa.train.Recipes} and {@link mesa.train.Trainer}.
 */
package mesa.train;
