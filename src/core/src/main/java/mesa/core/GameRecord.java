package mesa.core;

import java.util.List;
import java.util.Map;

/**
 * A finished game, as a {@link RecordFormat} writes and reads it.
 *
 * @param start {@link Position#text} of the first position
 * @param moves as {@link Position#format} writes them
 * @param comments one for each move, empty where there is none; or an empty list
 * @param outcome how it ended; {@link Outcome#ONGOING} if it was broken off
 * @param reason why it ended, in a few words, such as {@code checkmate}; may be empty
 * @param tags further facts by name, such as {@code White}, in the order in which they are written or were read
 */
public record GameRecord(
    String start,
    List<String> moves,
    List<String> comments,
    Outcome outcome,
    String reason,
    Map<String, String> tags) {}
