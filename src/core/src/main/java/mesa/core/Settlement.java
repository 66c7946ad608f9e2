package mesa.core;

/**
 * What a player had spent when it came to favour a move for the last time: the price of finding it, apart from that of
 * making sure.
 *
 * @param nodes at least 0
 * @param evaluations at least 0
 * @param nanos since its {@link Meter} was started
 */
public record Settlement(long nodes, long evaluations, long nanos) {}
