package mesa.cli;

import mesa.core.Settlement;

/**
 * What a player made of a problem.
 *
 * @param problem its index in the suite
 * @param player its index on the command line
 * @param move as the game's suites write it; null if there is none
 * @param isSolved whether it is right
 * @param nodes spent in all
 * @param evaluations likewise
 * @param ticks likewise
 * @param nanos from the question to the answer
 * @param settlement what it had spent when it settled on the move; null if it does not say
 * @param fault why there is no legal move; null if there is one
 */
record Answer(int problem, int player, String move, boolean isSolved, long nodes, long evaluations, long ticks,
    long nanos, Settlement settlement, String fault) {}
