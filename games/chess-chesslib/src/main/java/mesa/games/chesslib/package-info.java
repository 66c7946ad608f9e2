/**
 * Chess by the rules of Chesslib (github.com/bhlangonijr/chesslib) in place of Mesa's own, so that the two can be
 * compared. What is not an interface of {@code mesa.core} is package-private.
 */
package mesa.games.chesslib;
