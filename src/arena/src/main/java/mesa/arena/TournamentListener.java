package mesa.arena;

/** Follows a tournament while it is played. Called by one thread at a time; a slow listener slows the tournament. */
public interface TournamentListener {
  /** Listens to nothing. */
  TournamentListener NONE = results -> {};

  /**
   * Told whenever another game has been played and is safe in the journal, in the order of their ends.
   *
   * @param soFar all games up to now; may be read during this call only. Standings are worked out when asked for, which
   *     takes a moment with many games: a live display asks a few times a second at most
   */
  void played(Results soFar);
}
