/**
 * Connect Four on bitboards. {@code Cells} numbers the board and finds fours, {@code ConnectFourPosition} has the rules
 * and the fast playout, {@code Notation} reads and writes, {@code ConnectFourEncoder} is what a net sees,
 * {@code RulesPlayer} plays by the ordered list in {@code Rule}, and {@code ThreatsEvaluator} counts threats.
 */
package mesa.games.connectfour;
