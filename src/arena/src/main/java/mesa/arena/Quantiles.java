package mesa.arena;

/**
 * What moves cost beyond the mean; quantiles are at most three per cent too high.
 *
 * @param median half of the moves cost no more
 * @param p99 99 of a hundred cost no more
 * @param most none cost more
 */
public record Quantiles(long median, long p99, long most) {}
