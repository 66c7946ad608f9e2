package mesa.arena;

import mesa.core.Outcome;

/**
 * What a rule of adjudication makes of a game that is not over.
 *
 * @param rule {@code exact}, {@code resign} or {@code draw}
 * @param outcome it calls
 * @param why in a few words
 */
record Verdict(String rule, Outcome outcome, String why) {}
