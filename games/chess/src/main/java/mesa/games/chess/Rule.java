package mesa.games.chess;

import java.util.function.ToIntFunction;

/**
 * The rules of the player {@code rules}, in their order: the first that applies decides. "Sound" is a move than which no
 * other keeps more material, as the worst exchange that may follow would have it, and which does not draw a won game;
 * see {@link Outlook#isSound}.
 */
enum Rule {
  /** In a position of the opening table, play one of its moves. */
  OPENING_TABLE(Outlook::fromTable),

  /** Give mate. */
  MATE(o -> o.first(o::isMate)),

  /** When clearly behind, repeat or end the game in a draw. */
  SEEK_A_DRAW(o -> o.isClearlyBehind() && o.lead() + o.soundBalance() < 0
      ? o.first(o::isDrawish)
      : Outlook.NONE),

  /** Win what can be won, with the least valuable piece. */
  WIN_MATERIAL(o -> o.soundBalance() > 0
      ? o.bestSound(i -> o.won(i) > 0, i -> -Exchange.value(o.type(i)))
      : Outlook.NONE),

  /** Move an attacked piece to safety, where it stands best. */
  SAVE_A_PIECE(o -> o.bestSound(o::isAttacked, o::placement)),

  /** When clearly ahead, exchange pieces. */
  TRADE_WHEN_AHEAD(o -> o.isClearlyAhead()
      ? o.bestSound(i -> o.won(i) > Exchange.value(Piece.PAWN), o::won)
      : Outlook.NONE),

  /** With a rook or queen against a bare king, leave it few moves, then come closer. */
  CORNER_THE_KING(o -> Endgame.canCorner(o.position())
      ? o.bestSound(i -> o.type(i) != Piece.PAWN, i -> Endgame.cornering(o, i))
      : Outlook.NONE),

  /** Castle. */
  CASTLE(o -> o.bestSound(i -> Move.isCastling(o.move(i)), o::placement)),

  /** Bring a knight or bishop off the back rank. */
  DEVELOP(o -> o.bestSound(
      i -> (o.type(i) == Piece.KNIGHT || o.type(i) == Piece.BISHOP) && o.rank(o.from(i)) == 0 && o.placement(i) > 0,
      o::placement)),

  /** In the first twelve moves, put a pawn on a central square. */
  TAKE_THE_CENTRE(o -> o.position().moveNumber() <= 12
      ? o.bestSound(i -> o.type(i) == Piece.PAWN && (Squares.bit(o.to(i)) & Pawns.CENTRE) != 0, o::placement)
      : Outlook.NONE),

  /** Push the passed pawn that is furthest ahead. */
  PUSH_A_PASSED_PAWN(o -> o.bestSound(
      i -> o.type(i) == Piece.PAWN && Pawns.isPassed(o.position(), o.from(i)), i -> o.rank(o.to(i)))),

  /** Put a rook on a file without own pawns. */
  OPEN_FILE(o -> o.bestSound(
      i -> o.type(i) == Piece.ROOK && Pawns.opensFile(o.position(), o.from(i), o.to(i)), o::placement)),

  /** In the endgame, bring the king towards the centre. */
  KING_OUT(o -> Endgame.isKingAtEase(o.position())
      ? o.bestSound(i -> o.type(i) == Piece.KING && o.placement(i) > 0, o::placement)
      : Outlook.NONE),

  /** Place a piece better. */
  IMPROVE(o -> o.bestSound(i -> o.placement(i) > 0, o::placement)),

  /** Play the sound move that places its piece least badly. */
  WAIT(o -> o.bestSound(i -> true, o::placement));

  private final ToIntFunction<Outlook> chooser;

  Rule(ToIntFunction<Outlook> chooser) {
    this.chooser = chooser;
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
