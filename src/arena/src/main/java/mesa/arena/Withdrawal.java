package mesa.arena;

/**
 * A player that failed so often that its remaining games are not played.
 *
 * @param player index in {@link Results#players}
 * @param atStart whether it could not be started; else it lost too many games in a row by faults
 * @param why the last failure, in a line
 */
public record Withdrawal(int player, boolean atStart, String why) {}
