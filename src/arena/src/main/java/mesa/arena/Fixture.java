package mesa.arena;

/**
 * A game that is to be played.
 *
 * @param index in the schedule, from 0
 * @param round from 0
 * @param leg which of the pair of games, 0 or 1
 * @param opening index into the openings
 * @param first the player in seat 0
 * @param second the player in seat 1
 */
record Fixture(int index, int round, int leg, int opening, int first, int second) {}
