package mesa.arena;

/**
 * How a tournament was laid out before it was extended: what was to be played by then comes first in its schedule.
 *
 * @param players how many there were, the first of those there are now
 * @param games of each pairing
 * @param format who met whom
 */
record Stage(int players, int games, String format) {}
