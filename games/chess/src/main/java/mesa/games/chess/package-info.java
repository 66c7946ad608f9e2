/**
 * Chess: rules on bitboards, FEN, move texts and PGN, an encoder for nets, a player of rules and a hand-written
 * evaluator.
 *
 * <p>{@code Squares} and {@code Piece} number things, {@code Attacks} says what attacks what, {@code Board} holds the
 * pieces, {@code ChessPosition} makes and takes back moves, {@code MoveGenerator} finds the legal ones; everything else
 * stands on these.
 */
package mesa.games.chess;
