package mesa.games.chess;

import java.util.function.ToIntFunction;

/**
 * The rules of the player {@code rules}, in their order: the first that applies decides. "Sound" is a move than which no
 * other keeps more material, as the worst exchange that may follow would have it, and which does not draw a won game;
 * see {@link Outlook#isSound}.
 */
enum Rule {
  OPENING_TABLE("in a position of the opening table, play one of its moves", Outlook::fromTable),

  MATE("give mate", o -> o.first(o::isMate)),

  SEEK_A_DRAW("when clearly behind, repeat or end the game in a draw", o ->
      o.isClearlyBehind() && o.lead() + o.soundBalance() < 0 ? o.first(o::isDrawish) : Outlook.NONE),

  WIN_MATERIAL("win what can be won, with the least valuable piece", o -> o.soundBalance() > 0
      ? o.bestSound(i -> o.won(i) > 0, i -> -Exchange.value(o.type(i)))
      : Outlook.NONE),

  SAVE_A_PIECE("move an attacked piece to safety, the best placed it can be", o ->
      o.bestSound(o::isAttacked, o::placement)),

  TRADE_WHEN_AHEAD("when clearly ahead, exchange pieces", o -> o.isClearlyAhead()
      ? o.bestSound(i -> o.won(i) > Exchange.value(Piece.PAWN), o::won)
      : Outlook.NONE),

  CORNER_THE_KING("with a rook or queen against a bare king, leave it few moves, then come closer", o ->
      Endgame.canCorner(o.position())
          ? o.bestSound(i -> o.type(i) != Piece.PAWN, i -> Endgame.cornering(o, i))
          : Outlook.NONE),

  CASTLE("castle", o -> o.bestSound(i -> Move.isCastling(o.move(i)), o::placement)),

  DEVELOP("bring a knight or bishop off the back rank", o -> o.bestSound(
      i -> (o.type(i) == Piece.KNIGHT || o.type(i) == Piece.BISHOP) && o.rank(o.from(i)) == 0 && o.placement(i) > 0,
      o::placement)),

  TAKE_THE_CENTRE("in the opening, put a pawn on a central square", o -> o.position().fullMove() <= 12
      ? o.bestSound(i -> o.type(i) == Piece.PAWN && (Squares.bit(o.to(i)) & Pawns.CENTRE) != 0, o::placement)
      : Outlook.NONE),

  PUSH_A_PASSED_PAWN("push the passed pawn that is furthest ahead", o -> o.bestSound(
      i -> o.type(i) == Piece.PAWN && Pawns.isPassed(o.position(), o.from(i)), i -> o.rank(o.to(i)))),

  OPEN_FILE("put a rook on a file without own pawns", o -> o.bestSound(
      i -> o.type(i) == Piece.ROOK && Pawns.opensFile(o.position(), o.from(i), o.to(i)), o::placement)),

  KING_OUT("in the endgame, bring the king towards the centre", o ->
      Endgame.isKingAtEase(o.position())
          ? o.bestSound(i -> o.type(i) == Piece.KING && o.placement(i) > 0, o::placement)
          : Outlook.NONE),

  IMPROVE("place a piece better", o -> o.bestSound(i -> o.placement(i) > 0, o::placement)),

  WAIT("play any sound move, the one that places its piece least badly", o ->
      o.bestSound(i -> true, o::placement));

  private final String summary;
  private final ToIntFunction<Outlook> chooser;

  Rule(String summary, ToIntFunction<Outlook> chooser) {
    this.summary = summary;
    this.chooser = chooser;
  }

  /** {@return what it says, in a line} */
  String summary() {
    return summary;
  }

  /** {@return whether it judges by the positions after the moves} */
  boolean looksAhead() {
    return this != OPENING_TABLE;
  }

  /** {@return the index of the move it wants, or {@link Outlook#NONE} if it does not apply} */
  int choose(Outlook outlook) {
    return chooser.applyAsInt(outlook);
  }
}
