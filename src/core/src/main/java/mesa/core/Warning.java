package mesa.core;

/**
 * Something that a player did which it should not have, though its move stands: an engine whose main line holds an illegal
 * move, say. It goes into the record beside the move.
 *
 * @param kind one word for all of its kind, such as {@code pv}
 * @param text one line that says what it was
 */
public record Warning(String kind, String text) {}
