package mesa.arena;

import mesa.core.Outcome;

/**
 * Where a rule of adjudication would have ended a game that was played on.
 *
 * @param rule {@code exact}, {@code resign} or {@code draw}
 * @param ply how many moves had been made, those of the opening counted
 * @param outcome that it would have called
 */
record Shadow(String rule, int ply, Outcome outcome) {}
