/**
 * Tournaments between players: {@link mesa.arena.Tournament} says what is played and plays it on several threads, into a
 * journal from which everything else is derived: {@link mesa.arena.Results}, {@link mesa.arena.Standings}, games in the
 * format of the game's people.
 *
 * <p>With counted budgets the games do not depend on the number of threads, nor on whether the run was broken off and
 * taken up again. The statistics are pure functions: {@link mesa.arena.PairStatistics} for two players,
 * {@link mesa.arena.BradleyTerry} for many.
 */
package mesa.arena;
