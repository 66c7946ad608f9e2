/**
 * Tic-tac-toe: the smallest whole example of a game for Mesa, made to be copied. {@code TicTacToePosition} has the
 * rules, {@code Notation} reads and writes, {@code TicTacToeEncoder} is what a net sees, and {@code RulesPlayer} plays
 * by the ordered list in {@code Rule}.
 */
package mesa.games.tictactoe;
