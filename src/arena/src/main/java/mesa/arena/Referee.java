package mesa.arena;

import mesa.core.Moves;

/**
 * Plays one game after another on one thread. It trusts no player: each gets a copy of the position, every move is
 * looked up among the legal ones, and whatever a player throws costs it the game and nobody else anything. What happens in
 * a game is a {@link Bout}'s; here is what lasts from game to game.
 */
final class Referee {
  private final Terms terms;
  private final String usualStart;
  private final Adjudicator adjudicator;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Moves legal = new Moves();
  private final ProcessorShare processorShare = new ProcessorShare();
  private final Waiting waiting = new Waiting();
  private final Place[] places;

  // The game that is being played.
  private String id;
  private Fixture fixture;
  private Opening opening;
  private long firstSeed;
  private long secondSeed;
  private long startMillis;
  private long startNanos;
  private Bout bout;

  /**
   * Hires a referee.
   *
   * @param terms by which all games are played
   * @param threads that players start
   */
  Referee(Terms terms, OwnThreads threads) {
    this.terms = terms;
    usualStart = terms.game().start().text();
    adjudicator = new Adjudicator(terms.adjudication());
    places = new Place[] {new Place(threads), new Place(threads)};
  }

  /** Breaks the game off, as soon as the player on the move answers. May be called by any thread. */
  void stop() {
    waiting.stop();
  }

  /** {@return what is being waited for, or null} */
  Call call() {
    return waiting.call();
  }

  /** Interrupts a thread if it still waits for the answer to a call. */
  void interrupt(Thread thread, Call unanswered) {
    waiting.interrupt(thread, unanswered);
  }

  /**
   * Plays a game.
   *
   * @param newId of the game
   * @param newFixture which game it is
   * @param newOpening where it begins
   * @param first in seat 0
   * @param second in seat 1
   * @param seedOfFirst of seat 0
   * @param seedOfSecond of seat 1
   * @return the game, or null if it was broken off
   * @throws StartFault if a player could not be started, so that there was no game
   * @throws Waiting.Left if a player answered after the game had been {@linkplain #leave left}
   */
  PlayedGame play(String newId, Fixture newFixture, Opening newOpening, Seat first, Seat second, long seedOfFirst,
      long seedOfSecond) {
    id = newId;
    fixture = newFixture;
    opening = newOpening;
    firstSeed = seedOfFirst;
    secondSeed = seedOfSecond;
    startMillis = terms.wallClock().millis();
    startNanos = terms.nanoClock().getAsLong();
    processorShare.start(startNanos);
    places[0].sit(first);
    places[1].sit(second);
    adjudicator.begin();
    bout = new Bout(terms, waiting, adjudicator, places, legal, opening,
        opening.start() == null ? usualStart : opening.start());
    bout.play(firstSeed, secondSeed);
    if (waiting.isStopped()) {
      return null;
    }
    long endNanos = terms.nanoClock().getAsLong();
    return played(endNanos, processorShare.at(endNanos));
  }

  /**
   * Ends the game of a player that does not answer, in place of the thread that waits for it: that one must not be waited
   * for any more, and when it comes back after all it finds {@link Waiting.Left} thrown.
   *
   * @param unanswered what it waits for
   * @param nanos how long, about
   * @return the game, lost by that player; null if the answer has just come
   */
  PlayedGame leave(Call unanswered, long nanos) {
    if (!waiting.take(unanswered)) {
      return null;
    }
    bout.leave(unanswered, nanos);
    return played(terms.nanoClock().getAsLong(), processorShare.last());
  }

  private PlayedGame played(long endNanos, double share) {
    Cost firstCost = places[0].ledger().close(share);
    Cost secondCost = places[1].ledger().close(share);
    Ending ending = bout.ending();
    return new PlayedGame(
        fixture.index(),
        id,
        fixture.opening(),
        firstSeed,
        secondSeed,
        fixture.first(),
        fixture.second(),
        ending.outcome(),
        ending.end(),
        ending.culprit(),
        ending.why(),
        opening.start(),
        bout.moves(),
        opening.moves().length,
        fingerprint.of(bout.text()),
        startMillis,
        endNanos - startNanos,
        places[0].ledger().use(),
        places[1].ledger().use(),
        firstCost,
        secondCost,
        adjudicator.shadows(),
        bout.warnings(),
        bout.log(),
        opening.names());
  }

  /**
   * {@return by how much the flag of the one who lost the game that was played last had fallen, or of either if it was drawn
   * by that; 0 without a clock}
   */
  long lateNanos() {
    int culprit = bout.ending().culprit();
    return culprit < 0 ? Math.max(places[0].lateNanos(), places[1].lateNanos()) : places[culprit].lateNanos();
  }

  /** {@return whether the game that was played last ended because there was no memory left} */
  boolean ranOutOfMemory() {
    return places[0].ranOutOfMemory() || places[1].ranOutOfMemory();
  }

  /** Dismisses whoever helped it. */
  void close() {
    adjudicator.close();
  }
}
